"""A template filled as an office fills it, saved by two programs, and read back without loss."""

import re
import zipfile
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI, edisi, petunjuk, pilihan
from rules.pembacaan.judul import huruf_kolom
from tasks.gateways.instansi import read_instansi
from tasks.gateways.templat import read_templat, write_templat
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.libreoffice import LibreOffice

SHA = "a" * 64
HARI_NOL = date(1899, 12, 30)
# Texts that a program would turn into numbers or dates, if the cells were not text.
MIRIP_ANGKA = {
    "nomor_peserta_thk2": "052071300200100",
    "nomor_ijazah": "0001234567890123456",
    "nomor_sk": "01/02/2020",
    "nama": "+SITI =CONTOH",
    "sekolah": "1E5",
}
Orang = dict[str, Any]


def orang(bentuk: str, nomor: int) -> Orang:
    """Row `nomor` of a form: the example, then every choice of the closed columns in turn."""
    isi: Orang = {}
    for satu in petunjuk()[bentuk]:
        k = satu.kolom
        if k.jenis == "nik":
            isi[k.kolom] = f"{(11, 92)[nomor % 2]}0101410790{nomor + 1:04d}"
        elif k.jenis == "tanggal":
            isi[k.kolom] = date(1990 + nomor, 1 + nomor % 12, 1 + nomor)
        elif k.tertutup:
            isi[k.kolom] = pilihan(k.kolom)[nomor % len(pilihan(k.kolom))]
        else:
            isi[k.kolom] = satu.contoh or None
    return isi | {k: v for k, v in MIRIP_ANGKA.items() if k in isi}


ISI = {bentuk: [orang(bentuk, nomor) for nomor in range(12)] for bentuk in petunjuk()}


def fill(templat: Path, ke: Path) -> Path:
    """The rows of ISI in its sheets, each cell with the style of its column, as Excel writes them."""
    with zipfile.ZipFile(templat) as dari, zipfile.ZipFile(ke, "w") as tujuan:
        for nama in dari.namelist():
            isi = dari.read(nama).decode()
            for nomor, bentuk in enumerate(ISI, 2):
                if nama == f"xl/worksheets/sheet{nomor}.xml":
                    isi = _filled(isi, bentuk)
            tujuan.writestr(nama, isi)
    return ke


def _filled(xml: str, bentuk: str) -> str:
    lebar = re.findall(r'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"', xml)
    gaya = [g for awal, akhir, g in lebar for _ in range(int(awal), int(akhir) + 1)]
    baris = "".join(
        f'<row r="{i}">'
        + "".join(
            _cell(f"{huruf_kolom(j)}{i}", gaya[j], satu[k.kolom])
            for j, k in enumerate(edisi()[bentuk])
        )
        + "</row>"
        for i, satu in enumerate(ISI[bentuk], 2)
    )
    xml = re.sub(r'<dimension ref="[^"]*"/>', "", xml)
    return xml.replace("</sheetData>", f"{baris}</sheetData>")


def _cell(alamat: str, gaya: str, nilai: Any) -> str:
    if nilai is None:
        return f'<c r="{alamat}" s="{gaya}"/>'
    if isinstance(nilai, date):
        return f'<c r="{alamat}" s="{gaya}"><v>{(nilai - HARI_NOL).days}</v></c>'
    return f'<c r="{alamat}" s="{gaya}" t="inlineStr"><is><t>{escape(nilai)}</t></is></c>'


@pytest.fixture(scope="module")
def templat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    jalur = tmp_path_factory.mktemp("templat") / "templat.xlsx"
    write_templat("5105", jalur)
    return jalur


@pytest.fixture(scope="module", params=["excel", "libreoffice"])
def terisi(request: pytest.FixtureRequest, templat: Path) -> Path:
    """The filled workbook as written, and as LibreOffice saves it again."""
    buku = fill(templat, templat.with_name("terisi.xlsx"))
    if request.param == "excel":
        return buku
    libreoffice: LibreOffice = request.getfixturevalue("libreoffice")
    return libreoffice.convert(buku, templat.parent / "ulang")


def land(jalur: Path, tmp_path: Path) -> Bacaan:
    return land_workbook(jalur, SHA, tmp_path / SHA)


def test_a_filled_template_comes_back_whole(terisi: Path, tmp_path: Path) -> None:
    bacaan = land(terisi, tmp_path)
    assert bacaan.penolakan is None
    assert bacaan.baris == dict.fromkeys(ISI, 12)
    assert not (tmp_path / SHA / "nilai_asli.parquet").exists(), "every cell was read as written"
    for bentuk, baris in ISI.items():
        data = pl.read_parquet(tmp_path / SHA / f"{bentuk}.parquet")
        assert data["baris"].to_list() == list(range(2, 14))
        assert data.select(k.kolom for k in edisi()[bentuk]).to_dicts() == baris


def test_both_programs_keep_whose_template_it_is(terisi: Path, tmp_path: Path) -> None:
    assert land(terisi, tmp_path).sifat == {SIFAT_INSTANSI: "5105", SIFAT_EDISI: "2022"}


def test_an_empty_template_is_an_empty_list_and_every_heading_is_known(
    templat: Path, tmp_path: Path
) -> None:
    bacaan = land(templat, tmp_path)
    assert bacaan.penolakan is None
    assert bacaan.baris == dict.fromkeys(ISI, 0)
    dikenal = [(k["bentuk"], k["kolom"], k["huruf"]) for k in bacaan.kolom]
    assert dikenal == [(b, k.kolom, k.huruf) for b in ISI for k in edisi()[b]]


def test_no_other_sheet_is_taken_for_a_form(templat: Path, tmp_path: Path) -> None:
    lembar = {str(b["nama"]): b["bentuk"] for b in land(templat, tmp_path).lembar}
    assert {nama for nama, bentuk in lembar.items() if bentuk} == {
        "Data Utama", "Data Riwayat", "Penghapusan",
    }  # fmt: skip


def test_every_list_a_column_names_is_there_and_holds_its_example() -> None:
    daftar = {d.nama: d for d in read_templat("5105").daftar}
    for satu in (s for kolom in petunjuk().values() for s in kolom if s.daftar):
        isi = [baris[daftar[satu.daftar].pilihan or 0] for baris in daftar[satu.daftar].isi]
        assert satu.contoh in isi or daftar[satu.daftar].tumbuh
        assert len(isi) == len(set(isi))
    assert all(len(d.nama) <= 32 and len(d.asal) <= 255 for d in daftar.values())


def test_units_are_those_of_the_instansi_alone() -> None:
    unit = {kode: read_templat(kode).daftar[0].isi for kode in ("5105", "6000", "6500")}
    assert unit["5105"] == (), "none known: the sheet is there to be filled"
    assert len(unit["6000"]) > 50
    assert set(unit["6000"]) != set(unit["6500"])


def test_no_title_to_choose_is_one_that_the_law_leaves_out() -> None:
    daftar = {d.nama: d for d in read_templat("5105").daftar}
    assert daftar["Jabatan Dikecualikan"].isi
    keluar = {baris[0] for baris in daftar["Jabatan Dikecualikan"].isi}
    assert keluar.isdisjoint(baris[0] for baris in daftar["Jabatan"].isi)


def test_an_unknown_code_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="kode instansi 0000 tidak dikenal"):
        write_templat("0000", tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_every_instansi_has_one() -> None:
    kode = read_instansi()["kode_instansi"]
    assert [read_templat(satu).instansi.kode for satu in (kode[0], kode[-1])] == [kode[0], kode[-1]]
