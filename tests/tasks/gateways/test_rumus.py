"""Formulas of every kind of workbook: the stored result, or nothing, never another value."""

from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
import pytest
import xlsxwriter

from tasks.gateways.rumus_ods import sel_rumus_ods
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.kantor import save_as
from tests.workbooks import UTAMA

SEL = "xl/worksheets/sheet1.xml"
JUDUL = ["NIK", "Nama", "Tgl Lahir", "Jabatan", "Unit Kerja", "Nomor SK"]


def land(jalur: Path) -> tuple[Bacaan, pl.DataFrame]:
    tujuan = jalur.parent / f"baca-{jalur.name}"
    bacaan = land_workbook(jalur, "a" * 64, tujuan)
    return bacaan, pl.read_parquet(tujuan / "data_utama.parquet")


def pesan(bacaan: Bacaan, kode: str) -> list[str]:
    return [c["pesan"] for c in bacaan.catatan if c["kode"] == kode]


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Text, date, nothing and 0 as results of formulas; written by xlsxwriter, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("rumus")
    asal = folder / "b.xlsx"
    with xlsxwriter.Workbook(str(asal)) as buku:
        buku.add_worksheet("Depan").write_formula(0, 0, "=1+1", None, 2)
        halaman = buku.add_worksheet("Data Utama")
        gaya = buku.add_format({"num_format": "dd-mm-yyyy"})
        halaman.write_row(1, 0, JUDUL)
        for i in (2, 3):
            halaman.write_string(i, 0, UTAMA["nik"])
            halaman.write_formula(i, 1, '="SI"&"TI"', None, "SITI")
            halaman.write_formula(i, 2, "=DATE(1990,4,3)", gaya, 32966)
            halaman.write_formula(i, 3, '=IF(1>2,"a","")', None, "")
            halaman.write_formula(i, 5, "=F20", None, 0)
    xls, ods = (save_as(akhiran, folder / "lain", [asal])[0] for akhiran in ("xls", "ods"))
    xlsx = save_as("xlsx", folder / "lain", [asal], "Calc MS Excel 2007 XML")[0]
    return {"asal": asal, "xlsx": xlsx, "xls": xls, "ods": ods}


@pytest.mark.parametrize("program", ["asal", "xlsx", "xls", "ods"])
def test_formulas_of_every_program(kantor: dict[str, Path], program: str) -> None:
    bacaan, data = land(kantor[program])
    # LibreOffice keeps no text in an .xls, only 0; xlsxwriter and an .ods made of it keep no empty text.
    hilang = {"xlsx": ["nomor_sk"], "xls": ["nama", "nomor_sk"]}
    hilang_di_sini = hilang.get(program, ["jabatan", "nomor_sk"])
    assert [sorted(satu) for satu in data["tak_terbaca"]] == [hilang_di_sini] * 2
    assert data["nama"].to_list() == [None if program == "xls" else "SITI"] * 2
    assert data["tanggal_lahir"].to_list() == [date(1990, 4, 3)] * 2
    assert data["jabatan"].to_list() == data["nomor_sk"].to_list() == [None, None]
    (satu,) = pesan(bacaan, "B-RUMUS")
    assert "8 sel berisi rumus, antara lain B3, C3, D3, F3, B4." in satu
    (satu,) = pesan(bacaan, "B-RUMUS-TANPA-HASIL")
    assert f"{2 * len(hilang_di_sini)} sel rumus" in satu


def test_the_formula_itself_is_kept_where_it_gave_nothing(kantor: dict[str, Path]) -> None:
    land(kantor["ods"])
    asli = pl.read_parquet(kantor["ods"].parent / "baca-b.ods" / "nilai_asli.parquet")
    assert asli["nilai"].unique().sort().to_list() == ['=IF(1>2;"a";"")', "=[.F20]"]


def one_sheet(jalur: Path, xml: str) -> Path:
    """A workbook whose sheet is written as `xml`, by a program of its own mind."""
    with xlsxwriter.Workbook(str(jalur)) as buku:
        buku.add_worksheet("Data Utama").write_row(0, 0, ["NIK", "Nama", "Jabatan"])
    baru = jalur.with_name("baru.xlsx")
    with ZipFile(jalur) as dari, ZipFile(baru, "w", ZIP_DEFLATED) as ke:
        for nama in dari.namelist():
            isi = dari.read(nama).decode()
            if nama == SEL:
                isi = isi.replace("</row></sheetData>", f"</row>{xml}</sheetData>")
            ke.writestr(nama, isi)
    return baru


