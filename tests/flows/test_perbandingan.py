"""Uji publik of one instansi: complaints, decisions and deliveries between two closings, and what the
comparison says of each."""

import io
import json
import re
from collections.abc import Iterator
from datetime import timedelta

import fastexcel
import openpyxl
import polars as pl
import pytest

from flows.close_tahap import close_tahap
from reports.perbandingan.isi import SEBAB
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.susunan import Susunan
from tasks.publish_aduan import publish_aduan
from tests.flows.empat_instansi import FINAL, PRAFINAL, census_of_four, only_four
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK, KotakMasuk, orang

__all__ = ["census_of_four"]

SESUDAH = PRAFINAL + timedelta(days=9)
ADUAN = "id,waktu,jenis,kode_instansi,nama,nik,uraian\n"
BARU, DICABUT, LENYAP, GANTI, TETAP, DISANGGAH = (orang(n) for n in range(1, 7))


@pytest.fixture(scope="module")
def cerita(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """Pra-finalisasi, a night of the uji publik, the returned workbook, and finalisasi."""
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("uji-publik")).settle(ubah)
        kotak = KotakMasuk(tempat.simpanan)
        kotak.admin(BERSIH, BERTEMUAN, RUSAK)
        kotak.data_utama(BERSIH, [DICABUT, GANTI, TETAP])
        kotak.data_utama(BERSIH, [LENYAP, DISANGGAH], nama="lain.xlsx")
        kotak.data_utama(BERTEMUAN, [orang(8)])
        kotak.put("bkn/aduan/a.csv", ADUAN + "".join(_aduan()), SESUDAH)
        assert close_tahap(PRAFINAL + timedelta(minutes=10)) == ["prafinalisasi"]
        tempat.answer(SESUDAH + timedelta(hours=1))
        publish_aduan.fn(read_pengaturan(), tempat.gudang)
        _decide(tempat, kotak)
        _correct(kotak)
        assert close_tahap(FINAL + timedelta(minutes=10)) == ["finalisasi"]
        tempat.answer(FINAL + timedelta(hours=1))
        publish_aduan.fn(read_pengaturan(), tempat.gudang)
        yield tempat


def _aduan() -> Iterator[str]:
    saat = (PRAFINAL + timedelta(days=2)).isoformat()
    for nomor, jenis, kode, siapa in (
        ("U1", "USULAN", BERSIH, BARU),
        ("U2", "USULAN", BERSIH, orang(9)),
        ("U3", "USULAN", BERSIH, orang(8)),
        ("S1", "SANGGAHAN", BERSIH, DISANGGAH),
        ("P1", "PENGADUAN", BERTEMUAN, orang(8)),
    ):
        yield f"{nomor},{saat},{jenis},{kode},{siapa['nama']},{siapa['nik']},Mohon diperiksa\n"


def _decide(tempat: Tempat, kotak: KotakMasuk) -> None:
    """The workbook that came is filled in as an office would, and sent back under its name."""
    buku = openpyxl.load_workbook(tempat.simpanan / "kotak-keluar" / BERSIH / "aduan.xlsx")
    lembar = buku["Keputusan Aduan"]
    kata = {"U1": "DITERIMA", "U2": "DITERIMA", "U3": "DITOLAK", "S1": "DITERIMA"}
    for baris in lembar.iter_rows(min_row=2):
        baris[1].value = kata[baris[0].value]
        baris[2].value = "Sudah diperiksa"
        baris[4].value = "11-10-2022 09:30"
    isi = io.BytesIO()
    buku.save(isi)
    kotak.put(f"{BERSIH}/keputusan-aduan/aduan.xlsx", isi.getvalue(), SESUDAH + timedelta(days=2))


def _correct(kotak: KotakMasuk) -> None:
    """The proposed person in, two people out (of one nothing is said), one title changed."""
    saat = SESUDAH + timedelta(days=3)
    ganti = GANTI | {"jabatan": "Pranata Komputer", "unit_kerja": "Dinas Contoh"}
    kotak.data_utama(
        BERSIH,
        [DICABUT, ganti, TETAP, BARU],
        waktu=saat,
        hapus=[{"nik": DICABUT["nik"], "alasan": "Mengundurkan diri"}],
    )
    kotak.data_utama(BERSIH, [DISANGGAH], nama="lain.xlsx", waktu=saat)


def _sheet(tempat: Tempat, kunci: str, lembar: str, kepala: int = 0) -> pl.DataFrame:
    buku = fastexcel.read_excel((tempat.simpanan / "kotak-keluar" / kunci).read_bytes())
    return buku.load_sheet(lembar, header_row=kepala, dtypes="string").to_polars()


