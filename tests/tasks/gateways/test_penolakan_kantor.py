"""Refusals of what an office produces: the same answer whichever program wrote the workbook."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from rules.pembacaan.edisi import edisi
from rules.pembacaan.penolakan import Penolakan
from tasks.gateways.workbook import land_workbook
from tests.kantor import save_as
from tests.workbooks import Lembar, workbook

PROGRAM = ("asal", "xlsx", "xls", "ods")
XLSX = "Calc MS Excel 2007 XML"
UTUH = {"utuh": (Lembar("data_utama", [{}] * 30),)}
# What is wrong, how it is written, the code, and what the sentence must name.
DITOLAK: dict[str, tuple[tuple[Lembar, ...], str, str]] = {
    "tanpa NIK": (
        (Lembar("data_utama", [{}], urutan=[k.kolom for k in edisi()["data_utama"][1:]]),),
        "F-KOLOM-WAJIB", "NIK",
    ),
    "tanpa nama": (
        (Lembar("data_utama", [{}], urutan=["nik", "tanggal_lahir", "jabatan"]),),
        "F-KOLOM-WAJIB", "Nama Lengkap tanpa Gelar",
    ),
    "judul dua baris tanpa nama": (
        (Lembar("data_utama", mentah=[["NIK", "SK", None, "JK"], [None, "Nomor", "Tanggal", None]]),),
        "F-KOLOM-WAJIB", "Nama Lengkap tanpa Gelar",
    ),
    "tanpa lembar yang dikenal": (
        (Lembar("data_utama", nama="Harga", mentah=[["Kode", "Harga"], ["1", "2"]]),),
        "F-TANPA-LEMBAR", "Harga",
    ),
    "hanya lembar tersembunyi": (
        (Lembar("data_utama", nama="Depan", mentah=[["Salam"]]),
         Lembar("data_utama", [{}], tersembunyi=True)),
        "F-TANPA-LEMBAR", "Depan",
    ),
    "dua daftar": (
        (Lembar("data_utama", [{}]), Lembar("data_utama", [{}], nama="Data Utama (2)")),
        "F-LEMBAR-GANDA", "Data Utama (2)",
    ),
}  # fmt: skip


def ditolak(jalur: Path) -> Penolakan | None:
    return land_workbook(jalur, "a" * 64, jalur.parent / "baca" / jalur.name).penolakan


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("penolakan")
    isi = UTUH | {nama: satu[0] for nama, satu in DITOLAK.items()}
    isi["satu per dinas"] = (
        Lembar("data_utama", [{}], nama="Dinas A"),
        Lembar("data_utama", [{}, {}], nama="Dinas B"),
        Lembar("data_riwayat", [{}]),
    )
    asal = [workbook(folder / f"{nama}.xlsx", *lembar) for nama, lembar in isi.items()]
    hasil = {(satu.stem, "asal"): satu for satu in asal}
    for akhiran in PROGRAM[1:]:
        lain = save_as(akhiran, folder / "lain", asal, XLSX if akhiran == "xlsx" else "")
        hasil |= {(satu.stem, akhiran): satu for satu in lain}
    return hasil


@pytest.mark.parametrize("program", PROGRAM)
@pytest.mark.parametrize("nama", DITOLAK)
def test_workbooks_that_lack_something(
    kantor: dict[tuple[str, str], Path], nama: str, program: str
) -> None:
    _, kode, sebut = DITOLAK[nama]
    penolakan = ditolak(kantor[nama, program])
    assert penolakan is not None
    assert penolakan.kode == kode
    assert sebut in penolakan.pesan


@pytest.mark.parametrize("program", PROGRAM)
def test_one_sheet_per_office_and_the_riwayat_beside(
    kantor: dict[tuple[str, str], Path], program: str
) -> None:
    jalur = kantor["satu per dinas", program]
    bacaan = land_workbook(jalur, "a" * 64, jalur.parent / "baca" / jalur.name)
    assert bacaan.baris == {"data_utama": 3, "data_riwayat": 1}


def half(isi: bytes) -> bytes:
    return isi[: len(isi) // 2]


def without_end(isi: bytes) -> bytes:
    return isi[:-600]


@pytest.mark.parametrize("potong", [half, without_end])
@pytest.mark.parametrize("program", PROGRAM)
def test_an_upload_that_broke_off(
    kantor: dict[tuple[str, str], Path],
    tmp_path: Path,
    program: str,
    potong: Callable[[bytes], bytes],
) -> None:
    jalur = tmp_path / "b.x"
    jalur.write_bytes(potong(kantor["utuh", program].read_bytes()))
    penolakan = ditolak(jalur)
    assert penolakan is not None
    assert penolakan.kode == "F-RUSAK"


@pytest.mark.parametrize(("program", "anggota"), [
    ("asal", "xl/worksheets/sheet1.xml"), ("xlsx", "xl/sharedStrings.xml"), ("ods", "content.xml"),
])  # fmt: skip
def test_entities_are_never_expanded(
    kantor: dict[tuple[str, str], Path], tmp_path: Path, program: str, anggota: str
) -> None:
    tawa = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with (
        ZipFile(kantor["utuh", program]) as dari,
        ZipFile(tmp_path / "b.x", "w", ZIP_DEFLATED) as ke,
    ):
        for nama in dari.namelist():
            isi = dari.read(nama).decode() if nama == anggota else dari.read(nama)
            ke.writestr(nama, isi.replace("?>", f"?>{tawa}", 1) if nama == anggota else isi)
    penolakan = ditolak(tmp_path / "b.x")
    assert penolakan is not None
    assert penolakan.kode == "F-ENTITAS"
