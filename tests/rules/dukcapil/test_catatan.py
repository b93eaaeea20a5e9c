from rules.dukcapil.catatan import ada, kelamin, lahir, nama
from tests.cases import assert_cases
from tests.rules.orang import K


def test_ada():
    assert_cases(ada, K, """
        nik_angka        | dukcapil_ada | putusan
        -----------------+--------------+--------
        1101011708900001 | ya           | T
        1101011708900001 | tidak        | F
        1101011708900001 |              | -
        1101013508900001 | tidak        | -
        1101013508900001 | ya           | T
        0001011708900001 | tidak        | -
                         |              | -
    """)  # fmt: skip


def test_lahir():
    assert_cases(lahir, K, """
        tanggal_lahir | dukcapil_tanggal_lahir | putusan
        --------------+------------------------+--------
        1990-08-17    | 1990-08-17             | T
        1990-08-17    | 1990-08-18             | F
        1990-08-17    |                        | -
                      | 1990-08-17             | -
    """)  # fmt: skip


def test_nama():
    assert_cases(nama, K, """
        nama_dukcapil_sama | putusan
        -------------------+--------
        ya                 | T
        tidak              | F
                           | -
    """)  # fmt: skip


def test_kelamin():
    assert_cases(kelamin, K, """
        jenis_kelamin | dukcapil_jenis_kelamin | putusan
        --------------+------------------------+--------
        L             | L                      | T
        P             | L                      | F
        P             |                        | -
                      | L                      | -
    """)  # fmt: skip
