import polars as pl
import pytest

from rules.kelengkapan import data_utama
from rules.rule import Aturan
from tests.cases import assert_cases, kolom_skema
from tests.rules.orang import K

SEMUA = [satu for satu in vars(data_utama).values() if isinstance(satu, Aturan)]
IJAZAH = [data_utama.NOMOR_IJAZAH, data_utama.FILE_IJAZAH]
BIASA = [satu for satu in SEMUA if satu not in IJAZAH]


def kode(aturan):
    return aturan.kode


@pytest.mark.parametrize("aturan", BIASA, ids=kode)
def test_an_empty_obligatory_cell_is_a_finding_an_unreadable_one_is_not(aturan):
    isi = "2019-01-02" if kolom_skema("tenaga")[aturan.kolom] == pl.Date else "L"
    assert_cases(aturan, K, f"""
        {aturan.kolom} | tak_terbaca    | putusan
        {isi}          |                | T
                       | {aturan.kolom} | T
                       |                | F
                       | file_lain      | F
        tanpa data: sel yang kosong adalah temuannya sendiri
    """)  # fmt: skip


def test_nomor_ijazah_is_asked_only_beside_a_file():
    assert_cases(data_utama.NOMOR_IJAZAH, K, """
        nomor_ijazah | file_ijazah | putusan
        -------------+-------------+--------
        IJZ/1        | a.pdf       | T
                     | a.pdf       | F
                     |             | T
        IJZ/1        |             | T
        tanpa data: sel yang kosong adalah temuannya sendiri; keduanya kosong ditemukan K-IJAZAH
    """)  # fmt: skip


def test_file_ijazah_is_asked_only_beside_a_number():
    assert_cases(data_utama.FILE_IJAZAH, K, """
        nomor_ijazah | file_ijazah | putusan
        -------------+-------------+--------
        IJZ/1        | a.pdf       | T
        IJZ/1        |             | F
                     |             | T
                     | a.pdf       | T
        tanpa data: sel yang kosong adalah temuannya sendiri; keduanya kosong ditemukan K-IJAZAH
    """)  # fmt: skip


def test_every_obligatory_column_of_the_deck_has_its_rule():
    assert sorted(satu.kolom for satu in SEMUA) == sorted(K.kolom_wajib)


@pytest.mark.parametrize("aturan", SEMUA, ids=kode)
def test_a_law_that_does_not_ask_gives_no_finding(aturan):
    assert_cases(aturan, K.model_copy(update={"kolom_wajib": ()}), """
        nomor_ijazah | file_ijazah | putusan
                     |             | T
    """)  # fmt: skip


def test_proof_of_pay_is_asked_of_the_categories_that_the_law_names():
    hanya_non_asn = K.model_copy(update={"bukti_bayar_wajib_bagi": ("NON-ASN",)})
    assert_cases(data_utama.file_bukti, K, """
        kategori | file_bukti | putusan
        ---------+------------+--------
        THK-II   |            | F
        NON-ASN  |            | F
        THK-II   | bukti.pdf  | T
        LAIN     |            | T
    """)  # fmt: skip
    assert_cases(data_utama.file_bukti, hanya_non_asn, """
        kategori | file_bukti | putusan
        ---------+------------+--------
        THK-II   |            | T
        NON-ASN  |            | F
        NON-ASN  | bukti.pdf  | T
                 |            | F
    """)  # fmt: skip
