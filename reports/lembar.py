"""Sheets of some thousand rows, written cell by cell by XlsxWriter: no skeleton is needed for so few."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from reports.kerangka import write_sheet
from reports.sel import BARIS_TERBANYAK, TEKS_TERPANJANG, TINGGI_BARIS, Kolom

# No row is higher, however long its text.
GARIS_TERBANYAK = 25


@dataclass(frozen=True)
class Lembar:
    """One sheet: its name, lines on top, columns and rows."""

    nama: str
    atas: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    isi: pl.DataFrame


def write_lembar(buku: Any, daftar: Iterable[Lembar], gaya: dict[str, Any]) -> None:
    """Adds the sheets to a workbook with the formats `gaya` (GAYA); one that is too long goes on in
    others of its name."""
    for lembar in daftar:
        muat = BARIS_TERBANYAK - len(lembar.atas) - 2
        for nomor, awal in enumerate(range(0, max(lembar.isi.height, 1), muat), 1):
            nama = lembar.nama if nomor == 1 else f"{lembar.nama} {nomor}"
            _write(buku.add_worksheet(nama), lembar, lembar.isi.slice(awal, muat), gaya)


def _write(kertas: Any, lembar: Lembar, isi: pl.DataFrame, gaya: dict[str, Any]) -> None:
    awal = len(lembar.atas) + 2 if lembar.atas else 1
    write_sheet(kertas, lembar.kolom, lembar.atas, awal + max(isi.height, 1), gaya)
    for nomor, baris in enumerate(isi.select(k.nama for k in lembar.kolom).iter_rows()):
        kertas.set_row(awal + nomor, _height(lembar.kolom, baris))
        for letak, (kolom, nilai) in enumerate(zip(lembar.kolom, baris, strict=True)):
            if nilai is not None:
                _cell(kertas, awal + nomor, letak, kolom, nilai, gaya)


def _cell(
    kertas: Any, baris: int, letak: int, kolom: Kolom, nilai: Any, gaya: dict[str, Any]
) -> None:
    if kolom.gaya in ("angka", "nomor"):
        kertas.write_number(baris, letak, nilai, gaya[kolom.gaya])
    else:
        kertas.write_string(baris, letak, nilai[:TEKS_TERPANJANG], gaya[kolom.gaya])


def _height(kolom: tuple[Kolom, ...], baris: tuple[Any, ...]) -> int:
    """Points a row needs: not every program measures wrapped text by itself."""
    garis = [
        sum(-(-max(len(satu), 1) // k.lebar) for satu in str(nilai).split("\n"))
        for k, nilai in zip(kolom, baris, strict=True)
        if k.gaya == "bungkus" and nilai is not None
    ]
    return TINGGI_BARIS * min(max(garis, default=1), GARIS_TERBANYAK)
