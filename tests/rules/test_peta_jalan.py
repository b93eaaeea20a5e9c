"""Roadmap classes beside the verdict: one person may carry several, and none of them decides."""

import polars as pl
import pytest

from rules.fakta import derive_fakta
from rules.peta_jalan import derive_peta_jalan
from tests.cases import kolom_skema
from tests.rules.orang import INSTANSI, K, masukan, riwayat, tenaga

DOKUMEN = {"kode_instansi": "5104", "id_berkas": 1, "ukuran": 1, "tipe": "pdf", "utuh": True}


def peta(orang=None, lama=None, dokumen=None, instansi="KAB", k=K, **umpan):
    """The roadmap row of the first tenaga."""
    fakta = derive_fakta(masukan(tenaga(orang or {}), lama, **umpan), k)
    asal = INSTANSI.with_columns(kelompok=pl.lit(instansi))
    berkas = None
    if dokumen is not None:
        isi = [DOKUMEN | satu for satu in dokumen]
        berkas = pl.LazyFrame(isi, schema=kolom_skema("dokumen"))
    return derive_peta_jalan(fakta, asal, berkas, k).collect().row(0, named=True)


def test_the_columns_are_those_of_the_gudang():
    hasil = derive_peta_jalan(derive_fakta(masukan(), K), INSTANSI.with_columns(kelompok=pl.lit("KAB")), None, K)  # fmt: skip
    assert dict(hasil.collect_schema()) == kolom_skema("peta_jalan")


def test_an_ordinary_teacher_is_needed_in_the_job_group_and_qualified():
    assert peta() == {
        "id_tenaga": 1,
        "badan_pasal_99": None,
        "alih_daya": None,
        "thk2": False,
        "kualifikasi": True,
        "sertifikat": None,
        "kebutuhan": "Pendidikan",
    }


@pytest.mark.parametrize(
    ("unit", "instansi", "badan"),
    [
        ("SDN 1 Tapaktuan", "KAB", None),
        ("Dinas Kesehatan", "LNS", "LNS"),
        ("Stasiun Banda Aceh", "LPP", "LPP"),
        ("RSUD dr. Yuliddin Away", "KAB", "BLU"),
        ("Rumah Sakit Umum Daerah", "KAB", "BLU"),
        ("Universitas Teuku Umar", "KEMENT", "PTN BARU"),
        ("Universitas Teuku", "KEMENT", None),
        ("Kantor RSUDX", "KAB", None),
        (None, "KAB", None),
        (None, "LNS", "LNS"),
    ],
)
def test_bodies_of_pasal_99(unit, instansi, badan):
    assert peta({"unit_kerja": unit}, instansi=instansi)["badan_pasal_99"] == badan


def test_pay_by_blud_is_the_surest_sign():
    lama = riwayat({"nomor_sk": "814.1/17/2019", "pembayaran": "BLUD"})
    assert peta(lama=lama, instansi="LNS")["badan_pasal_99"] == "BLU"


@pytest.mark.parametrize(
    ("jabatan", "kelas"),
    [
        ("Satpam", "SATPAM"),
        ("Koordinator Kebersihan Taman", "KEBERSIHAN"),
        ("Sopir", "PENGEMUDI"),
        ("Pramu Bakti", None),
        ("Guru Kelas", None),
        (None, None),
    ],
)
def test_candidates_for_outsourcing(jabatan, kelas):
    assert peta({"jabatan": jabatan, "konversi_jabatan": None})["alih_daya"] == kelas


@pytest.mark.parametrize(
    ("jabatan", "pendidikan", "cukup"),
    [
        ("Guru Kelas", "S-1 PENDIDIKAN GURU SEKOLAH DASAR", True),
        ("Guru Kelas", "D-IV KEBIDANAN", True),
        ("Guru Kelas", "D-III KEPERAWATAN", False),
        ("Perawat", "D-III KEPERAWATAN", True),
        ("Perawat", "D-II PERPUSTAKAAN", False),
        ("Juru Ukur", "SMA IPA", True),
        ("Juru Ukur", "SMP", False),
        ("Guru Kelas", "Sekolah Kehidupan", None),
        ("Guru Kelas", None, None),
    ],
)
def test_qualification_by_the_job_group(jabatan, pendidikan, cukup):
    orang = {"jabatan": jabatan, "konversi_jabatan": None, "pendidikan": pendidikan}
    assert peta(orang)["kualifikasi"] is cukup


@pytest.mark.parametrize(
    ("jabatan", "nama", "jenis", "sertifikat"),
    [
        ("Guru Kelas", "serdik-1101011708900001.pdf", "SERTIFIKAT PENDIDIK", "SERTIFIKAT PENDIDIK"),
        ("Guru Kelas", "str-1101011708900001.pdf", "STR", None),
        ("Perawat", "STR_1101011708900001.pdf", "STR", "STR"),
        ("Perawat", "str-1101011708900002.pdf", "STR", None),
        ("Perawat", "str-11010117089000012.pdf", "STR", None),
        ("Perawat", "str.pdf", "STR", None),
        ("Juru Ukur", "str-1101011708900001.pdf", "STR", None),
        ("Guru Kelas", "ijazah-1101011708900001.pdf", "IJAZAH", None),
    ],
)
def test_a_certificate_that_the_group_asks_for(jabatan, nama, jenis, sertifikat):
    orang = {"jabatan": jabatan, "konversi_jabatan": None}
    dokumen = [{"nama": nama, "jenis_dokumen": jenis, "sha256": "a"}]
    assert peta(orang, dokumen=dokumen)["sertifikat"] == sertifikat


def test_a_certificate_counts_in_the_instansi_that_delivered_it():
    lain = {"nama": "serdik-1101011708900001.pdf", "jenis_dokumen": "SERTIFIKAT PENDIDIK", "kode_instansi": "5105", "sha256": "a"}  # fmt: skip
    assert peta(dokumen=[lain])["sertifikat"] is None
    assert peta(dokumen=[])["sertifikat"] is None


def test_somebody_may_carry_several_classes():
    induk = {"nomor_peserta": "520713002001", "nama": "TEUKU UMAR", "kode_instansi": "5104"}
    orang = {"jabatan": "Satpam", "konversi_jabatan": None, "unit_kerja": "RSUD Tapaktuan", "nomor_peserta_thk2": "520713002001"}  # fmt: skip
    satu = peta(orang, thk2=[induk])
    assert (satu["thk2"], satu["alih_daya"], satu["badan_pasal_99"]) == (True, "SATPAM", "BLU")
