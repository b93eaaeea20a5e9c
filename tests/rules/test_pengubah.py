"""What would change a verdict: every rejecting rule says it, and what it says is true."""

import re
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.fakta import derive_fakta
from rules.pengubah import dipakai_menilai
from rules.periksa import check
from rules.putusan import judge
from rules.rule import load_rules, rule
from rules.ungkapan import lahir_terakhir, usia_pada
from tests.cases import kolom_sasaran
from tests.rules.orang import K, masukan, riwayat, tenaga
from tests.rules.test_masa_kerja import APBN, PAPARAN, PENGADAAN, dari

ATURAN = load_rules()
MEMUTUS = [satu for satu in ATURAN if satu.memutus]
SK_UTAMA = {"nomor_sk": "814.1/17/2019"}
# Words that would tell somebody to make the paper fit the law.
MENGAKALI = re.compile(r"\b(ubah|ganti|buat|sesuaikan|mundurkan|isi) ", re.IGNORECASE)


@pytest.mark.parametrize("satu", MEMUTUS, ids=lambda satu: satu.kode)
def test_a_rule_that_rejects_says_what_the_law_asks(satu):
    assert satu.pengubah, satu.kode
    assert satu.pengubah.endswith(".")
    assert re.match(r"Yang diminta: |Kurang \{bulan_kurang\} bulan lagi", satu.pengubah)
    assert not MENGAKALI.search(satu.pengubah)
    assert len(satu.pengubah) < 260


def test_what_a_rule_needs_are_columns_of_the_workbooks():
    for satu in ATURAN:
        assert set(satu.butuh) <= set(kolom_sasaran("tenaga")), satu.kode
        assert set(satu.butuh_riwayat) <= set(kolom_sasaran("riwayat")), satu.kode


# Per criterion that a machine can check: a person who fails it, the sentence, and the person who has
# just what the sentence asks. (row of Data Utama, riwayat, feeds) before and after.
LAHIR = {"status": "HIDUP", "nama": "TEUKU UMAR", "jenis_kelamin": "L", "nik": "1101011708900001"}
PERUBAHAN = {
    "K-MASA-KERJA": (
        (PAPARAN, [dari(2020, 1, 3, **APBN), dari(2020, 10, 12, **APBN)], {}),
        "Kurang 1 bulan lagi yang dibayar langsung sebelum atau pada 31-12-2021",
        (PAPARAN, [dari(2020, 1, 3, **APBN), dari(2020, 9, 12, **APBN)], {}),
    ),
    "K-USIA-MIN": (
        ({}, [], {"dukcapil": [LAHIR | {"tanggal_lahir": date(2002, 1, 1)}]}),
        "menurut DUKCAPIL paling akhir 31-12-2001; yang dipakai sekarang 01-01-2002",
        ({}, [], {"dukcapil": [LAHIR | {"tanggal_lahir": date(2001, 12, 31)}]}),
    ),
    "K-USIA-MAKS": (
        ({}, [], {"dukcapil": [LAHIR | {"tanggal_lahir": date(1964, 12, 31)}]}),
        "menurut DUKCAPIL paling awal 01-01-1965; yang dipakai sekarang 31-12-1964",
        ({}, [], {"dukcapil": [LAHIR | {"tanggal_lahir": date(1965, 1, 1)}]}),
    ),
    "K-SK-TANGGAL": (
        ({"tanggal_sk": date(2022, 1, 1)}, [], {}),
        "SK yang memang bertanggal paling akhir 31-12-2021",
        ({"tanggal_sk": date(2021, 12, 31)}, [], {}),
    ),
    "K-PENGANGKATAN": (
        ({"jenis_penandatangan": "PEJABAT PEMBUAT KOMITMEN"}, [], {}),
        "atau dengan catatan KEPALA SEKOLAH atau KEPALA PUSKESMAS",
        ({"jenis_penandatangan": "KEPALA PUSKESMAS"}, [], {}),
    ),
    "K-IJAZAH": (
        ({"nomor_ijazah": None, "file_ijazah": None}, [], {}),
        "ijazah atau bukti lulus, tercatat di Nomor Ijazah atau File Ijazah",
        ({"nomor_ijazah": None}, [], {}),
    ),
    "K-HONORARIUM": (
        ({}, [dari(2021, 1, 12, **PENGADAAN) | SK_UTAMA], {}),
        "sedikitnya 1 masa kerja sampai 31-12-2021 yang dibayar langsung dari APBN atau APBD",
        ({}, [dari(2021, 1, 11, **PENGADAAN) | SK_UTAMA, dari(2021, 12, 12, **APBN)], {}),
    ),
    "K-BLU": (
        ({}, [dari(2021, 1, 12, pembayaran="BLUD") | SK_UTAMA], {}),
        "SK pada Data Utama dibayar langsung dari APBN atau APBD",
        ({}, [dari(2021, 1, 12, pembayaran="APBD") | SK_UTAMA], {}),
    ),
    "K-JABATAN": (
        ({"jabatan": "Satpam"}, [], {}),
        "jabatan di luar daftar yang dikecualikan",
        ({"jabatan": "Guru Kelas"}, [], {}),
    ),
    "K-STATUS-ASN": (
        ({}, [], {"register_asn": [{"nik": LAHIR["nik"], "status": "PNS", "kode_instansi": "5105"}]}),
        "tidak tercatat sebagai CPNS, PNS atau PPPK",
        ({}, [], {"register_asn": []}),
    ),
    "K-STATUS-HIDUP": (
        ({}, [], {"dukcapil": [LAHIR | {"status": "MENINGGAL", "tanggal_lahir": date(1990, 8, 17)}]}),
        "tidak tercatat MENINGGAL di Dukcapil",
        ({}, [], {"dukcapil": [LAHIR | {"tanggal_lahir": date(1990, 8, 17)}]}),
    ),
    "K-AKTIF": (
        ({}, [], {"portal_konfirmasi": [{"nik": LAHIR["nik"], "kode_instansi": "5104", "aktif": "TIDAK"}]}),
        "pernyataan terakhir yang bersangkutan sendiri",
        ({}, [], {"portal_konfirmasi": [{"nik": LAHIR["nik"], "kode_instansi": "5104", "aktif": "YA"}]}),
    ),
    "T-LAPOR": (
        ({"nomor_peserta_thk2": "520713002001"}, [], {
            "thk2": [{"nomor_peserta": "520713002001", "nama": "TEUKU UMAR", "kode_instansi": "5104"}],
            "lapor_thk2": [{"nomor_peserta": "520713002001", "kode_instansi": "5104", "alasan": "DIBERHENTIKAN"}],
        }),
        "LAPOR THK-II yang memang keliru dibetulkan lebih dahulu oleh instansi pelapornya",
        ({"nomor_peserta_thk2": "520713002001"}, [], {
            "thk2": [{"nomor_peserta": "520713002001", "nama": "TEUKU UMAR", "kode_instansi": "5104"}],
            "lapor_thk2": [],
        }),
    ),
}  # fmt: skip


