import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest

from rules.pembacaan.batas import Batas, pembacaan
from rules.pembacaan.edisi import edisi
from tasks.gateways import amplop
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.workbooks import UTAMA, Lembar, data_riwayat, data_utama, workbook

SHA = "a" * 64


def land(jalur: Path) -> Bacaan:
    return land_workbook(jalur, SHA, jalur.parent / "mendarat" / SHA)


def landed(jalur: Path, nama: str = "data_utama") -> pl.DataFrame:
    return pl.read_parquet(jalur.parent / "mendarat" / SHA / f"{nama}.parquet")


def kode(jalur: Path) -> str | None:
    penolakan = land(jalur).penolakan
    return penolakan and penolakan.kode


def test_a_clean_workbook_lands_typed_and_counted(tmp_path: Path) -> None:
    buku = data_utama(
        tmp_path / "b.xlsx", [{}, {"nama": "BUDI", "tanggal_lahir": date(1985, 12, 31)}]
    )
    bacaan = land(buku)
    data = landed(buku)
    assert bacaan.baris == {"data_utama": 2}
    assert data["baris"].to_list() == [2, 3]
    assert data["nik"].to_list() == [UTAMA["nik"]] * 2
    assert data["tanggal_lahir"].to_list() == [date(1990, 7, 1), date(1985, 12, 31)]
    assert data["tak_terbaca"].to_list() == [[], []]
    assert not (tmp_path / "mendarat" / SHA / "nilai_asli.parquet").exists()
    semua = json.loads((tmp_path / "mendarat" / SHA / "bacaan.json").read_text())
    assert semua["penolakan"] is None
    assert semua["kolom"][0] == {
        "lembar": "Data Utama", "bentuk": "data_utama", "kolom": "nik", "judul": "NIK", "huruf": "A",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("atas", "kiri"), [((), 0), (("DAFTAR TENAGA", "", "Dinas X"), 0), (("",), 3)]
)
def test_rows_and_letters_are_those_of_the_sheet(
    tmp_path: Path, atas: tuple[str, ...], kiri: int
) -> None:
    buku = data_utama(tmp_path / "b.xlsx", [{}, None, {}, None], atas=atas, kiri=kiri)
    bacaan = land(buku)
    pertama = len(atas) + 2
    assert landed(buku)["baris"].to_list() == [pertama, pertama + 2]
    assert bacaan.kolom[0]["huruf"] == "ABCD"[kiri]


def test_other_order_other_headings_extra_columns(tmp_path: Path) -> None:
    buku = data_utama(
        tmp_path / "b.xlsx",
        [{"Keterangan Dinas": "x"}],
        urutan=["Keterangan Dinas", "jenis_kelamin", "nama", "nik", "tanggal_lahir"],
        judul={"nik": "NO. KTP *", "tanggal_lahir": "tgl\nlahir", "nama": "NAMA"},
    )
    bacaan = land(buku)
    assert {k["kolom"]: k["huruf"] for k in bacaan.kolom} == {
        "nik": "D", "nama": "C", "tanggal_lahir": "E", "jenis_kelamin": "B",
    }  # fmt: skip
    assert landed(buku)["nik"].to_list() == [UTAMA["nik"]]
    assert landed(buku)["unit_kerja"].to_list() == [None]


@pytest.mark.parametrize("urutan", [("nik", "nama"), ("nama", "nik"), ("No", "Ket", "nik", "nama")])
def test_nik_stored_as_number_is_told_from_text(tmp_path: Path, urutan: tuple[str, ...]) -> None:
    bulat, lain = 3201014107900010, 3201014107900011
    rows = [
        {"nik": bulat, "No": 1},
        {"nik": lain, "No": 2},
        {"nik": str(bulat), "No": 3},
        {"nik": 9201014107900012},
    ]
    buku = data_utama(tmp_path / "b.xlsx", rows, urutan=urutan)
    land(buku)
    assert landed(buku)["nik"].to_list() == [None, str(lain), str(bulat), None]
    asli = landed(buku, "nilai_asli")
    assert asli["sebab"].to_list() == ["TAK_TERBACA"] * 2
    assert asli["nilai"][0] == str(bulat)


def test_every_form_in_one_workbook(tmp_path: Path) -> None:
    nik = UTAMA["nik"]
    buku = workbook(
        tmp_path / "b.xlsx",
        Lembar("data_utama", [{}], nama="Dinas A"),
        Lembar("data_utama", [{}, {}], nama="Dinas B"),
        Lembar("data_riwayat", [{"pembayaran": "BOS reguler"}]),
        Lembar("penghapusan", [{"nik": nik, "alasan": "pindah"}]),
        Lembar(
            "lapor_thk2",
            [{"nomor_peserta": "520713002001", "alasan": "Wafat", "tanggal": "01-02-2022"}],
        ),
        Lembar("data_utama", nama="Referensi", mentah=[["Kode", "Nama"], ["1", "SD"]]),
        Lembar("data_utama", nama="Kosong", mentah=[]),
    )
    bacaan = land(buku)
    assert bacaan.baris == {"data_utama": 3, "data_riwayat": 1, "penghapusan": 1, "lapor_thk2": 1}
    assert landed(buku)["lembar"].to_list() == ["Dinas A", "Dinas B", "Dinas B"]
    assert landed(buku, "data_riwayat")["pembayaran"].to_list() == ["BOS"]
    assert landed(buku, "penghapusan").rows() == [(2, "Penghapusan", nik, "pindah")]
    assert landed(buku, "lapor_thk2")["alasan"].to_list() == ["MENINGGAL"]
    assert [b["bentuk"] for b in bacaan.lembar][-2:] == [None, None]


