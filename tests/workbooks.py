"""Builders of real workbooks, as an office would have written them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from rules.pembacaan.edisi import edisi

Baris = dict[str, Any]
UTAMA: Baris = {
    "nik": "3201014107900001",
    "nama": "SITI AMINAH",
    "tanggal_lahir": "01-07-1990",
    "tempat_lahir": "Kab. Bogor",
    "jenis_kelamin": "P",
    "pendidikan": "S-1 Pendidikan Guru Sekolah Dasar",
    "nomor_ijazah": "DN-0001/2012",
    "tanggal_lulus": "20-06-2012",
    "sekolah": "Universitas Contoh",
    "file_ijazah": "ijazah.pdf",
    "nomor_sk": "800/1/2020",
    "tanggal_sk": "02-01-2020",
    "tanggal_mulai": "02-01-2020",
    "jabatan": "Guru Kelas",
    "konversi_jabatan": "Guru Ahli Pertama",
    "unit_kerja": "SDN 1 Contoh",
    "jabatan_penandatangan": "Kepala Dinas Pendidikan",
    "jenis_penandatangan": "JPT PRATAMA",
    "file_sk": "sk.pdf",
    "file_bukti": "bukti.pdf",
}
RIWAYAT: Baris = {
    "nik": "3201014107900001",
    "nomor_sk": "800/1/2020",
    "tanggal_sk": "02-01-2020",
    "tanggal_awal": "02-01-2020",
    "tanggal_akhir": "31-12-2020",
    "jabatan": "Guru Kelas",
    "pendidikan": "S-1 Pendidikan Guru Sekolah Dasar",
    "unit_kerja": "SDN 1 Contoh",
    "jabatan_penandatangan": "Kepala Dinas Pendidikan",
    "jenis_penandatangan": "JPT PRATAMA",
    "pembayaran": "APBD",
}
CONTOH = {"data_utama": UTAMA, "data_riwayat": RIWAYAT}


@dataclass(frozen=True)
class Rumus:
    """A formula and the result that the program stored."""

    tulisan: str
    hasil: str | float


@dataclass(frozen=True)
class Lembar:
    """One sheet of a form. `rows`: what differs from the example; None is a blank row.

    `judul` replaces headings per column, `urutan` the columns and their order; `atas` title rows and
    `kiri` empty columns stand before the table.
    """

    bentuk: str
    rows: Sequence[Baris | None] = ()
    nama: str | None = None
    judul: dict[str, str] = field(default_factory=dict)
    urutan: Sequence[str] | None = None
    atas: Sequence[str] = ()
    kiri: int = 0
    tersembunyi: bool = False
    mentah: Sequence[Sequence[Any]] | None = None


def workbook(jalur: Path, *lembar: Lembar) -> Path:
    """Write the sheets; the path, for reading."""
    with xlsxwriter.Workbook(str(jalur)) as buku:
        gaya = buku.add_format({"num_format": "dd-mm-yyyy"})
        for satu in lembar:
            halaman = buku.add_worksheet(satu.nama or satu.bentuk.replace("_", " ").title())
            for i, baris in enumerate(_baris(satu)):
                for j, nilai in enumerate(baris, satu.kiri):
                    _tulis(halaman, i, j, nilai, gaya)
            if satu.tersembunyi:
                halaman.hide()
    return jalur


def data_utama(jalur: Path, rows: Sequence[Baris | None] = ({},), **opsi: Any) -> Path:
    """A workbook with one sheet Data Utama; see Lembar for the options."""
    return workbook(jalur, Lembar("data_utama", rows, **opsi))


def data_riwayat(jalur: Path, rows: Sequence[Baris | None] = ({},), **opsi: Any) -> Path:
    """A workbook with one sheet Data Riwayat."""
    return workbook(jalur, Lembar("data_riwayat", rows, **opsi))


def _baris(lembar: Lembar) -> list[Sequence[Any]]:
    if lembar.mentah is not None:
        return list(lembar.mentah)
    resmi = {k.kolom: k.judul for k in edisi()[lembar.bentuk]} | lembar.judul
    kolom = lembar.urutan or list(resmi)
    contoh = CONTOH.get(lembar.bentuk, {})
    isi = [[] if r is None else [(contoh | r).get(k) for k in kolom] for r in lembar.rows]
    return [*([t] for t in lembar.atas), [resmi.get(k, k) for k in kolom], *isi]


def _tulis(halaman: Any, i: int, j: int, nilai: Any, gaya: Any) -> None:
    if isinstance(nilai, date):
        halaman.write_datetime(i, j, nilai, gaya)
    elif isinstance(nilai, Rumus):
        halaman.write_formula(i, j, nilai.tulisan, None, nilai.hasil)
    elif isinstance(nilai, str):
        halaman.write_string(i, j, nilai)
    elif nilai is not None:
        halaman.write_number(i, j, nilai)
