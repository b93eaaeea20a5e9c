import io
import re
import zipfile
from datetime import datetime

import fastexcel
import polars as pl
import pytest

from reports.render import query
from reports.temuan import BukuTemuan, kelompok, render_buku, render_semua
from reports.temuan import lembar as lembar_temuan
from reports.tulisan import WIB, saat
from reports.unsur import Instansi

KEADAAN = datetime(2022, 10, 1, 2, tzinfo=WIB)


def buku(kode: str, **lain) -> BukuTemuan:
    instansi = Instansi(kode=kode, nama=f"Instansi <{kode}>", jenis="D")
    return BukuTemuan(instansi=instansi, keadaan=KEADAAN, **lain)


@pytest.fixture
def bingkai(gudang) -> tuple[pl.DataFrame, ...]:
    return tuple(
        gudang.execute(query(nama)).pl()
        for nama in ("temuan", "temuan/ganda", "temuan/neraca", "temuan/berkas")
    )


@pytest.fixture
def jadi(bingkai) -> dict[str, bytes]:
    return dict(render_buku([buku("3012"), buku("7303", ditolak=1), buku("9109")], *bingkai))


def read(isi: bytes, lembar: str, kepala: int = 0) -> pl.DataFrame:
    baca = fastexcel.read_excel(isi)
    return baca.load_sheet(lembar, header_row=kepala, dtypes="string").to_polars()


def part(isi: bytes, nama: str) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return arsip.read(nama).decode()


def test_every_instansi_gets_five_sheets(jadi):
    assert list(jadi) == ["3012", "7303", "9109"]
    for isi in jadi.values():
        lembar = fastexcel.read_excel(isi).sheet_names
        assert lembar == ["Ringkasan", "Temuan", "Ganda", "Neraca", "Berkas"]


@pytest.mark.parametrize("sekali", [1, 100_000])
def test_every_sender_gets_the_same_workbook_in_groups_or_at_once(
    gudang, bingkai, monkeypatch, sekali
):
    monkeypatch.setattr(kelompok, "SEKALI", sekali)
    pengirim = gudang.execute(query("temuan/pengirim")).pl()
    daftar = [
        BukuTemuan(instansi=Instansi(kode=kode, nama=nama, jenis=jenis), keadaan=KEADAAN, ditolak=n)
        for kode, nama, jenis, n in pengirim.iter_rows()
    ]
    assert [satu.instansi.kode for satu in daftar] == ["3012", "7303"]
    semua = dict(render_semua(pengirim, *bingkai, keadaan=KEADAAN))
    assert semua == dict(render_buku(daftar, *bingkai))


def test_a_finding_points_at_its_cell(jadi):
    satu = read(jadi["3012"], "Temuan").filter(pl.col("Kode aturan") == "K-USIA-MIN")
    assert satu.row(0, named=True) == {
        "Berkas": "a.xlsx",
        "Lembar": "Data",
        "Baris": "3",
        "Kolom": "Tgl Lahir",
        "Sel": "D3",
        "NIK": "3201010101020002",
        "Nama": '=HYPERLINK("x") <b>',
        "Temuan dan yang perlu dilakukan": "Usia 19 tahun; paling rendah 20 tahun pada 31-12-2021.",
        "Nilai sekarang": "01-01-2002",
        "Yang diharapkan": "paling rendah 20 tahun",
        "Yang mengubah putusan": "Yang diminta: tanggal lahir paling akhir 31-12-2001.",
        "Berat": "tolak",
        "Kode aturan": "K-USIA-MIN",
        "Dasar": "B/1511 huruf e",
        "Jawaban Anda": None,
    }


def test_a_column_the_reader_did_not_map_is_named_without_a_cell(jadi):
    ganda = read(jadi["3012"], "Temuan").filter(pl.col("Kode aturan") == "G-NIK")
    assert ganda.select("Kolom", "Sel").row(0) == ("nik", None)


def test_the_summary_says_what_to_fix_first(jadi):
    ringkas = read(jadi["3012"], "Ringkasan", kepala=5)
    assert ringkas["Kode aturan"].to_list() == ["K-USIA-MIN", "G-NIK"]
    assert ringkas["Berat"].to_list() == ["tolak", "periksa"]
    judul = read(jadi["7303"], "Ringkasan", kepala=0)
    assert judul.columns[0] == "Temuan pendataan tenaga non-ASN: Instansi <7303>"
    assert "2 temuan pada 2 orang. 1 berkas ditolak" in judul.item(1, 0)


