"""Dates as offices write them; what could be two dates, or none, is unreadable."""

from datetime import date

import polars as pl

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import kosakata
from rules.pembacaan.sel import NILAI, TERTULIS, Sel, baca_sisanya, ragukan, sebab

HARI_NOL_EXCEL = date(1899, 12, 30)
HARI_NOL_1904 = date(1904, 1, 1)
BULAN_SETAHUN = 12
RESMI = "%d-%m-%Y"
SEL_TANGGAL = "%Y-%m-%d 00:00:00"
ISO = (
    r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?$"
)
HARI_BULAN_TAHUN = r"^([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{4}|[0-9]{2})$"
NAMA_BULAN = r"^([0-9]{1,2})[-/.\s]*([A-Z]+)[-/.,\s]*([0-9]{4}|[0-9]{2})$"
SERIAL = r"^([0-9]{5})(?:\.[0-9]+)?$"
SEL_NYATA = r"^[0-9]{4}-([0-9]{2})-([0-9]{2})(?: 00:00:00)?$"
POLOS = r"^[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}$"


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


def baca_tanggal(
    teks: pl.Series, cepat: pl.Series | None = None, *, hari_nol: date = HARI_NOL_EXCEL
) -> Sel:
    """Date column from text. dd-mm-yyyy and real date cells are plain; others sure are DIBAKUKAN.

    `cepat`: what cepat_tanggal already made of the same cells; `hari_nol`: the day that serial numbers
    are counted from. A column that proves month-first is read
    so; date cells that a program made by swapping day and month are unreadable.
    """
    if cepat is None:
        cepat = _coba(teks, RESMI)
    sisa = _sisa(teks, cepat)
    perlu = _perlu_ragam(teks.filter(sisa))
    if int(sisa.sum()) * 2 > len(teks):
        cepat = cepat.zip_with(~sisa, _coba(teks, SEL_TANGGAL))
        sisa = _sisa(teks, cepat)
    ragam = _ragam(teks) if perlu else None
    if ragam is not None and ragam["bulan_dulu"]:
        teks = _tukar(teks)
        sisa = sisa | teks.str.contains(HARI_BULAN_TAHUN).fill_null(value=False)
    sel = Sel(cepat)
    if sisa.any():
        sel = baca_sisanya(cepat, teks, sisa, lambda beda: _tafsirkan(beda, hari_nol))
    return ragukan(sel, _sel_tertukar(teks)) if ragam and ragam["tertukar"] else sel


def _perlu_ragam(sisa: pl.Series) -> bool:
    """Whether the cells that are not dd-mm-yyyy give cause to look at the whole column: date cells, or
    a second number that is no month. Most columns with an odd cell have neither."""
    dua = pl.col("x").str.strip_chars().str.extract(HARI_BULAN_TAHUN, 2).cast(pl.Int32)
    nyata = pl.col("x").str.contains(SEL_NYATA)
    return bool(sisa.to_frame("x").select((nyata | (dua > BULAN_SETAHUN)).any()).item())


def _ragam(teks: pl.Series) -> dict[str, bool]:
    """What the whole column proves: bulan_dulu (12/25/1990 and no 25/12/1990), tertukar."""
    angka = pl.col("x").str.strip_chars().str.extract_groups(HARI_BULAN_TAHUN)
    satu, dua = (angka.struct.field(str(i)).cast(pl.Int32) for i in (1, 2))
    sel = pl.col("x").str.extract(SEL_NYATA, 2).cast(pl.Int32)
    cukup = pembacaan().tanggal.tukar_paling_sedikit
    hari_dulu = (satu > BULAN_SETAHUN).any()
    return (
        teks.to_frame("x")
        .select(
            bulan_dulu=(dua > BULAN_SETAHUN).any() & ~hari_dulu,
            tertukar=(sel.max() <= BULAN_SETAHUN).fill_null(value=False)
            & (satu.min() > BULAN_SETAHUN).fill_null(value=False)
            & (sel.count() >= cukup)
            & (satu.count() >= cukup),
        )
        .row(0, named=True)
    )


