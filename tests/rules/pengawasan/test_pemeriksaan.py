import pytest

from rules.pengawasan import pemeriksaan
from rules.pengawasan.pemeriksaan import sesuai, terdaftar, waktu
from tests.cases import assert_cases
from tests.rules.orang import K


def test_sesuai():
    assert_cases(sesuai, K, """
        id_tenaga | hasil        | berlaku | putusan
        ----------+--------------+---------+--------
        1         | SESUAI       | ya      | T
        1         | TIDAK SESUAI | ya      | F
        1         | TIDAK SESUAI | tidak   | -
                  | TIDAK SESUAI | ya      | -
    """)  # fmt: skip


def test_terdaftar():
    assert_cases(terdaftar, K, """
        id_tenaga | berlaku | ada_daftar | putusan
        ----------+---------+------------+--------
        1         | ya      | ya         | T
                  | ya      | ya         | F
                  | ya      |            | -
                  | tidak   | ya         | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("aturan", "isi"),
    [(pemeriksaan.NIK_TERBACA, "1101011708900001"), (pemeriksaan.HASIL_TERBACA, "SESUAI")],
)
def test_a_verdict_says_of_whom_and_what(aturan, isi):
    assert_cases(aturan, K, f"""
        {aturan.kolom} | tak_terbaca    | putusan
        {isi}          |                | T
                       | {aturan.kolom} | F
                       |                | F
        tanpa data: sel yang kosong adalah temuannya sendiri
    """)  # fmt: skip


def test_waktu():
    assert_cases(waktu, K, """
        waktu_periksa:tanggal | tak_terbaca   | putusan
        2022-10-01            |               | T
                              | waktu_periksa | F
                              |               | -
    """)  # fmt: skip