def test_the_summary_says_until_when(bingkai):
    satu = buku("3012", sampai=KEADAAN)
    ((_, isi),) = render_buku([satu], *bingkai)
    assert read(isi, "Ringkasan").item(2, 0).endswith("paling lambat " + saat(KEADAAN) + ".")
    ((_, isi),) = render_buku([satu.model_copy(update={"sampai": None})], *bingkai)
    assert read(isi, "Ringkasan").item(2, 0).endswith("Masa perbaikan sudah ditutup.")


def test_an_instansi_without_findings_is_told_so(jadi):
    assert read(jadi["9109"], "Ringkasan").item(1, 0) == "Tidak ada temuan."
    assert read(jadi["9109"], "Temuan").height == 0


def test_duplicates_show_the_other_instansi_but_not_its_people(jadi):
    ganda = read(jadi["3012"], "Ganda")
    assert ganda.select("Kasus", "Nama", "Juga didaftarkan oleh").rows() == [
        ("1", "BUDI {{ 7*7 }}", "Pemerintah Kab. Contoh & Uji (RSUD <Contoh>, kiriman 21-09-2022)")
    ]
    assert "BUDI" not in ganda["Juga didaftarkan oleh"].item()
    dalam = read(jadi["7303"], "Ganda").filter(pl.col("Kasus") == "1")
    assert dalam["Juga didaftarkan oleh"].to_list() == [None, None]


def test_a_case_says_why_what_to_do_and_what_counts_until_then(jadi):
    satu = read(jadi["3012"], "Ganda").row(0, named=True)
    assert satu["Sebabnya menurut data"] == "Satu orang terdaftar di beberapa instansi"
    assert satu["Yang dibandingkan"] == "Nama sama; tanggal lahir sama."
    assert satu["Yang perlu dilakukan"].startswith("Bila ia bekerja di instansi Anda")
    assert satu["Keadaan"] == "satu instansi menyatakan tetap mendaftarkan"
    assert satu["Bila tidak diputuskan (asumsi)"].startswith("dihitung satu kali")
    assert satu["Kini dihitung di sini"] == "tidak"
    dua = read(jadi["7303"], "Ganda")
    assert dua["Kini dihitung di sini"].to_list() == ["ya", "tidak", "ya"]


def test_a_workbook_without_people_is_told_kindly(gudang):
    gudang.execute(
        "UPDATE neraca SET diterima = 0, daftar = 0, ganda = 0 WHERE kode_instansi = '7303' AND tingkat = 'berkas'"
    )
    isi = gudang.execute(query("temuan/neraca")).pl().select("kode_instansi", "keterangan").rows()
    assert dict(isi) == {
        "3012": None,
        "7303": "Tidak ada baris orang di lembar Data Utama. Bila ini templat kosong, isi lalu kirim "
        "lagi dengan nama yang sama. Berkas b.xlsx bernama mirip.",
    }


def test_the_balance_ends_with_its_sum(jadi):
    neraca = read(jadi["7303"], "Neraca")
    assert neraca["Waktu kiriman (WIB)"].to_list() == ["21-09-2022 10:30:00", None]
    assert neraca.select("Berkas", "Baris dibaca", "Masuk daftar", "Ganda").rows() == [
        ("b.xlsx", "3", "2", "1"),
        ("Jumlah", "3", "2", "1"),
    ]


def test_every_delivery_stands_there_with_what_is_told_of_it(jadi):
    berkas = read(jadi["7303"], "Berkas")
    assert berkas.select("Berkas", "Keadaan", "Berat").rows() == [
        ("b.xlsx", "berlaku", "temuan"),
        ("b.xlsx", "berlaku", "info"),
        ("=rusak|.xlsx", "ditolak", "tolak"),
        ("=rusak|.xlsx", "ditolak", "info"),
    ]
    assert berkas.item(2, 5) == (
        "TERENKRIPSI: Berkas terkunci kata sandi. Kirim ulang tanpa kata sandi."
    )
    assert read(jadi["3012"], "Berkas")["Jenis kiriman"].to_list() == ["data-utama", "sptjm"]


