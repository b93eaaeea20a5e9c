from rules.kewajaran.dokumen import ada_jejak, berkas_bukti_satu_unit, berkas_sk_satu_nomor
from tests.cases import assert_cases
from tests.rules.orang import K


def test_berkas_sk_satu_nomor():
    assert berkas_sk_satu_nomor.lingkup == "nasional"
    assert_cases(berkas_sk_satu_nomor, K, """
        file_sk | berkas_sk_orang | berkas_sk_nomor | putusan
        --------+-----------------+-----------------+--------
        sk.pdf  |                 |                 | T
        sk.pdf  | 40              | 1               | T
        sk.pdf  | 40              | 2               | F
        sk.pdf  | 40              | 0               | T
                |                 |                 | -
    """)  # fmt: skip


def test_berkas_bukti_satu_unit():
    assert berkas_bukti_satu_unit.lingkup == "nasional"
    assert_cases(berkas_bukti_satu_unit, K, """
        file_bukti | berkas_bukti_orang | berkas_bukti_unit | putusan
        -----------+--------------------+-------------------+--------
        bukti.pdf  |                    |                   | T
        bukti.pdf  | 40                 | 1                 | T
        bukti.pdf  | 40                 | 3                 | T
        bukti.pdf  | 40                 | 4                 | F
                   |                    |                   | -
    """)  # fmt: skip


def test_ada_jejak():
    assert_cases(ada_jejak, K, """
        akun_ada | konfirmasi_ada | bukti_ada | putusan
        ---------+----------------+-----------+--------
        tidak    | tidak          | tidak     | F
        ya       | tidak          | tidak     | T
        tidak    | ya             | tidak     | T
        tidak    | tidak          | ya        | T
                 | tidak          | tidak     | -
        tidak    |                | tidak     | -
                 |                | ya        | T
    """)  # fmt: skip
