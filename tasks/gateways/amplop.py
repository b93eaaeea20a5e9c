"""The envelope of a workbook, looked at before anything is parsed: kind, lock, size, hidden sheets."""

import html
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.penolakan import tolak
from tasks.gateways.kemasan import MEBIBYTE, TAK_DIPERIKSA, Tanda, inspect_kemasan
from tasks.gateways.sifat import read_sifat

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
BUKU_XLSX = "xl/workbook.xml"
ISI_WORKBOOK = frozenset({BUKU_XLSX, "xl/workbook.bin", "content.xml"})
TERKUNCI = "EncryptedPackage".encode("utf-16-le")
BUKU_OLE = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
DAFTAR_LEMBAR_TERBESAR = 4 * 2**20


@dataclass(frozen=True)
class Amplop:
    """`isi`: the bytes. `tersembunyi`: names of hidden sheets; None where only the reader can tell.

    `terpisah`: neither kind of workbook, so separated values or nothing. The file's name says nothing.
    `sejak_1904`: days are counted from 1904. `sifat`: what a template of ours says of itself.
    """

    isi: bytes = field(repr=False)
    tersembunyi: frozenset[str] | None = None
    terpisah: bool = False
    tanda: Tanda = TAK_DIPERIKSA
    sejak_1904: bool = False
    sifat: dict[str, str] = field(default_factory=dict)


def open_amplop(jalur: Path) -> Amplop:
    """Bytes of a workbook worth parsing; raises BerkasDitolakError for what is none."""
    ukuran = jalur.stat().st_size
    if ukuran == 0:
        raise tolak("F-KOSONG")
    _batasi(ukuran, pembacaan().batas.ukuran_berkas, "ukuran berkas")
    isi = jalur.read_bytes()
    if isi.startswith(OLE):
        return _ole(isi)
    if isi.startswith(ZIP):
        return _zip(jalur, isi)
    return Amplop(isi, terpisah=True)


def _batasi(ukuran: int, batas: int, apa: str) -> None:
    if ukuran > batas:
        raise tolak("F-TERLALU-BESAR", batas=f"{apa} {batas // MEBIBYTE} MiB")


def _ole(isi: bytes) -> Amplop:
    if TERKUNCI in isi:
        raise tolak("F-SANDI")
    if not any(nama in isi for nama in BUKU_OLE):
        raise tolak("F-BUKAN-WORKBOOK")
    return Amplop(isi)


def _zip(jalur: Path, isi: bytes) -> Amplop:
    try:
        with zipfile.ZipFile(jalur) as paket:
            anggota = {i.filename: i for i in paket.infolist()}
            if not ISI_WORKBOOK & anggota.keys():
                raise tolak("F-BUKAN-WORKBOOK")
            if any(i.flag_bits & 1 for i in anggota.values()):
                raise tolak("F-SANDI")
            return Amplop(
                isi,
                tanda=inspect_kemasan(paket, isi),
                tersembunyi=_tersembunyi(paket),
                sejak_1904=_sejak_1904(paket),
                sifat=read_sifat(paket),
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as sebab:
        raise tolak("F-RUSAK") from sebab


def _tersembunyi(paket: zipfile.ZipFile) -> frozenset[str] | None:
    """Hidden sheets of an xlsx. Read as text, not as XML: no entity is ever expanded here."""
    teks = _buku_xlsx(paket)
    if teks is None:
        return None
    lembar = (
        dict(re.findall(r'(\w+)="([^"]*)"', s))
        for s in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", teks)
    )
    return frozenset(
        html.unescape(s.get("name", "")) for s in lembar if s.get("state", "visible") != "visible"
    )


def _sejak_1904(paket: zipfile.ZipFile) -> bool:
    return bool(re.search(r'\bdate1904="(?:1|true)"', _buku_xlsx(paket) or ""))


def _buku_xlsx(paket: zipfile.ZipFile) -> str | None:
    """The list of sheets and settings of an xlsx as text; None in another kind of workbook."""
    if BUKU_XLSX not in paket.namelist():
        return None
    with paket.open(BUKU_XLSX) as berkas:
        return berkas.read(DAFTAR_LEMBAR_TERBESAR).decode("utf-8", errors="replace")
