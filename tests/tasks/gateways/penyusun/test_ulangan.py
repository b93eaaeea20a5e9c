"""The same rows again: under another name refused, under their own name harmless."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rules.pembacaan.edisi import SIFAT_BAGIAN, SIFAT_INSTANSI
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, orang
from tests.tasks.gateways.penyusun.conftest import TITIK, Meja, bersifat
from tests.workbooks import Lembar, workbook

ORANG = [orang(1), orang(2)]


def jam(nomor: int) -> datetime:
    return KIRIM + timedelta(hours=nomor)


def test_the_same_rows_under_another_name_are_refused_with_date_and_name(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, ORANG, "pertama.xlsx")
    # Other bytes, other sheet, other order: the rows are the same.
    kedua = workbook(
        meja.kotak._place(f"{BERSIH}/data-utama/kedua.xlsx"),
        Lembar("data_utama", ORANG[::-1], nama="Pegawai", atas=("DAFTAR",)),
    )
    meja.kotak._stamp(kedua, jam(1))
    assert meja.keadaan() == [("pertama.xlsx", "BERLAKU"), ("kedua.xlsx", "DITOLAK")]
    (satu,) = meja.susun().read("penolakan").to_dicts()
    assert satu["kode"] == "F-ISI-SAMA"
    assert "berkas pertama.xlsx yang Anda kirim 20 September 2022 pukul 10.00 WIB" in satu["pesan"]


def test_the_same_rows_under_their_own_name_replace_themselves(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, ORANG)
    meja.keadaan(jam(1))
    meja.kotak.data_utama(BERSIH, ORANG, waktu=jam(2))
    assert [status for _, status in meja.keadaan()] == ["DIGANTI", "BERLAKU"]
    assert meja.susun().read("berkas")["keterangan"].to_list()[-2:] == [
        None,
        "Baris datanya sama dengan kiriman 20 September 2022 pukul 10.00 WIB.",
    ]
    assert meja.kode() == []


def test_an_answer_that_comes_back_with_decisions_alone_replaces_its_part(
    meja: Meja, tmp_path: Path
) -> None:
    kirim = f"{BERSIH}/data-utama"
    meja.kotak.put(f"{kirim}/data.xlsx", bersifat(tmp_path / "b.xlsx", {}))
    sifat = {SIFAT_INSTANSI: BERSIH, SIFAT_BAGIAN: "data.xlsx"}
    meja.kotak.put(f"{kirim}/jawaban saya.xlsx", bersifat(tmp_path / "b.xlsx", sifat), jam(1))
    assert meja.keadaan() == [("data.xlsx", "DIGANTI"), ("jawaban saya.xlsx", "BERLAKU")]
    assert meja.kode() == []
    meja.kotak.put(f"{kirim}/lain.xlsx", bersifat(tmp_path / "c.xlsx", {}), jam(2))
    (satu,) = meja.susun().read("penolakan")["pesan"]
    assert "berkas data.xlsx yang Anda kirim 20 September 2022 pukul 11.00 WIB" in satu


def test_nobody_is_told_of_what_another_instansi_sent(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, ORANG)
    meja.kotak.data_utama(BERTEMUAN, ORANG, "lain.xlsx", waktu=jam(1))
    assert [status for _, status in meja.keadaan()] == ["BERLAKU", "BERLAKU"]
    assert meja.susun().read("berkas")["keterangan"].null_count() == 3


def test_rows_no_longer_in_force_may_come_again(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, ORANG, "a.xlsx")
    meja.keadaan(jam(1))
    meja.kotak.data_utama(BERSIH, [orang(3)], "a.xlsx", waktu=jam(2))
    meja.kotak.data_utama(BERSIH, ORANG, "b.xlsx", waktu=jam(3))
    assert [status for _, status in meja.keadaan()] == ["DIGANTI", "BERLAKU", "BERLAKU"]


def test_what_was_refused_stays_so_and_brings_nobody_back(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, ORANG, "a.xlsx")
    meja.kotak.data_utama(BERSIH, ORANG, "b.xlsx", waktu=jam(1))
    meja.keadaan(jam(2))
    meja.kotak.data_utama(BERSIH, [orang(1)], "a.xlsx", waktu=jam(3))
    assert [status for _, status in meja.keadaan()] == ["DIGANTI", "DITOLAK", "BERLAKU"]
    assert meja.keadaan(jam(2)) == [("a.xlsx", "BERLAKU"), ("b.xlsx", "DITOLAK")]


def test_a_held_or_late_first_delivery_is_nothing_to_repeat(meja: Meja) -> None:
    terlambat = datetime.fromisoformat("2022-11-05T10:00:00+07:00")
    meja.kotak.data_utama(BERSIH, ORANG, "a.xlsx", waktu=terlambat)
    meja.kotak.data_utama(BERSIH, ORANG, "b.xlsx", waktu=terlambat + timedelta(hours=1))
    meja.kotak.data_utama("5104", ORANG, "a.xlsx")
    meja.kotak.data_utama("5104", ORANG, "b.xlsx", waktu=jam(1))
    besok = terlambat + timedelta(days=1)
    assert [status for _, status in meja.keadaan(besok)] == ["DITAHAN"] * 2 + ["BERLAKU"] * 2
    assert meja.kode(besok) == [], "late: only their sheet Penghapusan counts, nobody is doubled"


@pytest.mark.parametrize("isi", [[], None])
def test_nothing_repeated_is_no_repetition(meja: Meja, isi: list | None) -> None:
    for nomor, nama in enumerate(("a.xlsx", "b.xlsx")):
        hapus = [{"nik": orang(1)["nik"], "alasan": "pindah"}] if isi is None else []
        meja.kotak.data_utama(BERSIH, [], nama, waktu=jam(nomor), hapus=hapus)
    assert meja.kode() == [], "an empty template, and people withdrawn once more"


def test_the_history_of_another_jenis_is_not_compared(meja: Meja) -> None:
    riwayat = [{"nik": orang(1)["nik"]}]
    meja.kotak.data_utama(BERSIH, ORANG, riwayat=riwayat)
    ganti = meja.kotak.data_utama(BERSIH, ORANG, "r.xlsx", waktu=jam(1), riwayat=riwayat)
    meja.kotak._stamp(ganti.rename(meja.kotak._place(f"{BERSIH}/data-riwayat/r.xlsx")), jam(1))
    assert [status for _, status in meja.keadaan(TITIK)] == ["BERLAKU", "BERLAKU"]
