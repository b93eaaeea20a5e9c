from datetime import date

import pytest

from rules.bentuk.urutan import (
    LULUS_DEPAN,
    MULAI_DEPAN,
    MULAI_USIA,
    SK_USIA,
    lulus_usia,
    sk_lulus,
    sk_mulai,
)
from tests.cases import assert_cases
from tests.rules.orang import K


def test_nothing_here_rejects():
    semua = (LULUS_DEPAN, MULAI_DEPAN, MULAI_USIA, SK_USIA, lulus_usia, sk_lulus, sk_mulai)
    assert not any(satu.memutus for satu in semua)


def test_lulus_usia():
    assert_cases(lulus_usia, K, """
        usia | tanggal_lahir_dipakai | tanggal_lulus | putusan
        -----+-----------------------+---------------+--------
        31   | 1990-08-17            | 2012-08-30    | T
        31   | 1990-08-17            | 2001-08-17    | T
        31   | 1990-08-17            | 2001-08-16    | F
        31   | 1990-08-17            | 2001-09-01    | T
        31   | 1990-08-17            | 2001-07-18    | F
        31   | 1990-08-17            | 1989-01-01    | F
        20   | 2001-06-01            | 2010-06-01    | F
        19   | 2002-06-01            | 2010-06-01    | -
             | 1990-08-17            | 2001-08-16    | -
        31   | 1990-08-17            |               | -
             |                       | 2012-08-30    | -
    """)  # fmt: skip


@pytest.mark.parametrize("aturan", [LULUS_DEPAN, MULAI_DEPAN], ids=lambda satu: satu.kode)
def test_a_date_is_not_after_the_day_whose_law_judges(aturan):
    assert K.tanggal == date(2022, 10, 8)
    assert_cases(aturan, K, f"""
        {aturan.kolom} | putusan
        2022-10-08     | T
        2022-10-09     | F
                       | -
    """)  # fmt: skip


@pytest.mark.parametrize("aturan", [MULAI_USIA, SK_USIA], ids=lambda satu: satu.kode)
def test_working_age(aturan):
    assert_cases(aturan, K, f"""
        usia | tanggal_lahir_dipakai | {aturan.kolom} | putusan
        -----+-----------------------+---------------+--------
        31   | 1990-08-17            | 2019-01-02    | T
        31   | 1990-08-17            | 2005-08-17    | T
        31   | 1990-08-17            | 2005-08-16    | F
        31   | 1990-08-17            | 1980-01-01    | F
        20   | 2001-06-01            | 2015-06-01    | F
        19   | 2002-06-01            | 2015-06-01    | -
             | 1990-08-17            | 2005-08-16    | -
        31   | 1990-08-17            |               | -
        31   |                       | 2005-08-16    | -
    """)  # fmt: skip


def test_sk_mulai():
    assert_cases(sk_mulai, K, """
        tanggal_lahir_dipakai | tanggal_sk | tanggal_mulai | putusan
        ----------------------+------------+---------------+--------
        1990-08-17            | 2021-01-02 | 2021-01-02    | T
        1990-08-17            | 2021-01-02 | 2020-01-02    | T
        1990-08-17            | 2021-01-02 | 2020-01-01    | F
        1990-08-17            | 2019-01-02 | 2021-06-01    | T
        1990-08-17            | 2021-12-31 | 2019-01-01    | F
        1990-08-17            | 2022-01-01 | 2019-01-01    | -
        1990-08-17            | 2020-08-17 | 2005-08-17    | F
        1990-08-17            | 2020-08-17 | 2005-08-16    | -
                              | 2021-12-31 | 2019-01-01    | F
        1990-08-17            |            | 2019-01-01    | -
        1990-08-17            | 2021-12-31 |               | -
    """)  # fmt: skip


def test_sk_lulus():
    assert_cases(sk_lulus, K, """
        pendidikan | pendidikan_sk | tanggal_lulus | tanggal_sk | putusan
        -----------+---------------+---------------+------------+--------
        S-1 PGSD   | S-1 PGSD      | 2019-01-02    | 2019-01-02 | T
        S-1 PGSD   | S-1 PGSD      | 2019-01-03    | 2019-01-02 | F
        S-1 PGSD   | SMA IPA       | 2019-01-03    | 2019-01-02 | -
        S-1 PGSD   |               | 2019-01-03    | 2019-01-02 | -
                   | S-1 PGSD      | 2019-01-03    | 2019-01-02 | -
        S-1 PGSD   | S-1 PGSD      | 2022-10-08    | 2019-01-02 | F
        S-1 PGSD   | S-1 PGSD      | 2022-10-09    | 2019-01-02 | -
        S-1 PGSD   | S-1 PGSD      |               | 2019-01-02 | -
        S-1 PGSD   | S-1 PGSD      | 2019-01-03    |            | -
    """)  # fmt: skip
    assert_cases(sk_lulus, K, """
        tanggal_lahir_dipakai | pendidikan | pendidikan_sk | tanggal_lulus | tanggal_sk | putusan
        ----------------------+------------+---------------+---------------+------------+--------
        1990-08-17            | S-1 PGSD   | S-1 PGSD      | 2012-08-30    | 2005-08-17 | F
        1990-08-17            | S-1 PGSD   | S-1 PGSD      | 2012-08-30    | 2005-08-16 | -
    """)  # fmt: skip
