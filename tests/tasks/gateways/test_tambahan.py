"""What stands beside the columns of the form: an instansi's own columns, and an answer's decisions."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from reports.jawaban import Jawaban, mark_semua, render_jawaban
from reports.jawaban.isi import TEMUAN
from reports.unsur import Instansi
from rules.pembacaan.edisi import SIFAT_BAGIAN, SIFAT_INSTANSI
from tasks.gateways.jawaban import read_sheets
from tasks.gateways.mendarat import Mendarat, kunci_mendarat
from tasks.gateways.simpanan_folder import SimpananFolder
from tasks.gateways.workbook import Bacaan, land_workbook
from tests.kantor import save_as
from tests.workbooks import UTAMA, Lembar, workbook

NIK = ["3201014107900001", "3201014107900002", "3201014107900003"]
TANYA = "Ditanyakan (jangan diubah)"


def land(jalur: Path) -> tuple[Bacaan, Path]:
    tujuan = jalur.parent / "mendarat" / jalur.name
    return land_workbook(jalur, "0" * 64, tujuan), tujuan


def people(jalur: Path, *rows: dict[str, object], kolom: tuple[str, ...] = ()) -> Path:
    isi = [{"nik": nik} | baris for nik, baris in zip(NIK, rows, strict=False)]
    return workbook(jalur, Lembar("data_utama", isi, urutan=[*UTAMA, *kolom], atas=["DAFTAR"]))


def test_own_columns_are_landed_cell_by_cell_beside_the_rows_they_stand_in(tmp_path: Path) -> None:
    buku = people(
        tmp_path / "b.xlsx", {"Catatan": " =1+1 "}, {"Catatan": "  "}, {"Kamar": 12}, kolom=("Catatan", "Kamar")
    )  # fmt: skip
    bacaan, folder = land(buku)
    assert [(k["judul"], k["huruf"]) for k in bacaan.tambahan] == [("Catatan", "U"), ("Kamar", "V")]
    sel = pl.read_parquet(folder / "tambahan.parquet")
    assert sel.rows() == [("Data Utama", 3, "U", " =1+1 "), ("Data Utama", 5, "V", "12")]


def test_a_workbook_with_nothing_beside_lands_nothing_more(tmp_path: Path) -> None:
    bacaan, folder = land(people(tmp_path / "b.xlsx", {}, {}))
    assert bacaan.tambahan == []
    assert {j.name for j in folder.iterdir()} == {"data_utama.parquet", "bacaan.json"}


def test_a_column_keputusan_of_their_own_decides_nothing(tmp_path: Path) -> None:
    bacaan, folder = land(people(tmp_path / "b.xlsx", {"Keputusan": "benar"}, kolom=("Keputusan",)))
    assert not (folder / "keputusan.parquet").exists()
    assert [k["judul"] for k in bacaan.tambahan] == ["Keputusan"]


def answered(folder: Path, simpan: str) -> Path:
    """An answer to three people, decided upon, saved by openpyxl and then by LibreOffice as `simpan`."""
    simpanan = SimpananFolder(folder / "simpanan")
    asal = people(folder / "asal.xlsx", {"Catatan": "satu"}, {}, {}, kolom=("Catatan",))
    _, mendarat = land(asal)
    for jalur in mendarat.iterdir():
        simpanan.put(kunci_mendarat("0" * 64, jalur.name), jalur)
    tanya = {
        "lembar": "Data Utama",
        "kolom_kita": "nama",
        "berat": "periksa",
        "aturan": "A",
        "dasar": "D",
        "pesan": "P.",
    }
    temuan = [
        tanya
        | {"id_berkas": 1, "baris": n, "kode_aturan": "B-NAMA-GELAR", "isian": f"Dr. {n} | =2"}
        for n in (3, 4, 5)
    ]
    isi = render_jawaban(
        Jawaban(
            instansi=Instansi(kode="5105", nama="Kab. Contoh", jenis="D"), edisi="2022", bagian="asal.xlsx",
            waktu=datetime(2022, 9, 20, tzinfo=UTC), sampai=None,
            lembar=read_sheets(Mendarat(simpanan), "0" * 64),
        ),
        mark_semua(pl.DataFrame(temuan, schema=TEMUAN))[1],
    )  # fmt: skip
    jalur = folder / "jawaban.xlsx"
    jalur.write_bytes(isi)
    buku = openpyxl.load_workbook(jalur)
    lembar = buku["Data Utama"]
    letak = {sel.value: sel.column for sel in lembar[1]}
    for baris, putus in ((2, "BENAR "), (3, "perbaiki"), (4, "entahlah")):
        lembar.cell(baris, letak["Keputusan"]).value = putus
        lembar.cell(baris, letak["Alasan"]).value = "-1 sebab"
    buku.save(jalur)
    return jalur if simpan == "openpyxl" else save_as(simpan, folder / "lain", [jalur])[0]


@pytest.mark.parametrize("simpan", ["openpyxl", "xlsx", "ods", "xls"])
def test_an_answer_comes_back_whole_whoever_saved_it(tmp_path: Path, simpan: str) -> None:
    bacaan, folder = land(answered(tmp_path, simpan))
    assert bacaan.penolakan is None
    assert bacaan.baris == {"data_utama": 3}
    keputusan = pl.read_parquet(folder / "keputusan.parquet")
    assert keputusan.select("baris", "keputusan", "alasan", "ditanyakan", "kunci_baris").rows() == [
        (2, "BENAR", "-1 sebab", "B-NAMA-GELAR=Dr. 3 | =2", NIK[0]),
        (3, "PERBAIKI", "-1 sebab", "B-NAMA-GELAR=Dr. 4 | =2", NIK[1]),
        (4, None, "-1 sebab", "B-NAMA-GELAR=Dr. 5 | =2", NIK[2]),
    ]
    assert pl.read_parquet(folder / "tambahan.parquet").select("baris", "nilai").rows() == [
        (2, "satu")
    ]
    assert [c["kode"] for c in bacaan.catatan if c["berat"] == "temuan"] == ["B-KEPUTUSAN"]
    if simpan != "xls":
        assert (bacaan.sifat[SIFAT_INSTANSI], bacaan.sifat[SIFAT_BAGIAN]) == ("5105", "asal.xlsx")


def test_a_key_copied_along_with_a_row_says_nothing(tmp_path: Path) -> None:
    jalur = answered(tmp_path, "openpyxl")
    buku = openpyxl.load_workbook(jalur)
    lembar = buku["Data Utama"]
    kolom = next(sel.column for sel in lembar[1] if sel.value == "Kunci baris (jangan diubah)")
    lembar.cell(3, kolom).value = lembar.cell(2, kolom).value
    buku.save(jalur)
    _, folder = land(jalur)
    assert pl.read_parquet(folder / "keputusan.parquet")["kunci_baris"].to_list() == [
        None,
        None,
        NIK[2],
    ]