@pytest.mark.parametrize("bentuk", list(edisi()))
def test_landed_columns_are_the_editions(tmp_path: Path, bentuk: str) -> None:
    buku = workbook(
        tmp_path / "b.xlsx", Lembar(bentuk, [{"nik": UTAMA["nik"], "nomor_peserta": "1"}])
    )
    land(buku)
    kolom = ["baris", "lembar", *(k.kolom for k in edisi()[bentuk])]
    assert landed(buku, bentuk).columns == kolom + ["tak_terbaca"] * (bentuk != "penghapusan")


def test_a_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    buku = workbook(
        tmp_path / "b.xlsx",
        Lembar("data_utama", [{}]),
        Lembar("data_utama", [{}, {}], nama="Data & Lama", tersembunyi=True),
    )
    bacaan = land(buku)
    assert bacaan.baris == {"data_utama": 1}
    assert bacaan.lembar[1] == {"nama": "Data & Lama", "tersembunyi": True, "bentuk": None}


def test_headings_alone_are_an_empty_list_not_a_refusal(tmp_path: Path) -> None:
    buku = data_riwayat(tmp_path / "b.xlsx", [])
    assert land(buku).baris == {"data_riwayat": 0}
    assert landed(buku, "data_riwayat").is_empty()


def test_a_file_is_landed_once_and_whole(tmp_path: Path) -> None:
    buku = data_utama(tmp_path / "b.xlsx")
    land(buku)
    isi = {p.name: p.read_bytes() for p in (tmp_path / "mendarat" / SHA).iterdir()}
    land(buku)
    assert {p.name: p.read_bytes() for p in (tmp_path / "mendarat" / SHA).iterdir()} == isi
    assert [p.name for p in (tmp_path / "mendarat").iterdir()] == [SHA]


def berkas(tmp_path: Path, isi: bytes) -> Path:
    jalur = tmp_path / "b.xlsx"
    jalur.write_bytes(isi)
    return jalur


@pytest.mark.parametrize(
    ("isi", "diharap"),
    [
        (b"", "F-KOSONG"),
        (b"Yth. Kepala BKN\nterlampir data kami\n", "F-BUKAN-WORKBOOK"),
        (amplop.OLE, "F-RUSAK"),
        (amplop.OLE + bytes(1024), "F-RUSAK"),
        (b"PK\x03\x04terpotong", "F-RUSAK"),
    ],
)
def test_bytes_that_are_no_readable_workbook(tmp_path: Path, isi: bytes, diharap: str) -> None:
    assert kode(berkas(tmp_path, isi)) == diharap
    assert [p.name for p in (tmp_path / "mendarat" / SHA).iterdir()] == ["bacaan.json"]


def test_a_truncated_workbook_and_a_zip_of_something_else(tmp_path: Path) -> None:
    utuh = data_utama(tmp_path / "utuh.xlsx").read_bytes()
    assert kode(berkas(tmp_path, utuh[: len(utuh) // 2])) == "F-RUSAK"
    with ZipFile(tmp_path / "lain.zip", "w") as paket:
        paket.writestr("surat.txt", "x")
    (tmp_path / "mendarat" / SHA / "bacaan.json").unlink()
    assert kode(tmp_path / "lain.zip") == "F-BUKAN-WORKBOOK"


def test_a_workbook_with_broken_xml(tmp_path: Path) -> None:
    utuh = data_utama(tmp_path / "utuh.xlsx")
    rusak = tmp_path / "rusak.xlsx"
    with ZipFile(utuh) as dari, ZipFile(rusak, "w") as ke:
        for nama in dari.namelist():
            isi = dari.read(nama)
            ke.writestr(nama, isi[:200] if nama.endswith("sheet1.xml") else isi)
    assert kode(rusak) == "F-RUSAK"


def test_no_sheet_and_no_obligatory_column(tmp_path: Path) -> None:
    tanpa = workbook(
        tmp_path / "a.xlsx", Lembar("data_utama", nama="S", mentah=[["Kode", "Nama"], ["1", "x"]])
    )
    assert kode(tanpa) == "F-TANPA-LEMBAR"
    bacaan = land_workbook(
        data_utama(tmp_path / "b.xlsx", urutan=["nik", "tanggal_lahir", "jabatan"]),
        SHA,
        tmp_path / "lain",
    )
    assert bacaan.penolakan is not None
    assert bacaan.penolakan.kode == "F-KOLOM-WAJIB"
    assert "Nama Lengkap tanpa Gelar" in bacaan.penolakan.pesan


@pytest.mark.parametrize(
    ("nama", "batas"), [("ukuran_berkas", 100), ("ukuran_terurai", 100), ("baris", 2)]
)
def test_beyond_the_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str, batas: int
) -> None:
    kecil = Batas(**(pembacaan().batas.model_dump() | {nama: batas}))
    ubah = pembacaan().model_copy(update={"batas": kecil})
    monkeypatch.setattr("tasks.gateways.amplop.pembacaan", lambda: ubah)
    monkeypatch.setattr("tasks.gateways.kemasan.pembacaan", lambda: ubah)
    monkeypatch.setattr("tasks.gateways.workbook.pembacaan", lambda: ubah)
    assert kode(data_utama(tmp_path / "b.xlsx", [{}, {}, {}])) == "F-TERLALU-BESAR"
