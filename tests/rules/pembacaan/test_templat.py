import pytest

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI
from rules.pembacaan.templat import tolak_templat


@pytest.mark.parametrize(
    ("sifat", "kode"),
    [
        ({}, None),
        ({SIFAT_INSTANSI: "5105", SIFAT_EDISI: pembacaan().edisi}, None),
        ({SIFAT_INSTANSI: "5108"}, "F-INSTANSI-LAIN"),
        ({SIFAT_INSTANSI: "5108", SIFAT_EDISI: "1999"}, "F-INSTANSI-LAIN"),
        ({SIFAT_INSTANSI: "5105", SIFAT_EDISI: "1999"}, "F-EDISI"),
        ({SIFAT_EDISI: "1999"}, "F-EDISI"),
    ],
)
def test_only_a_property_refuses(sifat: dict[str, str], kode: str | None) -> None:
    penolakan = tolak_templat(sifat, "5105")
    assert (penolakan and penolakan.kode) == kode


def test_a_letter_repeats_no_more_than_an_edition_needs() -> None:
    penolakan = tolak_templat({SIFAT_EDISI: "x" * 1000}, "5105")
    assert penolakan is not None
    assert len(penolakan.pesan) < 120
