from rules.kewajaran.nomor_sk import nomor_sejalan, satu_nomor_satu_sk, sk_kolektif_wajar
from tests.cases import assert_cases
from tests.rules.orang import K


def test_satu_nomor_satu_sk():
    assert_cases(satu_nomor_satu_sk, K, """
        nomor_sk     | nomor_orang | nomor_tanggal | nomor_penandatangan | putusan
        -------------+-------------+---------------+---------------------+--------
        814/1/2021   |             |               |                     | T
        814/1/2021   | 900         | 1             | 1                   | T
        814/1/2021   | 2           | 2             | 1                   | F
        814/1/2021   | 2           | 1             | 2                   | F
        814/1/2021   | 2           | 3             | 4                   | F
        814/1/2021   | 2           | 0             | 0                   | T
                     |             |               |                     | -
    """)  # fmt: skip


def test_sk_kolektif_wajar():
    assert_cases(sk_kolektif_wajar, K, """
        nomor_sk   | jenis_penandatangan | nomor_orang | putusan
        -----------+---------------------+-------------+--------
        814/1/2021 | KEPALA SEKOLAH      | 60          | T
        814/1/2021 | KEPALA SEKOLAH      | 61          | F
        814/1/2021 | KEPALA PUSKESMAS    | 100         | T
        814/1/2021 | KEPALA PUSKESMAS    | 101         | F
        814/1/2021 | KEPALA UNIT KERJA   | 150         | T
        814/1/2021 | KEPALA UNIT KERJA   | 151         | F
        814/1/2021 | PPK                 | 2000        | T
        814/1/2021 | PPK                 | 2001        | F
        814/1/2021 | JPT PRATAMA         | 151         | T
        814/1/2021 | KEPALA SEKOLAH      |             | T
        814/1/2021 |                     | 2001        | -
                   | KEPALA SEKOLAH      | 61          | -
    """)  # fmt: skip


def test_nomor_sejalan():
    assert_cases(nomor_sejalan, K, """
        urut_nomor | urut_kacau | urut_geser | putusan
        -----------+--------------------+--------------------+--------
        10         | 0.0                | 0.0                | T
        10         | 0.1                | 0.4                | T
        10         | 0.1                | 0.41               | F
        10         | 0.2                | 0.9                | F
        10         | 0.21               | 0.9                | -
        9          | 0.1                | 0.9                | -
        500        | 0.01               | 0.6                | F
                   |                    |                    | -
    """)  # fmt: skip