@pytest.mark.parametrize(
    ("sel", "nama"),
    [
        ('<c r="B2" t="str"><f>A1</f><v>SITI</v></c>', "SITI"),
        ('<c t="str" r="B2">\n <f ca="1">A1</f>\n <v xml:space="preserve">SITI</v></c>', "SITI"),
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>A1</f><v/></c>', ""),
        ('<c r="B2"><f>A1</f></c>', None),
        ('<c r="B2"><f>A1</f><v></v></c>', None),
        ('<c r="B2"><f>A1</f><v>0</v></c>', None),
        ('<c r="B2" t="n"><f>A1</f><v>0</v></c>', None),
        ('<c r="B2"><f>A1</f><v>0.0</v></c>', None),
        ('<c r="B2" t="str"><f>A1</f></c>', None),
        ('<c r="B2"><f>A1</f><v>70</v></c>', "70"),
        ('<c r="B2" t="str"><f>IF(A1&gt;1,"a","0")</f><v>0</v></c>', "0"),
    ],
)
def test_cells_as_programs_write_them(tmp_path: Path, sel: str, nama: str | None) -> None:
    xml = f'<row r="2"><c r="A2" t="inlineStr"><is><t>{UTAMA["nik"]}</t></is></c>{sel}</row>'
    bacaan, data = land(one_sheet(tmp_path / "b.xlsx", xml))
    assert len(pesan(bacaan, "B-RUMUS")) == 1
    assert data["nama"].to_list() == [nama or None]
    assert data["tak_terbaca"].to_list() == [["nama"] if nama is None else []]


def test_a_sheet_whose_elements_have_a_prefix(tmp_path: Path) -> None:
    buku = one_sheet(tmp_path / "b.xlsx", '<row r="2"><c r="B2"><f>A1</f></c></row>')
    with ZipFile(buku) as paket:
        xml = paket.read(SEL).decode()
    berawalan = xml.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    berawalan = berawalan.replace("<x:?xml", "<?xml").replace('xmlns="', 'xmlns:x="')
    with ZipFile(buku) as dari, ZipFile(tmp_path / "x.xlsx", "w", ZIP_DEFLATED) as ke:
        for nama in dari.namelist():
            ke.writestr(nama, berawalan if nama == SEL else dari.read(nama))
    bacaan, data = land(tmp_path / "x.xlsx")
    assert data["tak_terbaca"].to_list() == [["nama"]]
    assert "=A1" in pl.read_parquet(tmp_path / "baca-x.xlsx" / "nilai_asli.parquet")["nilai"]
    assert len(pesan(bacaan, "B-RUMUS-TANPA-HASIL")) == 1


def ods(tmp_path: Path, isi: str) -> bytes:
    xml = f'<o><table:table table:name="Lain"/><table:table table:name="A &amp; B">{isi}</table:table></o>'
    with ZipFile(tmp_path / "b.ods", "w") as paket:
        paket.writestr("content.xml", xml)
    return (tmp_path / "b.ods").read_bytes()


def sel_ods(atribut: str) -> str:
    return f'<table:table-cell table:formula="of:=1&gt;[.A1]" {atribut}/>'


def test_places_in_an_ods_are_counted(tmp_path: Path) -> None:
    isi = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        "<table:table-row><table:table-cell/><table:table-cell/>"
        '<table:covered-table-cell table:style-name="a>b"/>'
        + sel_ods('office:value-type="string" office:string-value=""')
        + sel_ods('table:number-columns-repeated="2" office:value-type="float" office:value="0"')
        + '</table:table-row><table:table-row table:number-rows-repeated="2">'
        + sel_ods('office:value-type="date" office:date-value="1990-04-03"')
        + sel_ods("")
        + "</table:table-row>"
    )
    sel = sel_rumus_ods(ods(tmp_path, isi), "A & B")
    assert sel.sort("baris", "huruf").select("huruf", "baris", "terhitung").rows() == [
        ("D", 4, True), ("E", 4, False), ("F", 4, False),
        ("A", 5, True), ("B", 5, False), ("A", 6, True), ("B", 6, False),
    ]  # fmt: skip
    assert sel["rumus"].unique().to_list() == ["=1>[.A1]"]


@pytest.mark.parametrize("akhiran", ["xlsx", "xls", "ods"])
def test_a_list_without_formulas_beside_a_sheet_of_them(tmp_path: Path, akhiran: str) -> None:
    asal = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(str(asal)) as buku:
        buku.add_worksheet("Depan").write_formula(1, 1, "=1/0", None, "#DIV/0!")
        halaman = buku.add_worksheet("Data Utama")
        halaman.write_row(0, 0, ["NIK", "Nama"])
        halaman.write_row(1, 0, [UTAMA["nik"], "SITI"])
    buku_jadi = asal if akhiran == "xlsx" else save_as(akhiran, tmp_path / "lain", [asal])[0]
    bacaan, data = land(buku_jadi)
    assert data["nama"].to_list() == ["SITI"]
    assert pesan(bacaan, "B-RUMUS") == []


def test_an_ods_without_that_sheet(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        sel_rumus_ods(ods(tmp_path, ""), "Tak Ada")
