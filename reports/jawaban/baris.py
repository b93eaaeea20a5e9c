"""The rows of one sheet as its answer shows them: the instansi's cells, its own columns, ours beside."""

from dataclasses import dataclass

import polars as pl

from reports.jawaban.isi import KolomAsal, LembarAsal
from reports.jawaban.tanda import Tanda
from reports.sel import Kolom, fitted
from rules.pembacaan.jawaban import BENAR, BERTANYA, KUNCI, TANYA, kolom_jawaban, kunci_dari
from rules.pembacaan.sel import SEBAB, TAK_TERBACA

TANGGAL = "%d-%m-%Y"
# A date cell of an instansi's own column comes out of the reader so.
SEL_TANGGAL = r"^([0-9]{4})-([0-9]{2})-([0-9]{2}) 00:00:00$"
LEBAR = {"nik": 19, "nama": 28, "jenis_kelamin": 10, "pendidikan": 26, "jabatan": 26}
LEBAR_TANGGAL, LEBAR_TEKS = 13, 20
DIISI = ("keputusan_temuan", "alasan_keputusan")


@dataclass(frozen=True)
class Halaman:
    """A sheet ready to be written: columns in order (names k0, k1 … and the added ones), its rows,
    and per column of the form its place, to find the cell of a finding."""

    kolom: tuple[Kolom, ...]
    isi: pl.DataFrame
    letak: dict[str, int]


def page_of(lembar: LembarAsal, tanda: Tanda) -> Halaman:
    """`lembar` in the order it was sent; sheet rows are numbered anew, without gaps."""
    kolom = tuple(
        Kolom(f"k{nomor}", satu.judul, _width(lembar, satu))
        for nomor, satu in enumerate(lembar.kolom)
    )
    isi = _texts(lembar)
    if lembar.bentuk in BERTANYA:
        isi = _with_answers(isi, lembar, tanda)
        kolom += tuple(
            Kolom(k.kolom, k.judul, k.lebar, "bungkus" if k.kolom == "temuan" else "teks")
            for k in kolom_jawaban()
        )
    letak = {k.kolom: i for i, k in enumerate(lembar.kolom) if k.kolom}
    return Halaman(kolom, fitted(isi), letak)


def _texts(lembar: LembarAsal) -> pl.DataFrame:
    """baris and every column as text (k0, k1 …): what was read, where nothing could be read what was
    written, and the cells of the instansi's own columns."""
    semula = _by_column(lembar.asli.filter(pl.col(SEBAB) == TAK_TERBACA), "kolom")
    milik = _by_column(lembar.tambahan.with_columns(_readable()), "huruf")
    isi, teks = lembar.data, []
    for nomor, satu in enumerate(lembar.kolom):
        nama = f"k{nomor}"
        sel = semula.get(satu.kolom) if satu.kolom else milik.get(satu.huruf)
        tertulis = pl.lit(None, pl.String)
        if sel is not None:
            sebelah = sel.select("baris", pl.col("nilai").alias(f"+{nama}"))
            isi = isi.join(sebelah, on="baris", how="left", maintain_order="left")
            tertulis = pl.col(f"+{nama}")
        terbaca = _written(lembar.data.schema, satu.kolom)
        teks.append((tertulis if terbaca is None else terbaca.fill_null(tertulis)).alias(nama))
    return isi.select("baris", *teks)


def _by_column(sel: pl.DataFrame, kolom: str) -> dict[object, pl.DataFrame]:
    """Scattered cells per column they stand in."""
    if sel.is_empty():
        return {}
    return {nama: isi for (nama,), isi in sel.partition_by(kolom, as_dict=True).items()}


def _written(skema: pl.Schema, kolom: str | None) -> pl.Expr | None:
    """A column of the form as an office writes it."""
    if kolom is None:
        return None
    isi = pl.col(kolom)
    if isinstance(skema[kolom], pl.Datetime):
        return isi.dt.convert_time_zone("Asia/Jakarta").dt.strftime(f"{TANGGAL} %H:%M")
    return isi.dt.strftime(TANGGAL) if skema[kolom] == pl.Date else isi.cast(pl.String)


def _readable() -> pl.Expr:
    return pl.col("nilai").str.replace(SEL_TANGGAL, "${3}-${2}-${1}")


def _with_answers(isi: pl.DataFrame, lembar: LembarAsal, tanda: Tanda) -> pl.DataFrame:
    """With the added columns. A decision given before stands again where its question is still open."""
    lama = lembar.keputusan.select(
        "baris",
        pl.when(pl.col("keputusan") == BENAR).then(pl.lit("benar"))
        .when(pl.col("keputusan").is_not_null()).then(pl.lit("perbaiki"))
        .alias("keputusan_temuan"),
        pl.col("alasan").alias("alasan_keputusan"),
        pl.col(KUNCI).alias("kunci_lama"),
    )  # fmt: skip
    kunci = lembar.data.select("baris", kunci_dari(lembar.bentuk, lembar.data.columns))
    terbuka = pl.col(TANYA).is_not_null()
    return (
        isi.join(tanda.baris, on="baris", how="left", maintain_order="left")
        .join(lama, on="baris", how="left", maintain_order="left")
        .join(kunci, on="baris", how="left", maintain_order="left")
        .with_columns(pl.coalesce("kunci_lama", KUNCI).alias(KUNCI))
        .with_columns(pl.when(terbuka).then(pl.col(nama)).alias(nama) for nama in DIISI)
    )


def _width(lembar: LembarAsal, kolom: KolomAsal) -> int:
    if kolom.kolom is None:
        return min(max(len(kolom.judul) + 2, 8), LEBAR_TEKS)
    if lembar.data.schema[kolom.kolom] == pl.Date:
        return LEBAR_TANGGAL
    return LEBAR.get(kolom.kolom, LEBAR_TEKS)
