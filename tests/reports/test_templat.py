"""The template as a workbook: what each sheet holds, before anybody fills it."""

import io
import re
import zipfile
from datetime import date
from html import unescape

import pytest

from reports.templat import Daftar, Templat, render_templat
from reports.templat.petunjuk import baris_petunjuk
from reports.unsur import Instansi
from rules.pembacaan.edisi import edisi, petunjuk
from rules.pembacaan.judul import kenali

UNIT = Daftar(
    nama="Unit Kerja", judul=("Nama unit",), lebar=(40,), isi=(("SDN 1",), ("SDN 2",)), asal="contoh.",
    tumbuh=True,
)  # fmt: skip
KELAMIN = Daftar(
    nama="Jenis Kelamin", judul=("Pilihan",), lebar=(20,), isi=(("L",), ("P",)), asal="kami."
)
TEMPLAT = Templat(
    instansi=Instansi(kode="5105", nama="Kabupaten <Contoh> & Sekitarnya", jenis="D"),
    edisi="2022",
    berlaku=date(2022, 10, 7),
    wajib={"data_utama": ("tanggal_lahir",)},
    daftar=(UNIT, KELAMIN),
    tanda="Data latihan.",
)


@pytest.fixture(scope="module")
def isi() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(render_templat(TEMPLAT))) as arsip:
        return {nama: arsip.read(nama).decode() for nama in arsip.namelist()}


def test_same_content_same_bytes() -> None:
    assert render_templat(TEMPLAT) == render_templat(TEMPLAT)


def test_sheets_in_order(isi: dict[str, str]) -> None:
    nama = re.findall(r'<sheet name="([^"]*)"', isi["xl/workbook.xml"])
    assert nama == [
        "Petunjuk", "Data Utama", "Data Riwayat", "Penghapusan", "Unit Kerja", "Jenis Kelamin",
    ]  # fmt: skip


def test_edition_and_instansi_stand_in_the_properties(isi: dict[str, str]) -> None:
    sifat = re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)<', isi["docProps/custom.xml"])
    assert sifat == [
        ("Kode instansi pendataan non-ASN", "5105"), ("Edisi templat pendataan non-ASN", "2022"),
    ]  # fmt: skip
    assert "2022-10-07T00:00:00Z</dcterms:created>" in isi["docProps/core.xml"]


@pytest.mark.parametrize(("nomor", "bentuk"), list(enumerate(petunjuk(), 2)))
def test_every_column_is_formatted_and_helps(isi: dict[str, str], nomor: int, bentuk: str) -> None:
    xml = isi[f"xl/worksheets/sheet{nomor}.xml"]
    kolom = edisi()[bentuk]
    assert '<row r="2"' not in xml, "nothing below the headings"
    assert "<pane " in xml
    assert re.search(rf'max="{len(kolom)}"[^>]*style=', xml)
    for satu in kolom:
        assert re.search(rf'promptTitle="{re.escape(satu.judul)}" prompt="[^"]+" sqref="{satu.huruf}1"', xml)  # fmt: skip
    siap = {h for h in re.findall(r'sqref="([A-Z])2:\1(?:\d+)"', xml)}
    assert siap == {s.kolom.huruf for s in petunjuk()[bentuk] if s.daftar or s.kolom.jenis in ("nik", "tanggal")}  # fmt: skip


def test_rows_enough_are_ready(isi: dict[str, str]) -> None:
    akhir = re.findall(r'sqref="[A-Z]2:[A-Z](\d+)"', isi["xl/worksheets/sheet2.xml"])
    assert {int(satu) >= 5_000 for satu in akhir} == {True}


def test_a_closed_column_refuses_other_words_and_an_open_one_takes_them(
    isi: dict[str, str],
) -> None:
    aturan = dict(
        re.findall(
            r"<dataValidation ([^>]*)><formula1>(pilihan_\w+)<", isi["xl/worksheets/sheet2.xml"]
        )
    )
    tertutup = {nama for sifat, nama in aturan.items() if 'showErrorMessage="1"' in sifat}
    assert tertutup == {"pilihan_jenis_kelamin", "pilihan_jenis_penandatangan"}
    assert set(aturan.values()) - tertutup == {
        "pilihan_wilayah", "pilihan_pendidikan", "pilihan_jabatan", "pilihan_unit_kerja",
    }  # fmt: skip


def test_choices_end_with_the_list_or_grow_with_it(isi: dict[str, str]) -> None:
    nama = dict(
        re.findall(r'<definedName name="(pilihan_\w+)">([^<]*)<', unescape(isi["xl/workbook.xml"]))
    )
    assert nama == {
        "pilihan_jenis_kelamin": "'Jenis Kelamin'!$A$2:$A$3",
        "pilihan_unit_kerja": (
            "OFFSET('Unit Kerja'!$A$2,0,0,MAX(1,COUNTA('Unit Kerja'!$A$2:$A$5001)),1)"
        ),
    }


def test_the_instructions_say_whose_and_what_is_ours() -> None:
    teks = "\n".join(" | ".join(baris.isi) for baris in baris_petunjuk(TEMPLAT))
    for potongan in (
        "Kabupaten <Contoh> & Sekitarnya",
        "Kode instansi 5105, edisi 2022.",
        "Data latihan.",
        "kotak-masuk/5105/data-utama/",
        "F. Jenis Kelamin |  | L (laki-laki) atau P (perempuan). | P | Jenis Kelamin: tertutup (asumsi)",
        "D. Tanggal Lahir | ya | Seperti pada KTP. Bentuk tanggal dd-mm-yyyy. | 01-07-1990 | ",
        "Unit Kerja (asumsi): contoh.",
    ):
        assert potongan in teks


def test_the_example_is_never_taken_for_a_person() -> None:
    sel = [list(baris.isi) for baris in baris_petunjuk(TEMPLAT)]
    assert all(kenali([baris], "Petunjuk") is None for baris in sel)


def test_a_message_fits_where_excel_shows_it() -> None:
    for kolom in petunjuk().values():
        for satu in kolom:
            assert len(satu.kolom.judul) <= 32
            assert len(f"{satu.petunjuk} Contoh: {satu.contoh}") <= 255
