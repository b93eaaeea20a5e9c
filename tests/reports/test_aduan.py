"""The workbook of complaints, read back as the instansi and as our reader see it."""

import io
import re

import fastexcel
import openpyxl
import polars as pl
import pytest

from reports.aduan import BukuAduan, render_aduan
from reports.render import query
from reports.unsur import Instansi
from rules.pembacaan.edisi import SIFAT_INSTANSI, edisi
from rules.pembacaan.judul import kenali

ISI = """
INSERT INTO aduan VALUES
    ('U1', '2022-10-09 09:00:00+07', 'USULAN', '3012', 'CICI', '3201014101900099', '=Saya belum terdaftar'),
    ('S1', '2022-10-09 10:00:00+07', 'SANGGAHAN', '3012', 'SITI AMINAH', NULL, 'Sudah pindah'),
    ('U2', '2022-10-08 09:00:00+07', 'USULAN', '3012', 'ANDI', '7306012002700003', NULL),
    ('P1', '2022-10-30 09:00:00+07', 'PENGADUAN', '7303', NULL, NULL, 'Tolong');
INSERT INTO aduan_orang VALUES
    ('U1', '3012', NULL, NULL, '3201014101900099', 'TIDAK', NULL, 'prafinalisasi', false,
        '2022-10-22 17:00:00+07', 'TERBUKA', 5, NULL),
    ('S1', '3012', 1, 'NAMA', '3201014101900001', 'DI SINI', NULL, 'prafinalisasi', true,
        '2022-10-22 17:00:00+07', 'DITERIMA', NULL, 'BELUM'),
    ('U2', '3012', NULL, NULL, '7306012002700003', 'INSTANSI LAIN', 'Pemerintah Kab. Contoh & Uji',
        'prafinalisasi', false, '2022-10-22 17:00:00+07', 'TERLAMBAT', NULL, NULL),
    ('P1', '7303', NULL, NULL, NULL, 'TIDAK', NULL, NULL, NULL, NULL, 'TERBUKA', NULL, NULL);
INSERT INTO keputusan_aduan VALUES
    (9, '3012', 'Keputusan Aduan', 2, 'S1', 'DITERIMA', 'Benar pindah', NULL, NULL,
        '2022-10-12 08:15:00+07', true, []);
"""


@pytest.fixture
def aduan(gudang):
    gudang.execute(ISI)
    return gudang.execute(query("aduan")).pl()


def render(aduan, kode="3012", **lain):
    satu = aduan.filter(kode_instansi=kode)
    instansi = Instansi(kode=kode, nama=satu["instansi"][0], jenis=satu["jenis_instansi"][0])
    return render_aduan(BukuAduan(instansi=instansi, **lain), satu)


def read(isi, lembar, kepala=0):
    buku = fastexcel.read_excel(isi)
    return buku.load_sheet(lembar, header_row=kepala, dtypes="string").to_polars()


def test_each_complaint_says_who_where_and_until_when(aduan):
    buku = read(render(aduan), "Aduan", 5)
    assert buku.select("Nomor aduan dan jenisnya", "Masuk (WIB)", "Tentang", "NIK", "Isi aduan").rows() == [
        ("U2\nUSULAN", "08-10-2022 09:00", "ANDI", "7306012002700003", None),
        ("U1\nUSULAN", "09-10-2022 09:00", "CICI", "3201014101900099", "=Saya belum terdaftar"),
        ("S1\nSANGGAHAN", "09-10-2022 10:00", "SITI AMINAH", "3201014101900001", "Sudah pindah"),
    ]  # fmt: skip
    assert buku["Orangnya kini"].to_list() == [
        "Tidak ada dalam daftar Anda; terdaftar di Pemerintah Kab. Contoh & Uji. Tidak ada dalam daftar Pra-finalisasi yang diumumkan.",
        "Tidak ada dalam daftar instansi mana pun. Tidak ada dalam daftar Pra-finalisasi yang diumumkan.",
        "Ada dalam daftar Anda: berkas a.xlsx, lembar Data, baris 2. Dikenali dari namanya saja; cocokkan NIK-nya. "
        "Ada dalam daftar Pra-finalisasi yang diumumkan.",
    ]  # fmt: skip
    assert buku["Keadaan"].to_list() == [
        "belum diputus, batasnya sudah lewat",
        "belum diputus",
        "diterima, belum dilaksanakan: orangnya masih ada dalam daftar dan barisnya belum berubah",
    ]
    assert buku["Putuskan paling lambat (WIB)"].unique().to_list() == ["22-10-2022 17:00"]


