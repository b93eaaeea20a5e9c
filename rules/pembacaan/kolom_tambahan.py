"""Columns that no form of ours has: told with their headings, so that a misspelt one is noticed."""

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.catatan import catat
from rules.pembacaan.judul import Pengenalan, baku_judul, huruf_kolom

KOLOM_DISEBUT = 10


def catat_tambahan(kenal: Pengenalan, lembar: str, kolom: list[int]) -> list[dict[str, str]]:
    """The remark about the other columns of a sheet, none if it has none; `kolom`: where each stands.

    A column that only counts the rows is not worth telling.
    """
    urut = pembacaan().judul_nomor_urut
    sebutan = [
        f"“{' '.join(judul.split())}” ({huruf_kolom(kolom[j])})"
        for j, judul in kenal.tambahan.items()
        if baku_judul(judul) not in urut
    ]
    if not sebutan:
        return []
    lebih = f" dan {len(sebutan) - KOLOM_DISEBUT} lainnya" if len(sebutan) > KOLOM_DISEBUT else ""
    daftar = ", ".join(sebutan[:KOLOM_DISEBUT]) + lebih
    return [catat("B-KOLOM-TAMBAHAN", lembar=lembar, kolom=daftar)]