def test_every_change_carries_its_reason(cerita: Tempat) -> None:
    kunci = f"{BERSIH}/perbandingan-finalisasi.xlsx"
    kolom = ("NIK", "Sebab", "Keterangan")
    assert _sheet(cerita, kunci, "Baru").select(kolom).rows() == [
        (BARU["nik"], SEBAB["ADUAN"], "usulan U1 diterima; data.xlsx (12-10-2022)"),
    ]
    assert _sheet(cerita, kunci, "Hilang").select(kolom).rows() == [
        (DICABUT["nik"], SEBAB["PENGHAPUSAN"], "Mengundurkan diri"),
        (LENYAP["nik"], SEBAB["TANPA KETERANGAN"], "tidak ada lagi dalam lain.xlsx (12-10-2022)"),
    ]
    berubah = _sheet(cerita, kunci, "Berubah")
    assert berubah.select(*kolom).unique().rows() == [
        (GANTI["nik"], SEBAB["PERBAIKAN"], "data.xlsx (12-10-2022)")
    ]
    assert berubah.select("Kolom", "Dahulu", "Kini", "Jabatan berubah").rows() == [
        ("Jabatan pada Pembayaran", "Guru Kelas", "Pranata Komputer", "ya"),
        ("Unit Kerja", "SDN 1 Contoh", "Dinas Contoh", None),
    ]
    ringkas = _sheet(cerita, kunci, "Ringkasan", 5).select("Perubahan", "Orang").rows()
    assert ringkas == [
        ("baru", "1"), ("hilang", "1"), ("hilang", "1"), ("berubah", "1"), ("tetap sama", "2"),
    ]  # fmt: skip
    # Who vanished without a word is the same whoever asks.
    hilang = Susunan(cerita.kerja / "susunan" / "finalisasi").read("hilang")
    assert hilang["nik"].to_list() == [LENYAP["nik"]]


def test_the_nation_is_ranked_by_growth_and_agrees_with_the_potret(cerita: Tempat) -> None:
    buku = "bkn/perbandingan-finalisasi.xlsx"
    instansi = _sheet(cerita, buku, "Instansi").drop("Instansi")
    assert instansi.rows() == [
        ("1", BERTEMUAN, "1", "1", "0", "0,0", "0", "0", "0", "0", "0", "0"),
        ("2", BERSIH, "5", "4", "-1", "-20,0", "1", "2", "1", "1", "1", "1"),
    ]
    for tahap, kolom in (("prafinalisasi", "Dahulu"), ("finalisasi", "Kini")):
        manifes = json.loads((cerita.simpanan / "potret" / tahap / "manifest.json").read_text())
        assert instansi[kolom].cast(pl.Int64).sum() == manifes["jumlah"]
    isi = (cerita.simpanan / "publik/perbandingan/finalisasi.csv").read_text()
    assert isi.splitlines()[0].startswith("tahap,tahap_lama,kode_instansi,perubahan")
    halaman = (cerita.simpanan / "publik/statistik/finalisasi.html").read_text()
    assert "Yang berubah di antara dua potret" in halaman
    umum = isi + halaman + str(_sheet(cerita, buku, "Ringkasan").rows()) + str(instansi.rows())
    assert not re.search(r"\d{16}|SITI", umum)


def test_the_first_potret_is_compared_with_nothing(cerita: Tempat) -> None:
    assert not list((cerita.simpanan / "kotak-keluar").glob("*/perbandingan-prafinalisasi.xlsx"))


def test_the_workbook_comes_back_as_it_is_and_nothing_is_found(cerita: Tempat) -> None:
    kiriman = "SELECT id_berkas FROM berkas WHERE jenis = 'keputusan-aduan'"
    assert cerita.select("SELECT count(*) FROM keputusan_aduan WHERE berlaku") == [(4,)]
    for tabel, kolom in (("temuan", "tempat_berkas"), ("catatan_berkas", "id_berkas"), ("penolakan", "id_berkas")):  # fmt: skip
        assert cerita.select(f"SELECT * FROM {tabel} WHERE {kolom} IN ({kiriman})") == []


def test_a_complaint_is_tracked_until_it_is_carried_out(cerita: Tempat) -> None:
    assert cerita.select(
        "SELECT id, keadaan, cara, terdaftar, di_potret, pelaksanaan FROM keadaan_aduan ORDER BY id"
    ) == [
        ("P1", "TERLAMBAT", "NIK", "DI SINI", True, None),
        ("S1", "DITERIMA", "NIK", "DI SINI", True, "BELUM"),
        ("U1", "DITERIMA", "NIK", "DI SINI", False, "DILAKSANAKAN"),
        ("U2", "DITERIMA", None, "TIDAK", False, "BELUM"),
        ("U3", "DITOLAK", None, "INSTANSI LAIN", False, None),
    ]


def test_an_instansi_reads_of_another_list_only_whose_it_is(cerita: Tempat) -> None:
    aduan = _sheet(cerita, f"{BERSIH}/aduan.xlsx", "Aduan", 5)
    kini = dict(aduan.select("Nomor aduan dan jenisnya", "Orangnya kini").iter_rows())
    assert kini["U3\nUSULAN"] == (
        "Tidak ada dalam daftar Anda; terdaftar di Pemerintah Kab. Aceh Tenggara. "
        "Tidak ada dalam daftar Pra-finalisasi yang diumumkan."
    )
    assert "data.xlsx" not in kini["U3\nUSULAN"]
    isian = _sheet(cerita, f"{BERSIH}/aduan.xlsx", "Keputusan Aduan")
    assert isian["Keputusan"].to_list() == ["DITERIMA", "DITERIMA", "DITERIMA", "DITOLAK"]
    assert isian["Waktu"].unique().to_list() == ["11-10-2022 09:30"]
