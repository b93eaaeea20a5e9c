"""What the envelope tells: locks of every kind, binary workbooks, and the day that days are counted from."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
import xlsxwriter

from tasks.gateways.workbook import land_workbook
from tests.berkas_ole import ole, rekaman, xls
from tests.kantor import save_as, save_locked
from tests.workbooks import UTAMA, data_utama

NIK, LAHIR = UTAMA["nik"], date(1990, 4, 3)


def kode(jalur: Path) -> str | None:
    penolakan = land_workbook(jalur, "a" * 64, jalur.parent / f"baca-{jalur.name}").penolakan
    return penolakan and penolakan.kode


@pytest.fixture(scope="session")
def terkunci(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("kunci")
    return save_locked(folder, data_utama(folder / "b.xlsx"))


@pytest.mark.parametrize("akhiran", ["xlsx", "xls", "ods"])
def test_a_workbook_locked_by_libreoffice(terkunci: dict[str, Path], akhiran: str) -> None:
    assert kode(terkunci[akhiran]) == "F-SANDI"


@pytest.mark.parametrize(
    ("nama", "isi", "diharap"),
    [
        # Excel: agile encryption, and the obfuscation of its first versions.
        ("b.xlsx", ole(EncryptionInfo=b"\x04\0\x04\0", EncryptedPackage=b"x"), "F-SANDI"),
        ("b.xls", ole(Workbook=xls([], rekaman(0x2F, bytes(6)))), "F-SANDI"),
        ("b.xls", ole(Book=xls([], rekaman(0x2F, b"\x01\0\x01\0" + bytes(48)))), "F-SANDI"),
        ("b.doc", ole(WordDocument=b"surat", Data="EncryptedPackage".encode("utf-16-le")),
         "F-BUKAN-WORKBOOK"),
        ("b.xls", ole(Workbook=xls([])[:40]), "F-RUSAK"),
    ],
)  # fmt: skip
def test_compound_files(tmp_path: Path, nama: str, isi: bytes, diharap: str) -> None:
    (tmp_path / nama).write_bytes(isi)
    assert kode(tmp_path / nama) == diharap


def paket(jalur: Path, **isi: str) -> Path:
    with ZipFile(jalur, "w") as zip_baru:
        for nama, teks in isi.items():
            zip_baru.writestr(nama, teks)
    return jalur


def test_an_ods_locked_as_a_whole(tmp_path: Path) -> None:
    """LibreOffice from 24.8 on leaves nothing to be seen but the lock."""
    manifes = '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/>'
    isi = {"META-INF/manifest.xml": manifes, "encrypted-package": "x"}
    assert kode(paket(tmp_path / "b.ods", **isi)) == "F-SANDI"


def test_a_binary_workbook_is_refused_with_the_way_out(tmp_path: Path) -> None:
    tipe = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    isi = {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.bin" ContentType="{tipe}"/></Types>',
        "xl/workbook.bin": "\x83\x01\0\x8f\x01\0",
        "xl/worksheets/sheet1.bin": "\x81\x01\0",
    }
    jalur = paket(tmp_path / "b.xlsx", **isi)
    penolakan = land_workbook(jalur, "a" * 64, tmp_path / "baca").penolakan
    assert penolakan is not None
    assert penolakan.kode == "F-XLSB"
    assert "Excel Workbook (.xlsx)" in penolakan.tindakan


@pytest.fixture(scope="session")
def sejak(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Path]]:
    """The same birthday as a date cell and as a bare number, counted from either day."""
    folder = tmp_path_factory.mktemp("1904")
    hasil = {}
    for tahun, serial in ((1900, 32966), (1904, 31504)):
        asal = folder / f"b{tahun}.xlsx"
        with xlsxwriter.Workbook(str(asal), {"date_1904": tahun == 1904}) as buku:
            halaman = buku.add_worksheet("Data Utama")
            halaman.write_row(0, 0, ["NIK", "Nama", "Tgl Lahir"])
            gaya = buku.add_format({"num_format": "dd-mm-yyyy"})
            halaman.write_row(1, 0, [NIK, "SITI"])
            halaman.write_datetime(1, 2, LAHIR, gaya)
            halaman.write_row(2, 0, [NIK, "SITI", serial])
            halaman.write_row(3, 0, [NIK, "SITI"])
            halaman.write_formula(3, 2, "=DATE(1990,4,3)", None, serial)
        hasil[tahun] = {"asal": asal} | {
            akhiran: save_as(akhiran, folder / "lain", [asal])[0] for akhiran in ("xls", "ods")
        }
    return hasil


@pytest.mark.parametrize("tahun", [1900, 1904])
@pytest.mark.parametrize("program", ["asal", "xls", "ods"])
def test_the_day_that_numbers_are_counted_from(
    sejak: dict[int, dict[str, Path]], program: str, tahun: int
) -> None:
    jalur = sejak[tahun][program]
    assert kode(jalur) is None
    data = pl.read_parquet(jalur.parent / f"baca-{jalur.name}" / "data_utama.parquet")
    assert data["tanggal_lahir"].to_list() == [LAHIR] * 3


def test_an_ods_may_count_from_any_day(sejak: dict[int, dict[str, Path]], tmp_path: Path) -> None:
    """StarCalc counted from the first of January 1900."""
    jalur = tmp_path / "b.ods"
    with ZipFile(sejak[1904]["ods"]) as dari, ZipFile(jalur, "w") as ke:
        for nama in dari.namelist():
            isi = dari.read(nama)
            ke.writestr(nama, isi.replace(b'date-value="1904-01-01"', b'date-value="1900-01-01"'))
    assert kode(jalur) is None
    data = pl.read_parquet(tmp_path / "baca-b.ods" / "data_utama.parquet")
    assert data["tanggal_lahir"][1] == date(1986, 4, 4)
