"""Every kind of delivery has its effect, through the real night, on real files."""

from datetime import datetime, timedelta

import fastexcel
import openpyxl
import pytest

from rules.kalender import WIB
from tests.flows.tempat import MALAM, Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KotakMasuk, orang, tiga_instansi
from tests.workbooks import Lembar

LUSA = MALAM + timedelta(days=1)
ADUAN = "id,waktu,jenis,kode_instansi,nama,nik,uraian\n"
_TANPA_TENAGA = "SELECT kode_instansi, kode_aturan, pesan FROM temuan WHERE id_tenaga IS NULL ORDER BY kode_aturan, pesan"


@pytest.fixture
def kotak(tempat: Tempat) -> KotakMasuk:
    """The inbox of three instansi, before any night."""
    return tiga_instansi(tempat.simpanan)


def test_a_checkers_last_verdict_is_answered(tempat: Tempat, kotak: KotakMasuk) -> None:
    kotak.workbook(
        f"{BERSIH}/pemeriksaan/hasil.xlsx",
        Lembar("pemeriksaan", [
            {"nik": orang(1)["nik"], "hasil": "tidak sesuai", "catatan": "SK lain", "waktu_periksa": "19-09-2022 08:00"},
            {"nik": orang(2)["nik"], "hasil": "TIDAK SESUAI", "catatan": "lama", "waktu_periksa": "18-09-2022"},
            {"nik": orang(2)["nik"], "hasil": "SESUAI", "waktu_periksa": "19-09-2022 08.00 WITA"},
            {"nik": orang(9)["nik"], "hasil": "SESUAI", "waktu_periksa": "kemarin"},
            {"nik": orang(3)["nik"], "hasil": "mungkin"},
        ]),
    )  # fmt: skip
    tempat.answer()
    temuan = {(nik, kode) for nik, kode in tempat.answered(BERSIH) if kode.startswith("P-")}
    assert temuan == {(orang(1)["nik"], "P-TIDAK-SESUAI"), (orang(3)["nik"], "P-HASIL")}
    (pesan,) = tempat.select("SELECT pesan FROM temuan WHERE kode_aturan = 'P-TIDAK-SESUAI'")
    assert "SK lain" in pesan[0]
    lain = [(kode, aturan) for kode, aturan, _ in tempat.select(_TANPA_TENAGA)]
    assert lain == [(BERSIH, "P-DAFTAR"), (BERSIH, "P-WAKTU")]
    assert tempat.select("SELECT hasil FROM pemeriksaan WHERE berlaku ORDER BY baris") == [
        ("TIDAK SESUAI",), ("SESUAI",), ("SESUAI",),
    ]  # fmt: skip


def test_a_later_verdict_takes_the_finding_back(tempat: Tempat, kotak: KotakMasuk) -> None:
    nik = orang(1)["nik"]
    kotak.workbook(
        f"{BERSIH}/pemeriksaan/satu.xlsx", Lembar("pemeriksaan", [{"nik": nik, "hasil": "TIDAK SESUAI"}])
    )  # fmt: skip
    tempat.answer()
    assert (nik, "P-TIDAK-SESUAI") in tempat.answered(BERSIH)
    kotak.workbook(
        f"{BERSIH}/pemeriksaan/dua.xlsx",
        Lembar("pemeriksaan", [{"nik": nik, "hasil": "SESUAI"}]),
        waktu=MALAM + timedelta(hours=1),
    )
    tempat.answer(LUSA)
    assert (nik, "P-TIDAK-SESUAI") not in tempat.answered(BERSIH)


