from rules.thk2.induk import ada_di_induk, cocok, sudah_dilepas, tidak_dilaporkan
from tests.cases import assert_cases
from tests.rules.orang import K


def test_ada_di_induk():
    assert_cases(ada_di_induk, K, """
        nomor_peserta_thk2 | thk2_nomor_ada | putusan
        -------------------+----------------+--------
        520713002001       | ya             | T
        520713002001       | tidak          | F
        520713002001       |                | -
                           | tidak          | -
    """)  # fmt: skip


def test_cocok():
    assert_cases(cocok, K, """
        thk2_ada | thk2_cocok | putusan
        ---------+------------+--------
        ya       | ya         | T
        ya       | tidak      | F
        tidak    |            | -
                 |            | -
    """)  # fmt: skip


def test_sudah_dilepas():
    assert_cases(sudah_dilepas, K, """
        thk2_cocok | thk2_kode_instansi | lapor_lepas | putusan
        -----------+--------------------+-------------+--------
        ya         | 0001               | tidak       | T
        ya         | 0002               | ya          | T
        ya         | 0002               | tidak       | F
        tidak      | 0002               | tidak       | -
                   |                    | tidak       | -
    """)  # fmt: skip


def test_tidak_dilaporkan():
    assert tidak_dilaporkan.memutus
    assert tidak_dilaporkan.kriteria == "aktif"
    assert_cases(tidak_dilaporkan, K, """
        lapor_tak_aktif | putusan
        ----------------+--------
        tidak           | T
        ya              | F
                        | -
    """)  # fmt: skip
