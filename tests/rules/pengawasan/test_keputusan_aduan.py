from rules.pengawasan.keputusan_aduan import dikenal, milik_sendiri, terputus, waktu
from tests.cases import assert_cases
from tests.rules.orang import K


def test_dikenal():
    assert_cases(dikenal, K, """
        id_aduan | aduan_ada | putusan
        ---------+-----------+--------
        A1       | ya        | T
        A1       | tidak     | F
        A1       |           | -
                 | tidak     | -
    """)  # fmt: skip


def test_milik_sendiri():
    assert_cases(milik_sendiri, K, """
        aduan_ada | aduan_milik | putusan
        ----------+-------------+--------
        ya        | ya          | T
        ya        | tidak       | F
        tidak     | tidak       | -
                  |             | -
    """)  # fmt: skip


def test_terputus():
    assert_cases(terputus, K, """
        keputusan_aduan | tak_terbaca     | putusan
        ----------------+-----------------+--------
        DITERIMA        |                 | T
        DITOLAK         |                 | T
        NANTI           |                 | F
                        | keputusan_aduan | F
                        |                 | F
        tanpa data: keputusan yang kosong adalah temuannya sendiri; aduannya masih terbuka
    """)  # fmt: skip


def test_waktu():
    assert_cases(waktu, K, """
        waktu_putus:tanggal | tak_terbaca | putusan
        2022-10-01          |             | T
                            | waktu_putus | F
                            |             | -
    """)  # fmt: skip
