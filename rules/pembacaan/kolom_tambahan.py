"""Columns that no form of ours has: told with their headings, so that a misspelt one is noticed."""

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.catatan import catat
from rules.pembacaan.judul import baku_judul

KOLOM_DISEBUT = 10


def catat_tambahan(kolom: list[dict[str, str]], lembar: str) -> list[dict[str, str]]:
    """The remark about the other columns (judul, huruf) of a sheet; none where there are none.

    A column that only counts the rows, or has no heading, is not worth telling.
    """
    urut = pembacaan().judul_nomor_urut
    sebutan = [
        f"“{' '.join(k['judul'].split())}” ({k['huruf']})"
        for k in kolom
        if k["judul"] and baku_judul(k["judul"]) not in urut
    ]
    if not sebutan:
        return []
    lebih = f" dan {len(sebutan) - KOLOM_DISEBUT} lainnya" if len(sebutan) > KOLOM_DISEBUT else ""
    daftar = ", ".join(sebutan[:KOLOM_DISEBUT]) + lebih
    return [catat("B-KOLOM-TAMBAHAN", lembar=lembar, kolom=daftar)]
