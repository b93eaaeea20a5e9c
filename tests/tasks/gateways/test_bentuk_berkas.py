"""Every kind of file an office sends, written by two programs; judged by content, not by name."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest

from tasks.gateways.workbook import Bacaan, land_workbook
from tests.kantor import save_as
from tests.workbooks import RIWAYAT, UTAMA, Lembar, workbook

KOLOM = ("nik", "nama", "tanggal_lahir", "jenis_kelamin")
TABEL = (
    ("NIK", "Nama", "Tgl Lahir", "JK"),
    ("3201014107900001", "SITI AMINAH", "01-07-1990", "P"),
    ("'3201014107900011", "JOSÉ, S.", "1/8/1985", "Laki-laki"),
)
HARAPAN = [
    ("3201014107900001", "SITI AMINAH", date(1990, 7, 1), "P"),
    ("3201014107900011", "JOSÉ, S.", date(1985, 8, 1), "L"),
]


def land(jalur: Path, nama: str = "baca") -> tuple[Bacaan, Path]:
    tujuan = jalur.parent / nama / jalur.name
    return land_workbook(jalur, "a" * 64, tujuan), tujuan


def kode(jalur: Path) -> str | None:
    penolakan = land(jalur)[0].penolakan
    return penolakan and penolakan.kode


def csv(pemisah: str = ",", atas: str = "") -> str:
    return atas + "".join(
        pemisah.join(f'"{sel}"' if pemisah in sel else sel for sel in baris) + "\r\n"
        for baris in TABEL
    )


@pytest.mark.parametrize("nama", ["b.csv", "b.xls", "b.xlsx"])
@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separated_values(tmp_path: Path, nama: str, pemisah: str, sandi: str) -> None:
    (tmp_path / nama).write_bytes(csv(pemisah).encode(sandi))
    bacaan, tujuan = land(tmp_path / nama)
    assert bacaan.penolakan is None
    data = pl.read_parquet(tujuan / "data_utama.parquet")
    assert data.select(KOLOM).rows() == HARAPAN
    assert data["baris"].to_list() == [2, 3]


@pytest.mark.parametrize("atas", ["DAFTAR TENAGA, DINAS X\n\n", "sep=;\n\n", ";;;;\nDinas X;;\n"])
def test_separated_values_below_title_rows(tmp_path: Path, atas: str) -> None:
    (tmp_path / "b.csv").write_text(csv(";", atas) + "\n;;;\n")
    bacaan, tujuan = land(tmp_path / "b.csv")
    assert bacaan.baris == {"data_utama": 2}
    assert pl.read_parquet(tujuan / "data_utama.parquet")["baris"].to_list() == [4, 5]


@pytest.mark.parametrize(
    "isi",
    [
        "<html><body><table><tr><td>NIK</td></tr></table></body></html>",
        "\ufeff\n<!DOCTYPE html>\n<table>",
        "MIME-Version: 1.0\nContent-Type: multipart/related",
    ],
)
@pytest.mark.parametrize("nama", ["b.xls", "b.xlsx"])
def test_a_web_page_under_a_workbooks_name(tmp_path: Path, nama: str, isi: str) -> None:
    (tmp_path / nama).write_text(isi)
    assert kode(tmp_path / nama) == "F-HALAMAN-WEB"


@pytest.mark.parametrize(
    "isi",
    [
        b"%PDF-1.7 NIK,Nama\n1,2\n",
        b"{\\rtf1 NIK,Nama}",
        b'<?xml version="1.0"?><a b="1,2"/>',
        b"\xff\xd8\xff\xe0\x00\x10JFIF,\n",
        b"NIK,Nama\n\x81\xff,x",
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "b.csv").write_bytes(isi)
    assert kode(tmp_path / "b.csv") == "F-BUKAN-WORKBOOK"


def test_separated_values_that_are_no_list_of_people(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("kode,harga\n1,2\n")
    assert kode(tmp_path / "b.csv") == "F-TANPA-LEMBAR"


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One workbook of three sheets, as xlsxwriter wrote it and as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("kantor")
    rows = [
        {},
        {"nama": "BUDI", "tanggal_lahir": date(1985, 12, 31), "jenis_kelamin": "Laki-laki"},
        None,
        {"nik": 3201014107900011, "jenis_kelamin": "M"},
        {"nik": 3201014107900010},
    ]
    asal = workbook(
        folder / "b.xlsx",
        Lembar("data_utama", rows, atas=("DAFTAR TENAGA NON ASN",)),
        Lembar("data_riwayat", [{"pembayaran": "Dana BOS"}]),
        Lembar("data_utama", [{}, {}], nama="Lama", tersembunyi=True),
    )
    lain = {akhiran: save_as(akhiran, folder / "lain", [asal])[0] for akhiran in ("xls", "ods")}
    xlsx = save_as("xlsx", folder / "lain", [asal], "Calc MS Excel 2007 XML")[0]
    csv_kantor = save_as("csv", folder / "lain", [asal], "Text - txt - csv (StarCalc):59,34,76")[0]
    return {"asal": asal, "xlsx": xlsx, "csv": csv_kantor} | lain


@pytest.mark.parametrize("program", ["asal", "xlsx", "xls", "ods"])
def test_the_same_people_from_every_program(kantor: dict[str, Path], program: str) -> None:
    bacaan, tujuan = land(kantor[program])
    assert bacaan.baris == {"data_utama": 4, "data_riwayat": 1}
    assert [b["tersembunyi"] for b in bacaan.lembar] == [False, False, True]
    data = pl.read_parquet(tujuan / "data_utama.parquet")
    assert data["baris"].to_list() == [3, 4, 6, 7]
    # LibreOffice writes numbers of an .xlsx in fifteen digits: the sixteenth is gone for good.
    angka = None if program == "xlsx" else "3201014107900011"
    assert data["nik"].to_list() == [UTAMA["nik"], UTAMA["nik"], angka, None]
    assert data["tanggal_lahir"][1] == date(1985, 12, 31)
    assert data["jenis_kelamin"].to_list() == ["P", "L", "L", "P"]
    riwayat = pl.read_parquet(tujuan / "data_riwayat.parquet")
    assert riwayat["pembayaran"].to_list() == ["BOS"]
    assert riwayat["nomor_sk"].to_list() == [RIWAYAT["nomor_sk"]]


# Separator, then the number that LibreOffice gives the encoding.
PILIHAN = {"koma": "44,34,76", "tab": "9,34,76", "Windows-1252": "59,34,1", "UTF-16": "9,34,65535"}


@pytest.mark.parametrize("pilihan", PILIHAN)
def test_separators_and_encodings_of_libreoffice(tmp_path: Path, pilihan: str) -> None:
    asal = workbook(tmp_path / "b.xlsx", Lembar("data_utama", mentah=TABEL))
    saringan = f"Text - txt - csv (StarCalc):{PILIHAN[pilihan]}"
    bacaan, tujuan = land(save_as("csv", tmp_path / "lain", [asal], saringan)[0])
    assert bacaan.penolakan is None
    assert pl.read_parquet(tujuan / "data_utama.parquet").select(KOLOM).rows() == HARAPAN


def test_what_libreoffice_exports_as_csv(kantor: dict[str, Path]) -> None:
    bacaan, tujuan = land(kantor["csv"])
    assert bacaan.baris == {"data_utama": 4}
    data = pl.read_parquet(tujuan / "data_utama.parquet")
    assert data["baris"].to_list() == [3, 4, 6, 7]
    assert data["tanggal_lahir"][1] == date(1985, 12, 31)


def test_a_workbook_with_macros_is_read_as_plain_cells(tmp_path: Path) -> None:
    """Nothing here runs a macro; the bytes of one are passed over."""
    buku = workbook(tmp_path / "b.xlsm", Lembar("data_utama", [{}]))
    lain = save_as("xlsm", tmp_path / "lain", [buku], "Calc MS Excel 2007 VBA XML")[0]
    for satu in (buku, lain):
        with ZipFile(satu, "a") as paket:
            paket.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0Sub Auto_Open()")
        assert land(satu)[0].baris == {"data_utama": 1}
