from datetime import UTC, date, datetime

import pytest

from reports.tulisan import KOSONG, angka, persen, pukul, saat, sidik_pendek, tanggal


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(0, "0"), (999, "999"), (1234567, "1.234.567"), (-60377, "-60.377"), (None, KOSONG)],
)
def test_numbers_have_dots(nilai, teks):
    assert angka(nilai) == teks


def test_a_share_has_a_comma_and_needs_a_whole():
    assert persen(180128, 2360723, 2) == "7,63%"
    assert persen(1, 0) == KOSONG


def test_dates_are_words():
    assert tanggal(date(2022, 10, 8)) == "8 Oktober 2022"
    assert tanggal(None) == KOSONG


def test_a_moment_is_read_in_wib():
    malam = datetime(2022, 9, 30, 17, 0, tzinfo=UTC)
    assert tanggal(malam) == "1 Oktober 2022"
    assert pukul(malam) == "pukul 00.00 WIB"
    assert saat(malam) == "1 Oktober 2022 pukul 00.00 WIB"
    assert saat(None) == KOSONG


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        pukul(datetime(2022, 10, 22, 17))


def test_a_short_digest_has_sixteen_characters():
    assert sidik_pendek("ab12" * 16) == "ab12ab12ab12ab12"
