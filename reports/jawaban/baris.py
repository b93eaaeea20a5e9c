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
    asal = lembar.data.select("baris")
    bagian = [asal]
    kolom = []
    for nomor, satu in enumerate(lembar.kolom):
        nama = f"k{nomor}"
        bagian.append(_text(lembar, satu, nama))
        kolom.append(Kolom(nama, satu.judul, _width(lembar, satu)))
    isi = pl.concat(bagian, how="horizontal")
    if lembar.bentuk in BERTANYA:
        isi = _with_answers(isi, lembar, tanda)
        kolom += [
            Kolom(k.kolom, k.judul, k.lebar, "bungkus" if k.kolom == "temuan" else "teks")
            for k in kolom_jawaban()
        ]
    letak = {k.kolom: i for i, k in enumerate(lembar.kolom) if k.kolom}
    return Halaman(tuple(kolom), fitted(isi), letak)


def _text(lembar: LembarAsal, kolom: KolomAsal, nama: str) -> pl.DataFrame:
    """One column as text, a row per row of the sheet."""
    if kolom.kolom is None:
        milik = lembar.tambahan.filter(huruf=kolom.huruf).select("baris", _readable().alias(nama))
        return _beside(lembar.data, milik, nama)
    isi = lembar.data.get_column(kolom.kolom)
    teks = isi.dt.strftime(TANGGAL) if isi.dtype == pl.Date else isi.cast(pl.String)
    rusak = lembar.asli.filter((pl.col("kolom") == kolom.kolom) & (pl.col(SEBAB) == TAK_TERBACA))
    if rusak.is_empty():
        return teks.alias(nama).to_frame()
    semula = _beside(lembar.data, rusak.select("baris", pl.col("nilai").alias(nama)), nama)
    return semula.with_columns(pl.coalesce(nama, pl.lit(teks)).alias(nama))


def _beside(data: pl.DataFrame, milik: pl.DataFrame, nama: str) -> pl.DataFrame:
    return (
        data.select("baris").join(milik, on="baris", how="left", maintain_order="left").select(nama)
    )


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
