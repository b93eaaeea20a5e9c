"""Where four instansi stand from the deadline of corrections to the end, with real workbooks."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from rules.kalender import WIB
from tasks.gateways.pengaturan import read_pengaturan
from tasks.publish_keadaan import publish_keadaan
from tests.flows.empat_instansi import DIAM, only_four
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK, orang, tiga_instansi

KINI = "SELECT kode_instansi, fase FROM fase_sekarang ORDER BY 1"
LISTED = "SELECT nik FROM tenaga WHERE status_baris = 'DAFTAR'"
IZIN = "kode_instansi,nomor_surat,tanggal_surat,sampai\n"
SATU, DUA, TIGA = orang(11), orang(12), orang(13)


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


@pytest.fixture(scope="module")
def tempat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """BERSIH has more time until finalisasi and a proposal, BERTEMUAN the same letter and none."""
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("fase")).settle(ubah)
        kotak = tiga_instansi(tempat.simpanan)
        kotak.put(
            "bkn/aduan/aduan.csv",
            "id,waktu,jenis,kode_instansi,nama,nik,uraian\n"
            f"A1,2022-10-10T09:00:00+07:00,USULAN,{BERSIH},SITI,,Belum terdaftar\n",
            saat("11-10 09:00"),
        )
        kotak.put(
            "bkn/perpanjangan-disetujui/izin.csv",
            IZIN
            + "".join(f"{k},B/{k},2022-10-21,2022-10-31T17:00:00+07:00\n" for k in (BERSIH, BERTEMUAN)),
            saat("21-10 12:00"),
        )  # fmt: skip
        kotak.data_utama(BERTEMUAN, [SATU], "tepat.xlsx", saat("22-10 16:59"))
        kotak.data_utama(BERTEMUAN, [DUA], "telat.xlsx", saat("22-10 17:01"))
        kotak.data_utama(BERSIH, [TIGA], "tepat.xlsx", saat("31-10 16:59"))
        kotak.data_utama(BERSIH, [orang(14)], "telat.xlsx", saat("31-10 17:01"))
        # Silent in time, and no longer silent too late: it stays without tenaga non-ASN.
        kotak.admin(BERSIH, BERTEMUAN, RUSAK, DIAM, waktu=saat("20-09 11:00"))
        kotak.data_utama(DIAM, [orang(15)], "telat.xlsx", saat("22-10 17:01"))
        yield tempat


def page(tempat: Tempat, kode: str) -> str:
    return Path(tempat.simpanan, "kotak-keluar", kode, "keadaan.html").read_text("utf-8")


def test_from_the_deadline_to_the_end(tempat: Tempat) -> None:
    tempat.answer(saat("22-10 17:01"))
    assert tempat.select(KINI) == [
        (RUSAK, "MENUNGGU_FINAL"), (BERSIH, "PERPANJANGAN"), (BERTEMUAN, "MENUNGGU_FINAL"),
        (DIAM, "MENUNGGU_FINAL"),
    ]  # fmt: skip
    tempat.night(saat("31-10 17:01"))
    assert tempat.select(KINI) == [
        (RUSAK, "FINAL"), (BERSIH, "FINAL"), (BERTEMUAN, "FINAL"), (DIAM, "NIHIL"),
    ]  # fmt: skip
    listed = {nik for (nik,) in tempat.select(LISTED)}
    assert {SATU["nik"], TIGA["nik"]} <= listed
    assert not listed & {DUA["nik"], orang(14)["nik"], orang(15)["nik"]}


def test_the_letter_without_proposals_is_named_with_its_reason(tempat: Tempat) -> None:
    ((kode, alasan),) = tempat.select(
        "SELECT kode_instansi, alasan_tertutup FROM perpanjangan WHERE batas_diperpanjang IS NULL"
    )
    assert kode == BERTEMUAN
    assert f"B/{BERTEMUAN} tidak membuka perpanjangan" in alasan


def test_late_deliveries_are_answered_and_shown(tempat: Tempat) -> None:
    pesan = dict(tempat.select("SELECT kode_instansi, keterangan FROM kiriman_terlambat"))
    assert set(pesan) == {BERSIH, BERTEMUAN, DIAM}
    assert "17.01.00 WIB, sesudah batas 31-10-2022 pukul 17.00 WIB" in pesan[BERSIH]
    assert "17.01.00 WIB, sesudah batas 22-10-2022 pukul 17.00 WIB" in pesan[BERTEMUAN]
    for kode in pesan:
        surat = Path(tempat.simpanan, "kotak-keluar", kode, "kiriman-belum-dipakai.html")
        assert pesan[kode] in surat.read_text("utf-8")
        assert pesan[kode] in page(tempat, kode)
    assert list(tempat.simpanan.glob("arsip/*"))


def test_every_instansi_has_its_page_and_it_is_said_once(tempat: Tempat) -> None:
    assert "<strong>Final</strong>" in page(tempat, BERTEMUAN)
    assert f"B/{BERTEMUAN} tidak membuka perpanjangan" in page(tempat, BERTEMUAN)
    assert "Dinyatakan tidak memiliki tenaga non-ASN" in page(tempat, DIAM)
    assert publish_keadaan.fn(read_pengaturan(), tempat.gudang) == 0


def test_the_national_table_says_by_which_document(tempat: Tempat) -> None:
    dasbor = tempat.simpanan / "publik" / "dasbor.duckdb"
    with duckdb.connect(str(dasbor), read_only=True) as koneksi:
        baris = koneksi.execute("SELECT kode_instansi, fase, menurut FROM fase_instansi").fetchall()
    menurut = {kode: (fase, dokumen) for kode, fase, dokumen in baris}
    assert menurut[DIAM] == (
        "Dinyatakan tidak memiliki tenaga non-ASN",
        "B/1917/M.SM.01.00/2022 penutupan aplikasi",
    )
    assert len(menurut) == len(baris) == 4
