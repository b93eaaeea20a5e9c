import pytest

from rules.bentuk.rujukan import PENDIDIKAN, PENDIDIKAN_SK, TEMPAT_LAHIR
from tests.cases import assert_cases
from tests.rules.orang import K

KOLOM = {PENDIDIKAN: "pendidikan", PENDIDIKAN_SK: "pendidikan_sk", TEMPAT_LAHIR: "tempat_lahir"}


@pytest.mark.parametrize("aturan", KOLOM, ids=lambda satu: satu.kode)
def test_an_unknown_name_is_a_question(aturan):
    assert not aturan.memutus
    assert aturan.bertanya
    tabel = f"""
        {KOLOM[aturan]}_dikenal | putusan
        ya                      | T
        tidak                   | F
                                | -
    """
    assert_cases(aturan, K, tabel)


@pytest.mark.parametrize("aturan", KOLOM, ids=lambda satu: satu.kode)
def test_a_column_that_the_law_no_longer_ties_to_a_list_is_free(aturan):
    lain = K.model_copy(update={"kolom_kode_referensi": ()})
    assert_cases(aturan, lain, f"""
        {KOLOM[aturan]}_dikenal | putusan
        tidak                   | T
                                | T
    """)  # fmt: skip
