from rules.bentuk.nama import pendek, tanda
from tests.cases import assert_cases
from tests.rules.orang import K


def test_tanda():
    assert not tanda.memutus
    assert_cases(tanda, K, """
        nama             | putusan
        -----------------+--------
        SITI AMINAH      | T
        Abd. Rahman      | T
        Perangin-angin   | T
        I Gede D'Aria    | T
        Karo`Karo’S      | T
        Moh/Muh (Amat), A| T
        José             | T
        SITI AMINAH2     | F
        5ITI             | F
        SITI_AMINAH      | F
        SITI*            | F
        SITI;            | F
        SITI+AMINAH      | F
                         | -
    """)  # fmt: skip


def test_a_tab_between_names_is_a_space():
    lain = K.model_copy(update={"nama_tanda": ""})
    assert_cases(tanda, lain, """
        nama        | putusan
        ------------+--------
        SITI\tAMINAH| T
        ABD. RAHMAN | F
    """)  # fmt: skip


def test_pendek():
    assert not pendek.memutus
    assert_cases(pendek, K, """
        nama | nama_dukcapil_sama | putusan
        -----+--------------------+--------
        NI   | ya                 | T
        Ba   |                    | T
        N    | ya                 | F
        N.   |                    | F
        ..   |                    | F
        N    | tidak              | -
             |                    | -
    """)  # fmt: skip
