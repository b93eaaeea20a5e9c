"""Findings laid on the rows they are about: which cell is coloured, what is said and asked there."""

from dataclasses import dataclass

import polars as pl

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
SEL = {"baris": pl.UInt32, "kolom": pl.String, "pangkat": pl.UInt8, "teks": pl.String}


@dataclass(frozen=True)
class Tanda:
    """`sel`: one row per marked cell (SEL; pangkat is the place in GAYA); `baris`: per row that has
    findings its text (temuan), and the open questions (ditanyakan, null when there are none)."""

    sel: pl.DataFrame
    baris: pl.DataFrame


def graded(temuan: pl.DataFrame) -> pl.DataFrame:
    """`temuan` (isi.TEMUAN) with `gaya`: what is asked of the instansi (of GAYA, all but the last)."""
    return temuan.with_columns(
        pl.when(pl.col("jawab_waktu").is_not_null())
        .then(pl.lit("dijawab"))
        .when(pl.col("berat") != "periksa")
        .then("berat")
        .when(pl.col("isian").is_null())
        .then(pl.lit("perbaiki"))
        .otherwise(pl.lit("tanya"))
        .alias("gaya")
    )


def mark(temuan: pl.DataFrame, asli: pl.DataFrame) -> Tanda:
    """Marks of one sheet from its graded findings and the cells read otherwise than written."""
    dinilai = temuan.with_columns(_rank(), _sentence()).sort("pangkat", maintain_order=True)
    tanya = (
        dinilai.filter(gaya="tanya")
        .group_by("baris")
        .agg(gabung_tanya(pl.col("kode_aturan"), pl.col("isian")).alias(TANYA))
    )
    baris = dinilai.group_by("baris").agg(pl.col("teks").str.join("\n").alias("temuan"))
    sel = dinilai.drop_nulls("kolom_kita").rename({"kolom_kita": "kolom"})
    return Tanda(
        pl.concat([sel.select(*SEL).cast(SEL), _rewritten(asli)])  # type: ignore[arg-type]
        .group_by("baris", "kolom", maintain_order=True)
        .agg(pl.col("pangkat").min(), pl.col("teks").str.join("\n")),
        baris.join(tanya, on="baris", how="left"),
    )


def _rank() -> pl.Expr:
    urutan = {nama: nomor for nomor, nama in enumerate(GAYA)}
    return pl.col("gaya").replace_strict(urutan, return_dtype=pl.UInt8).alias("pangkat")


def _sentence() -> pl.Expr:
    """What the admin reads; an answered warning repeats the answer, so that nobody wonders."""
    label = pl.col("gaya").replace_strict(_LABEL, return_dtype=pl.String)
    jawab = pl.concat_str(
        pl.lit(" Dinyatakan benar "),
        pl.col("jawab_waktu").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m-%Y"),
        pl.concat_str(pl.lit(" oleh "), "jawab_oleh").fill_null(""),
        pl.lit(": "),
        pl.col("jawab_alasan"),
    )
    return pl.concat_str(label, pl.lit(": "), "pesan", jawab.fill_null("")).alias("teks")


def _rewritten(asli: pl.DataFrame) -> pl.DataFrame:
    """Cells that were surely read, though written otherwise: the answer holds what was read."""
    ditulis = asli.filter(pl.col(SEBAB) == DIBAKUKAN)
    return ditulis.select(
        "baris",
        "kolom",
        pl.lit(GAYA.index("dibakukan")).alias("pangkat"),
        pl.concat_str(pl.lit("Anda menulis: "), "nilai").alias("teks"),
    ).cast(SEL)  # type: ignore[arg-type]
