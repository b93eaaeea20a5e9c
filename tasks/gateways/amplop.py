"""The envelope of a workbook, looked at before anything is parsed: kind, lock, size, hidden sheets."""

import html
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.penolakan import tolak
from rules.pembacaan.tanggal import HARI_NOL_1904, HARI_NOL_EXCEL
from tasks.gateways.biff import Biff, read_biff
from tasks.gateways.kemasan import MEBIBYTE, TAK_DIPERIKSA, Tanda, inspect_kemasan
from tasks.gateways.ole import Ole, OleRusakError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
BUKU_XLSX = "xl/workbook.xml"
BUKU_XLSB = "xl/workbook.bin"
ISI_ODS = "content.xml"
MANIFES, SANDI_ODS = "META-INF/manifest.xml", b"encryption-data"
KUNCI_OLE = "EncryptedPackage"
BUKU_OLE = ("Workbook", "Book", "WORKBOOK", "BOOK")
DAFTAR_LEMBAR_TERBESAR = 4 * 2**20
# How an .ods says that its days are counted from another day than Excel's.
HARI_NOL_ODS = re.compile(rb'<table:null-date\s[^>]*table:date-value="([0-9]{4}-[0-9]{2}-[0-9]{2})')


@dataclass(frozen=True)
class Amplop:
    """`isi`: the bytes. `tersembunyi`: names of hidden sheets; None where only the reader can tell.

    `terpisah`: neither kind of workbook, so separated values or nothing. The file's name says nothing.
    `hari_nol`: the day that bare numbers are counted from. `biff`: the records of an .xls.
    """

    isi: bytes = field(repr=False)
    tersembunyi: frozenset[str] | None = None
    terpisah: bool = False
    tanda: Tanda = TAK_DIPERIKSA
    hari_nol: date = HARI_NOL_EXCEL
    biff: Biff | None = field(default=None, repr=False)


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
    try:
        ole = Ole(isi)
        if KUNCI_OLE in ole.entri:
            raise tolak("F-SANDI")
        aliran = ole.aliran(*BUKU_OLE)
    except OleRusakError as sebab:
        raise tolak("F-RUSAK") from sebab
    if aliran is None:
        raise tolak("F-BUKAN-WORKBOOK")
    biff = read_biff(aliran)
    if biff.terkunci:
        raise tolak("F-SANDI")
    hari_nol = HARI_NOL_1904 if biff.sejak_1904 else HARI_NOL_EXCEL
    return Amplop(isi, tanda=Tanda(rumus=True), hari_nol=hari_nol, biff=biff)


def _zip(jalur: Path, isi: bytes) -> Amplop:
    try:
        with zipfile.ZipFile(jalur) as paket:
            _tolak_jenis(paket)
            tanda = inspect_kemasan(paket, isi)
            return Amplop(isi, _tersembunyi(paket), tanda=tanda, hari_nol=_hari_nol(paket))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as sebab:
        raise tolak("F-RUSAK") from sebab


def _tolak_jenis(paket: zipfile.ZipFile) -> None:
    """Packages that cannot be read whatever they hold, told by the names of their members."""
    anggota = {i.filename: i for i in paket.infolist()}
    if any(i.flag_bits & 1 for i in anggota.values()):
        raise tolak("F-SANDI")
    if MANIFES in anggota and SANDI_ODS in _awal(paket, MANIFES):
        raise tolak("F-SANDI")
    if BUKU_XLSX in anggota or ISI_ODS in anggota:
        return
    raise tolak("F-XLSB" if BUKU_XLSB in anggota else "F-BUKAN-WORKBOOK")


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


def _hari_nol(paket: zipfile.ZipFile) -> date:
    buku = _buku_xlsx(paket)
    if buku is not None:
        sejak_1904 = re.search(r'\bdate1904="(?:1|true)"', buku)
        return HARI_NOL_1904 if sejak_1904 else HARI_NOL_EXCEL
    cocok = HARI_NOL_ODS.search(_awal(paket, ISI_ODS))
    return date.fromisoformat(cocok[1].decode()) if cocok else HARI_NOL_EXCEL


def _buku_xlsx(paket: zipfile.ZipFile) -> str | None:
    """The list of sheets and settings of an xlsx as text; None in another kind of workbook."""
    if BUKU_XLSX not in paket.namelist():
        return None
    return _awal(paket, BUKU_XLSX).decode("utf-8", errors="replace")


def _awal(paket: zipfile.ZipFile, nama: str) -> bytes:
    """The beginning of a member, as much as no honest list of sheets exceeds."""
    with paket.open(nama) as berkas:
        return berkas.read(DAFTAR_LEMBAR_TERBESAR)
