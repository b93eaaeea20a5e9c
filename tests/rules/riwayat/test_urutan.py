from rules.riwayat.urutan import awal_lewat, usia_wajar
from tests.cases import assert_cases
from tests.rules.orang import K


def test_awal_lewat():
    assert_cases(awal_lewat, K, """
        tanggal_awal | putusan
        -------------+--------
        2022-10-08   | T
        2022-10-09   | F
                     | -
    """)  # fmt: skip


def test_usia_wajar():
    assert_cases(usia_wajar, K, """
        lahir_tenaga | tanggal_awal | putusan
        -------------+--------------+--------
        1990-08-17   | 2018-01-02   | T
        1990-08-17   | 2005-08-17   | T
        1990-08-17   | 2005-08-16   | F
        1990-08-17   | 1985-01-01   | F
        2001-12-31   | 2015-01-01   | F
        2002-01-01   | 2015-01-01   | -
                     | 2005-08-16   | -
        1990-08-17   |              | -
    """)  # fmt: skip
