"""What an .xlsx says about its sheets: which there are, where each lies, which are hidden."""

import html
import re
import zipfile
from datetime import date
from posixpath import join, normpath

from rules.pembacaan.tanggal import HARI_NOL_1904, HARI_NOL_EXCEL

BUKU = "xl/workbook.xml"
HUBUNGAN = "xl/_rels/workbook.xml.rels"
DAFTAR_TERBESAR = 4 * 2**20


def lembar_tersembunyi(paket: zipfile.ZipFile) -> frozenset[str]:
    """Names of hidden sheets. Read as text, not as XML: no entity is ever expanded here."""
    return frozenset(
        nama for nama, s in _lembar(paket).items() if s.get("state", "visible") != "visible"
    )


def hari_nol_xlsx(paket: zipfile.ZipFile) -> date:
    """The day from which this workbook counts the others."""
    sejak_1904 = re.search(r'\bdate1904=["\'](?:1|true)["\']', _teks(paket, BUKU))
    return HARI_NOL_1904 if sejak_1904 else HARI_NOL_EXCEL


def anggota_lembar(paket: zipfile.ZipFile) -> dict[str, str]:
    """The member that holds each sheet, by way of the workbook's relationships; no sheet that has none."""
    hubungan = _atribut(r"<(?:\w+:)?Relationship\s[^>]*>", _teks(paket, HUBUNGAN))
    tujuan = {h.get("Id", ""): h.get("Target", "").replace("\\", "/") for h in hubungan}
    ada = {nama.casefold(): nama for nama in paket.namelist()}
    jalur = {
        nama: normpath(join("/xl", tujuan.get(_kunci(s), ""))).removeprefix("/").casefold()
        for nama, s in _lembar(paket).items()
    }
    return {nama: ada[satu] for nama, satu in jalur.items() if satu in ada}


def _kunci(lembar: dict[str, str]) -> str:
    """The relationship of a sheet; each program chooses the prefix."""
    return next((isi for nama, isi in lembar.items() if nama.endswith(":id")), "")


def _lembar(paket: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    daftar = _atribut(r"<(?:\w+:)?sheet\s[^>]*>", _teks(paket, BUKU))
    return {html.unescape(s.get("name", "")): s for s in daftar}


def _atribut(pola: str, teks: str) -> list[dict[str, str]]:
    return [
        {nama: isi for nama, _, isi in re.findall(r"""([\w:]+)\s*=\s*(["'])(.*?)\2""", satu)}
        for satu in re.findall(pola, teks)
    ]


def _teks(paket: zipfile.ZipFile, nama: str) -> str:
    with paket.open(nama) as berkas:
        return berkas.read(DAFTAR_TERBESAR).decode("utf-8", errors="replace")
