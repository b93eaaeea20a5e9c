"""Sheets as offices really keep them: titles, totals, signatures, copies, ghosts, hidden rows."""

from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from rules.pembacaan.edisi import edisi
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.workbooks import UTAMA, Lembar, data_utama, workbook

JUDUL = ["No", "NIK", "Nama", "Tgl Lahir", "Jabatan"]
ORANG = ["1", UTAMA["nik"], "SITI AMINAH", "01-07-1990", "Guru"]


def land(jalur: Path) -> tuple[Bacaan, Path]:
    tujuan = jalur.parent / "baca" / jalur.name
    return land_workbook(jalur, "a" * 64, tujuan), tujuan


def catatan(bacaan: Bacaan, kode: str) -> list[str]:
    return [c["pesan"] for c in bacaan.catatan if c["kode"] == kode]


def lembar(tmp_path: Path, *baris: list[object]) -> tuple[Bacaan, list[int]]:
    buku = workbook(tmp_path / "b.xlsx", Lembar("data_utama", mentah=[JUDUL, *baris]))
    bacaan, tujuan = land(buku)
    return bacaan, pl.read_parquet(tujuan / "data_utama.parquet")["baris"].to_list()


@pytest.mark.parametrize(
    ("jenis", "baris"),
    [
        ("baris jumlah", [["JUMLAH", None, "2"]]),
        ("baris jumlah", [[None, "Total :", "2 orang"]]),
        ("nomor kolom", [["1", "2", "3", "4", "5"]]),
        ("nomor kolom", [[1, 2, 3, 4, 5]]),
        ("nomor kolom", [["(1)", "(2)", "(3)", "(4)", "(5)"]]),
        ("judul berulang", [[], JUDUL]),
        ("judul berulang", [["NO", "NIK", "NAMA", "TGL\nLAHIR", "JABATAN"]]),
        ("blok tanda tangan", [[None, None, "Mengetahui,"], [None, None, "Drs. ASEP"]]),
        (
            "blok tanda tangan",
            [
                [None, None, None, "Cibinong, 30 September 2022"],
                ["", "Kepala Dinas", "x"],
                ["ASEP"],
            ],
        ),
    ],
)
def test_rows_that_are_no_people(tmp_path: Path, jenis: str, baris: list[list[object]]) -> None:
    bacaan, terbaca = lembar(tmp_path, ORANG, *baris)
    assert terbaca == [2]
    pesan = catatan(bacaan, "B-BUKAN-ORANG")
    assert len(pesan) == 1
    assert jenis in pesan[0]


@pytest.mark.parametrize(
    "baris",
    [
        ["2", None, "JUMLAHWATI", "02-08-1991", "Guru"],
        ["2", None, "TOTAL SUGIARTO", "02-08-1991", "Kepala Sekolah"],
        ["2", UTAMA["nik"], "MENGETAHUI"],
        ["2", "tidak ada", "ASEP", "02-08-1991", "Guru"],
        ["2", None, "ASEP"],
    ],
)
def test_people_with_a_faulty_nik_stay_people(tmp_path: Path, baris: list[object]) -> None:
    bacaan, terbaca = lembar(tmp_path, baris, ORANG)
    assert terbaca == [2, 3]
    assert catatan(bacaan, "B-BUKAN-ORANG") == []


def test_a_total_in_the_middle_does_not_end_the_list(tmp_path: Path) -> None:
    _, terbaca = lembar(tmp_path, ORANG, ["Jumlah", None, "1"], JUDUL, ORANG)
    assert terbaca == [2, 5]


@pytest.mark.parametrize(
    ("nama", "ditolak"),
    [
        (("Data Utama", "Data Utama (2)"), True),
        (("Data Utama", "data utama LAMA"), True),
        (("Data Utama 1", "Data Utama 2"), True),
        (("Dinas Pendidikan", "Dinas Kesehatan"), False),
        (("Data Utama Disdik", "Data Utama Dinkes"), False),
        (("Data Utama", "Dinkes"), False),
    ],
)
def test_two_lists_or_one_per_office(tmp_path: Path, nama: tuple[str, str], ditolak: bool) -> None:
    isi = (Lembar("data_utama", [{}], nama=satu) for satu in nama)
    bacaan, _ = land(workbook(tmp_path / "b.xlsx", *isi))
    if ditolak:
        assert bacaan.penolakan is not None
        assert bacaan.penolakan.kode == "F-LEMBAR-GANDA"
        assert nama[1] in bacaan.penolakan.pesan
    else:
        assert bacaan.baris == {"data_utama": 2}


def test_a_missing_column_is_one_remark_about_the_file(tmp_path: Path) -> None:
    ada = [k.kolom for k in edisi()["data_utama"] if k.kolom not in {"pendidikan", "nomor_sk"}]
    bacaan, tujuan = land(data_utama(tmp_path / "b.xlsx", [{}, {}], urutan=ada))
    assert bacaan.penolakan is None
    (pesan,) = catatan(bacaan, "B-KOLOM-HILANG")
    assert "Pendidikan Terakhir, Nomor SK" in pesan
    assert pl.read_parquet(tujuan / "data_utama.parquet")["nomor_sk"].null_count() == 2


def test_a_hidden_sheet_is_named_in_a_remark(tmp_path: Path) -> None:
    buku = workbook(
        tmp_path / "b.xlsx",
        Lembar("data_utama", [{}], nama="Dinas A"),
        Lembar("data_utama", [{}], nama="Lama", tersembunyi=True),
    )
    assert "Lama" in catatan(land(buku)[0], "B-LEMBAR-TERSEMBUNYI")[0]


def test_merged_titles_hidden_rows_and_ghosts(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as buku:
        hantu = buku.add_format({"bg_color": "yellow"})
        halaman = buku.add_worksheet("Sheet1")
        halaman.merge_range(0, 0, 1, 4, "DAFTAR TENAGA NON ASN")
        halaman.write_row(3, 0, JUDUL)
        for i in (4, 5, 6):
            halaman.write_row(i, 0, ORANG)
        halaman.set_row(5, None, None, {"hidden": True})
        for i in range(7, 2000):
            halaman.write_blank(i, 1, None, hantu)
            halaman.write_string(i, 2, "  ")
        halaman.write_blank(1048575, 1, None, hantu)
    bacaan, tujuan = land(tmp_path / "b.xlsx")
    assert bacaan.baris == {"data_utama": 3}
    assert pl.read_parquet(tujuan / "data_utama.parquet")["baris"].to_list() == [5, 6, 7]
