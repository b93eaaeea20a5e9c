import pytest

from rules.samaran import samarkan_isian_nik, samarkan_teks


@pytest.mark.parametrize(
    ("teks", "tersamar"),
    [
        ("ijazah-3201010101900001.pdf", "ijazah-3201**********01.pdf"),
        ("32010101019000", "3201********00"),
        ("3201010101900", "3201010101900"),
        ("800/0000073/3012/2021, 31-12-2021", "800/0000073/3012/2021, 31-12-2021"),
        ("", ""),
    ],
)
def test_a_long_run_of_digits_loses_its_middle(teks, tersamar):
    assert samarkan_teks(teks) == tersamar
    assert samarkan_teks(tersamar) == tersamar


@pytest.mark.parametrize(
    ("tertulis", "tersamar"),
    [
        ("320101410790007", "3201*********07"),
        ("3201 0141 0790 0007", "3201 **** **** **07"),
        ("3.20101E+15", "3.201**E+15"),
        ("12345", "12345"),
        ("tidak ada", "tidak ada"),
    ],
)
def test_what_was_written_for_a_nik_keeps_its_form(tertulis, tersamar):
    assert samarkan_isian_nik(tertulis) == tersamar
    assert samarkan_isian_nik(tersamar) == tersamar
