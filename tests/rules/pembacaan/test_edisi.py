import pytest

from rules.pembacaan.edisi import edisi, kosakata, petunjuk, pilihan


def test_the_template_helps_with_every_column_in_order() -> None:
    isi = petunjuk()
    assert list(isi) == ["data_utama", "data_riwayat", "penghapusan"]
    for bentuk, kolom in isi.items():
        assert tuple(satu.kolom for satu in kolom) == edisi()[bentuk]
        assert all(satu.petunjuk for satu in kolom)


def test_a_closed_column_has_a_list_and_its_example_is_in_it() -> None:
    tertutup = [satu for kolom in petunjuk().values() for satu in kolom if satu.kolom.tertutup]
    assert {satu.kolom.kolom for satu in tertutup} == {
        "jenis_kelamin", "jenis_penandatangan", "pembayaran",
    }  # fmt: skip
    for satu in tertutup:
        assert satu.daftar
        assert satu.contoh in pilihan(satu.kolom.kolom)


@pytest.mark.parametrize("kolom", ["jenis_kelamin", "jenis_penandatangan", "pembayaran", "alasan"])
def test_the_choices_are_the_canonical_words(kolom: str) -> None:
    assert set(pilihan(kolom)) == kosakata(kolom).baku
    assert len(pilihan(kolom)) == len(kosakata(kolom).baku)
