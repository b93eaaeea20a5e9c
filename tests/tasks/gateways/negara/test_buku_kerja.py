"""Workbooks: what is written is what a reader finds, and the same content is the same file."""

from datetime import date
from pathlib import Path

import fastexcel
import polars as pl

from tasks.gateways.negara.buku_kerja import Lembar, susun_buku
from tasks.gateways.negara.gaya import JUDUL_UTAMA, baris_pertama, judul_gaya, pembuka, tulis_baris
from tasks.gateways.negara.pdf import susun_pdf

SATU = {
    **dict.fromkeys(JUDUL_UTAMA, "x"),
    "nik": "3201010101900001",
    "nama": "Uji Coba",
    "nomor_peserta_thk2": None,
    "tanggal_lahir": date(1990, 1, 1),
    "jenis_kelamin": "L",
}


def buku(gaya: str, **ubah: object) -> bytes:
    isi = pl.DataFrame([SATU | ubah, SATU | ubah])
    nomor = pl.Series([baris_pertama(gaya), baris_pertama(gaya) + 1])
    baris = tulis_baris(JUDUL_UTAMA, isi, pl.Series([gaya, gaya]), nomor)
    return susun_buku([Lembar("Data Utama", judul_gaya(JUDUL_UTAMA, gaya), baris, pembuka(gaya))])


def baca(isi: bytes) -> pl.DataFrame:
    lembar = fastexcel.read_excel(isi).load_sheet(0, header_row=None, dtypes="string")
    return lembar.to_polars()


def test_cells_come_back_as_text() -> None:
    tabel = baca(buku("baku"))
    assert tabel.row(0) == tuple(JUDUL_UTAMA.values())
    assert tabel.row(1)[:5] == ("3201010101900001", "Uji Coba", None, "01-01-1990", "x")
    assert tabel.height == 3


def test_styles_move_the_headings_and_spell_otherwise() -> None:
    assert baca(buku("berjudul")).row(0)[0] == "PENDATAAN TENAGA NON ASN TAHUN 2022"
    assert baca(buku("sinonim")).row(0)[0] == "Nomor Induk Kependudukan"
    assert "Laki-laki" in baca(buku("kelamin_kata")).row(1)


def test_real_date_cells_are_dates() -> None:
    lembar = fastexcel.read_excel(buku("tanggal_sel")).load_sheet(0)
    assert lembar.to_polars()["Tanggal Lahir"].dt.date().to_list() == [date(1990, 1, 1)] * 2


def test_same_content_same_bytes() -> None:
    assert buku("baku") == buku("baku")
    assert buku("baku") != buku("baku", nama="Uji Lain")


def test_a_pdf_is_one_and_as_large_as_asked(tmp_path: Path) -> None:
    isi = susun_pdf(["SPTJM (uji)"], 102_400)
    assert isi.startswith(b"%PDF-1.4")
    assert isi.endswith(b"%%EOF\n")
    assert len(isi) >= 102_400
    assert isi[int(isi.split(b"startxref\n")[1].split(b"\n")[0]) :].startswith(b"xref")
