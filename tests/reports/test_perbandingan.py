"""The comparison workbooks, read back, and the published tables of the same counts."""

from datetime import datetime

import fastexcel
import polars as pl
import pytest

from reports.perbandingan import Pasangan, Perbandingan, render_nasional, render_perbandingan
from reports.perbandingan.isi import PERUBAHAN, SEBAB
from reports.tulisan import WIB
from reports.unsur import Instansi
from rules import alasan_perubahan, banding_potret
from rules.banding_potret import ORANG, SEL

PASANGAN = {
    "lama": "Pra-finalisasi", "batas_lama": datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB),
    "baru": "Finalisasi", "batas_baru": datetime(2022, 10, 31, 17, tzinfo=WIB),
}  # fmt: skip
ISI = Perbandingan(instansi=Instansi(kode="3012", nama="Kementerian Contoh", jenis="P"), **PASANGAN)
BERUBAH = {"kode_instansi": "3012", "nik": "3201014101900002", "nik_lama": "3201014101900001", "nama": "SITI"}  # fmt: skip


def orang(*baris):
    tipe = ORANG | {"sebab": pl.String(), "keterangan": pl.String()}
    return pl.DataFrame([{n: satu.get(n) for n in tipe} for satu in baris], schema=tipe)


def sel(*baris):
    isi = [BERUBAH | {"kolom": k, "lama": lama, "baru": b, "jabatan_berubah": j} for k, lama, b, j in baris]  # fmt: skip
    return pl.DataFrame(isi, schema=SEL)


@pytest.fixture
def buku():
    semua = orang(
        {"perubahan": "BARU", "nik": "1", "nama": "=1+1", "jabatan": "Guru", "sebab": "ADUAN", "keterangan": "usulan U1 diterima"},
        {"perubahan": "HILANG", "nik": "2", "nama": "BUDI", "sebab": "TANPA KETERANGAN"},
        BERUBAH | {"perubahan": "BERUBAH", "sebab": "JAWABAN", "keterangan": "menjawab temuan K-JABATAN"},
    )  # fmt: skip
    berubah = sel(
        ("nik", BERUBAH["nik_lama"], BERUBAH["nik"], False), ("jabatan", "Guru", "Penyuluh", True)
    )
    ringkas = [
        ("3012", "SAMA", None, 7, 0), ("3012", "HILANG", "TANPA KETERANGAN", 1, 0),
        ("3012", "BERUBAH", "JAWABAN", 1, 1), ("3012", "BARU", "ADUAN", 1, 0),
    ]  # fmt: skip
    kolom = ["kode_instansi", "perubahan", "sebab", "orang", "jabatan"]
    return render_perbandingan(ISI, semua, berubah, pl.DataFrame(ringkas, schema=kolom, orient="row"))  # fmt: skip


def read(isi, lembar, kepala=0):
    return (
        fastexcel.read_excel(isi).load_sheet(lembar, header_row=kepala, dtypes="string").to_polars()
    )


def test_every_kind_of_change_has_its_sheet(buku):
    assert fastexcel.read_excel(buku).sheet_names == ["Ringkasan", "Baru", "Hilang", "Berubah"]
    assert read(buku, "Ringkasan", 5).rows() == [
        ("baru", SEBAB["ADUAN"], "1", "0"),
        ("hilang", "tanpa keterangan", "1", "0"),
        ("berubah", "jawaban atas temuan", "1", "1"),
        ("tetap sama", None, "7", "0"),
    ]
    assert read(buku, "Baru").rows() == [
        ("1", "=1+1", "Guru", None, SEBAB["ADUAN"], "usulan U1 diterima")
    ]
    assert read(buku, "Hilang").row(0)[-2:] == ("tanpa keterangan", None)


def test_a_change_is_told_field_by_field(buku):
    assert read(buku, "Berubah").drop("NIK", "Nama").rows() == [
        ("NIK", "3201014101900001", "3201014101900002", None, "jawaban atas temuan", "menjawab temuan K-JABATAN"),
        ("Jabatan pada Pembayaran", "Guru", "Penyuluh", "ya", "jawaban atas temuan", "menjawab temuan K-JABATAN"),
    ]  # fmt: skip


def test_the_head_names_both_potret(buku):
    atas = str(read(buku, "Ringkasan").head(3).rows())
    assert "Pra-finalisasi, 30 September 2022 pukul 23.59 WIB" in atas
    assert "Finalisasi, 31 Oktober 2022 pukul 17.00 WIB" in atas


def test_nothing_changed_is_a_workbook_too():
    kosong = pl.DataFrame(schema={"perubahan": pl.String, "sebab": pl.String, "orang": pl.Int64, "jabatan": pl.Int64})  # fmt: skip
    isi = render_perbandingan(ISI, orang(), sel(), kosong)
    assert read(isi, "Berubah").is_empty()
    assert isi == render_perbandingan(ISI, orang(), sel(), kosong)


def test_every_reason_and_change_has_its_words():
    assert tuple(SEBAB) == alasan_perubahan.SEBAB
    b = banding_potret
    assert set(PERUBAHAN) == {b.BARU, b.HILANG, b.BERUBAH, b.SAMA}


def test_the_nation_is_told_by_the_published_tables(dasbor):
    nasional = dasbor["perbandingan_nasional"]
    assert nasional.select("nama_tahap", "nama_lama", "perubahan", "sebab", "orang").rows() == [
        ("Finalisasi", "Pra-finalisasi", "BARU", "ADUAN", 1),
        ("Finalisasi", "Pra-finalisasi", "BERUBAH", "PERBAIKAN", 2),
        ("Finalisasi", "Pra-finalisasi", "HILANG", "TANPA KETERANGAN", 1),
        ("Finalisasi", "Pra-finalisasi", "SAMA", None, 2),
    ]
    instansi = dasbor["perbandingan_instansi"]
    kolom = ("peringkat", "kode_instansi", "dahulu", "kini", "tumbuh", "tumbuh_persen", "aduan", "tanpa_keterangan")  # fmt: skip
    assert instansi.select(kolom).rows() == [
        (1, "3012", 2, 3, 1, 50.0, 1, 0),
        (2, "7303", 3, 2, -1, -33.3, 0, 1),
    ]
    isi = render_nasional(Pasangan(**PASANGAN), nasional, instansi)
    assert read(isi, "Instansi").select("Kode", "Tumbuh", "Tumbuh (%)").rows() == [
        ("3012", "1", "50,0"), ("7303", "-1", "-33,3"),
    ]  # fmt: skip
    assert read(isi, "Ringkasan", 4)["Orang"].to_list() == ["1", "1", "2", "2"]