def test_one_that_came_too_late_has_no_deadline(aduan):
    assert read(render(aduan, "7303"), "Aduan", 5)["Putuskan paling lambat (WIB)"].to_list() == [
        "sesudah masa perbaikan, untuk catatan"
    ]


def test_the_form_is_the_one_our_reader_knows(aduan):
    buku = openpyxl.load_workbook(io.BytesIO(render(aduan)))
    dikenal = {
        lembar.title: kenali([tuple(sel and str(sel) for sel in baris) for baris in lembar.values])
        for lembar in buku
    }
    assert dikenal["Aduan"] is None
    bentuk = dikenal["Keputusan Aduan"]
    assert bentuk.bentuk == "keputusan_aduan"
    assert set(bentuk.letak) == {k.kolom for k in edisi()["keputusan_aduan"]}
    assert not bentuk.tambahan
    (pilihan,) = {v.formula1 for v in buku["Keputusan Aduan"].data_validations.dataValidation}
    assert pilihan == '"DITERIMA,DITOLAK"'
    sifat = {satu.name: satu.value for satu in buku.custom_doc_props.props}
    assert sifat[SIFAT_INSTANSI] == "3012"


def test_what_was_decided_stands_in_the_form(aduan):
    isian = read(render(aduan), "Keputusan Aduan")
    assert isian.rows() == [
        ("U2", None, None, None, None),
        ("U1", None, None, None, None),
        ("S1", "DITERIMA", "Benar pindah", None, "12-10-2022 08:15"),
    ]


def test_the_head_warns_and_counts(aduan):
    kepala = " ".join(read(render(aduan, tanda="DATA SINTETIS"), "Aduan").columns[:1])
    atas = str(read(render(aduan, tanda="DATA SINTETIS"), "Aduan").head(3).rows())
    assert "Kementerian Contoh" in kepala
    assert "2 dari 3 aduan menunggu" in atas
    assert "DATA SINTETIS" in atas
    selesai = aduan.with_columns(keputusan=pl.lit("DITOLAK"))
    assert "Semua aduan sudah diputus" in str(read(render(selesai), "Aduan").head(3).rows())


def test_the_same_rows_give_the_same_bytes(aduan):
    assert render(aduan) == render(aduan)


def test_a_long_text_is_cut_to_what_a_cell_holds(aduan):
    panjang = aduan.with_columns(uraian=pl.lit("x" * 40_000))
    assert read(render(panjang), "Aduan", 5)["Isi aduan"][0] == "x" * 32_767


def test_the_nation_counts_them_without_a_name(gudang, aduan):
    from tests.gudang_contoh import create_dasbor

    tabel = create_dasbor(gudang)
    assert tabel["aduan_nasional"].rows() == [
        ("USULAN", 2, 1, 1, 0, 0, 0, 1),
        ("SANGGAHAN", 1, 0, 0, 1, 0, 1, 1),
        ("PENGADUAN", 1, 1, 0, 0, 0, 0, 1),
    ]
    assert tabel["aduan_instansi"].drop("nama").rows() == [
        ("3012", 3, 1, 1, 5, 1, 0, 1),
        ("7303", 1, 1, 0, None, 0, 0, 0),
    ]
    umum = tabel["aduan_nasional"].write_csv() + tabel["aduan_instansi"].write_csv()
    assert not re.search(r"\d{16}|SITI|CICI", umum)
