"""The days on which no office signs: Sundays, and the national holidays that were decreed."""

from functools import cache

import polars as pl

from rules.rujukan import rujukan

MINGGU, KERJA = "Minggu", "hari kerja"


@cache
def libur_nasional() -> pl.DataFrame:
    """tanggal, nama of every national holiday; whole years only (libur_nasional.csv)."""
    return pl.read_csv(
        rujukan("libur_nasional.csv"), schema={"tanggal": pl.Date, "nama": pl.String}
    )


def nama_hari(tanggal: pl.Expr) -> pl.Expr:
    """Name of the holiday, "Minggu", or "hari kerja"; null where the date is missing or its year is not
    in the calendar (a Sunday is one in any year). A Saturday is an office day in many regions."""
    daftar = libur_nasional()
    nama = dict(daftar.iter_rows())
    tahun = daftar["tanggal"].dt.year().unique()
    biasa = pl.when(tanggal.dt.year().is_in(tahun.to_list())).then(pl.lit(KERJA))
    libur = tanggal.replace_strict(nama, default=None, return_dtype=pl.String)
    minggu = pl.when(tanggal.dt.weekday() == 7).then(pl.lit(MINGGU))
    return pl.coalesce(libur, minggu, biasa)
