from rules.kelayakan.pengangkatan import pengangkatan, sk_berlaku, sk_tanggal, tanpa_tanda
from tests.cases import assert_cases
from tests.rules.orang import K


def test_pengangkatan():
    assert_cases(pengangkatan, K, """
        jenis_penandatangan       | putusan
        --------------------------+--------
        PPK                       | T
        PYB                       | T
        JPT UTAMA                 | T
        JPT MADYA                 | T
        JPT PRATAMA               | T
        ADMINISTRATOR             | T
        PENGAWAS                  | T
        KEPALA UNIT KERJA         | T
        KEPALA SEKOLAH            | T
        KEPALA PUSKESMAS          | T
        PEJABAT PEMBUAT KOMITMEN  | F
        LAINNYA                   | F
                                  | -
    """)  # fmt: skip


def test_tanpa_tanda():
    assert not tanpa_tanda.memutus
    assert_cases(tanpa_tanda, K, """
        jenis_penandatangan       | putusan
        --------------------------+--------
        KEPALA UNIT KERJA         | T
        LAINNYA                   | T
        KEPALA SEKOLAH            | F
        KEPALA PUSKESMAS          | F
                                  | -
    """)  # fmt: skip


def test_sk_tanggal():
    assert_cases(sk_tanggal, K, """
        tanggal_sk | putusan
        -----------+--------
        2021-12-31 | T
        2022-01-01 | F
                   | -
    """)  # fmt: skip


def test_sk_berlaku_is_answered_by_later_riwayat():
    assert not sk_berlaku.memutus
    assert_cases(sk_berlaku, K, """
        tanggal_akhir | akhir_riwayat | tak_terbaca   | putusan
        --------------+---------------+---------------+--------
                      |               |               | T
        2021-12-31    |               |               | T
        2021-12-30    |               |               | F
        2021-12-30    | 9999-12-31    |               | T
        2021-12-30    | 2021-12-31    |               | T
        2021-12-30    | 2021-12-30    |               | F
                      |               | tanggal_akhir | -
                      | 2022-06-30    | tanggal_akhir | T
    """)  # fmt: skip


def test_sk_berlaku_leaves_a_reversed_period_to_its_own_finding():
    assert_cases(sk_berlaku, K, """
        tanggal_mulai | tanggal_akhir | akhir_riwayat | putusan
        --------------+---------------+---------------+--------
        2021-06-01    | 2021-06-01    |               | F
        2021-06-01    | 2021-05-31    |               | -
        2021-06-01    | 2021-05-31    | 2021-12-31    | T
        2022-06-01    | 2022-05-31    |               | -
    """)  # fmt: skip


def test_signers_with_a_flag_reject_where_the_law_no_longer_accepts_them():
    lain = K.model_copy(update={"penandatangan_bertanda_diterima": False})
    assert_cases(pengangkatan, lain, """
        jenis_penandatangan | putusan
        --------------------+--------
        KEPALA UNIT KERJA   | T
        KEPALA SEKOLAH      | F
        KEPALA PUSKESMAS    | F
                            | -
    """)  # fmt: skip
    assert_cases(tanpa_tanda, lain, """
        jenis_penandatangan | putusan
        --------------------+--------
        KEPALA SEKOLAH      | T
                            | T
    """)  # fmt: skip
