import pytest

from rules.bentuk import isian
from rules.bentuk.isian import nama_gelar, sk_urut
from tests.cases import assert_cases
from tests.rules.orang import K

TERBACA = [
    (isian.TANGGAL_LAHIR, "1990-08-17"),
    (isian.TANGGAL_LULUS, "2012-08-30"),
    (isian.TANGGAL_SK, "2019-01-02"),
    (isian.TANGGAL_MULAI, "2019-01-02"),
    (isian.TANGGAL_AKHIR, "2019-12-31"),
    (isian.KODE_KELAMIN, "L"),
    (isian.KODE_PENANDATANGAN, "PPK"),
]


@pytest.mark.parametrize(("aturan", "isi"), TERBACA, ids=lambda satu: getattr(satu, "kode", satu))
def test_a_filled_cell_must_be_readable(aturan, isi):
    assert_cases(aturan, K, f"""
        {aturan.kolom} | tak_terbaca         | putusan
        {isi}          |                     | T
        {isi}          | nama                | T
                       | {aturan.kolom}      | F
                       | nama,{aturan.kolom} | F
                       |                     | -
                       | nama                | -
    """)  # fmt: skip


def test_nama_gelar():
    assert_cases(nama_gelar, K, """
        nama                 | putusan
        ---------------------+--------
        Teuku Umar           | T
        Hj. Siti Aminah      | T
        Ida Bagus Made       | T
        Raden Ajeng Kartini  | T
        Teuku Umar, S.Pd     | F
        TEUKU UMAR SPD       | F
        Dr. Teuku Umar       | F
                             | -
    """)  # fmt: skip


def test_sk_urut():
    assert_cases(sk_urut, K, """
        tanggal_mulai | tanggal_akhir | putusan
        --------------+---------------+--------
        2019-01-02    | 2019-12-31    | T
        2019-01-02    | 2019-01-02    | T
        2019-01-02    | 2019-01-01    | F
        2019-01-02    |               | -
                      | 2019-01-01    | -
    """)  # fmt: skip
