"""What a delivery of each jenis must hold; the reading itself does not ask who sent it as what."""

import csv
from collections.abc import Collection
from functools import lru_cache

from rules.pembacaan.penolakan import Penolakan, tolak
from rules.rujukan import rujukan


@lru_cache(maxsize=1)
def bentuk_jenis() -> dict[str, tuple[str, ...]]:
    """Per jenis that is a workbook the forms of which at least one must be there."""
    jenis: dict[str, tuple[str, ...]] = {}
    with rujukan("kolom/jenis_kiriman.csv").open(encoding="utf-8", newline="") as berkas:
        for b in csv.DictReader(berkas):
            jenis[b["jenis"]] = (*jenis.get(b["jenis"], ()), b["bentuk"])
    return jenis


def nama_bentuk(bentuk: Collection[str]) -> str:
    """Forms as a reader calls them: data_utama is Data Utama."""
    return " atau ".join(b.replace("_", " ").title() for b in bentuk)


def tolak_jenis(
    jenis: str, bentuk_terbaca: Collection[str], lembar: Collection[str]
) -> Penolakan | None:
    """Refusal F-TANPA-LEMBAR when none of the sheets is what this jenis delivers, else None."""
    perlu = bentuk_jenis()[jenis]
    if any(b in bentuk_terbaca for b in perlu):
        return None
    return tolak("F-TANPA-LEMBAR", bentuk=nama_bentuk(perlu), lembar=", ".join(lembar)).penolakan
