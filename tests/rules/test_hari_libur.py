from datetime import date

import polars as pl

from rules.hari_libur import libur_nasional, nama_hari


def test_what_day_it_was():
    hari = {
        date(2021, 1, 1): "Tahun Baru Masehi",
        date(2021, 1, 2): "hari kerja",
        date(2021, 1, 3): "Minggu",
        date(2021, 1, 4): "hari kerja",
        date(2017, 1, 2): "hari kerja",
        date(2021, 12, 31): "hari kerja",
        date(2016, 12, 30): None,
        date(2022, 1, 3): None,
        date(2011, 1, 2): "Minggu",
        None: None,
    }
    tanggal = pl.Series("tanggal", list(hari), dtype=pl.Date)
    assert tanggal.to_frame().select(nama_hari(pl.col("tanggal"))).to_series().to_list() == list(
        hari.values()
    )


def test_the_calendar_has_whole_years():
    libur = libur_nasional()
    per_tahun = dict(libur.group_by(libur["tanggal"].dt.year()).len().iter_rows())
    assert sorted(per_tahun) == [2017, 2018, 2019, 2020, 2021]
    assert min(per_tahun.values()) >= 15
    assert libur["tanggal"].is_sorted()
    assert not libur["tanggal"].is_duplicated().any()
    for tahun in per_tahun:
        for bulan, hari in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25)):
            assert date(tahun, bulan, hari) in libur["tanggal"]
