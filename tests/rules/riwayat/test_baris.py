import pytest

from rules.riwayat import baris
from rules.riwayat.baris import instansi_sendiri, jabatan_lama, jumlah, urut
from tests.cases import assert_cases
from tests.rules.orang import K

TERBACA = [
    (baris.TANGGAL_AWAL, "2019-01-02"),
    (baris.TANGGAL_AKHIR, "2019-12-31"),
    (baris.TANGGAL_SK, "2019-01-02"),
    (baris.KODE_PEMBAYARAN, "APBN"),
]


def test_jumlah():
    assert_cases(jumlah, K, """
        jumlah_riwayat | putusan
        ---------------+--------
        0              | T
        5              | T
        6              | F
                       | -
    """)  # fmt: skip


def test_instansi_sendiri():
    assert_cases(instansi_sendiri, K, """
        asing | putusan
        ------+--------
        tidak | T
        ya    | F
              | -
    """)  # fmt: skip


def test_urut():
    assert_cases(urut, K, """
        tanggal_awal | tanggal_akhir | putusan
        -------------+---------------+--------
        2019-01-02   | 2019-01-02    | T
        2019-01-02   | 2019-01-01    | F
        2019-01-02   |               | -
                     | 2019-01-01    | -
    """)  # fmt: skip


def test_jabatan_lama():
    assert_cases(jabatan_lama, K, """
        riwayat_kelas | putusan
        --------------+--------
                      | T
        SATPAM        | F
        tanpa data: kosong berarti jabatan lama tidak dikecualikan, atau yang sekarang juga
    """)  # fmt: skip


@pytest.mark.parametrize(("aturan", "isi"), TERBACA, ids=lambda satu: getattr(satu, "kode", satu))
def test_a_filled_cell_must_be_readable(aturan, isi):
    assert_cases(aturan, K, f"""
        {aturan.kolom} | tak_terbaca    | putusan
        {isi}          |                | T
                       | {aturan.kolom} | F
                       |                | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("aturan", "isi"), [(baris.AWAL_ADA, "2019-01-02"), (baris.PEMBAYARAN_ADA, "APBN")]
)
def test_tenure_hangs_on_the_start_and_the_pay(aturan, isi):
    assert_cases(aturan, K, f"""
        {aturan.kolom} | tak_terbaca    | putusan
        {isi}          |                | T
                       | {aturan.kolom} | T
                       |                | F
        tanpa data: sel yang kosong adalah temuannya sendiri
    """)  # fmt: skip
    assert_cases(aturan, K.model_copy(update={"kolom_riwayat_wajib": ()}), f"""
        {aturan.kolom} | putusan
                       | T
    """)  # fmt: skip
