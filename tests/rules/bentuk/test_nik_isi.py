from rules.bentuk.nik_isi import contoh, kelamin
from tests.cases import assert_cases
from tests.rules.orang import K


def test_contoh_is_asked_of_a_nik_that_could_exist():
    assert not contoh.memutus
    assert_cases(contoh, K, """
        nik_angka        | dukcapil_ada | putusan
        -----------------+--------------+--------
        1101011708900001 |              | T
        1111111111111111 |              | F
        1111111111111111 | ya           | F
        1212121212121212 |              | F
        1212121212121213 |              | T
        1111111111111111 | tidak        | -
        1111111111110000 |              | -
        9999999999999999 |              | -
                         |              | -
    """)  # fmt: skip


def test_kelamin_is_asked_only_where_dukcapil_says_nothing():
    assert not kelamin.memutus
    assert_cases(kelamin, K, """
        nik_angka        | jenis_kelamin | dukcapil_jenis_kelamin | dukcapil_ada | putusan
        -----------------+---------------+------------------------+--------------+--------
        1101011708900001 | L             |                        |              | T
        1101011708900001 | P             |                        |              | F
        1101013108900001 | L             |                        |              | T
        1101014108900001 | P             |                        |              | T
        1101014108900001 | L             |                        |              | F
        1101017108900001 | P             |                        |              | T
        1101015708900001 | L             |                        | ya           | F
        1101015708900001 | L             | L                      | ya           | -
        1101015708900001 | L             | P                      | ya           | -
        1101015708900001 | L             |                        | tidak        | -
        1111111111111111 | P             |                        |              | -
        1212121212121212 | P             |                        |              | -
        1212121212121213 | L             |                        |              | T
        1101013508900001 | P             |                        |              | -
        1101011708900001 |               |                        |              | -
                         | P             |                        |              | -
    """)  # fmt: skip


def test_how_many_different_digits_suffice_is_the_law_files_to_say():
    empat = K.model_copy(update={"nik_angka_berbeda_minimum": 4})
    assert_cases(contoh, empat, """
        nik_angka        | putusan
        -----------------+--------
        1212121212121213 | F
        1212121212121234 | T
    """)  # fmt: skip
