"""Error cells told from blanks, and packages that are not what they declare."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
import pytest
import xlsxwriter

from rules.pembacaan.batas import Batas, pembacaan
from tasks.gateways.workbook import land_workbook
from tests.kantor import save_as
from tests.workbooks import UTAMA, data_utama


def land(jalur: Path) -> tuple[str | None, Path]:
    tujuan = jalur.parent / "baca" / jalur.name
    penolakan = land_workbook(jalur, "a" * 64, tujuan).penolakan
    return penolakan and penolakan.kode, tujuan


def galat(jalur: Path, kiri: int = 0) -> Path:
    """Name and date are errors in the first row, blank in the second; one error stands outside."""
    with xlsxwriter.Workbook(str(jalur)) as buku:
        halaman = buku.add_worksheet("Data Utama")
        halaman.write_row(0, kiri, ["NIK", "Nama", "Tgl Lahir"])
        for i in (1, 2):
            halaman.write_string(i, kiri, UTAMA["nik"])
        halaman.write_formula(1, kiri + 1, "=1/0", None, "#DIV/0!")
        halaman.write_formula(1, kiri + 2, "=NA()", None, "#N/A")
        halaman.write_formula(1, kiri + 5, "=NA()", None, "#N/A")
    return jalur


@pytest.mark.parametrize("kiri", [0, 2])
@pytest.mark.parametrize("akhiran", ["xlsx", "xls", "ods"])
def test_error_cells_are_told_from_blanks(tmp_path: Path, kiri: int, akhiran: str) -> None:
    buku = galat(tmp_path / "b.xlsx", kiri)
    if akhiran != "xlsx":
        buku = save_as(akhiran, tmp_path / "lain", [buku])[0]
    _, tujuan = land(buku)
    data = pl.read_parquet(tujuan / "data_utama.parquet")
    assert data["nama"].to_list() == [None, None]
    assert [sorted(satu) for satu in data["tak_terbaca"]] == [["nama", "tanggal_lahir"], []]
    asli = pl.read_parquet(tujuan / "nilai_asli.parquet")
    harap = {"#GALAT!"} if akhiran == "ods" else {"#DIV/0!", "#N/A"}
    assert set(asli["nilai"]) == harap


def pack_again(asal: Path, nama: str, isi: bytes) -> Path:
    """The workbook with one member replaced or added."""
    baru = asal.with_name("baru.xlsx")
    with ZipFile(asal) as dari, ZipFile(baru, "w", ZIP_DEFLATED) as ke:
        for satu in dari.namelist():
            if satu != nama:
                ke.writestr(satu, dari.read(satu))
        ke.writestr(nama, isi)
    return baru


def test_a_bomb_is_measured_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batas = Batas(**(pembacaan().batas.model_dump() | {"ukuran_terurai": 2**21}))
    ubah = pembacaan().model_copy(update={"batas": batas})
    monkeypatch.setattr("tasks.gateways.kemasan.pembacaan", lambda: ubah)
    bom = pack_again(data_utama(tmp_path / "b.xlsx"), "xl/media/x.png", bytes(2**22))
    with ZipFile(bom) as paket:
        ukuran = paket.getinfo("xl/media/x.png").file_size
    isi = bom.read_bytes()
    # Both headers now declare ten bytes.
    bom.write_bytes(isi.replace(ukuran.to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with ZipFile(bom) as paket:
        assert paket.getinfo("xl/media/x.png").file_size == 10
    assert land(bom)[0] == "F-TERLALU-BESAR"


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    asal = data_utama(tmp_path / "b.xlsx")
    assert land(pack_again(asal, "xl/sharedStrings.xml", xml))[0] == "F-ENTITAS"


def test_a_deflate_stream_cut_short(tmp_path: Path) -> None:
    asal = data_utama(tmp_path / "b.xlsx")
    with ZipFile(asal) as paket:
        info = paket.getinfo("xl/worksheets/sheet1.xml")
    isi = bytearray(asal.read_bytes())
    awal = info.header_offset + 60
    isi[awal : awal + 100] = bytes(100)
    asal.write_bytes(isi)
    assert land(asal)[0] == "F-RUSAK"


@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
def test_a_flipped_byte_is_no_other_value(tmp_path: Path, akhiran: str) -> None:
    """Stored, not deflated: only the checksum shows that a letter of a name became another."""
    asal = data_utama(tmp_path / "b.xlsx")
    if akhiran == "ods":
        asal = save_as("ods", tmp_path / "lain", [asal])[0]
    polos = tmp_path / f"polos.{akhiran}"
    with ZipFile(asal) as dari, ZipFile(polos, "w") as ke:
        for nama in dari.namelist():
            ke.writestr(nama, dari.read(nama))
    assert land(polos)[0] is None
    isi = polos.read_bytes()
    assert isi.count(b"SITI AMINAH") == 1
    rusak = tmp_path / f"rusak.{akhiran}"
    rusak.write_bytes(isi.replace(b"SITI AMINAH", b"SITI AMINAX"))
    assert land(rusak)[0] == "F-RUSAK"
