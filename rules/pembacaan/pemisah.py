"""Text of separated values: which sign separates them."""

import csv

from rules.pembacaan.judul import kenali

PEMISAH = (",", ";", "\t", "|")


def pilih_pemisah(awal: str) -> tuple[str, int] | None:
    """The separator that shows most headings, then most columns, and how many columns; None if no sign does.

    `awal`: the first lines of the text. A comma within a name decides nothing while headings do.
    """
    mutu: dict[tuple[int, int], str] = {}
    for pemisah in PEMISAH:
        baris = list(csv.reader(awal.splitlines(keepends=True), delimiter=pemisah))
        lebar = max(map(len, baris), default=0)
        kenal = kenali(baris) if lebar > 1 else None
        mutu.setdefault((len(kenal.letak) if kenal else 0, lebar), pemisah)
    (_, lebar), pemisah = max(mutu.items())
    return (pemisah, lebar) if lebar > 1 else None
