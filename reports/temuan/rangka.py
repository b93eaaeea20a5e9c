"""The empty workbook: XlsxWriter makes its styles, widths, filters once; every instansi fills a copy."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import xlsxwriter  # type: ignore[import-untyped]

from reports.temuan.lembar import GANDA, NERACA, RINGKASAN, TEMUAN, Kolom

JUDUL = ("@@JUDUL-1@@", "@@JUDUL-2@@", "@@JUDUL-3@@", "@@JUDUL-4@@")
# Stands in the skeleton for the number of a sheet's last row; each sheet has its own, none occurs elsewhere.
BARIS_SEMENTARA = 1_000_001
ZAMAN_ZIP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Lembar:
    """One sheet of the skeleton."""

    nama: str
    kolom: tuple[Kolom, ...]
    bagian: str
    baris_judul: int
    sementara: int
    gaya: tuple[int, ...]


@dataclass(frozen=True)
class Rangka:
    """Zip members of the empty workbook, and its sheets in order."""

    anggota: tuple[tuple[str, bytes], ...]
    lembar: tuple[Lembar, ...]


@lru_cache(maxsize=4)
def load_rangka(dibuat: datetime, lembar_temuan: int) -> Rangka:
    """The skeleton with `lembar_temuan` sheets of findings, its creation date fixed to `dibuat`."""
    penampung = io.BytesIO()
    daftar = _sheets(lembar_temuan)
    with xlsxwriter.Workbook(penampung, {"in_memory": True}) as buku:
        # The property has no time zone; the moment's own clock is what is written.
        buku.set_properties(
            {"created": dibuat.replace(tzinfo=None), "title": "Temuan pendataan tenaga non-ASN"}
        )
        gaya = {nama: buku.add_format({"valign": "top", **sifat}) for nama, sifat in GAYA.items()}
        for urutan, (nama, kolom, atas) in enumerate(daftar):
            lembar = buku.add_worksheet(nama)
            _write_sheet(lembar, kolom, atas, BARIS_SEMENTARA + urutan, gaya)
    return _read_rangka(penampung.getvalue(), daftar)


# Excel's built-in formats: '@', '#,##0' and '0'.
TEKS, RIBUAN, BULAT = 49, 3, 1
# quote_prefix keeps a text a text when someone edits the cell: '=' at its start stays a character.
GAYA: dict[str, dict[str, object]] = {
    "teks": {"num_format": TEKS, "quote_prefix": True},
    "bungkus": {"num_format": TEKS, "quote_prefix": True, "text_wrap": True},
    "angka": {"num_format": RIBUAN},
    "nomor": {"num_format": BULAT},
    "kepala": {"bold": True, "text_wrap": True, "bg_color": "#E8EDF3", "bottom": 1},
    "judul": {"bold": True, "font_size": 14},
    "tolak": {"font_color": "#9C1C1C", "bold": True},
}


def _sheets(lembar_temuan: int) -> list[tuple[str, tuple[Kolom, ...], tuple[str, ...]]]:
    temuan = ["Temuan", *(f"Temuan {n}" for n in range(2, lembar_temuan + 1))]
    return [
        ("Ringkasan", RINGKASAN, JUDUL),
        *((nama, TEMUAN, ()) for nama in temuan),
        ("Ganda", GANDA, ()),
        ("Neraca", NERACA, ()),
    ]


def _write_sheet(
    lembar: xlsxwriter.worksheet.Worksheet,
    kolom: tuple[Kolom, ...],
    atas: tuple[str, ...],
    akhir: int,
    gaya: dict[str, xlsxwriter.format.Format],
) -> None:
    """Title lines, heading row, widths, filter, frozen panes and print set-up; no data rows."""
    for nomor, teks in enumerate(atas):
        lembar.write_string(nomor, 0, teks, gaya["judul"] if nomor == 0 else None)
    kepala = len(atas) + 1 if atas else 0
    for nomor, k in enumerate(kolom):
        lembar.set_column(nomor, nomor, k.lebar, gaya[k.gaya])
        lembar.write_string(kepala, nomor, k.judul, gaya["kepala"])
        if k.nama == "berat":
            syarat = {"type": "cell", "criteria": "==", "value": '"tolak"', "format": gaya["tolak"]}
            lembar.conditional_format(kepala + 1, nomor, akhir - 1, nomor, syarat)
    lembar.autofilter(kepala, 0, akhir - 1, len(kolom) - 1)
    lembar.freeze_panes(kepala + 1, 0)
    lembar.repeat_rows(kepala)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)


def _read_rangka(
    isi: bytes, daftar: list[tuple[str, tuple[Kolom, ...], tuple[str, ...]]]
) -> Rangka:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        anggota = {nama: arsip.read(nama) for nama in arsip.namelist()}
    lembar = []
    for urutan, (nama, kolom, atas) in enumerate(daftar):
        bagian = f"xl/worksheets/sheet{urutan + 1}.xml"
        sementara = BARIS_SEMENTARA + urutan
        # A reader that trusts the dimension would stop at the heading; without one it counts.
        anggota[bagian] = re.sub(rb'<dimension ref="[^"]*"/>', b"", anggota[bagian])
        gaya = _column_styles(anggota[bagian])
        lembar.append(Lembar(nama, kolom, bagian, len(atas) + 2 if atas else 1, sementara, gaya))
    return Rangka(tuple(anggota.items()), tuple(lembar))


def _column_styles(xml: bytes) -> tuple[int, ...]:
    """Style number of every column; neighbours that are alike share one <col>."""
    kolom = re.findall(rb'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"', xml)
    return tuple(int(gaya) for awal, akhir, gaya in kolom for _ in range(int(awal), int(akhir) + 1))
