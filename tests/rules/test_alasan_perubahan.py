"""Why a row is new, gone or changed: spec tables of what was said."""

from datetime import datetime, timedelta

import polars as pl
import pytest

from rules.alasan_perubahan import Keterangan, count_changes, explain_changes
from rules.kalender import WIB
from tests.rules.test_banding_potret import banding, nik, orang

LAMA = datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB)
UMUM = datetime(2022, 10, 22, 17, tzinfo=WIB)
HARI = timedelta(days=1)
BARU_BERKAS, LAMA_BERKAS = "b" * 64, "a" * 64
K = ["kode_instansi", "nik_angka"]


def berkas(sidik, waktu, nama="data.xlsx", jawaban=False, pengganti=None):
    ganti, saat = pengganti or (nama, waktu)
    return ("3012", sidik, nama, waktu, ganti, saat, jawaban)


def keluar(sebab, kata, **kunci):
    return pl.DataFrame({n: [isi] for n, isi in kunci.items()} | {"sebab": [sebab], "kata": [kata]}, schema_overrides={"nik_angka": pl.UInt64})  # fmt: skip


def keterangan(*kiriman, aduan=(), pergi=(), izin=(), dibuka=(), temuan=(), umum=UMUM):
    waktu = pl.Datetime("us", "UTC")
    return Keterangan(
        keluar=list(pergi),
        aduan=_frame(aduan, "kode_instansi", "nik", "id", "jenis"),
        berkas=_frame(
            kiriman, "kode_instansi", "sha256", "nama_berkas", "waktu", "pengganti", "waktu_pengganti",
            "jawaban", waktu=waktu, waktu_pengganti=waktu, jawaban=pl.Boolean,
        ),
        izin=_frame(izin, "kode_instansi", "nomor_surat"),
        pembukaan=_frame(
            dibuka, "kode_instansi", "nomor_surat", "sejak", "sampai", "alasan_tertutup", sejak=waktu, sampai=waktu,
        ),
        temuan=_frame(temuan, "kode_instansi", "nik", "kolom", "kode_aturan"),
        sejak=LAMA,
        umum=umum,
    )  # fmt: skip


def _frame(baris, *kolom, **tipe):
    return pl.DataFrame(list(baris), schema=dict.fromkeys(kolom, pl.String) | tipe, orient="row")


def reason(lama, baru, ket):
    return explain_changes(banding(lama, baru), ket).select("sebab", "keterangan").rows()


ANGKA = int(nik(1))
USULAN = [("3012", nik(1), "U1", "USULAN")]
SANGGAHAN = [("3012", nik(1), "S1", "SANGGAHAN")]
BIASA = berkas(BARU_BERKAS, LAMA + HARI)
KINI = orang(1, sha256=BARU_BERKAS)
CABUT = keluar("PENGHAPUSAN", "Mengundurkan diri", kode_instansi="3012", nik_angka=ANGKA)


@pytest.mark.parametrize(
    ("ket", "sebab", "kata"),
    [
        pytest.param(keterangan(BIASA), "PERBAIKAN", "data.xlsx (01-10-2022)", id="a correction"),
        pytest.param(keterangan(BIASA, aduan=USULAN), "ADUAN", "usulan U1 diterima; data.xlsx (01-10-2022)", id="proposed"),
        pytest.param(keterangan(BIASA, aduan=SANGGAHAN), "PERBAIKAN", "data.xlsx (01-10-2022)", id="an objection brings nobody in"),
        pytest.param(keterangan(berkas(BARU_BERKAS, UMUM + HARI), dibuka=[("3012", "S/1", UMUM, UMUM + HARI, None)]), "PEMBUKAAN KEMBALI", "Surat BKN S/1, data.xlsx (23-10-2022)", id="opened again"),
        pytest.param(keterangan(berkas(BARU_BERKAS, UMUM + HARI), izin=[("3012", "800/1")], dibuka=[("3012", "S/1", UMUM, UMUM, None), ("3012", "S/2", UMUM, UMUM + HARI, "ditolak")]), "PERPANJANGAN", "surat 800/1, data.xlsx (23-10-2022)", id="not while open"),
        pytest.param(keterangan(berkas(BARU_BERKAS, UMUM + HARI), izin=[("3012", "800/1")]), "PERPANJANGAN", "surat 800/1, data.xlsx (23-10-2022)", id="late, with a letter"),
        pytest.param(keterangan(berkas(BARU_BERKAS, UMUM), izin=[("3012", "800/1")]), "PERBAIKAN", "data.xlsx (22-10-2022)", id="at the deadline it is not late"),
        pytest.param(keterangan(berkas(BARU_BERKAS, UMUM + HARI), umum=None), "PERBAIKAN", "data.xlsx (23-10-2022)", id="no deadline, nothing late"),
        pytest.param(keterangan(berkas(BARU_BERKAS, LAMA + HARI, jawaban=True)), "JAWABAN", "buku jawaban data.xlsx (01-10-2022)", id="an answer workbook"),
        pytest.param(keterangan(berkas(BARU_BERKAS, LAMA)), "TANPA KETERANGAN", "dari data.xlsx (30-09-2022), dikirim sebelum potret yang lama", id="an old file that counts now"),
        pytest.param(keterangan(), "TANPA KETERANGAN", None, id="a file nobody knows"),
    ],
)  # fmt: skip
def test_why_somebody_is_new(ket, sebab, kata):
    assert reason([], [KINI], ket) == [(sebab, kata)]


