import pytest

from rules.kewajaran.tanggal_sk import (
    mulai_hari_kerja,
    mulai_tidak_menumpuk,
    sk_hari_kerja,
    sk_tidak_menumpuk,
    sk_tidak_susulan,
)
from tests.cases import assert_cases
from tests.rules.orang import K


@pytest.mark.parametrize(
    ("aturan", "awalan"), [(mulai_tidak_menumpuk, "mulai"), (sk_tidak_menumpuk, "sk")]
)
def test_dates_heaped_before_a_limit(aturan, awalan):
    assert aturan.lingkup == "nasional"
    assert_cases(aturan, K, """
        AWAL_tumpuk_dekat | AWAL_tumpuk_orang | AWAL_tumpuk_simpangan | putusan
        ------------------+-------------------+-------------------------------+--------
        ya                | 10                | 5.0                           | F
        ya                | 9                 | 5.0                           | T
        ya                | 10                | 4.99                          | T
        ya                | 400               | 25.0                          | F
        tidak             | 400               | 25.0                          | T
        ya                | 400               |                               | -
        ya                | 9                 |                               | T
                          | 400               | 25.0                          | -
    """.replace("AWAL", awalan))  # fmt: skip


def test_sk_hari_kerja():
    assert_cases(sk_hari_kerja, K, """
        sk_hari           | putusan
        ------------------+--------
        hari kerja        | T
        Minggu            | F
        Tahun Baru Masehi | F
                          | -
    """)  # fmt: skip


def test_mulai_hari_kerja():
    assert_cases(mulai_hari_kerja, K, """
        tanggal_mulai | mulai_hari        | putusan
        --------------+-------------------+--------
        2021-01-04    | hari kerja        | T
        2021-01-03    | Minggu            | F
        2021-05-02    | Minggu            | F
        2021-01-01    | Tahun Baru Masehi | T
        2020-11-01    | Minggu            | T
        2020-11-29    | Minggu            | F
        2020-12-25    | Hari Raya Natal   | F
        2012-01-03    |                   | -
        2012-01-01    |                   | T
                      |                   | -
    """)  # fmt: skip
    assert_cases(mulai_hari_kerja, K.model_copy(update={"libur_mulai_wajar": (1, 2)}), """
        tanggal_mulai | mulai_hari        | putusan
        2021-05-02    | Minggu            | T
        2021-01-03    | Minggu            | F
    """)  # fmt: skip


def test_sk_tidak_susulan():
    assert_cases(sk_tidak_susulan, K, """
        tanggal_mulai | tanggal_sk | putusan
        --------------+------------+--------
        2020-01-01    | 2019-12-20 | T
        2020-01-01    | 2020-01-02 | T
        2020-01-01    | 2020-06-29 | T
        2020-01-01    | 2020-06-30 | F
        2018-01-02    | 2021-01-04 | F
                      | 2021-01-04 | -
        2020-01-01    |            | -
    """)  # fmt: skip
