"""Compound files and the records of an .xls, built by hand as Excel would write them."""

import struct
from collections.abc import Sequence

SEKTOR = 512
AKHIR_RANTAI, BEBAS, SEKTOR_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Rekaman = tuple[int, bytes]


def ole(**aliran: bytes) -> bytes:
    """A compound file of these streams, each made long enough to lie in whole sectors."""
    fat: list[int] = []
    data = b""
    entri = [_entri("Root Entry", 5, AKHIR_RANTAI, 0)]
    for nama, isi in aliran.items():
        isi = isi.ljust(4096, b"\0")
        entri.append(_entri(nama, 2, len(fat), len(isi)))
        data += _rantai(fat, isi)
    direktori = len(fat)
    data += _rantai(fat, b"".join(entri))
    letak_fat = len(fat)
    fat.append(SEKTOR_FAT)
    data += struct.pack("<128I", *fat, *[BEBAS] * (128 - len(fat)))
    kepala = struct.pack(
        "<8s16s5H6s9I", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, 1, direktori, 0, 4096, AKHIR_RANTAI, 0, AKHIR_RANTAI, 0,
    )  # fmt: skip
    return kepala + struct.pack("<109I", letak_fat, *[BEBAS] * 108) + data


def _entri(nama: str, jenis: int, awal: int, ukuran: int) -> bytes:
    teks = nama.encode("utf-16-le") + b"\0\0"
    anak = 1 if jenis == 5 else BEBAS
    return struct.pack(
        "<64sHBB3I16sIQQIII", teks, len(teks), jenis, 1, BEBAS, BEBAS, anak, b"", 0, 0, 0, awal,
        ukuran, 0,
    )  # fmt: skip


def _rantai(fat: list[int], isi: bytes) -> bytes:
    """`isi` in whole sectors, which `fat` now strings together."""
    jumlah = max(1, -(-len(isi) // SEKTOR))
    fat += [*range(len(fat) + 1, len(fat) + jumlah), AKHIR_RANTAI]
    return isi.ljust(jumlah * SEKTOR, b"\0")


def rekaman(jenis: int, isi: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", jenis, len(isi)) + isi


def awal_bagian(jenis: int) -> bytes:
    """The record that begins the workbook (5) or a sheet (16)."""
    return rekaman(0x809, struct.pack("<HHHHII", 0x600, jenis, 0, 0, 0, 0))


def label(baris: int, kolom: int, teks: str) -> bytes:
    """A cell of text."""
    return rekaman(0x204, struct.pack("<HHH", baris, kolom, 0) + _teks(teks))


def rumus(baris: int, kolom: int, hasil: bytes) -> bytes:
    """A formula, 1 + 1 as Excel keeps it, with this stored result."""
    isi = bytes.fromhex("1e01001e010003")
    kepala = struct.pack("<HHH8sHIH", baris, kolom, 0, hasil, 0, 0, len(isi))
    return rekaman(0x06, kepala + isi)


def teks_rumus(teks: str) -> bytes:
    """The text that the formula before it gave."""
    return rekaman(0x207, _teks(teks))


def _teks(teks: str) -> bytes:
    return struct.pack("<HB", len(teks), 0) + teks.encode("latin-1")


def xls(isi: Sequence[bytes], *atas: bytes) -> bytes:
    """The workbook stream of one sheet, Data Utama, of these records; `atas`: settings of the workbook."""
    nama = b"Data Utama"
    daftar = len(rekaman(0x85, bytes(8) + nama))
    kepala = awal_bagian(5) + b"".join(atas)
    awal = len(kepala) + daftar + 4
    lembar = rekaman(0x85, struct.pack("<IBBBB", awal, 0, 0, len(nama), 0) + nama)
    halaman = awal_bagian(16) + b"".join(isi) + rekaman(0x0A)
    return kepala + lembar + rekaman(0x0A) + halaman