def test_complaints_are_open_until_decided(tempat: Tempat, kotak: KotakMasuk) -> None:
    kotak.put("bkn/aduan/aduan.csv", ADUAN + "".join(
        f"{nomor},2022-09-15T08:00:00+07:00,SANGGAHAN,{kode},ANI,,Uraian\n"
        for nomor, kode in (("A1", BERSIH), ("A2", BERSIH), ("A3", BERTEMUAN))
    ))  # fmt: skip
    kotak.workbook(
        f"{BERSIH}/keputusan-aduan/putus.xlsx",
        Lembar("keputusan_aduan", [
            {"id_aduan": "A1", "keputusan_aduan": "diterima", "alasan": "benar", "waktu_putus": "20-09-2022 09:30"},
            {"id_aduan": "A3", "keputusan_aduan": "DITOLAK"},
            {"id_aduan": "A9", "keputusan_aduan": "DITOLAK"},
        ]),
    )  # fmt: skip
    tempat.answer()
    assert tempat.select(
        "SELECT id, keadaan, strftime(waktu_putus AT TIME ZONE 'Asia/Jakarta', '%d-%m %H:%M'), alasan FROM keadaan_aduan ORDER BY id"
    ) == [
        ("A1", "DITERIMA", "20-09 09:30", "benar"),
        ("A2", "TERBUKA", None, None),
        ("A3", "TERBUKA", None, None),
    ]
    temuan = tempat.select(_TANPA_TENAGA)
    assert [(kode, aturan) for kode, aturan, _ in temuan] == [
        (BERSIH, "A-INSTANSI-LAIN"), (BERSIH, "A-TAK-DIKENAL"),
    ]  # fmt: skip
    assert "putus.xlsx lembar Keputusan Aduan baris 3" in temuan[0][2]
    assert BERTEMUAN not in temuan[0][2]


def test_a_workbook_of_the_wrong_kind_is_refused(tempat: Tempat, kotak: KotakMasuk) -> None:
    kotak.workbook(f"{BERSIH}/pemeriksaan/salah.xlsx", Lembar("data_utama", [orang(1)]))
    tempat.answer()
    assert tempat.select(f"SELECT kode FROM penolakan WHERE kode_instansi = '{BERSIH}'") == [
        ("F-TANPA-LEMBAR",)
    ]


# --- the portal ------------------------------------------------------------------------------------


RIWAYAT = (
    "kode_instansi,waktu,nik,nomor_sk,tanggal_sk,tanggal_awal,tanggal_akhir,jabatan,pendidikan,unit_kerja,"
    "jabatan_penandatangan,jenis_penandatangan,pembayaran,file_sk,file_bukti\n"
)


def _riwayat(waktu: str, nomor: int, sk: str, akhir: str = "2019-12-31") -> str:
    return (
        f"{BERSIH},{waktu},{orang(nomor)['nik']},{sk},2019-01-02,2019-01-02,{akhir},Guru Kelas,S-1,"
        "SDN 1 Contoh,Kepala Dinas,JPT PRATAMA,APBD,,\n"
    )


def test_the_persons_riwayat_completes_the_instansis(tempat: Tempat, kotak: KotakMasuk) -> None:
    kotak.put(
        "bkn/portal-riwayat/a.csv",
        RIWAYAT
        + _riwayat("2022-09-18T08:00:00+07:00", 1, "SK/LAMA")
        + _riwayat("2022-09-18T08:00:00+07:00", 1, "SK/LAMA")
        + _riwayat("2022-09-19T08:00:00+07:00", 1, "SK/SESUDAH-AKHIR")
        + _riwayat("2022-09-18T08:00:00+07:00", 2, "SK/TERBALIK", akhir="2018-01-01")
        + _riwayat("2022-09-18T08:00:00+07:00", 9, "SK/BUKAN-DAFTAR"),
    )
    kotak.put(
        "bkn/portal-akhir/a.csv",
        f"nik,kode_instansi,waktu\n{orang(1)['nik']},{BERSIH},2022-09-18T09:00:00+07:00\n",
    )
    tempat.answer()
    assert tempat.select("SELECT nomor_sk, asal FROM riwayat ORDER BY nomor_sk") == [
        ("SK/LAMA", "PORTAL"), ("SK/TERBALIK", "PORTAL"),
    ]  # fmt: skip
    bulan = tempat.select(
        "SELECT bulan_kerja FROM fakta JOIN tenaga USING (id_tenaga) "
        f"WHERE nik IN ('{orang(1)['nik']}', '{orang(2)['nik']}') AND kode_instansi = '{BERSIH}' ORDER BY nik"
    )
    assert bulan == [(36,), (24,)]
    assert (orang(2)["nik"], "R-TANGGAL-URUT") in tempat.answered(BERSIH)


