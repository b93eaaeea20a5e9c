from rules.thk2.nomor import nomor_thk2
from tests.cases import assert_cases
from tests.rules.orang import K


def test_only_proven_thk2_owe_their_number():
    assert not nomor_thk2.memutus
    assert_cases(nomor_thk2, K, """
        thk2_cocok | nomor_peserta_thk2 | tak_terbaca        | putusan
        -----------+--------------------+--------------------+--------
        ya         | 520713002001       |                    | T
        ya         |                    |                    | F
        ya         |                    | nomor_peserta_thk2 | T
        tidak      |                    |                    | -
                   |                    |                    | -
    """)  # fmt: skip
