from datetime import date

import polars as pl
import pytest

from rules.ungkapan import (
    bulan_indeks,
    nama_baku,
    nama_banding,
    nama_bergelar,
    nama_sama,
    nik_angka,
    nik_bagian,
    nik_tanggal_lahir,
    nomor_sk_baku,
    nomor_thk2_baku,
    tanggal_ada,
    terbaca,
    terisi,
    usia_pada,
)

ACUAN = date(2021, 12, 31)


def nilai(ungkapan, *isi, tipe=pl.String):
    """The expression over one column `x`."""
    return (
        pl.DataFrame({"x": pl.Series(isi, dtype=tipe)}).select(ungkapan.alias("h"))["h"].to_list()
    )


@pytest.mark.parametrize(
    ("nama", "baku"),
    [
        ("Budi  Santoso, S.Pd", "BUDI SANTOSO"),
        ("Siti Aminah S.Pd., M.Pd.", "SITI AMINAH"),
        ("Rina, A.Md.Keb.", "RINA"),
        ("Ns. Dewi S.Kep", "DEWI"),
        ("apt. Rudi", "RUDI"),
        ("dr. Rina", "RINA"),
        ("Budi S. M.", "BUDI S. M."),
        ("Irma Suryani", "IRMA SURYANI"),
        ("Ma'mun", "MA'MUN"),
        ("S.Pd", "S.PD"),
        ("   ", None),
        (None, None),
    ],
)
def test_academic_titles_leave_the_name(nama, baku):
    assert nilai(nama_baku(pl.col("x")), nama) == [baku]


@pytest.mark.parametrize(
    "nama", ["Hj. Siti", "H. Ahmad", "R. Agus", "Andi Baso", "Ida Bagus Made", "Agus M", "Ustman"]
)
def test_religious_and_noble_words_belong_to_the_name(nama):
    assert nilai(nama_bergelar(pl.col("x")), nama) == [False]


def test_compared_names_are_letters_only():
    assert nilai(nama_banding(pl.col("x")), "Nur'aini binti-Ali, S.E.") == ["NURAINIBINTIALI"]


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("BUDI", "BUDI", True),
        ("BUDI", "BUDIMAN", False),
        ("A" * 30, "A" * 33, True),
        ("A" * 29, "A" * 33, False),
        (None, "BUDI", None),
    ],
)
def test_a_cut_name_agrees_by_its_part(satu, dua, sama):
    frame = pl.DataFrame({"a": [satu], "b": [dua]}, schema={"a": pl.String, "b": pl.String})
    assert frame.select(h=nama_sama(pl.col("a"), pl.col("b"), 30))["h"].to_list() == [sama]


@pytest.mark.parametrize(
    ("lahir", "usia"),
    [
        (date(1965, 1, 1), 56),
        (date(1964, 12, 31), 57),
        (date(2001, 12, 31), 20),
        (date(2002, 1, 1), 19),
        (date(2000, 2, 29), 21),
        (None, None),
    ],
)
def test_age_is_completed_years(lahir, usia):
    assert nilai(usia_pada(pl.col("x"), ACUAN), lahir, tipe=pl.Date) == [usia]


@pytest.mark.parametrize(
    ("lahir", "usia"),
    [
        (date(1965, 6, 14), 56),
        (date(1965, 6, 15), 56),
        (date(1965, 6, 16), 55),
        (date(1965, 5, 31), 56),
        (date(1965, 7, 1), 55),
        (date(1965, 12, 1), 55),
    ],
)
def test_a_year_is_completed_on_the_birthday(lahir, usia):
    assert nilai(usia_pada(pl.col("x"), date(2021, 6, 15)), lahir, tipe=pl.Date) == [usia]


def test_months_subtract_across_years():
    des, jan, feb = nilai(
        bulan_indeks(pl.col("x")),
        date(2020, 12, 31),
        date(2021, 1, 1),
        date(2021, 2, 28),
        tipe=pl.Date,
    )
    assert (jan - des, feb - jan) == (1, 1)


@pytest.mark.parametrize(
    ("nik", "angka"),
    [
        ("1101015708900001", 1101015708900001),
        ("110101570890000", None),
        ("11010157089000011", None),
        ("\uff11101015708900001", None),
        ("11010157089OOOO1", None),
        (None, None),
    ],
)
def test_only_sixteen_ascii_digits_are_a_nik(nik, angka):
    assert nilai(nik_angka(pl.col("x")), nik) == [angka]


def test_parts_of_a_nik():
    angka = 1101015708900123
    assert nilai(nik_bagian(pl.col("x"), 0, 4), angka, tipe=pl.UInt64) == [1101]
    assert nilai(nik_bagian(pl.col("x"), 6, 2), angka, tipe=pl.UInt64) == [57]
    assert nilai(nik_bagian(pl.col("x"), 12, 4), angka, tipe=pl.UInt64) == [123]


@pytest.mark.parametrize(
    ("enam", "lahir"),
    [
        ("170890", date(1990, 8, 17)),
        ("570890", date(1990, 8, 17)),
        ("010121", date(2021, 1, 1)),
        ("010122", date(1922, 1, 1)),
        ("290200", date(2000, 2, 29)),
        ("290201", None),
        ("310299", None),
        ("710199", date(1999, 1, 31)),
        ("720199", None),
        ("400199", None),
        ("000199", None),
        ("011399", None),
        ("010099", None),
    ],
)
def test_the_date_in_a_nik_is_resolved_against_the_census(enam, lahir):
    angka = int(f"110101{enam}0001")
    assert nilai(nik_tanggal_lahir(pl.col("x"), 2021), angka, tipe=pl.UInt64) == [lahir]


def test_a_century_year_is_no_leap_year():
    ada = tanggal_ada(pl.lit(1900), pl.lit(2), pl.lit(29))
    assert pl.select(ada.alias("h"))["h"].to_list() == [None]


@pytest.mark.parametrize(
    ("tahun", "ada"), [(2000, True), (2100, False), (1904, True), (1901, False)]
)
def test_leap_years_follow_the_gregorian_calendar(tahun, ada):
    hari = tanggal_ada(pl.lit(tahun), pl.lit(2), pl.lit(29))
    assert pl.select(hari.alias("h"))["h"].to_list() == [date(tahun, 2, 29) if ada else None]


@pytest.mark.parametrize(
    ("nomor", "baku"),
    [
        ("Nomor : 814.1 / 17 / 2019", "814.1/17/2019"),
        ("No. 814.1/17/2019", "814.1/17/2019"),
        ("814.1/17/2019", "814.1/17/2019"),
        ("81/41/2019", "81/41/2019"),
        ("  ", None),
        (None, None),
    ],
)
def test_sk_numbers_keep_their_separators(nomor, baku):
    assert nilai(nomor_sk_baku(pl.col("x")), nomor) == [baku]


def test_thk2_numbers_are_digits_and_letters():
    assert nilai(nomor_thk2_baku(pl.col("x")), "5207-1300 2001", "-") == ["520713002001", None]


@pytest.mark.parametrize(
    ("isi", "tak", "bisa", "ada"),
    [
        ("x", [], True, True),
        (None, [], None, False),
        (None, ["x"], False, True),
        (None, None, None, False),
    ],
)
def test_empty_and_unreadable_are_two_things(isi, tak, bisa, ada):
    frame = pl.DataFrame(
        {"x": [isi], "tak_terbaca": [tak]},
        schema={"x": pl.String, "tak_terbaca": pl.List(pl.String)},
    )
    hasil = frame.select(bisa=terbaca("x"), ada=terisi("x"))
    assert hasil.row(0) == (bisa, ada)