def _tukar(teks: pl.Series) -> pl.Series:
    """Month-first figures as day-first ones, with slashes: no longer the official form, so they are told."""
    return teks.str.strip_chars().str.replace(HARI_BULAN_TAHUN, "${2}/${1}/${3}")


def _sel_tertukar(teks: pl.Series) -> pl.Series:
    """Positions of date cells whose day and month differ; 04-04 stays 04-04 when swapped."""
    bagian = pl.col("x").str.extract_groups(SEL_NYATA)
    beda = bagian.struct.field("1") != bagian.struct.field("2")
    return teks.to_frame("x").select(beda.fill_null(value=False).arg_true()).to_series()


def _coba(teks: pl.Series, bentuk: str) -> pl.Series:
    return teks.to_frame("x").select(cepat_tanggal("x", bentuk)).to_series()


def _sisa(teks: pl.Series, cepat: pl.Series) -> pl.Series:
    terbaca = cepat.to_frame("x").select(polos_tanggal("x")).to_series()
    return teks.is_not_null() & ~terbaca


def _tafsirkan(beda: pl.DataFrame, hari_nol: date) -> pl.DataFrame:
    """Value and sebab of each distinct text; the patterns exclude one another."""
    batas = pembacaan().tanggal
    awal, akhir = date(batas.tahun_awal, 1, 1), date(batas.tahun_akhir, 12, 31)
    tertulis = pl.col(TERTULIS)
    hari = pl.coalesce(_baku("iso", (1, 2, 3)), _baku("angka", (3, 2, 1)), _bernama())
    return (
        beda.with_columns(
            tertulis.str.extract_groups(ISO).alias("iso"),
            tertulis.str.extract_groups(HARI_BULAN_TAHUN).alias("angka"),
            tertulis.str.to_uppercase().str.extract_groups(NAMA_BULAN).alias("nama"),
        )
        .with_columns(hari.str.to_date("%Y-%m-%d", strict=False).alias(NILAI))
        .with_columns(pl.coalesce(NILAI, _serial(hari_nol)).alias(NILAI))
        .with_columns(pl.when(pl.col(NILAI).is_between(awal, akhir)).then(NILAI).alias(NILAI))
        .with_columns(sebab(pl.col(NILAI), _polos()))
        .drop("iso", "angka", "nama")
    )


def _polos() -> pl.Expr:
    """Written in the official form, or as a date cell: nothing worth telling."""
    iso = pl.col("iso").struct.field("1").is_not_null()
    return iso | pl.col(TERTULIS).str.contains(POLOS)


def _baku(pola: str, urutan: tuple[int, int, int]) -> pl.Expr:
    """yyyy-mm-dd from the year, month and day groups of a pattern; null where it did not fit."""
    tahun, bulan, hari = (pl.col(pola).struct.field(str(i)) for i in urutan)
    return _susun(tahun, bulan, hari)


def _bernama() -> pl.Expr:
    """The same from a month in words; null where the word is no month."""
    hari, nama, tahun = (pl.col("nama").struct.field(str(i)) for i in (1, 2, 3))
    return _susun(tahun, nama.replace_strict(kosakata("bulan").sinonim, default=None), hari)


def _susun(tahun: pl.Expr, bulan: pl.Expr, hari: pl.Expr) -> pl.Expr:
    garis = pl.lit("-")
    return pl.concat_str(_tahun_penuh(tahun), garis, bulan.str.zfill(2), garis, hari.str.zfill(2))


def _tahun_penuh(tahun: pl.Expr) -> pl.Expr:
    """Two digits are read only where the next century would be out of the question."""
    dua = tahun.str.len_bytes() == 2
    pasti = tahun.cast(pl.Int32, strict=False) >= pembacaan().tanggal.dua_angka_awal
    return pl.when(~dua).then(tahun).when(pasti).then(pl.concat_str(pl.lit("19"), tahun))


def _serial(hari_nol: date) -> pl.Expr:
    batas = pembacaan().tanggal
    nomor = pl.col(TERTULIS).str.extract(SERIAL, 1).cast(pl.Int32, strict=False)
    sah = pl.when(nomor.is_between(batas.serial_awal, batas.serial_akhir)).then(nomor)
    return pl.lit(hari_nol) + pl.duration(days=sah)
