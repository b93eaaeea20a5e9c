"""The empty answer workbook of one set of headings: XlsxWriter makes it once, every answer fills a copy."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import xlsxwriter  # type: ignore[import-untyped]

from reports.jawaban.mulai import MULAI
from reports.kerangka import GAYA, TEKS, column_styles, write_sheet
from reports.sel import TINGGI_BARIS, Kolom
from rules.pembacaan.edisi import SIFAT_BAGIAN, SIFAT_EDISI, SIFAT_INSTANSI
from rules.pembacaan.jawaban import KUNCI, TANYA

JUDUL = ("@@JUDUL-1@@", "@@JUDUL-2@@", "@@JUDUL-3@@", "@@JUDUL-4@@")
SIFAT = {SIFAT_INSTANSI: "@@INSTANSI@@", SIFAT_EDISI: "@@EDISI@@", SIFAT_BAGIAN: "@@BAGIAN@@"}
BARIS_SEMENTARA = 1_000_001
# A moment that core.xml has to hold; the delivery's own takes its place.
DIBUAT = datetime(2000, 1, 1)
PUTUSAN = ("perbaiki", "benar")
TEKS_SEL: dict[str, object] = {"num_format": TEKS, "quote_prefix": True}
WARNA: dict[str, dict[str, object]] = {
    "tolak": TEKS_SEL | {"bg_color": "#F6B8B8"},
    "perbaiki": TEKS_SEL | {"bg_color": "#FBCE98"},
    "tanya": TEKS_SEL | {"bg_color": "#FFF2A8"},
    "dijawab": TEKS_SEL | {"bg_color": "#CFE8CF"},
    "info": TEKS_SEL | {"bg_color": "#D6E4F5"},
    "dibakukan": TEKS_SEL | {"bg_color": "#D6E4F5"},
    "jawab": TEKS_SEL | {"bg_color": "#FFF9E5", "border": 1, "text_wrap": True},
}
Struktur = tuple[tuple[str, tuple[Kolom, ...]], ...]


@dataclass(frozen=True)
class LembarRangka:
    """One sheet of the skeleton: its part of the package, style of each column, where its rows begin."""

    bagian: str
    gaya: tuple[int, ...]
    baris_judul: int
    sementara: int


@dataclass(frozen=True)
class Rangka:
    """Members of the empty workbook, its sheets (the first is the summary), style numbers by name."""

    anggota: tuple[tuple[str, bytes], ...]
    lembar: tuple[LembarRangka, ...]
    gaya: dict[str, int]


@lru_cache(maxsize=64)
def load_rangka(struktur: Struktur) -> Rangka:
    """The skeleton for sheets of these names and columns."""
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung, {"in_memory": True}) as buku:
        buku.set_properties({"title": "Jawaban pendataan tenaga non-ASN", "created": DIBUAT})
        for nama, isi in SIFAT.items():
            buku.set_custom_property(nama, isi, "text")
        gaya = {
            nama: buku.add_format({"valign": "top", **sifat})
            for nama, sifat in (GAYA | {f"+{n}": s for n, s in WARNA.items()}).items()
        }
        mulai = buku.add_worksheet("Mulai di sini")
        write_sheet(mulai, MULAI, JUDUL, BARIS_SEMENTARA, gaya)
        for urutan, (nama, kolom) in enumerate(struktur, 1):
            lembar = buku.add_worksheet(nama)
            write_sheet(lembar, kolom, (), BARIS_SEMENTARA + urutan, gaya)
            _write_answers(lembar, kolom, BARIS_SEMENTARA + urutan, gaya)
            for nomor, warna in enumerate(WARNA):
                lembar.write_string(1, nomor, "", gaya[f"+{warna}"])
            lembar.write_comment(1, 0, "")
    return _read_rangka(penampung.getvalue(), len(struktur))


def _write_answers(
    lembar: xlsxwriter.worksheet.Worksheet,
    kolom: tuple[Kolom, ...],
    akhir: int,
    gaya: dict[str, xlsxwriter.format.Format],
) -> None:
    """The choice of a decision, and the two columns nobody should have to look at."""
    for nomor, k in enumerate(kolom):
        if k.nama == "keputusan_temuan":
            pilih = {"validate": "list", "source": list(PUTUSAN), "ignore_blank": True}
            lembar.data_validation(1, nomor, akhir - 1, nomor, pilih)
        elif k.nama in (TANYA, KUNCI):
            lembar.set_column(nomor, nomor, k.lebar, gaya["teks"], {"hidden": True})
    lembar.set_row(0, 3 * TINGGI_BARIS)
    lembar.freeze_panes(1, min(2, len(kolom)))
    lembar.ignore_errors({"number_stored_as_text": f"A1:XFD{akhir}"})


def _read_rangka(isi: bytes, banyak: int) -> Rangka:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        anggota = {nama: arsip.read(nama) for nama in arsip.namelist()}
    gaya: dict[str, int] = {}
    lembar = []
    for urutan in range(banyak + 1):
        bagian = f"xl/worksheets/sheet{urutan + 1}.xml"
        xml = re.sub(rb'<dimension ref="[^"]*"/>', b"", anggota[bagian])
        if urutan:
            contoh = re.search(rb'<row r="2".*?</row>', xml)
            assert contoh
            nomor = map(int, re.findall(rb' s="(\d+)"', contoh.group()))
            gaya = dict(zip(WARNA, nomor, strict=True))
            xml = xml.replace(contoh.group(), b"")
        anggota[bagian] = xml
        judul = 1 if urutan else len(JUDUL) + 2
        lembar.append(LembarRangka(bagian, column_styles(xml), judul, BARIS_SEMENTARA + urutan))
    return Rangka(tuple(anggota.items()), tuple(lembar), gaya)
