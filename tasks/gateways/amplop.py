"""The envelope of a workbook, looked at before anything is parsed: kind, lock, size, hidden sheets."""

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
from tasks.gateways.buku_xlsx import BUKU, anggota_lembar, hari_nol_xlsx, lembar_tersembunyi
from tasks.gateways.jangkauan import check_jangkauan_ods, check_jangkauan_xlsx
from tasks.gateways.kemasan import MEBIBYTE, TAK_DIPERIKSA, Tanda, inspect_kemasan
from tasks.gateways.ole import Ole, OleRusakError
from tasks.gateways.sifat import read_sifat

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
BUKU_XLSB = "xl/workbook.bin"
ISI_ODS = "content.xml"
MANIFES_TERBESAR = 4 * 2**20
MANIFES, SANDI_ODS = "META-INF/manifest.xml", b"encryption-data"
KUNCI_OLE = "EncryptedPackage"
BUKU_OLE = ("Workbook", "Book", "WORKBOOK", "BOOK")
# How an .ods says that its days are counted from another day than Excel's.
HARI_NOL_ODS = re.compile(rb'<table:null-date\s[^>]*table:date-value="([0-9]{4}-[0-9]{2}-[0-9]{2})')
# What a package that contradicts itself raises, here or in the standard library.
KERUSAKAN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, KeyError,
)  # fmt: skip


@dataclass(frozen=True)
class Amplop:
    """`isi`: the bytes. `tersembunyi`: names of hidden sheets; None where only the reader can tell.

    `terpisah`: neither kind of workbook, so separated values or nothing. The file's name says nothing.
    `hari_nol`: the day that bare numbers are counted from. `sifat`: what a template of ours says
    of itself. `biff`: the records of an .xls.
    """

    isi: bytes = field(repr=False)
    tersembunyi: frozenset[str] | None = None
    terpisah: bool = False
    tanda: Tanda = TAK_DIPERIKSA
    hari_nol: date = HARI_NOL_EXCEL
    sifat: dict[str, str] = field(default_factory=dict)
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
            return _xlsx(paket, isi, tanda) if _is_xlsx(paket) else _ods(paket, isi, tanda)
    except KERUSAKAN as sebab:
        raise tolak("F-RUSAK") from sebab


def _tolak_jenis(paket: zipfile.ZipFile) -> None:
    """Packages that cannot be read whatever they hold, told by the names of their members."""
    anggota = {i.filename: i for i in paket.infolist()}
    if any(i.flag_bits & 1 for i in anggota.values()):
        raise tolak("F-SANDI")
    if MANIFES in anggota:
        with paket.open(MANIFES) as berkas:
            if SANDI_ODS in berkas.read(MANIFES_TERBESAR):
                raise tolak("F-SANDI")
    if BUKU not in anggota and ISI_ODS not in anggota:
        raise tolak("F-XLSB" if BUKU_XLSB in anggota else "F-BUKAN-WORKBOOK")


def _is_xlsx(paket: zipfile.ZipFile) -> bool:
    return BUKU in paket.namelist()


def _xlsx(paket: zipfile.ZipFile, isi: bytes, tanda: Tanda) -> Amplop:
    tersembunyi = lembar_tersembunyi(paket)
    anggota = anggota_lembar(paket)
    check_jangkauan_xlsx(paket, {n: a for n, a in anggota.items() if n not in tersembunyi})
    return Amplop(
        isi, tersembunyi, tanda=tanda, hari_nol=hari_nol_xlsx(paket), sifat=read_sifat(paket)
    )


def _ods(paket: zipfile.ZipFile, isi: bytes, tanda: Tanda) -> Amplop:
    xml = paket.read(ISI_ODS)
    check_jangkauan_ods(xml)
    cocok = HARI_NOL_ODS.search(xml)
    hari_nol = date.fromisoformat(cocok[1].decode()) if cocok else HARI_NOL_EXCEL
    return Amplop(isi, tanda=tanda, hari_nol=hari_nol, sifat=read_sifat(paket))
