from rules.kelayakan.orang import (
    bukan_asn,
    masih_aktif,
    masih_hidup,
    usia_maksimum,
    usia_minimum,
)
from tests.cases import assert_cases
from tests.rules.orang import K

LAIN = K.model_copy(update={"terdaftar_dianggap_aktif": False, "usia_thk2_dikecualikan": False})


def test_bukan_asn():
    assert_cases(bukan_asn, K, """
        nik_angka        | status_asn | putusan
        -----------------+------------+--------
        1101011708900001 |            | T
        1101011708900001 | PNS        | F
        1101011708900001 | CPNS       | F
        1101011708900001 | PPPK       | F
                         |            | -
    """)  # fmt: skip


def test_masih_hidup():
    assert_cases(masih_hidup, K, """
        nik_angka        | status_dukcapil | putusan
        -----------------+-----------------+--------
        1101011708900001 | HIDUP           | T
        1101011708900001 | MENINGGAL       | F
        1101011708900001 |                 | T
                         |                 | -
    """)  # fmt: skip


def test_masih_aktif():
    assert_cases(masih_aktif, K, """
        konfirmasi_aktif | putusan
        -----------------+--------
        YA               | T
        TIDAK            | F
                         | T
    """)  # fmt: skip


def test_without_the_presumption_silence_says_nothing():
    assert_cases(masih_aktif, LAIN, """
        konfirmasi_aktif | putusan
        -----------------+--------
        YA               | T
        TIDAK            | F
                         | -
    """)  # fmt: skip


def test_usia_minimum():
    assert_cases(usia_minimum, K, """
        usia | kategori | putusan
        -----+----------+--------
        20   | NON-ASN  | T
        19   | NON-ASN  | F
        19   | THK-II   | T
             | THK-II   | T
             | NON-ASN  | -
    """)  # fmt: skip


def test_usia_maksimum():
    assert_cases(usia_maksimum, K, """
        usia | kategori | putusan
        -----+----------+--------
        56   | NON-ASN  | T
        57   | NON-ASN  | F
        57   | THK-II   | T
             | THK-II   | T
             | NON-ASN  | -
    """)  # fmt: skip


def test_thk2_are_exempt_only_while_the_law_says_so():
    assert_cases(usia_maksimum, LAIN, """
        usia | kategori | putusan
        -----+----------+--------
        57   | THK-II   | F
    """)  # fmt: skip


def test_fifty_six_and_a_day_where_the_law_counts_days():
    lain = K.model_copy(update={"usia_tahun_genap": False})
    assert_cases(usia_maksimum, lain, """
        kategori | usia | tanggal_lahir_dipakai | putusan
        ---------+------+-----------------------+--------
        NON-ASN  | 56   | 1965-12-31            | T
        NON-ASN  | 56   | 1965-12-30            | F
        NON-ASN  | 55   | 1966-01-01            | T
        THK-II   | 58   | 1963-01-01            | T
        NON-ASN  |      |                       | -
    """)  # fmt: skip
