"""The records of an .xls: stored results that can be read, and those that cannot."""

import struct
from pathlib import Path

import polars as pl
import pytest

from tasks.gateways.biff import read_biff
from tasks.gateways.workbook import land_workbook
from tests.berkas_ole import awal_bagian, label, ole, rekaman, rumus, teks_rumus, xls
from tests.workbooks import UTAMA

TEKS, BENAR, GALAT, KOSONG = (bytes([i, 0, 1, 0, 0, 0, 255, 255]) for i in range(4))
BERSAMA = rekaman(0x4BC, bytes(10))
GRAFIK = awal_bagian(32) + rumus(9, 9, TEKS) + rekaman(0x0A)


@pytest.mark.parametrize(
    ("isi", "terhitung"),
    [
        ([rumus(1, 2, struct.pack("<d", 32966))], True),
        ([rumus(1, 2, bytes(8))], False),
        ([rumus(1, 2, BENAR)], True),
        ([rumus(1, 2, GALAT)], True),
        ([rumus(1, 2, KOSONG)], True),
        ([rumus(1, 2, TEKS), teks_rumus("SITI")], True),
        ([rumus(1, 2, TEKS), BERSAMA, teks_rumus("SITI")], True),
        ([rumus(1, 2, TEKS), label(2, 2, "BUDI")], False),
        ([rumus(1, 2, TEKS), teks_rumus("SITI"), rekaman(0x3C, b"AMINAH")], False),
        ([rumus(1, 2, TEKS), teks_rumus("SITI"), label(2, 2, "x"), rekaman(0x3C)], True),
        ([GRAFIK, rumus(1, 2, TEKS), teks_rumus("SITI")], True),
    ],
)
def test_results_that_can_be_trusted(isi: list[bytes], terhitung: bool) -> None:
    sel = read_biff(xls(isi)).sel_rumus(0)
    assert sel.select("huruf", "baris", "terhitung").rows() == [("C", 2, terhitung)]


def test_settings_of_the_workbook() -> None:
    polos = read_biff(xls([]))
    assert (polos.terkunci, polos.sejak_1904, len(polos.lembar)) == (False, False, 1)
    assert read_biff(xls([], rekaman(0x22, b"\x01\0"))).sejak_1904
    assert not read_biff(xls([], rekaman(0x22, b"\0\0"))).sejak_1904
    assert read_biff(xls([], rekaman(0x2F, bytes(6)))).terkunci


@pytest.mark.parametrize("panjang", range(0, 60, 7))
def test_a_stream_that_ends_anywhere(panjang: int) -> None:
    utuh = xls([rumus(1, 2, TEKS), teks_rumus("SITI")])
    biff = read_biff(utuh[: len(utuh) - panjang])
    assert biff.sel_rumus(0).height <= 1


def test_the_reader_and_the_records_agree(tmp_path: Path) -> None:
    """Excel keeps the text after the formula, LibreOffice 0 and nothing."""
    isi = [
        *(label(0, j, judul) for j, judul in enumerate(["NIK", "Nama", "Jabatan"])),
        *(label(i, 0, UTAMA["nik"]) for i in (1, 2)),
        rumus(1, 1, TEKS), BERSAMA, teks_rumus("SITI"), label(1, 2, "Guru"),
        rumus(2, 1, bytes(8)), label(2, 2, "Guru"),
    ]  # fmt: skip
    (tmp_path / "b.xls").write_bytes(ole(Workbook=xls(isi)))
    bacaan = land_workbook(tmp_path / "b.xls", "a" * 64, tmp_path / "baca")
    data = pl.read_parquet(tmp_path / "baca" / "data_utama.parquet")
    assert data["nama"].to_list() == ["SITI", None]
    assert data["tak_terbaca"].to_list() == [[], ["nama"]]
    pesan = {c["kode"]: c["pesan"] for c in bacaan.catatan}
    assert "2 sel berisi rumus, antara lain B2, B3" in pesan["B-RUMUS"]
    assert "1 sel rumus, antara lain B3" in pesan["B-RUMUS-TANPA-HASIL"]
