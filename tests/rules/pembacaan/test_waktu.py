from datetime import UTC, datetime

import polars as pl
import pytest

from rules.pembacaan.sel import DIBAKUKAN, TAK_TERBACA
from rules.pembacaan.waktu import baca_waktu, cepat_waktu

JAM_DELAPAN = datetime(2022, 10, 1, 1, tzinfo=UTC)


def baca(*isi: str | None):
    teks = pl.Series("x", isi, pl.String)
    return baca_waktu(teks, teks.to_frame().select(cepat_waktu("x")).to_series())


@pytest.mark.parametrize(
    "tulisan",
    [
        "01-10-2022 08:00",
        "01-10-2022 08:00:00",
        "1/10/2022 8.00",
        "1 Oktober 2022 pukul 08.00 WIB",
        "01-10-2022, 08:00",
        "2022-10-01 08:00:00",
        "2022-10-01T08:00:00+07:00",
        "2022-10-01T01:00:00Z",
        "01-10-2022 09:00 WITA",
        "01-10-2022 10.00.00 wit",
        "2022-09-30T19:30:00-0530",
    ],
)
def test_a_moment_is_one_moment_however_written(tulisan):
    sel = baca(tulisan)
    assert sel.nilai.to_list() == [JAM_DELAPAN]
    assert sel.catatan is None


@pytest.mark.parametrize(
    ("tulisan", "saat"),
    [
        ("01-10-2022", datetime(2022, 9, 30, 17, tzinfo=UTC)),
        ("44835.5", datetime(2022, 10, 1, 5, tzinfo=UTC)),
    ],
)
def test_a_bare_date_and_a_number_are_told(tulisan, saat):
    sel = baca(None, tulisan)
    assert sel.nilai.to_list() == [None, saat]
    assert sel.catatan["sebab"].to_list() == [DIBAKUKAN]


@pytest.mark.parametrize(
    "tulisan",
    ["kemarin", "31-02-2022 08:00", "01-10-2022 25:00", "01-10-2022 08:61", "01-10-2022 08:00 EST", "08:00"],
)  # fmt: skip
def test_what_names_no_moment_is_unreadable(tulisan):
    sel = baca(tulisan, "01-10-2022 08:00")
    assert sel.nilai.to_list() == [None, JAM_DELAPAN]
    assert sel.catatan.rows() == [(0, TAK_TERBACA)]