def test_the_instansis_entry_stands_and_the_difference_is_shown(
    tempat: Tempat, kotak: KotakMasuk
) -> None:
    kotak.put(
        "bkn/portal-biodata/a.csv",
        "nik,kode_instansi,waktu,email,nama,sekolah\n"
        f"{orang(1)['nik']},{BERSIH},2022-09-18T08:00:00+07:00,siti@contoh.id,SITI LAIN,\n"
        f"{orang(2)['nik']},{BERSIH},2022-09-18T08:00:00+07:00,,,Universitas Lain\n",
    )
    tempat.answer()
    assert {satu for satu in tempat.answered(BERSIH) if satu[1].startswith("O-")} == {
        (orang(1)["nik"], "O-NAMA"), (orang(2)["nik"], "O-SEKOLAH"),
    }  # fmt: skip
    assert tempat.select("SELECT email FROM biodata WHERE email IS NOT NULL") == [
        ("siti@contoh.id",)
    ]
    (pesan,) = tempat.select("SELECT pesan FROM temuan WHERE kode_aturan = 'O-NAMA'")
    assert "SITI LAIN" in pesan[0]
    assert orang(1)["nama"] in pesan[0]
    assert tempat.select(f"SELECT nama FROM tenaga WHERE nik = '{orang(1)['nik']}'") == [
        (orang(1)["nama"],)
    ]


def test_an_account_is_answered_to_the_portal(tempat: Tempat, kotak: KotakMasuk) -> None:
    kotak.put(
        "bkn/portal-akun/a.csv",
        "nik,kode_instansi,dibuat\n"
        f"{orang(1)['nik']},{BERSIH},2022-09-18T08:00:00+07:00\n"
        f"{orang(1)['nik']},{BERTEMUAN},2022-09-18T08:00:00+07:00\n",
    )
    tempat.night()
    keluar = tempat.simpanan / "kotak-keluar" / "bkn" / "portal-akun.csv"
    assert keluar.read_text().splitlines() == [
        "nik,kode_instansi,terdaftar,jawaban",
        f"{orang(1)['nik']},{BERSIH},YA,",
        f"{orang(1)['nik']},{BERTEMUAN},TIDAK,Anda Belum Didaftarkan oleh Admin Instansi",
    ]
    assert not list((tempat.simpanan / "publik").rglob("portal-akun*"))


# --- more time -------------------------------------------------------------------------------------


def test_an_extension_moves_the_deadline_of_one_instansi(tempat: Tempat, kotak: KotakMasuk) -> None:
    """Asked by letter, approved up to 28 October, with a proposal to work on: a workbook of the 27th counts,
    one of the 29th is late, and the answer names the instansi's own deadline."""
    _proposal(kotak)
    kotak.put(
        f"{BERSIH}/perpanjangan/surat.pdf", b"%PDF-1.7", datetime(2022, 10, 20, 9, tzinfo=WIB)
    )
    kotak.put(
        "bkn/perpanjangan-disetujui/izin.csv",
        "kode_instansi,nomor_surat,tanggal_surat,sampai\n"
        f"{BERSIH},800/1/BKN/2022,2022-10-21,2022-10-28T17:00:00+07:00\n",
        datetime(2022, 10, 21, 9, tzinfo=WIB),
    )
    for kode in (BERSIH, BERTEMUAN):
        kotak.data_utama(kode, [orang(7)], "tambahan.xlsx", datetime(2022, 10, 27, 9, tzinfo=WIB))
    tempat.answer(datetime(2022, 10, 28, 1, tzinfo=WIB))
    siapa = "SELECT kode_instansi FROM tenaga WHERE nik = '{}'"
    assert tempat.select(siapa.format(orang(7)["nik"])) == [(BERSIH,)]
    assert "paling lambat 28 Oktober 2022" in _deadline(tempat, BERSIH)
    assert "sudah ditutup" in _deadline(tempat, BERTEMUAN)
    ((diminta, surat),) = tempat.select("SELECT diminta, nomor_surat FROM perpanjangan")
    assert (diminta.astimezone(WIB), surat) == (
        datetime(2022, 10, 20, 9, tzinfo=WIB),
        "800/1/BKN/2022",
    )
    kotak.data_utama(BERSIH, [orang(8)], "telat.xlsx", datetime(2022, 10, 29, 9, tzinfo=WIB))
    tempat.answer(datetime(2022, 10, 30, 1, tzinfo=WIB))
    assert tempat.select(siapa.format(orang(8)["nik"])) == []
    assert "sudah ditutup" in _deadline(tempat, BERSIH)


def _proposal(kotak: KotakMasuk) -> None:
    kotak.put(
        "bkn/aduan/aduan.csv",
        "id,waktu,jenis,kode_instansi,nama,nik,uraian\n"
        f"A1,2022-10-10T09:00:00+07:00,USULAN,{BERSIH},{orang(7)['nama']},,Belum terdaftar\n",
        datetime(2022, 10, 11, 9, tzinfo=WIB),
    )


