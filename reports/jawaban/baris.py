"""The rows of one sheet as its answer shows them: the instansi's cells, its own columns, ours beside."""

from dataclasses import dataclass

import polars as pl

from reports.jawaban.isi import KolomAsal, LembarAsal
from reports.sel import Kolom, fitted
from rules.pembacaan.jawaban import BENAR, BERTANYA, KUNCI, TANYA, kolom_jawaban, kunci_dari
from rules.pembacaan.nik import baca_nik
from rules.pembacaan.sel import SEBAB, TAK_TERBACA
from rules.pembacaan.tanggal import baca_tanggal

TANGGAL = "%d-%m-%Y"
# A date cell of an instansi's own column comes out of the reader so.
SEL_TANGGAL = r"^([0-9]{4})-([0-9]{2})-([0-9]{2}) 00:00:00$"
RAGU = " ?"
LEBAR = {"nik": 19, "nama": 28, "jenis_kelamin": 10, "pendidikan": 26, "jabatan": 26}
LEBAR_TANGGAL, LEBAR_TEKS = 13, 20
DIISI = ("keputusan_temuan", "alasan_keputusan")


@dataclass(frozen=True)
class Halaman:
    """A sheet ready to be written: columns in order (names k0, k1 … and the added ones), its rows with
    the mark (pangkat) of every column that has some (g0, g1 …), and per column of the form its place."""

    kolom: tuple[Kolom, ...]
    isi: pl.DataFrame
    letak: dict[str, int]


def page_of(lembar: LembarAsal, sel: pl.DataFrame, baris: pl.DataFrame) -> Halaman:
    """`lembar` in the order it was sent, with the marks of its cells and rows (tanda.Tanda); sheet rows
    are numbered anew, without gaps."""
    letak = {k.kolom: i for i, k in enumerate(lembar.kolom) if k.kolom}
    isi = _with_marks(_with_texts(lembar), sel, letak)
    kolom = tuple(
        Kolom(f"k{nomor}", satu.judul, _width(lembar, satu))
        for nomor, satu in enumerate(lembar.kolom)
    )
    if lembar.bentuk in BERTANYA:
        isi = _with_answers(isi, lembar, baris)
        kolom += tuple(
            Kolom(k.kolom, k.judul, k.lebar, "bungkus" if k.kolom == "temuan" else "teks")
            for k in kolom_jawaban()
        )
    return Halaman(kolom, fitted(isi.collect()), letak)


def _with_texts(lembar: LembarAsal) -> pl.LazyFrame:
    """baris, the columns of the form, and every column as text (k0, k1 …): what was read, where nothing
    could be read what was written, and the cells of the instansi's own columns."""
    semula = _by_column(lembar.asli.filter(pl.col(SEBAB) == TAK_TERBACA), "kolom")
    semula = {kolom: _doubted(str(kolom), sel) for kolom, sel in semula.items()}
    rapi = pl.col("nilai").str.replace(SEL_TANGGAL, "${3}-${2}-${1}")
    milik = _by_column(lembar.tambahan.with_columns(rapi), "huruf")
    isi, teks = lembar.data.lazy(), []
    for nomor, satu in enumerate(lembar.kolom):
        nama = f"k{nomor}"
        sel = semula.get(satu.kolom) if satu.kolom else milik.get(satu.huruf)
        tertulis = pl.lit(None, pl.String)
        if sel is not None:
            isi = _beside(isi, sel.select("baris", pl.col("nilai").alias(f"+{nama}")))
            tertulis = pl.col(f"+{nama}")
        terbaca = _written(lembar.data.schema, satu.kolom)
        teks.append((tertulis if terbaca is None else terbaca.fill_null(tertulis)).alias(nama))
    return isi.with_columns(teks)


def _beside(isi: pl.LazyFrame, lain: pl.DataFrame) -> pl.LazyFrame:
    return isi.join(lain.lazy(), on="baris", how="left", maintain_order="left")


def _by_column(sel: pl.DataFrame, kolom: str) -> dict[object, pl.DataFrame]:
    """Scattered cells per column they stand in."""
    if sel.is_empty():
        return {}
    return {nama: isi for (nama,), isi in sel.partition_by(kolom, as_dict=True).items()}


def _doubted(kolom: str, sel: pl.DataFrame) -> pl.DataFrame:
    """What could not be read, as it was written. A value that only its place made doubtful (a NIK stored
    as a number, a date that was swapped) would be read as sure when it comes back as text: it says '?'."""
    nilai = sel["nilai"]
    if kolom == "nik":
        terbaca = baca_nik(nilai.clone()).nilai
    elif kolom.startswith("tanggal"):
        terbaca = baca_tanggal(nilai.clone()).nilai
        nilai = nilai.str.replace(SEL_TANGGAL, "${3}-${2}-${1}")
    else:
        return sel
    return sel.with_columns(nilai.zip_with(terbaca.is_null(), nilai + RAGU).alias("nilai"))


def _written(skema: pl.Schema, kolom: str | None) -> pl.Expr | None:
    """A column of the form as an office writes it."""
    if kolom is None:
        return None
    isi = pl.col(kolom)
    if isinstance(skema[kolom], pl.Datetime):
        return isi.dt.convert_time_zone("Asia/Jakarta").dt.strftime(f"{TANGGAL} %H:%M")
    return isi.dt.strftime(TANGGAL) if skema[kolom] == pl.Date else isi.cast(pl.String)


def _with_marks(isi: pl.LazyFrame, sel: pl.DataFrame, letak: dict[str, int]) -> pl.LazyFrame:
    for kolom, milik in _by_column(sel, "kolom").items():
        if isinstance(kolom, str) and kolom in letak:
            nama = f"g{letak[kolom]}"
            isi = _beside(isi, milik.select("baris", pl.col("pangkat").alias(nama)))
    return isi


def _with_answers(isi: pl.LazyFrame, lembar: LembarAsal, baris: pl.DataFrame) -> pl.LazyFrame:
    """With the added columns. A decision given before stands again where its question is still open."""
    lama = lembar.keputusan.select(
        "baris",
        pl.when(pl.col("keputusan") == BENAR).then(pl.lit("benar"))
        .when(pl.col("keputusan").is_not_null()).then(pl.lit("perbaiki"))
        .alias("keputusan_temuan"),
        pl.col("alasan").alias("alasan_keputusan"),
        pl.col(KUNCI).alias("kunci_lama"),
    )  # fmt: skip
    isi = isi.with_columns(kunci_dari(lembar.bentuk, lembar.data.columns))
    for satu in (baris.select("baris", "temuan", TANYA), lama):
        kosong = [pl.lit(None, t).alias(n) for n, t in satu.schema.items() if n != "baris"]
        isi = isi.with_columns(kosong) if satu.is_empty() else _beside(isi, satu)
    terbuka = pl.col(TANYA).is_not_null()
    return isi.with_columns(
        pl.coalesce("kunci_lama", KUNCI).alias(KUNCI),
        *(pl.when(terbuka).then(pl.col(nama)).alias(nama) for nama in DIISI),
    )


def _width(lembar: LembarAsal, kolom: KolomAsal) -> int:
    if kolom.kolom is None:
        return min(max(len(kolom.judul) + 2, 8), LEBAR_TEKS)
    if lembar.data.schema[kolom.kolom] == pl.Date:
        return LEBAR_TANGGAL
    return LEBAR.get(kolom.kolom, LEBAR_TEKS)
