from rules.ganda.pendaftaran import satu_instansi, satu_nik_per_nomor, sekali_dalam_instansi
from tests.cases import assert_cases
from tests.rules.orang import K


def test_sekali_dalam_instansi():
    assert_cases(sekali_dalam_instansi, K, """
        status_baris | putusan
        -------------+--------
        DAFTAR       | T
        DITARIK      | T
        GANDA        | F
                     | -
    """)  # fmt: skip


def test_satu_instansi_needs_the_nation():
    assert satu_instansi.lingkup == "nasional"
    assert_cases(satu_instansi, K, """
        nik_instansi_lain | putusan
        ------------------+--------
                          | T
        Kab. Aceh Barat   | F
        tanpa data: kosong berarti tidak ada instansi lain; baris tanpa NIK ditemukan L-NIK
    """)  # fmt: skip


def test_satu_nik_per_nomor_needs_the_nation():
    assert satu_nik_per_nomor.lingkup == "nasional"
    assert_cases(satu_nik_per_nomor, K, """
        nomor_jumlah_nik | putusan
        -----------------+--------
                         | T
        2                | F
        tanpa data: kosong berarti nomor itu dipakai satu NIK saja, atau tidak diisi
    """)  # fmt: skip
