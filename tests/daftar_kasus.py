"""All spec tables by rule code: what the completeness check, the mutator and the catalogue read."""

from collections import defaultdict
from functools import cache

from tests.cases import Tabel, recorded
from tests.jalankan import calls_of, load_tests


@cache
def daftar_kasus() -> dict[str, list[Tabel]]:
    """Every table that the tests of rules/<group>/ state, in their order."""
    with recorded() as catatan:
        for modul in load_tests("rules/*/test_*.py"):
            for panggil in calls_of(modul, "assert_cases"):
                panggil()
    hasil: dict[str, list[Tabel]] = defaultdict(list)
    for satu in catatan:
        hasil[satu.aturan.kode].append(satu)
    return dict(hasil)
