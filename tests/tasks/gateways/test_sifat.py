"""What a workbook of ours says of itself survives the programs that save it, and nothing else is kept."""

import json
from pathlib import Path

import pytest
import xlsxwriter

from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI
from tasks.gateways.sifat import TERBESAR
from tasks.gateways.workbook import BACAAN, Bacaan, land_workbook
from tests.libreoffice import LibreOffice

SHA = "a" * 64
SIFAT = {SIFAT_INSTANSI: "5105", "Bagian pendataan non-ASN": "Data <1> & \"2\" 'ç'.xlsx"}


def workbook(jalur: Path, sifat: dict[str, str], judul: str = "NIK") -> Path:
    with xlsxwriter.Workbook(str(jalur)) as buku:
        buku.add_worksheet("Data Utama").write_row(0, 0, [judul, "Nama Lengkap"])
        for nama, isi in sifat.items():
            buku.set_custom_property(nama, isi, "text")
    return jalur


def land(jalur: Path) -> Bacaan:
    return land_workbook(jalur, SHA, jalur.parent / "mendarat" / SHA)


def test_our_properties_are_kept_and_all_others_left(tmp_path: Path) -> None:
    buku = workbook(tmp_path / "b.xlsx", SIFAT | {"Penyusun": "Dinas X", SIFAT_EDISI: ""})
    assert land(buku).sifat == SIFAT
    tertulis = json.loads((tmp_path / "mendarat" / SHA / BACAAN).read_text())
    assert tertulis["sifat"] == SIFAT


@pytest.mark.parametrize("jenis", ["xlsx", "ods"])
def test_they_survive_being_saved_by_another_program(
    libreoffice: LibreOffice, tmp_path: Path, jenis: str
) -> None:
    buku = workbook(tmp_path / "b.xlsx", SIFAT)
    assert land(libreoffice.convert(buku, tmp_path / "ulang", jenis)).sifat == SIFAT


def test_a_workbook_without_properties_has_none(tmp_path: Path) -> None:
    assert land(workbook(tmp_path / "b.xlsx", {})).sifat == {}


def test_a_refused_workbook_still_says_whose_template_it_is(tmp_path: Path) -> None:
    bacaan = land(workbook(tmp_path / "b.xlsx", SIFAT, judul="Kode"))
    assert bacaan.penolakan is not None
    assert bacaan.sifat == SIFAT


def test_only_the_beginning_of_an_endless_list_is_looked_at(tmp_path: Path) -> None:
    banyak = {f"Lain {nomor}": "x" * 200 for nomor in range(TERBESAR // 300)}
    assert land(workbook(tmp_path / "b.xlsx", banyak | SIFAT)).sifat == {}
