"""What an .xls tells only in its records: lock, day zero, and which cells hold formulas."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct

import polars as pl

from rules.pembacaan.judul import huruf_kolom

REKAMAN = Struct("<HH")
KUNCI, TARIKH, DAFTAR, MULAI, AKHIR = 0x2F, 0x22, 0x85, 0x809, 0x0A
RUMUS, TEKS, SAMBUNGAN = 0x06, 0x207, 0x3C
SEL = Struct("<HH")
# The stored result within a formula's record: a number, or what ends in BUKAN_ANGKA.
HASIL = slice(6, 14)
NOL, BUKAN_ANGKA = bytes(8), b"\xff\xff"
TAK_TERHITUNG = "=? (rumus tanpa hasil yang dapat dipercaya)"
SEL_RUMUS = {
    "huruf": pl.String,
    "baris": pl.Int64,
    "rumus": pl.String,
    "terhitung": pl.Boolean,
}


@dataclass(frozen=True)
class Biff:
    """The workbook stream of an .xls. `lembar`: its sheets in order, where each begins."""

    aliran: bytes
    terkunci: bool
    sejak_1904: bool
    lembar: tuple[int, ...]

    def sel_rumus(self, urutan: int) -> pl.DataFrame:
        """huruf, baris (1-based), rumus, terhitung of every formula cell of the sheet at this place.

        A result of plain 0 is no result: LibreOffice writes it for every text, other programs for what
        they never worked out.
        """
        sel = _sel_rumus(self.aliran, self.lembar[urutan])
        return pl.DataFrame(
            [(huruf_kolom(k), b + 1, TAK_TERHITUNG, bisa) for (b, k), bisa in sel.items()],
            schema=SEL_RUMUS,
            orient="row",
        )


def read_biff(aliran: bytes) -> Biff:
    """The settings and sheets at the beginning of the workbook stream; lenient about the rest."""
    terkunci = sejak_1904 = False
    lembar = []
    for jenis, awal, panjang in _rekaman(aliran, 0):
        if jenis == KUNCI:
            terkunci = True
        elif jenis == TARIKH:
            sejak_1904 = aliran[awal : awal + panjang] == b"\x01\x00"
        elif jenis == DAFTAR:
            lembar.append(int.from_bytes(aliran[awal : awal + 4], "little"))
        elif jenis == AKHIR:
            break
    return Biff(aliran, terkunci, sejak_1904, tuple(lembar))


def _rekaman(aliran: bytes, letak: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record; ends where the stream does."""
    baca = REKAMAN.unpack_from
    akhir = len(aliran) - REKAMAN.size
    while letak <= akhir:
        jenis, panjang = baca(aliran, letak)
        letak += REKAMAN.size
        if letak + panjang > len(aliran):
            return
        yield jenis, letak, panjang
        letak += panjang


def _rekaman_lembar(aliran: bytes, letak: int) -> Iterator[tuple[int, int, int]]:
    """The records of one sheet, without those of the charts that lie in it."""
    dalam = 0
    for satu in _rekaman(aliran, letak):
        if satu[0] == MULAI:
            dalam += 1
        elif satu[0] == AKHIR:
            dalam -= 1
            if dalam <= 0:
                return
        elif dalam <= 1:
            yield satu


def _sel_rumus(aliran: bytes, letak: int) -> dict[tuple[int, int], bool]:
    """Formula cells (row, column, 0-based) of one sheet, and whether the stored result can be read.

    A result that is text stands in a record of its own after the formula.
    """
    sel: dict[tuple[int, int], bool] = {}
    tempat = None
    sebelum = 0
    for jenis, awal, panjang in _rekaman_lembar(aliran, letak):
        if jenis == RUMUS and panjang >= HASIL.stop:
            tempat = SEL.unpack_from(aliran, awal)
            hasil = aliran[awal + HASIL.start : awal + HASIL.stop]
            sel[tempat] = hasil != NOL and not (hasil[0] == 0 and hasil.endswith(BUKAN_ANGKA))
        elif jenis == TEKS and tempat is not None:
            sel[tempat] = True
        elif jenis == SAMBUNGAN and sebelum == TEKS and tempat is not None:
            # The reader drops what a text longer than one record goes on with.
            sel[tempat] = False
        sebelum = jenis
    return sel
