"""Whoever sent something that is not used gets a letter, and it is kept true."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rules.kalender import kalender_on
from tasks.gateways.batas import read_batas
from tasks.gateways.gudang import build_gudang, open_gudang
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.surat_kiriman import BELUM_DIPAKAI, letters
from tests.kotak_masuk import BERSIH, KIRIM, RUSAK, orang
from tests.tasks.gateways.penyusun.conftest import TITIK, Meja, meja

__all__ = ["meja"]


def post(meja: Meja, tanggal: datetime = TITIK) -> dict[str, str]:
    """Letters of one night, put where instansi find them; only those that changed."""
    jalur: Path = meja.akar / "gudang.duckdb"
    build_gudang(jalur, meja.susun(tanggal))
    with open_gudang(jalur) as gudang:
        semua = list(
            letters(
                meja.simpanan,
                gudang,
                kalender_on(tanggal_hukum(tanggal)),
                read_batas(gudang, tanggal),
                tanggal,
            )
        )
    return {
        kunci.removeprefix("kotak-keluar/"): isi.decode()
        for kunci, isi in semua
        if meja.simpanan.put_changed(kunci, isi)
    }


def test_a_held_delivery_is_told_so_and_taken_up_when_approved(meja: Meja) -> None:
    meja.kotak.data_utama(RUSAK, [orang(1)])
    ((kunci, teks),) = post(meja).items()
    assert kunci == f"{RUSAK}/{BELUM_DIPAKAI}"
    assert "Ditahan: admin belum disetujui" in teks
    assert "data.xlsx" in teks
    assert "Tidak perlu dikirim ulang" in teks
    assert post(meja) == {}, "said once"
    meja.kotak.admin(BERSIH, RUSAK, waktu=TITIK + timedelta(hours=1))
    besok = TITIK + timedelta(days=1)
    assert meja.keadaan(besok) == [("data.xlsx", "BERLAKU")]
    assert list(post(meja, besok)) == [kunci]
    assert "Selesai" in meja.simpanan.get(f"kotak-keluar/{kunci}").decode()


def test_a_refused_successor_is_told_what_stands(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, [orang(1)])
    assert post(meja, KIRIM) == {}
    meja.kotak.put(f"{BERSIH}/data-utama/data.xlsx", "rusak", KIRIM + timedelta(hours=2))
    (teks,) = post(meja).values()
    assert "Kiriman Anda sebelumnya tetap berlaku" in teks
    assert "20 September 2022 pukul 10.00 WIB" in teks
    assert [status for _, status in meja.keadaan()] == ["BERLAKU", "DITOLAK"]


def test_the_same_bytes_refused_under_two_names_are_two_letters(meja: Meja) -> None:
    for nama in ("a.xlsx", "b.xlsx"):
        meja.kotak.put(f"{BERSIH}/data-utama/{nama}", "rusak")
    assert len(post(meja)) == 2
    assert post(meja) == {}


def test_a_refused_sptjm_is_given_no_deadline_of_the_data(meja: Meja) -> None:
    meja.kotak.put(f"{BERSIH}/sptjm/s.pdf", "bukan pdf")
    meja.kotak.put(f"{BERSIH}/data-utama/d.xlsx", "rusak")
    surat = post(meja)
    (sptjm,) = (teks for teks in surat.values() if "F-SPTJM-BUKAN-PDF" in teks)
    (utama,) = (teks for teks in surat.values() if "F-SPTJM" not in teks)
    assert "diterima paling lambat" not in sptjm
    assert "diterima paling lambat" in utama


@pytest.mark.parametrize(
    ("hari", "harapan"), [(25, "perpanjangan/"), (40, "Masa perbaikan sudah ditutup")]
)
def test_a_late_delivery_is_told_so(meja: Meja, hari: int, harapan: str) -> None:
    sampai = datetime.fromisoformat("2022-10-01T10:00:00+07:00") + timedelta(days=hari)
    meja.kotak.put(f"{BERSIH}/data-riwayat/r.xlsx", "rusak", sampai)
    meja.kotak.data_utama(BERSIH, [orang(1)])
    riwayat = meja.kotak.data_utama(
        BERSIH, [orang(1)], "r.xlsx", riwayat=[{"nik": orang(1)["nik"]}]
    )
    meja.kotak._stamp(riwayat.replace(meja.kotak._place(f"{BERSIH}/data-riwayat/r.xlsx")), sampai)
    (teks,) = post(meja, sampai + timedelta(hours=1)).values()
    assert "Datang sesudah batas" in teks
    assert "22 Oktober 2022 pukul 17.00 WIB" in teks
    assert harapan in teks
