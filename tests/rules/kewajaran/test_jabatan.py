from rules.kewajaran.jabatan import bukan_samaran, tidak_berubah
from tests.cases import assert_cases
from tests.rules.orang import K


def test_bukan_samaran():
    assert_cases(bukan_samaran, K, """
        jabatan           | samar_kelas | putusan
        ------------------+-------------+--------
        Guru Kelas        |             | T
        Petugas Kemanan   | SATPAM      | F
                          |             | -
    """)  # fmt: skip


def test_tidak_berubah():
    assert_cases(tidak_berubah, K, """
        jabatan         | kelas_lalu | kelas_dikecualikan | kelas_mirip | putusan
        ----------------+------------+--------------------+-------------+--------
        Guru Kelas      |            |                    |             | T
        Operator        | SATPAM     |                    |             | F
        Satpam          | SATPAM     | SATPAM             |             | T
        Penata Keamanan | SATPAM     |                    | SATPAM      | T
                        | SATPAM     |                    |             | -
    """)  # fmt: skip
