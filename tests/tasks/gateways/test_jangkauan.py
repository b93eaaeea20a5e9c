"""Cells far outside the table, and sheets beyond the limits: refused in words that lead to the cell."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
import pytest
import xlsxwriter

from rules.pembacaan.batas import Batas, pembacaan
from rules.pembacaan.penolakan import Penolakan
from tasks.gateways import jangkauan
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.kantor import save_as
from tests.workbooks import UTAMA

SEL = "xl/worksheets/sheet1.xml"
POJOK, BAWAH, KANAN = (1048575, 16383), (1048575, 1), (1, 16383)


def land(jalur: Path) -> Bacaan:
    return land_workbook(jalur, "a" * 64, jalur.parent / f"baca-{jalur.name}")


def ditolak(jalur: Path) -> Penolakan:
    penolakan = land(jalur).penolakan
    assert penolakan is not None
    return penolakan


def tulis(jalur: Path, *sel: tuple[int, int], nama: str = "Data Utama", isi: str = "x") -> Path:
    with xlsxwriter.Workbook(str(jalur)) as buku:
        halaman = buku.add_worksheet(nama)
        halaman.write_row(0, 0, ["NIK", "Nama", "Tgl Lahir"])
        halaman.write_row(1, 0, [UTAMA["nik"], "SITI", "01-07-1990"])
        gaya = buku.add_format({"bg_color": "yellow"})
        for baris, kolom in sel:
            if isi:
                halaman.write_string(baris, kolom, f"{isi}{baris}-{kolom}", gaya)
            else:
                halaman.write_blank(baris, kolom, None, gaya)
    return jalur


@pytest.fixture(scope="session")
def jauh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One cell far out, as xlsxwriter wrote it and as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("jauh")
    sel = {"XFD1048576": POJOK, "B1048576": BAWAH, "XFD2": KANAN}
    asal = [tulis(folder / f"{nama}.xlsx", satu, nama="Dinas & A") for nama, satu in sel.items()]
    ods = save_as("ods", folder / "lain", asal)
    return {satu.name: satu for satu in (*asal, *ods)}


@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
@pytest.mark.parametrize("sel", ["XFD1048576", "B1048576", "XFD2"])
def test_a_cell_far_out_is_named(jauh: dict[str, Path], sel: str, akhiran: str) -> None:
    penolakan = ditolak(jauh[f"{sel}.{akhiran}"])
    assert penolakan.kode == "F-SEL-JAUH"
    assert penolakan.pesan.startswith(f"Lembar Dinas & A: sel {sel} terisi")
    assert f"ketik {sel} pada kotak nama" in penolakan.tindakan


def without_dimension(jalur: Path, ganti: bytes) -> Path:
    """As programs write that stream their rows: nothing is known beforehand, or only A1."""
    baru = jalur.with_name(f"tanpa-{jalur.name}")
    with ZipFile(jalur) as dari, ZipFile(baru, "w", ZIP_DEFLATED) as ke:
        for nama in dari.namelist():
            isi = dari.read(nama)
            if nama == SEL:
                awal = isi.index(b"<dimension")
                isi = isi[:awal] + ganti + isi[isi.index(b">", awal) + 1 :]
            ke.writestr(nama, isi)
    return baru


@pytest.mark.parametrize("ganti", [b"", b'<dimension ref="A1"/>'])
def test_a_sheet_that_does_not_tell_its_size(tmp_path: Path, ganti: bytes) -> None:
    assert ditolak(without_dimension(tulis(tmp_path / "a.xlsx", BAWAH), ganti)).kode == "F-SEL-JAUH"
    assert land(without_dimension(tulis(tmp_path / "b.xlsx"), ganti)).baris == {"data_utama": 1}


def test_formats_far_out_are_no_cells(tmp_path: Path) -> None:
    assert land(tulis(tmp_path / "b.xlsx", POJOK, isi="")).baris == {"data_utama": 1}


def test_a_cell_far_out_on_a_hidden_sheet_does_not_matter(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as buku:
        halaman = buku.add_worksheet("Data Utama")
        halaman.write_row(0, 0, ["NIK", "Nama"])
        halaman.write_row(1, 0, [UTAMA["nik"], "SITI"])
        lama = buku.add_worksheet("Lama")
        lama.write_string(*POJOK, "x")
        lama.hide()
    assert land(tmp_path / "b.xlsx").baris == {"data_utama": 1}


def test_a_piece_may_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buku = without_dimension(tulis(tmp_path / "b.xlsx", BAWAH), b"")
    for ukuran in (1, 7, 64):
        monkeypatch.setattr(jangkauan, "POTONGAN", ukuran)
        assert ditolak(buku).kode == "F-SEL-JAUH"


@pytest.fixture
def batasi(monkeypatch: pytest.MonkeyPatch) -> None:
    kecil = Batas(**(pembacaan().batas.model_dump() | {"baris": 20, "kolom": 10, "sel": 150}))
    ubah = pembacaan().model_copy(update={"batas": kecil})
    for modul in ("jangkauan", "workbook", "nilai_terpisah"):
        monkeypatch.setattr(f"tasks.gateways.{modul}.pembacaan", lambda: ubah)


@pytest.fixture(scope="session")
def besar(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Thirty honest rows, a dozen columns, and the two ends of a sheet within both limits."""
    folder = tmp_path_factory.mktemp("besar")
    bentuk: dict[str, Sequence[tuple[int, int]]] = {
        "baris": [(i, 1) for i in range(2, 30)],
        "kolom": [(0, j) for j in range(3, 12)],
        "luas": [(18, 9)],
        "padat": [(i, j) for i in range(2, 19) for j in range(10)],
        "cukup": [(9, 9)],
    }
    asal = [tulis(folder / f"{nama}.xlsx", *sel) for nama, sel in bentuk.items()]
    lain = [
        satu for akhiran in ("ods", "xls", "csv") for satu in save_as(akhiran, folder / "l", asal)
    ]
    return {satu.name: satu for satu in (*asal, *lain)}


