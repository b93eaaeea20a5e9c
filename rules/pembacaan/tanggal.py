"""Dates as offices write them; what could be two dates, or none, is unreadable."""

from datetime import date

import polars as pl

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import kosakata
from rules.pembacaan.sel import NILAI, TERTULIS, Sel, baca_sisanya, sebab

HARI_NOL_EXCEL = date(1899, 12, 30)
RESMI = "%d-%m-%Y"
SEL_TANGGAL = "%Y-%m-%d 00:00:00"
ISO = r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$"
HARI_BULAN_TAHUN = r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$"
NAMA_BULAN = r"^(\d{1,2})[-/.\s]*([A-Z]+)[-/.,\s]*(\d{4}|\d{2})$"
SERIAL = r"^(\d{5})(?:\.\d+)?$"
POLOS = r"^\d{1,2}-\d{1,2}-\d{4}$"


def cepat_tanggal(kolom: str, bentuk: str = RESMI) -> pl.Expr:
    """Date where the cell is written in this one form (default: the official one), else null."""
    return pl.col(kolom).str.to_date(bentuk, strict=False, cache=False)


def polos_tanggal(kolom: str) -> pl.Expr:
    """True where a date read is one that can be meant."""
    batas = pembacaan().tanggal
    rentang = pl.col(kolom).is_between(
        date(batas.tahun_awal, 1, 1), date(batas.tahun_akhir, 12, 31)
    )
    return rentang.fill_null(value=False)


def baca_tanggal(teks: pl.Series) -> Sel:
    """Date column from text. dd-mm-yyyy and real date cells are plain; others sure are DIBAKUKAN."""
    cepat, sisa = _coba(teks, RESMI)
    if not sisa.any():
        return Sel(cepat)
    cepat = cepat.zip_with(~sisa, _coba(teks, SEL_TANGGAL)[0])
    sisa = _sisa(teks, cepat)
    return baca_sisanya(cepat, teks, sisa, _tafsirkan) if sisa.any() else Sel(cepat)


def _coba(teks: pl.Series, bentuk: str) -> tuple[pl.Series, pl.Series]:
    cepat = teks.to_frame("x").select(cepat_tanggal("x", bentuk)).to_series()
    return cepat, _sisa(teks, cepat)


def _sisa(teks: pl.Series, cepat: pl.Series) -> pl.Series:
    return teks.is_not_null() & ~cepat.to_frame("x").select(polos_tanggal("x")).to_series()


def _tafsirkan(beda: pl.DataFrame) -> pl.DataFrame:
    """Value and sebab of each distinct text; the patterns exclude one another."""
    batas = pembacaan().tanggal
    nilai = pl.coalesce(_iso(), _angka(), _nama_bulan(), _serial())
    awal, akhir = date(batas.tahun_awal, 1, 1), date(batas.tahun_akhir, 12, 31)
    polos = pl.col(TERTULIS).str.contains(POLOS) | pl.col(TERTULIS).str.contains(ISO)
    return (
        beda.with_columns(nilai.alias(NILAI))
        .with_columns(pl.when(pl.col(NILAI).is_between(awal, akhir)).then(NILAI).alias(NILAI))
        .with_columns(sebab(pl.col(NILAI), polos))
    )


def _bagian(pola: str, urutan: tuple[int, int, int], teks: pl.Expr) -> pl.Expr:
    """Date from the year, month and day groups of a pattern; null when it does not fit or exist."""
    tahun, bulan, hari = (teks.str.extract(pola, i) for i in urutan)
    tertulis = pl.concat_str(
        _tahun_penuh(tahun), pl.lit("-"), bulan.str.zfill(2), pl.lit("-"), hari.str.zfill(2)
    )
    return tertulis.str.to_date("%Y-%m-%d", strict=False)


def _tahun_penuh(tahun: pl.Expr) -> pl.Expr:
    """Two digits are read only where the next century would be out of the question."""
    dua = tahun.str.len_bytes() == 2
    pasti = tahun.cast(pl.Int32, strict=False) >= pembacaan().tanggal.dua_angka_awal
    return pl.when(~dua).then(tahun).when(pasti).then(pl.concat_str(pl.lit("19"), tahun))


def _iso() -> pl.Expr:
    return _bagian(ISO, (1, 2, 3), pl.col(TERTULIS))


def _angka() -> pl.Expr:
    return _bagian(HARI_BULAN_TAHUN, (3, 2, 1), pl.col(TERTULIS))


def _nama_bulan() -> pl.Expr:
    besar = pl.col(TERTULIS).str.to_uppercase()
    angka = besar.str.extract(NAMA_BULAN, 2).replace_strict(kosakata("bulan").sinonim, default=None)
    disusun = pl.concat_str(
        besar.str.extract(NAMA_BULAN, 1),
        pl.lit("-"),
        angka,
        pl.lit("-"),
        besar.str.extract(NAMA_BULAN, 3),
    )
    return _bagian(HARI_BULAN_TAHUN, (3, 2, 1), disusun)


def _serial() -> pl.Expr:
    batas = pembacaan().tanggal
    nomor = pl.col(TERTULIS).str.extract(SERIAL, 1).cast(pl.Int32, strict=False)
    sah = pl.when(nomor.is_between(batas.serial_awal, batas.serial_akhir)).then(nomor)
    return pl.lit(HARI_NOL_EXCEL) + pl.duration(days=sah)
