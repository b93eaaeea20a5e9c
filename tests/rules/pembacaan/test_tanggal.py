from datetime import date

import polars as pl
import pytest

from rules.pembacaan.tanggal import HARI_NOL_1904, baca_tanggal


def baca(*teks: str | None) -> list[tuple[date | None, str | None]]:
    sel = baca_tanggal(pl.Series(teks, dtype=pl.String))
    sebab = dict(sel.catatan.iter_rows()) if sel.catatan is not None else {}
    return [(nilai, sebab.get(i)) for i, nilai in enumerate(sel.nilai)]


@pytest.mark.parametrize(
    "tulisan",
    [
        "03-04-1990",
        "3-4-1990",
        " 03-04-1990 ",
        "1990-04-03",
        "1990-04-03 00:00:00",
        "1990-04-03 13:05:00",
    ],
)
def test_the_official_form_and_date_cells_are_plain(tulisan: str) -> None:
    assert baca(tulisan) == [(date(1990, 4, 3), None)]


@pytest.mark.parametrize(
    "tulisan",
    [
        "03/04/1990",
        "3.4.1990",
        "3 April 1990",
        "03-Apr-1990",
        "3 APRIL 90",
        "03-04-90",
        "32966",
        "32966.0",
    ],
)
def test_other_sure_forms_are_read_and_told(tulisan: str) -> None:
    assert baca(tulisan) == [(date(1990, 4, 3), "DIBAKUKAN")]


@pytest.mark.parametrize(
    ("tulisan", "bulan"),
    [
        ("1 Pebruari 1990", 2),
        ("1 mei 1990", 5),
        ("1 Agt 1990", 8),
        ("1 Nopember 1990", 11),
        ("1 Des 1990", 12),
    ],
)
def test_indonesian_months_as_people_spell_them(tulisan: str, bulan: int) -> None:
    assert baca(tulisan)[0][0] == date(1990, bulan, 1)


@pytest.mark.parametrize(
    "tulisan",
    [
        "31-02-1990",
        "03-04-05",
        "1990",
        "99999",
        "belum lulus",
        "03-04-0090",
        "03-04-2190",
        "3 Foo 1990",
        "-",
    ],
)
def test_what_is_no_date_or_two_dates_is_unreadable(tulisan: str) -> None:
    assert baca(tulisan) == [(None, "TAK_TERBACA")]


def test_each_row_of_a_mixed_column_is_read_by_its_own_form() -> None:
    assert baca("03-04-1990", "1990-04-03 00:00:00", "3/4/1990", "x", "", None) == [
        (date(1990, 4, 3), None),
        (date(1990, 4, 3), None),
        (date(1990, 4, 3), "DIBAKUKAN"),
        (None, "TAK_TERBACA"),
        (None, None),
        (None, None),
    ]


def test_a_column_that_proves_month_first_is_read_so() -> None:
    assert baca("03/04/1990", "12/25/1990", "05-06-1991") == [
        (date(1990, 3, 4), "DIBAKUKAN"),
        (date(1990, 12, 25), "DIBAKUKAN"),
        (date(1991, 5, 6), "DIBAKUKAN"),
    ]


def test_one_day_first_date_takes_the_proof_away() -> None:
    assert baca("03/04/1990", "12/25/1990", "25/12/1990") == [
        (date(1990, 4, 3), "DIBAKUKAN"),
        (None, "TAK_TERBACA"),
        (date(1990, 12, 25), "DIBAKUKAN"),
    ]


@pytest.mark.parametrize("pemisah", ["-", "/"])
@pytest.mark.parametrize("sel", ["1990-04-03 00:00:00", "1990-04-03"])
def test_date_cells_beside_text_of_later_days_were_swapped(sel: str, pemisah: str) -> None:
    teks = [f"25{pemisah}12{pemisah}1990", f"31{pemisah}01{pemisah}1991"]
    terbaca = baca(sel, "1990-05-05 00:00:00", *teks)
    assert terbaca[0] == (None, "TAK_TERBACA")
    assert [nilai for nilai, _ in terbaca[1:]] == [
        date(1990, 5, 5),
        date(1990, 12, 25),
        date(1991, 1, 31),
    ]


@pytest.mark.parametrize(
    "lain",
    [
        ("1991-05-30 00:00:00", "25/12/1990", "31/01/1991"),
        ("1991-05-06 00:00:00", "25/12/1990", "03/01/1991"),
        ("1991-05-06 00:00:00", "25/12/1990"),
        ("25/12/1990", "31/01/1991"),
    ],
)
def test_no_swap_is_seen_where_none_is_proven(lain: tuple[str, ...]) -> None:
    assert baca("1990-04-03 00:00:00", *lain)[0] == (date(1990, 4, 3), None)


def test_serial_numbers_of_a_1904_workbook() -> None:
    sel = baca_tanggal(pl.Series(["31504"]), hari_nol=HARI_NOL_1904)
    assert sel.nilai.to_list() == [date(1990, 4, 3)]
