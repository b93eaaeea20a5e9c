"""Planted-defect audit at 1:100: two closings of a nation in which every rule has seeds, by the command line."""

from collections import Counter

import pytest

from rules.rule import load_rules
from tests.bangsa_tanam import TUTUP, BangsaTanam
from tests.daur import KELIRU

ATURAN = sorted(satu.kode for satu in load_rules())
KEWAJARAN = [kode for kode in ATURAN if kode.startswith("W-")]
BIASA = [kode for kode in ATURAN if kode not in KEWAJARAN]


def test_the_nation_has_the_people_of_the_scale(bangsa: BangsaTanam) -> None:
    assert bangsa.table(TUTUP, "tenaga").height > 24_000
    assert len(bangsa.findings) == bangsa.table(TUTUP, "temuan").height > 2_000


@pytest.mark.parametrize("kode", BIASA)
def test_a_rule_finds_exactly_its_seeds(bangsa: BangsaTanam, kode: str) -> None:
    benih = {satu for satu in bangsa.seeds if satu[0] == kode}
    ada = Counter(satu for satu in bangsa.findings if satu[0] == kode)
    assert benih, "no seed"
    assert sorted(benih - set(ada)) == [], "planted, yet not found"
    assert sorted(set(ada) - benih) == [], "found, yet never planted"
    assert set(ada.values()) == {1}, "found twice"


@pytest.mark.parametrize("kode", KEWAJARAN)
def test_a_fraud_is_seen_and_few_clean_people_with_it(bangsa: BangsaTanam, kode: str) -> None:
    benih, ditunjuk, bersih = bangsa.plausible(TUTUP, kode)
    assert benih, "no seed"
    assert sorted(benih - ditunjuk) == [], "planted, yet not seen"
    assert len(bersih) <= KELIRU * bangsa.table(TUTUP, "tenaga").height
