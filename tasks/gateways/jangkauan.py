"""How far the filled cells of a sheet reach: the reader makes room for all that lies between."""

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.judul import huruf_kolom
from rules.pembacaan.penolakan import tolak

AWAL = 4096
POTONGAN = 2**20
UKURAN = re.compile(rb'<(?:\w+:)?dimension\s[^>]*?ref="[A-Z]+[0-9]+:([A-Z]+)([0-9]+)"')
# A cell that holds no more than a format closes itself.
SEL_XLSX = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]+)([0-9]+)"[^>]*?(/?)>')
ATRIBUT = rb'(?:[^>"]|"[^"]*")*'
LEMBAR_ODS = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')
AKHIR_LEMBAR = b"</table:table>"
BARIS_ODS = re.compile(rb"<table:table-row(?=[\s>/])")
BARIS_BERULANG = re.compile(
    rb"<table:table-row\s" + ATRIBUT + rb'?table:number-rows-repeated="([0-9]+)"'
)
BARIS, AKHIR_BARIS = b"<table:table-row", b"</table:table-row>"
SEL_ODS = re.compile(rb"<table:(?:covered-)?table-cell(?:[\s/]" + ATRIBUT + rb")?>")
ULANG = re.compile(rb'table:number-columns-repeated="([0-9]+)"')
# Fewer blank columns than this never make a sheet too wide.
ULANG_JAUH = re.compile(rb'table:number-columns-repeated="([0-9]{3,})"')
TERISI = b"office:value-type="


@dataclass
class Jangkauan:
    """The last filled row and column (counted from 1), a cell in each; how much is filled before them."""

    baris: int = 0
    kolom: int = 0
    baris_terisi: int = 0
    sel_terisi: int = 0
    sel: dict[str, str] = field(default_factory=dict)

    def tambah(self, baris: int, kolom: int) -> None:
        """One more filled cell."""
        if baris > self.baris:
            self.baris, self.sel["baris"] = baris, f"{huruf_kolom(kolom - 1)}{baris}"
        if kolom > self.kolom:
            self.kolom, self.sel["kolom"] = kolom, f"{huruf_kolom(kolom - 1)}{baris}"

    def tolak(self, lembar: str) -> None:
        """Raise what is wrong with a sheet that reaches beyond the limits; nothing for any other."""
        batas = pembacaan().batas
        bagian = {"baris": self.baris / batas.baris, "kolom": self.kolom / batas.kolom}
        if max(bagian.values()) <= 1 and self.baris * self.kolom <= batas.sel:
            return
        if self.baris_terisi > batas.baris:
            raise tolak("F-TERLALU-BESAR", batas=f"{batas.baris} baris per lembar ({lembar})")
        if self.sel_terisi > batas.sel // 2:
            raise tolak("F-TERLALU-BESAR", batas=f"{batas.sel} sel per lembar ({lembar})")
        sel = self.sel[max(bagian, key=bagian.__getitem__)]
        isi = {"lembar": lembar, "sel": sel, "baris": batas.baris, "kolom": batas.kolom}
        raise tolak("F-SEL-JAUH", **isi)


def check_jangkauan_xlsx(paket: zipfile.ZipFile, anggota: dict[str, str]) -> None:
    """Refuse sheets (name to member) with a filled cell far out. Raises BerkasDitolakError.

    What the sheet declares is believed where it is modest; a liar's reader dies of it elsewhere.
    """
    for lembar, nama in anggota.items():
        with paket.open(nama) as berkas:
            ukuran = UKURAN.search(berkas.read(AWAL))
        if ukuran is None or _luas(_nomor(ukuran[1]), int(ukuran[2])):
            _jangkauan_xlsx(paket, nama).tolak(lembar)


def _luas(kolom: int, baris: int) -> bool:
    batas = pembacaan().batas
    return kolom > batas.kolom or baris > batas.baris or kolom * baris > batas.sel


def _jangkauan_xlsx(paket: zipfile.ZipFile, nama: str) -> Jangkauan:
    hasil = Jangkauan()
    sebelum = b""
    for huruf, nomor, tertutup in _sel_xlsx(paket, nama):
        if tertutup:
            continue
        if nomor != sebelum:
            hasil.baris_terisi += 1
            sebelum = nomor
        hasil.sel_terisi += 1
        hasil.tambah(int(nomor), _nomor(huruf))
    return hasil


def _sel_xlsx(paket: zipfile.ZipFile, nama: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Letters, row and closing stroke of every cell, a piece at a time."""
    ekor = b""
    with paket.open(nama) as berkas:
        while potongan := berkas.read(POTONGAN):
            isi = ekor + potongan
            batas = isi.rfind(b"<")
            yield from SEL_XLSX.findall(isi, 0, max(batas, 0))
            ekor = isi[max(batas, 0) :]
    yield from SEL_XLSX.findall(ekor)


def _nomor(huruf: bytes) -> int:
    """Number of a column: A is 1, XFD is 16384."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + satu - ord("A") + 1
    return nomor


def check_jangkauan_ods(xml: bytes) -> None:
    """The same of content.xml, hidden sheets too: the reader takes them all at once."""
    for lembar in LEMBAR_ODS.finditer(xml):
        akhir = xml.find(AKHIR_LEMBAR, lembar.end())
        terakhir = xml.rfind(TERISI, lembar.end(), len(xml) if akhir < 0 else akhir)
        if terakhir >= 0:
            nama = html.unescape(lembar[1].decode("utf-8", errors="replace"))
            _jangkauan_ods(xml, lembar.end(), terakhir).tolak(nama)


def _jangkauan_ods(xml: bytes, awal: int, terakhir: int) -> Jangkauan:
    """Reach of the sheet that begins at `awal` and whose last filled cell is at `terakhir`."""
    hasil = Jangkauan(
        baris_terisi=len(BARIS_ODS.findall(xml, awal, terakhir)),
        sel_terisi=xml.count(TERISI, awal, terakhir + 1),
    )
    for baris in {terakhir, _terlebar(xml, awal, terakhir)}:
        hasil.tambah(_baris_ods(xml, awal, baris), _lebar(xml, baris))
    return hasil


def _terlebar(xml: bytes, awal: int, terakhir: int) -> int:
    """A place in the widest of the rows that leave many columns blank before a filled cell."""
    lebar, terlebar = 0, terakhir
    for jeda in ULANG_JAUH.finditer(xml, awal, terakhir):
        sel = xml.rfind(b"<", 0, jeda.start())
        if not SEL_ODS.match(xml, sel):
            continue
        if xml.find(TERISI, sel, xml.find(AKHIR_BARIS, sel)) >= 0:
            lebar, terlebar = max((lebar, terlebar), (_lebar(xml, sel), sel))
    return terlebar


def _baris_ods(xml: bytes, awal: int, letak: int) -> int:
    """Number of the row that holds this place, counted from 1; the last of those it stands for."""
    ulang = sum(int(satu[1]) - 1 for satu in BARIS_BERULANG.finditer(xml, awal, letak))
    return len(BARIS_ODS.findall(xml, awal, letak)) + ulang


def _lebar(xml: bytes, letak: int) -> int:
    """Number of the last filled column of the row that holds this place."""
    lebar = terisi = 0
    mulai = xml.rfind(BARIS, 0, letak)
    for sel in SEL_ODS.finditer(xml, mulai, xml.find(AKHIR_BARIS, letak)):
        ulang = ULANG.search(sel[0])
        lebar += int(ulang[1]) if ulang else 1
        terisi = lebar if TERISI in sel[0] else terisi
    return terisi