def _deadline(tempat: Tempat, kode: str) -> str:
    """The title of the findings workbook, where the deadline stands."""
    buku = fastexcel.read_excel(
        (tempat.simpanan / "kotak-keluar" / kode / "temuan.xlsx").read_bytes()
    )
    lembar = buku.load_sheet("Ringkasan", header_row=None, n_rows=6, dtypes="string").to_polars()
    return " ".join(str(sel) for baris in lembar.rows() for sel in baris)


# --- documents -------------------------------------------------------------------------------------


def test_a_document_is_judged_by_its_content(tempat: Tempat, kotak: KotakMasuk) -> None:
    isi = {
        "ijazah-1.pdf": b"\x89PNG\r\n\x1a\n" + b"0" * 200_000,
        "ijazah-2.pdf": b"%PDF-1.7\n" + b"0" * 200_000 + b"\n%%EOF\n",
        "SK-2.pdf": b"%PDF-1.7\n" + b"0" * 2_000,
        "ktp-1.jpg": b"\xff\xd8\xff\xe0" + b"0" * 300_000 + b"\xff\xd9",
        "STR-1.pdf": b"%PDF-1.7\n%%EOF",
    }
    for nama, satu in isi.items():
        kotak.put(f"{BERSIH}/dokumen/{nama}", satu)
    tempat.answer()
    assert tempat.select(
        "SELECT nama, jenis_dokumen, tipe, utuh FROM dokumen ORDER BY lower(nama)"
    ) == [
        ("ijazah-1.pdf", "IJAZAH", "png", True),
        ("ijazah-2.pdf", "IJAZAH", "pdf", True),
        ("ktp-1.jpg", "KTP", "jpg", True),
        ("SK-2.pdf", "SK", "pdf", False),
        ("STR-1.pdf", "STR", "pdf", True),
    ]
    temuan = {(kode, aturan) for kode, aturan, _ in tempat.select(_TANPA_TENAGA)}
    assert temuan == {(BERSIH, f"K-BERKAS-{x}") for x in ("TIPE", "UTUH", "KTP-FOTO")}
    assert (orang(1)["nik"], "K-DOKUMEN-IJAZAH-TIPE") in tempat.answered(BERSIH)
    assert not {a for _, a in tempat.answered(BERSIH)} & {"K-DOKUMEN-IJAZAH", "K-DOKUMEN-SK"}


def test_one_diploma_file_of_two_people_is_noticed(tempat: Tempat, kotak: KotakMasuk) -> None:
    sama = {"file_ijazah": "ijazah.pdf"}
    kotak.data_utama(BERSIH, [orang(1, **sama), orang(2, **sama), orang(3)])
    tempat.answer()
    assert {nik for nik, kode in tempat.answered(BERSIH) if kode == "G-IJAZAH"} == {
        orang(1)["nik"], orang(2)["nik"],
    }  # fmt: skip


def test_a_slip_in_a_delivery_is_marked_in_the_answer_to_that_delivery(
    tempat: Tempat, kotak: KotakMasuk
) -> None:
    kotak.workbook(
        f"{BERSIH}/pemeriksaan/hasil.xlsx",
        Lembar("pemeriksaan", [
            {"nik": orang(1)["nik"], "hasil": "TIDAK SESUAI", "catatan": "SK lain"},
            {"nik": orang(2)["nik"], "hasil": "mungkin", "waktu_periksa": "19-09-2022 08:00"},
        ]),
    )  # fmt: skip
    tempat.answer()
    keluar = tempat.simpanan / "kotak-keluar" / BERSIH / "jawaban"
    periksa = openpyxl.load_workbook(keluar / "pemeriksaan" / "hasil.xlsx")
    catatan = {
        s.coordinate: s.comment.text
        for b in periksa["Pemeriksaan"].iter_rows()
        for s in b
        if s.comment
    }
    assert [
        sel for sel, teks in catatan.items() if teks.startswith("PERBAIKI: Hasil pada berkas")
    ] == ["B3"]
    assert periksa["Pemeriksaan"]["E3"].value == "19-09-2022 08:00"
    utama = openpyxl.load_workbook(keluar / "data-utama" / "data.xlsx")["Data Utama"]
    assert "SK lain" in utama["A2"].comment.text
