import pytest

from rules.bentuk.nik import kecamatan, lahir, panjang, seri, tanggal, wilayah
from tests.cases import assert_cases
from tests.rules.orang import K


def test_panjang():
    assert_cases(panjang, K, """
        nik              | nik_angka        | tak_terbaca   | putusan
        -----------------+------------------+---------------+--------
        1101011708900001 | 1101011708900001 |               | T
                         |                  | nik           | F
                         |                  | nama,nik      | F
        110101170890     |                  |               | F
                         |                  |               | -
                         |                  | tanggal_lahir | -
    """)  # fmt: skip


def test_wilayah():
    assert_cases(wilayah, K, """
        nik_angka        | putusan
        -----------------+--------
        1101011708900001 | T
        9171011708900001 | T
        9191011708900001 | F
        1199011708900001 | F
        11011708900001   | F
                         | -
    """)  # fmt: skip


def test_kecamatan_only_where_the_kabupaten_is_known():
    assert_cases(kecamatan, K, """
        nik_angka        | dukcapil_ada | putusan
        -----------------+--------------+--------
        1101011708900001 |              | T
        1101991708900001 |              | F
        1101991708900001 | ya           | F
        1101991708900001 | tidak        | -
        1199991708900001 |              | -
                         |              | -
    """)  # fmt: skip


def test_tanggal():
    assert_cases(tanggal, K, """
        nik_angka        | putusan
        -----------------+--------
        1101011708900001 | T
        1101015708900001 | T
        1101017101990001 | T
        1101012902000001 | T
        1101012902010001 | F
        1101013102990001 | F
        1101017201990001 | F
        1101013501990001 | F
        1101010001990001 | F
        1101014001990001 | F
        1101014101990001 | T
        1101010101990001 | T
        1101013101990001 | T
        1101013201990001 | F
        1101010112990001 | T
        1101010113990001 | F
        1101010100990001 | F
                         | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("bulan", "terakhir"),
    [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31)],
)  # fmt: skip
def test_tanggal_ends_where_its_month_ends(bulan, terakhir):
    assert_cases(tanggal, K, f"""
        nik_angka                                 | putusan
        110101{terakhir:02}{bulan:02}990001       | T
        110101{terakhir + 1:02}{bulan:02}990001   | F
        110101{terakhir + 40:02}{bulan:02}990001  | T
        110101{terakhir + 41:02}{bulan:02}990001  | F
    """)  # fmt: skip


def test_tanggal_knows_leap_years():
    assert_cases(tanggal, K, """
        nik_angka        | putusan
        -----------------+--------
        1101012902960001 | T
        1101013002960001 | F
        1101012902000001 | T
        1101012902980001 | F
        1101012902950001 | F
        1101012902970001 | F
    """)  # fmt: skip


def test_seri():
    assert_cases(seri, K, """
        nik_angka        | putusan
        -----------------+--------
        1101011708900001 | T
        1101011708901000 | T
        1101011708900010 | T
        1101011708900000 | F
        1101011708910000 | F
        1101011708000000 | F
                         | -
    """)  # fmt: skip


def test_lahir_is_never_a_rejection():
    assert lahir.berat == "periksa"
    assert lahir.kriteria is None
    assert_cases(lahir, K, """
        nik_angka        | tanggal_lahir | dukcapil_tanggal_lahir | dukcapil_ada | putusan
        -----------------+---------------+------------------------+--------------+--------
        1101011708900001 | 1990-08-17    |                        |              | T
        1101015708900001 | 1990-08-17    |                        |              | T
        1101011708900001 | 1991-08-17    |                        |              | F
        1101011708900001 | 1991-08-17    | 1991-08-17             | ya           | F
        1101011708900001 | 1991-08-17    | 1990-08-17             | ya           | T
        1101011708900001 | 1991-08-17    |                        | tidak        | -
        1101011708900001 |               | 1990-08-17             | ya           | -
        1111111111111111 | 1990-08-17    |                        |              | -
        1212121212121212 | 1990-08-17    |                        |              | -
        1101013508900001 | 1990-08-17    |                        |              | -
                         | 1990-08-17    |                        |              | -
        1101011708210001 | 2021-08-17    |                        |              | T
        1101011708220001 | 1922-08-17    |                        |              | T
        1101013112900001 | 1990-12-31    |                        |              | T
        1101010101900001 | 1990-01-01    |                        |              | T
    """)  # fmt: skip


@pytest.mark.parametrize("aturan", [panjang, wilayah, tanggal, seri, lahir])
def test_the_form_of_a_nik_never_rejects(aturan):
    assert not aturan.memutus
