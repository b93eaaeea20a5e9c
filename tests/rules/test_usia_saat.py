"""Age on the date of another column."""

from datetime import date

import polars as pl
import pytest

from rules.ungkapan import usia_saat


@pytest.mark.parametrize(
    ("lahir", "saat", "usia"),
    [
        (date(1990, 8, 17), date(2005, 8, 17), 15),
        (date(1990, 8, 17), date(2005, 8, 16), 14),
        (date(1990, 8, 17), date(2005, 9, 1), 15),
        (date(1990, 8, 17), date(2005, 7, 31), 14),
        (date(1990, 12, 1), date(2005, 11, 30), 14),
        (date(2000, 2, 29), date(2001, 2, 28), 0),
        (date(2000, 2, 29), date(2001, 3, 1), 1),
        (date(1990, 8, 17), date(1989, 8, 17), -1),
        (date(1990, 8, 17), date(1990, 8, 16), -1),
        (None, date(2005, 8, 17), None),
        (date(1990, 8, 17), None, None),
    ],
)
def test_completed_years(lahir, saat, usia):
    baris = pl.DataFrame({"lahir": [lahir], "saat": [saat]}, schema={"lahir": pl.Date, "saat": pl.Date})  # fmt: skip
    assert baris.select(usia_saat(pl.col("lahir"), pl.col("saat"))).item() == usia
