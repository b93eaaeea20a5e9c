"""The list of sheets as programs write it: other prefixes, quotes, cases and ways to a member."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from tasks.gateways.buku_xlsx import anggota_lembar, hari_nol_xlsx, lembar_tersembunyi

LEMBAR = "xl/worksheets/sheet1.xml"


def paket(tmp_path: Path, buku: str, target: str = "worksheets/sheet1.xml") -> ZipFile:
    with ZipFile(tmp_path / "b.xlsx", "w") as ke:
        ke.writestr("xl/workbook.xml", buku)
        ke.writestr("xl/_rels/workbook.xml.rels", f'<Relationship Target="{target}" Id="rId1"/>')
        ke.writestr(LEMBAR, "<worksheet/>")
    return ZipFile(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    "buku",
    [
        '<sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets>',
        "<x:sheets><x:sheet name='A &amp; B' sheetId='1' d3p1:id='rId1'/></x:sheets>",
        '<sheet r:id = "rId1" state="visible" name="A &amp; B" />',
    ],
)
@pytest.mark.parametrize(
    "target",
    [
        "worksheets/sheet1.xml",
        "/xl/worksheets/sheet1.xml",
        "../xl/worksheets/sheet1.xml",
        "./worksheets/Sheet1.xml",
        "worksheets\\sheet1.xml",
    ],
)
def test_the_member_of_a_sheet(tmp_path: Path, buku: str, target: str) -> None:
    with paket(tmp_path, buku, target) as isi:
        assert anggota_lembar(isi) == {"A & B": LEMBAR}
        assert lembar_tersembunyi(isi) == set()


def test_a_sheet_that_leads_nowhere(tmp_path: Path) -> None:
    buku = '<sheet name="A" r:id="rId9"/><sheet name="B" r:id="rId1"/><sheet name="C"/>'
    with paket(tmp_path, buku) as isi:
        assert anggota_lembar(isi) == {"B": LEMBAR}


@pytest.mark.parametrize("state", ['"hidden"', '"veryHidden"', "'hidden'"])
def test_hidden_sheets(tmp_path: Path, state: str) -> None:
    with paket(tmp_path, f'<sheet name="Lama" state={state} r:id="rId1"/>') as isi:
        assert lembar_tersembunyi(isi) == {"Lama"}


@pytest.mark.parametrize(
    ("sifat", "tahun"),
    [("", 1899), ('date1904="0"', 1899), ('date1904="1"', 1904), ("date1904='true'", 1904)],
)
def test_day_zero(tmp_path: Path, sifat: str, tahun: int) -> None:
    with paket(tmp_path, f"<workbookPr {sifat}/>") as isi:
        assert hari_nol_xlsx(isi) == {1899: date(1899, 12, 30), 1904: date(1904, 1, 1)}[tahun]
