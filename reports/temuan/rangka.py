"""The empty workbook: XlsxWriter makes its styles, widths, filters once; every instansi fills a copy."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import xlsxwriter  # type: ignore[import-untyped]

from reports.kerangka import GAYA, column_styles, write_sheet
from reports.sel import Kolom
from reports.temuan.lembar import GANDA, NERACA, RINGKASAN, TEMUAN

JUDUL = ("@@JUDUL-1@@", "@@JUDUL-2@@", "@@JUDUL-3@@", "@@JUDUL-4@@")
# Stands in the skeleton for the number of a sheet's last row; each sheet has its own, none occurs elsewhere.
BARIS_SEMENTARA = 1_000_001


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
            write_sheet(lembar, kolom, atas, BARIS_SEMENTARA + urutan, gaya)
    return _read_rangka(penampung.getvalue(), daftar)


def _sheets(lembar_temuan: int) -> list[tuple[str, tuple[Kolom, ...], tuple[str, ...]]]:
    temuan = ["Temuan", *(f"Temuan {n}" for n in range(2, lembar_temuan + 1))]
    return [
        ("Ringkasan", RINGKASAN, JUDUL),
        *((nama, TEMUAN, ()) for nama in temuan),
        ("Ganda", GANDA, ()),
        ("Neraca", NERACA, ()),
    ]


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
        gaya = column_styles(anggota[bagian])
        lembar.append(Lembar(nama, kolom, bagian, len(atas) + 2 if atas else 1, sementara, gaya))
    return Rangka(tuple(anggota.items()), tuple(lembar))
