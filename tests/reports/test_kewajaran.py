"""The inspectors' workbook, read back."""

import re
from datetime import datetime

import fastexcel
import polars as pl
import pytest

from reports.kewajaran import Kewajaran, render_kewajaran
from reports.render import query
from reports.tulisan import WIB
from rules.ketentuan import ketentuan_on
from rules.peringkat import describe_bobot, timbangan

KEADAAN = datetime(2022, 10, 31, 17, tzinfo=WIB)
ISI = """
INSERT INTO aturan VALUES
    ('W-TANPA-JEJAK', 'Orangnya ada', 'kewajaran', 'info', 'baris', NULL, 'Bacaan kami', ''),
    ('W-SK-LIBUR', 'SK pada hari kerja', 'kewajaran', 'info', 'baris', NULL, 'Bacaan kami', '');
INSERT INTO kewajaran VALUES
    ('W-TANPA-JEJAK', 1, '3012', 'file_bukti', NULL, '=Tidak ada jejak.', 5),
    ('W-SK-LIBUR', 1, '3012', 'tanggal_sk', '01-01-2021', 'SK hari libur.', 2),
    ('W-SK-LIBUR', 2, '3012', 'tanggal_sk', '01-01-2021', 'SK hari libur.', 2);
INSERT INTO peringkat_orang VALUES
    (2, 2, '3012', 2, 1, 'W-SK-LIBUR'),
    (1, 1, '3012', 7, 2, 'W-TANPA-JEJAK, W-SK-LIBUR');
INSERT INTO peringkat_instansi VALUES
    (2, '7303', 3, 0, 2, 1, 4.0),
    (1, '3012', 3, 2, 9, 0, 18.5);
INSERT INTO hilang VALUES
    ('7303', '7306010101900077', 'A PERGI', 'Guru', 'prafinalisasi', 'M', NULL),
    ('7303', '7306010101900078', 'B PINDAH', NULL, 'lain', NULL, 'Kementerian Contoh');
"""
TANYA = {"orang": 5, "hilang": 5}


@pytest.fixture
def bingkai(gudang):
    gudang.execute(ISI)
    return {
        nama: gudang.execute(query(f"kewajaran/{nama}"), [TANYA[nama]] if nama in TANYA else []).pl()
        for nama in ("aturan", "instansi", "orang", "hilang", "jumlah")
    }  # fmt: skip


def render(bingkai, **lain):
    isi = Kewajaran(
        keadaan=KEADAAN, orang_tampil=5, hilang_tampil=5, **bingkai["jumlah"].row(0, named=True)
    )
    tabel = {nama: bingkai[nama] for nama in ("instansi", "orang", "hilang")} | lain
    uraian = describe_bobot(timbangan(), ketentuan_on(KEADAAN.date()))
    return render_kewajaran(
        isi, bingkai["aturan"].join(uraian, on="kode_aturan", maintain_order="left"), **tabel
    )


def read(isi, lembar, kepala=0):
    buku = fastexcel.read_excel(isi)
    return buku.load_sheet(lembar, header_row=kepala, dtypes="string").to_polars()


def test_each_detector_is_defined_and_counted(bingkai):
    isi = render(bingkai)
    assert fastexcel.read_excel(isi).sheet_names == ["Ringkasan", "Instansi", "Orang", "Hilang"]
    aturan = read(isi, "Ringkasan", 5)
    assert aturan.select("Kode", "Orang", "Instansi", "Bobot").rows() == [
        ("HILANG", "2", "1", "2"),
        ("W-SK-LIBUR", "2", "1", "2"),
        ("W-TANPA-JEJAK", "1", "1", "5"),
    ]
    assert aturan["Cara menilai"].str.len_chars().min() > 40
    judul = " ".join(read(isi, "Ringkasan")[read(isi, "Ringkasan").columns[0]].head(3).drop_nulls())
    assert "2 dari" in judul
    assert "jangan diteruskan" in judul
    assert "tidak pernah menolak" in judul


def test_a_person_stands_by_score_with_every_reason(bingkai):
    orang = read(render(bingkai), "Orang")
    assert orang.select("Peringkat", "Skor").rows() == [("1", "7"), ("2", "2")]
    assert orang["NIK disamarkan"].to_list() == ["3201**********01", "3201**********02"]
    assert orang["Mengapa di sini (kode, bobot, kalimat)"][0] == (
        "W-TANPA-JEJAK (5): =Tidak ada jejak.\nW-SK-LIBUR (2): SK hari libur."
    )
    assert orang.select("Berkas", "Lembar", "Baris").row(0) == ("a.xlsx", "Data", "2")


def test_an_instansi_stands_by_density_with_its_reasons(bingkai):
    instansi = read(render(bingkai), "Instansi")
    assert instansi.select("Kode", "Skor per 100 orang", "Hilang").rows() == [
        ("3012", "18,5", "0"),
        ("7303", "4,0", "1"),
    ]
    assert instansi["Sebab terbesar (orang)"].to_list() == ["W-TANPA-JEJAK (1), W-SK-LIBUR (2)", None]  # fmt: skip


def test_who_vanished_and_where_they_are_now(bingkai):
    hilang = read(render(bingkai), "Hilang")
    assert hilang.drop("Instansi").rows() == [
        ("7306**********77", "A PERGI", "Guru", "Pra-finalisasi", "memenuhi", None),
        ("7306**********78", "B PINDAH", None, "lain", None, "Kementerian Contoh"),
    ]


def test_no_whole_nik_and_no_formula_leave(bingkai):
    isi = render(bingkai)
    for lembar in ("Ringkasan", "Instansi", "Orang", "Hilang"):
        assert not re.search(r"\d{16}", str(read(isi, lembar).rows()))
    jahat = render(bingkai, orang=bingkai["orang"].with_columns(nama=pl.lit("=1+1")))
    assert read(jahat, "Orang")["Nama"].to_list() == ["=1+1", "=1+1"]


def test_the_same_rows_give_the_same_bytes(bingkai):
    assert render(bingkai) == render(bingkai)


def test_nothing_to_look_at_is_a_workbook_too(gudang):
    kosong = {
        nama: gudang.execute(query(f"kewajaran/{nama}"), [TANYA[nama]] if nama in TANYA else []).pl()
        for nama in ("aturan", "instansi", "orang", "hilang", "jumlah")
    }  # fmt: skip
    assert read(render(kosong), "Orang").is_empty()
    assert read(render(kosong), "Ringkasan", 5)["Kode"].to_list() == ["HILANG"]