def test_no_cell_is_a_formula_and_nik_is_text(bingkai):
    temuan, *lain = bingkai
    bahaya = temuan.with_columns(nilai=pl.Series(["=1+1", "+1", "-1", "@A"])[: temuan.height])
    isi = dict(render_buku([buku("3012")], bahaya, *lain))["3012"]
    xml = part(isi, "xl/worksheets/sheet2.xml")
    assert "<f>" not in xml
    assert read(isi, "Temuan")["Nilai sekarang"].to_list() == ["=1+1", "+1"]
    (gaya,) = set(re.findall(r'<c s="(\d+)" t="inlineStr"><is><t>\d{16}<', xml))
    daftar_gaya = re.search("<cellXfs.*</cellXfs>", part(isi, "xl/styles.xml"))
    nik = re.findall("<xf .*?(?:/>|</xf>)", daftar_gaya[0])[int(gaya)]
    assert 'numFmtId="49"' in nik  # 49 is '@', text
    assert 'quotePrefix="1"' in nik


def test_headings_are_frozen_filtered_and_wide(jadi):
    temuan = part(jadi["3012"], "xl/worksheets/sheet2.xml")
    assert '<autoFilter ref="A1:O3"/>' in temuan
    assert 'ySplit="1" topLeftCell="A2"' in temuan
    assert 'state="frozen"' in temuan
    assert re.search(r'<col min="8" max="8" width="6\d', temuan)
    assert '<autoFilter ref="A6:H8"/>' in part(jadi["3012"], "xl/worksheets/sheet1.xml")
    assert "Temuan!$A$1:$O$3<" in part(jadi["3012"], "xl/workbook.xml")
    with zipfile.ZipFile(io.BytesIO(jadi["3012"])) as arsip:
        sisa = b"".join(arsip.read(nama) for nama in arsip.namelist())
    assert not re.search(rb"10000\d\d|@@", sisa)


def test_the_same_findings_give_the_same_bytes_alone_or_together(jadi, bingkai):
    for kode in ("3012", "9109"):
        sendiri = [b.filter(pl.col("kode_instansi") == kode) for b in bingkai]
        assert dict(render_buku([buku(kode)], *sendiri))[kode] == jadi[kode]


def test_nobody_to_write_to_is_no_workbook(bingkai):
    assert list(render_buku([], *bingkai)) == []


def test_odd_text_survives(bingkai):
    temuan, *lain = bingkai
    aneh = "a_x0041_ \x07<&> '\" 😀" + "x" * 40_000
    isi = dict(render_buku([buku("3012")], temuan.with_columns(nama=pl.lit(aneh)), *lain))["3012"]
    nama = read(isi, "Temuan")["Nama"][0]
    assert nama.replace("_x005F_", "_").startswith("a_x0041_ <&> '\" 😀x")
    assert len(nama) <= 32_767 + len("x005F_")


def test_findings_beyond_a_sheet_go_on_in_the_next(bingkai, monkeypatch):
    monkeypatch.setattr(lembar_temuan, "BARIS_TERBANYAK", 2)
    temuan, *lain = bingkai
    kosong = [b.filter(pl.col("kode_instansi") == "9109") for b in lain]
    satu = temuan.filter(pl.col("kode_instansi") == "3012").with_columns(kode_aturan=pl.lit("A"))
    isi = dict(render_buku([buku("3012")], satu, *kosong))["3012"]
    lembar = fastexcel.read_excel(isi).sheet_names
    assert lembar == ["Ringkasan", "Temuan", "Temuan 2", "Ganda", "Neraca", "Berkas"]
    assert read(isi, "Temuan")["Baris"].to_list() == ["3"]
    assert read(isi, "Temuan 2")["Baris"].to_list() == ["4"]


def test_a_confirmed_warning_says_so(jadi):
    temuan = read(jadi["7303"], "Temuan")
    jawaban = dict(temuan.select("Kode aturan", "Jawaban Anda").rows())
    assert jawaban == {
        "G-NIK": "benar 21-09-2022, ADMIN CONTOH: =pindah tugas",
        "K-JABATAN": None,
    }