@pytest.mark.usefixtures("batasi")
@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls", "csv"])
def test_beyond_the_limits_of_a_sheet(besar: dict[str, Path], akhiran: str) -> None:
    penolakan = ditolak(besar[f"baris.{akhiran}"])
    assert penolakan.kode == "F-TERLALU-BESAR"
    assert "20 baris per lembar" in penolakan.pesan
    penolakan = ditolak(besar[f"kolom.{akhiran}"])
    assert penolakan.kode in {"F-TERLALU-BESAR", "F-SEL-JAUH"}
    assert "10 kolom" in penolakan.pesan
    assert land(besar[f"cukup.{akhiran}"]).penolakan is None


@pytest.mark.usefixtures("batasi")
@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
def test_two_ends_of_a_sheet_may_be_too_far_apart(besar: dict[str, Path], akhiran: str) -> None:
    assert "sel J19 terisi" in ditolak(besar[f"luas.{akhiran}"]).pesan
    assert "150 sel per lembar" in ditolak(besar[f"padat.{akhiran}"]).pesan


@pytest.mark.nightly
def test_two_hundred_thousand_people(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx"), {"constant_memory": True}) as buku:
        halaman = buku.add_worksheet("Data Utama")
        halaman.write_row(0, 0, ["NIK", "Nama", "Tgl Lahir", "Jabatan"])
        for i in range(1, 200_001):
            halaman.write_row(i, 0, [UTAMA["nik"], "SITI", "01-07-1990", "Guru"])
    assert land(tmp_path / "b.xlsx").baris == {"data_utama": 200_000}
    data = pl.read_parquet(tmp_path / "baca-b.xlsx" / "data_utama.parquet")
    assert data["baris"].to_list() == list(range(2, 200_002))
    assert data["tanggal_lahir"].null_count() == 0
