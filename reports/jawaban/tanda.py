"""Findings laid on the rows they are about: which cell is coloured, what is said, asked and counted."""

from dataclasses import dataclass

import polars as pl

from reports.jawaban.isi import TEMUAN
from rules.pembacaan.jawaban import TANYA, gabung_tanya
from rules.pembacaan.sel import DIBAKUKAN, SEBAB

# The heavier mark wins where a cell has several; an answered warning asks nothing any more.
GAYA = ("tolak", "perbaiki", "tanya", "dijawab", "info", "dibakukan")
_LABEL = {
    "tolak": "TOLAK",
    "perbaiki": "PERBAIKI",
    "tanya": "PERBAIKI ATAU JAWAB",
    "dijawab": "SUDAH DIJAWAB",
    "info": "INFO",
}
SEL = {
    "lembar": pl.String(),
    "baris": pl.UInt32(),
    "kolom": pl.String(),
    "pangkat": pl.UInt8(),
    "teks": pl.String(),
}
_TEMPAT = ["id_berkas", "lembar", "baris"]


@dataclass(frozen=True)
class Tanda:
    """What one delivery is told.

    `sel`: one row per marked cell (SEL; pangkat is the place in GAYA); `baris`: per sheet row with
    findings its text (temuan) and its open questions (ditanyakan, null when there are none);
    `jumlah`: per rule and kind how often (temuan), in how many rows (baris), and a first place.
    """

    sel: pl.DataFrame
    baris: pl.DataFrame
    jumlah: pl.DataFrame


def mark_semua(temuan: pl.DataFrame) -> dict[int, Tanda]:
    """Tanda per id_berkas from the findings of many deliveries (isi.TEMUAN) in one pass: a night has
    a thousand workbooks, most of them small. No entry where nothing was found."""
    urut = (
        temuan.lazy()
        .with_columns(_gaya())
        .with_columns(_rank(), _sentence())
        .sort("pangkat", maintain_order=True)
    )
    rencana = (_cells(urut), _rows(urut), _counts(urut))
    sel, baris, jumlah = (
        isi.partition_by("id_berkas", as_dict=True, include_key=False)
        for isi in pl.collect_all(rencana)
    )
    tanpa = pl.DataFrame(schema=SEL)
    return {
        nomor: Tanda(sel.get((nomor,), tanpa), baris[nomor,], jumlah[nomor,]) for (nomor,) in jumlah
    }


def no_marks() -> Tanda:
    """The marks of a delivery in which nothing was found."""
    kosong = pl.LazyFrame(schema=TEMUAN).with_columns(_gaya()).with_columns(_rank(), _sentence())
    sel, baris, jumlah = pl.collect_all([_cells(kosong), _rows(kosong), _counts(kosong)])
    return Tanda(sel.drop("id_berkas"), baris.drop("id_berkas"), jumlah.drop("id_berkas"))


def rewritten(asli: pl.DataFrame) -> pl.DataFrame:
    """Marks (SEL) of cells that were surely read, though written otherwise: the answer holds what was read."""
    return asli.filter(pl.col(SEBAB) == DIBAKUKAN).select(
        pl.col("lembar"),
        pl.col("baris").cast(SEL["baris"]),
        pl.col("kolom"),
        pl.lit(GAYA.index("dibakukan"), SEL["pangkat"]).alias("pangkat"),
        pl.concat_str(pl.lit("Anda menulis: "), "nilai").alias("teks"),
    )


def _gaya() -> pl.Expr:
    """What is asked of the instansi (of GAYA, all but the last)."""
    return (
        pl.when(pl.col("jawab_waktu").is_not_null())
        .then(pl.lit("dijawab"))
        .when(pl.col("berat") != "periksa")
        .then("berat")
        .when(pl.col("isian").is_null())
        .then(pl.lit("perbaiki"))
        .otherwise(pl.lit("tanya"))
        .alias("gaya")
    )


def _rank() -> pl.Expr:
    urutan = {nama: nomor for nomor, nama in enumerate(GAYA)}
    return pl.col("gaya").replace_strict(urutan, return_dtype=SEL["pangkat"]).alias("pangkat")


def _sentence() -> pl.Expr:
    """What the admin reads: the finding, what would change the verdict, and of an answered warning the
    answer, so that nobody wonders."""
    label = pl.col("gaya").replace_strict(_LABEL, return_dtype=pl.String)
    jawab = pl.concat_str(
        pl.lit(" Dinyatakan benar "),
        pl.col("jawab_waktu").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m-%Y"),
        pl.concat_str(pl.lit(" oleh "), "jawab_oleh").fill_null(""),
        pl.lit(": "),
        pl.col("jawab_alasan"),
    )
    ubah = pl.concat_str(pl.lit(" "), "pengubah").fill_null("")
    return pl.concat_str(label, pl.lit(": "), "pesan", ubah, jawab.fill_null("")).alias("teks")


def _cells(dinilai: pl.LazyFrame) -> pl.LazyFrame:
    tempat = [*_TEMPAT, "kolom"]
    return (
        dinilai.rename({"kolom_kita": "kolom"})
        .filter(pl.col("kolom").is_not_null())
        .group_by(tempat, maintain_order=True)
        .agg(pl.col("pangkat").min(), pl.col("teks").str.join("\n"))
    )


def _rows(dinilai: pl.LazyFrame) -> pl.LazyFrame:
    tanya = pl.col("gaya") == "tanya"
    pertanyaan = gabung_tanya(pl.col("kode_aturan").filter(tanya), pl.col("isian").filter(tanya))
    return dinilai.group_by(_TEMPAT, maintain_order=True).agg(
        pl.col("teks").str.join("\n").alias("temuan"),
        pl.when(tanya.any()).then(pertanyaan).alias(TANYA),
    )


def _counts(dinilai: pl.LazyFrame) -> pl.LazyFrame:
    """Gravest kind first, then the most frequent rule; `contoh_…` is the first place in the file."""
    return (
        dinilai.group_by("id_berkas", "pangkat", "kode_aturan", maintain_order=True)
        .agg(
            pl.first("gaya", "aturan", "dasar", "pesan"),
            pl.len().cast(pl.Int64).alias("temuan"),
            pl.struct("lembar", "baris").n_unique().cast(pl.Int64).alias("jumlah_baris"),
            pl.first("lembar", "baris", "kolom_kita").name.prefix("contoh_"),
        )
        .sort("pangkat", "temuan", "kode_aturan", descending=[False, True, False])
    )