def dinilai(utama, lama, umpan):
    fakta = derive_fakta(masukan(tenaga(utama), riwayat(*lama), **umpan), K).collect()
    temuan = check(fakta.lazy(), K, ATURAN).temuan
    return temuan, judge(fakta.lazy(), K, ATURAN).row(0, named=True)


def test_every_rejecting_rule_has_its_change():
    assert PERUBAHAN.keys() == {satu.kode for satu in MEMUTUS}


@pytest.mark.parametrize("kode", PERUBAHAN)
def test_who_has_what_the_sentence_asks_meets_the_criterion(kode):
    kriteria = next(satu.kriteria for satu in MEMUTUS if satu.kode == kode)
    sebelum, teks, sesudah = PERUBAHAN[kode]
    temuan, putusan = dinilai(*sebelum)
    (pengubah,) = temuan.filter(kode_aturan=kode)["pengubah"].to_list()
    assert putusan[kriteria] == "T"
    assert teks in pengubah
    assert dinilai(*sesudah)[1][kriteria] == "M"


@pytest.mark.parametrize("kurang", [1, 2, 11, 12])
def test_as_many_months_as_are_missing_are_enough_and_one_fewer_is_not(kurang):
    def putusan(bulan):
        awal = {"tanggal_mulai": date(2021, 13 - bulan, 1) if bulan else date(2022, 1, 1)}
        return dinilai(awal, [], {})

    temuan, hasil = putusan(12 - kurang)
    assert hasil["masa_kerja"] == "T"
    (pengubah,) = temuan.filter(kode_aturan="K-MASA-KERJA")["pengubah"].to_list()
    assert pengubah.startswith(f"Kurang {kurang} bulan lagi")
    assert putusan(12)[1]["masa_kerja"] == "M"
    assert putusan(11)[1]["masa_kerja"] == "T"


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 80))
def test_the_last_birth_date_is_the_last(acuan, usia):
    hari = lahir_terakhir(acuan, usia)
    lahir = pl.DataFrame({"lahir": [hari, hari + timedelta(days=1)]})
    tua = lahir.select(usia_pada(pl.col("lahir"), acuan))
    assert tua.to_series().to_list() == [usia, usia - 1]


def test_a_gap_says_what_it_keeps_from_being_judged():
    temuan, putusan = dinilai({"tanggal_sk": None, "sekolah": None}, [], {})
    isi = dict(temuan.select("kode_aturan", "pengubah").iter_rows())
    assert putusan["sk_tanggal"] == "B"
    assert isi["L-TANGGAL-SK"] == "Dipakai untuk menilai kriteria tanggal SK."
    assert isi["L-SEKOLAH"] is None


def test_an_unreadable_cell_of_riwayat_says_it_too():
    satu = next(a for a in ATURAN if a.kode == "R-TANGGAL-AWAL")
    lama = riwayat({"tanggal_awal": None, "tak_terbaca": ["tanggal_awal"]})
    (pengubah,) = check(lama, K, (*MEMUTUS, satu), "riwayat").temuan["pengubah"].to_list()
    assert pengubah == "Dipakai untuk menilai kriteria honorarium, masa kerja."


def test_a_filled_cell_that_is_only_asked_about_changes_no_verdict():
    temuan, _ = dinilai({"nik": "1101013202900001"}, [], {})
    assert temuan.filter(kode_aturan="B-NIK-TANGGAL")["pengubah"].to_list() == [None]


def test_only_rules_that_decide_tell_what_a_column_is_for():
    @rule("X-X", nama="x", dasar=("masih_aktif",), berat="periksa", kriteria="usia", pesan="-",
          butuh=("nama",))  # fmt: skip
    def hanya_periksa(k):
        return pl.lit(True)

    assert dipakai_menilai([hanya_periksa]) == {}


def test_the_sentence_follows_the_law():
    k = K.model_copy(update={"masa_kerja_minimum_bulan": 24, "tanggal_acuan": date(2022, 2, 28)})
    fakta = derive_fakta(masukan(tenaga({"tanggal_mulai": date(2022, 1, 1)})), k).collect()
    temuan = check(fakta.lazy(), k, ATURAN).temuan.filter(kode_aturan="K-MASA-KERJA")
    assert temuan["pengubah"].item().startswith("Kurang 22 bulan lagi yang dibayar langsung sebelum atau pada 28-02-2022")  # fmt: skip