@pytest.mark.parametrize(
    ("ket", "sebab", "kata"),
    [
        pytest.param(keterangan(pergi=[CABUT]), "PENGHAPUSAN", "Mengundurkan diri", id="withdrawn"),
        pytest.param(keterangan(pergi=[CABUT], aduan=SANGGAHAN), "ADUAN", "sanggahan S1 diterima; Mengundurkan diri", id="after an objection"),
        pytest.param(keterangan(aduan=USULAN), "TANPA KETERANGAN", None, id="a proposal takes nobody out"),
        pytest.param(keterangan(pergi=[keluar("MENINGGAL", "menurut Dukcapil", nik_angka=ANGKA)]), "MENINGGAL", "menurut Dukcapil", id="dead"),
        pytest.param(keterangan(pergi=[keluar("LAPOR THK-II", "PINDAH", kode_instansi="3012", nomor_baku="77")]), "LAPOR THK-II", "PINDAH", id="reported by the number"),
        pytest.param(keterangan(pergi=[keluar("PENGHAPUSAN", "x", kode_instansi="7303", nik_angka=ANGKA)]), "TANPA KETERANGAN", None, id="another instansi's withdrawal"),
        pytest.param(keterangan(berkas(LAMA_BERKAS, LAMA, pengganti=("data.xlsx", LAMA + HARI))), "TANPA KETERANGAN", "tidak ada lagi dalam data.xlsx (01-10-2022)", id="left out of the next file"),
        pytest.param(keterangan(berkas(LAMA_BERKAS, LAMA)), "TANPA KETERANGAN", "dicabut lewat lembar Penghapusan tanpa alasan", id="withdrawn without a reason"),
        pytest.param(keterangan(berkas(LAMA_BERKAS, LAMA), pergi=[CABUT]), "PENGHAPUSAN", "Mengundurkan diri", id="what was said hides how"),
    ],
)  # fmt: skip
def test_why_somebody_is_gone(ket, sebab, kata):
    assert reason([orang(1, nomor_peserta_thk2="77")], [], ket) == [(sebab, kata)]


JABATAN = [("3012", nik(1), "jabatan", "K-JABATAN")]


@pytest.mark.parametrize(
    ("ket", "sebab", "kata"),
    [
        pytest.param(keterangan(BIASA), "PERBAIKAN", "data.xlsx (01-10-2022)", id="a correction"),
        pytest.param(keterangan(BIASA, temuan=JABATAN), "JAWABAN", "menjawab temuan K-JABATAN lewat data.xlsx (01-10-2022)", id="a finding about that very field"),
        pytest.param(keterangan(BIASA, temuan=[("3012", nik(1), "sekolah", "L-SEKOLAH")]), "PERBAIKAN", "data.xlsx (01-10-2022)", id="a finding about another field"),
        pytest.param(keterangan(BIASA, aduan=SANGGAHAN, temuan=JABATAN), "ADUAN", "sanggahan S1 diterima; menjawab temuan K-JABATAN lewat data.xlsx (01-10-2022)", id="an objection and a finding"),
        pytest.param(keterangan(BIASA, pergi=[CABUT]), "PERBAIKAN", "data.xlsx (01-10-2022)", id="withdrawn and put back"),
    ],
)  # fmt: skip
def test_why_a_row_changed(ket, sebab, kata):
    assert reason([orang(1)], [KINI | {"jabatan": "Penyuluh"}], ket) == [(sebab, kata)]


def test_a_row_is_known_by_the_nik_it_had_too():
    baru = [KINI | {"nik": nik(99)}]
    assert reason([orang(1)], baru, keterangan(BIASA, aduan=SANGGAHAN))[0][0] == "ADUAN"


def test_people_are_counted_once():
    hasil = banding([orang(1), orang(2), orang(3)], [orang(2), orang(3, jabatan="X"), orang(4)])
    terang = explain_changes(hasil, keterangan())
    assert terang.height == 3
    assert count_changes(terang, hasil.sama).drop("kode_instansi").rows() == [
        ("BARU", "TANPA KETERANGAN", 1, 0),
        ("BERUBAH", "TANPA KETERANGAN", 1, 1),
        ("HILANG", "TANPA KETERANGAN", 1, 0),
        ("SAMA", None, 1, 0),
    ]
