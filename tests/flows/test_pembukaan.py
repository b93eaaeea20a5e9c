"""Finalisasi opened again for two of four instansi: one signs the new potret, the other goes back."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import fastexcel
import polars as pl
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.close_tahap import close_tahap
from rules.kalender import WIB
from rules.sptjm import Sebutan
from tasks.gateways.pembatalan import withdraw
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.potret import read_manifest
from tasks.gateways.simpanan import open_simpanan
from tests.flows.empat_instansi import RUSAK, only_four
from tests.flows.potret_uji import beku, census_of_four, kotak_masuk
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KotakMasuk, orang
from tests.surat_sptjm import typed

__all__ = ["beku", "census_of_four", "kotak_masuk"]

ULANG = "finalisasi_ulang_202211201700"
SURAT = "kode_instansi,nomor_surat,tanggal_surat,sampai,alasan\n"
SEBELUM, BARU, LEWAT, LAIN = orang(20), orang(21), orang(22), orang(23)
DASAR = "SELECT tahap, count(*) FROM data_dasar WHERE kode_instansi = '{}' GROUP BY tahap"
LISTED = "SELECT nik FROM tenaga WHERE status_baris = 'DAFTAR'"
DIBATALKAN = "Surat dicabut"


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


@pytest.fixture(scope="module")
def tempat(beku: Tempat, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """Both have signed finalisasi; both are opened from 10 to 20 November; then everything due is closed."""
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("pembukaan")).settle(ubah)
        shutil.copytree(beku.simpanan, tempat.simpanan)
        kotak = KotakMasuk(tempat.simpanan)
        for kode in (BERSIH, BERTEMUAN):
            sign(tempat, kode, "finalisasi", "05-11 10:00")
        kotak.data_utama(BERSIH, [SEBELUM], "sebelum.xlsx", saat("08-11 09:00"))
        izin = ",2022-11-10,2022-11-20T17:00:00+07:00,Unit salah\n"
        kotak.put(
            "bkn/pembukaan-kembali/izin.csv",
            f"{SURAT}{BERSIH},S/1{izin}{BERTEMUAN},S/2{izin}"
            f"{RUSAK},S/3,2022-10-20,2022-10-30T17:00:00+07:00,\n",
            saat("10-11 12:00"),
        )
        kotak.data_utama(BERSIH, [BARU], "baru.xlsx", saat("12-11 09:00"))
        kotak.data_utama(BERTEMUAN, [LAIN], "lain.xlsx", saat("20-11 17:00"))
        kotak.data_utama(BERSIH, [LEWAT], "lewat.xlsx", saat("20-11 17:01"))
        tempat.answer(saat("20-11 17:30"))
        assert close_tahap(saat("22-11 01:00")) == [ULANG, "pengumuman_akhir"]
        yield tempat


def sign(tempat: Tempat, kode: str, tahap: str, waktu: str, nama: str = "") -> None:
    sidik = manifest(tempat, tahap, kode)["tabel"]["daftar"]["sidik"]
    surat = typed(Sebutan(tahap, kode, sidik).teks)
    KotakMasuk(tempat.simpanan).put(f"{kode}/sptjm/{nama or tahap}.pdf", surat, saat(waktu))


def manifest(tempat: Tempat, tahap: str, kode: str | None = None) -> dict:
    return read_manifest(open_simpanan(read_pengaturan()), tahap, kode)


def frozen(tempat: Tempat, tahap: str, kode: str) -> set[str]:
    jalur = tempat.simpanan / "potret" / tahap / kode / "daftar.parquet"
    return set(pl.read_parquet(jalur)["nik"])


def test_while_open_the_working_list_shows_what_came_in_time(tempat: Tempat) -> None:
    listed = {nik for (nik,) in tempat.select(LISTED)}
    assert {BARU["nik"], LAIN["nik"]} <= listed
    assert not listed & {SEBELUM["nik"], LEWAT["nik"]}
    telat = dict(tempat.select("SELECT nama_berkas, keterangan FROM kiriman_terlambat"))
    assert "sesudah batas 20-11-2022 pukul 17.00 WIB (Surat BKN S/1)" in telat["lewat.xlsx"]
    assert "sesudah batas 22-10-2022 pukul 17.00 WIB (B/1917" in telat["sebelum.xlsx"]


def test_a_letter_that_opens_nothing_says_why(tempat: Tempat) -> None:
    ((alasan,),) = tempat.select(
        f"SELECT alasan_tertutup FROM pembukaan WHERE kode_instansi = '{RUSAK}'"
    )
    assert alasan == "Surat BKN S/3 tidak membuka kembali: batasnya tidak sesudah Finalisasi."


def test_the_new_potret_holds_these_instansi_alone(tempat: Tempat) -> None:
    nasional = manifest(tempat, ULANG)
    assert {satu["kode_instansi"] for satu in nasional["instansi"]} == {BERSIH, BERTEMUAN}
    assert nasional["dasar"] == "Surat BKN S/1, S/2"
    dahulu = frozen(tempat, "finalisasi", BERSIH)
    assert frozen(tempat, ULANG, BERSIH) == dahulu | {BARU["nik"]}
    konsep = tempat.simpanan / "kotak-keluar" / BERSIH / f"sptjm-konsep-{ULANG}.html"
    assert "Finalisasi ulang 20-11-2022" in konsep.read_text("utf-8")


def test_the_cards_at_the_end_name_the_potret_that_is_signed(tempat: Tempat, tmp_path: Path) -> None:  # fmt: skip
    sidik, isi = manifest(tempat, "finalisasi", BERSIH)["tabel"]["daftar"]["sidik"], {}
    for tahap, siapa in (("pengumuman_akhir", orang(2)), (ULANG, BARU)):
        ke = tmp_path / f"{tahap}.json"
        argumen = ["kartu", siapa["nik"], "--tahap", tahap, "--instansi", BERSIH, "--ke", str(ke)]
        assert CliRunner().invoke(app, argumen).exit_code == 0
        isi[tahap] = json.loads(ke.read_text())["sptjm"]
    assert {(satu["diterima"], satu["tahap"], satu["sidik"]) for satu in isi.values()} == {
        (True, "finalisasi", sidik)
    }


def test_no_potret_of_all_takes_what_is_not_signed(tempat: Tempat) -> None:
    akhir = frozen(tempat, "pengumuman_akhir", BERSIH) | frozen(
        tempat, "pengumuman_akhir", BERTEMUAN
    )
    assert not akhir & {BARU["nik"], LAIN["nik"]}
    assert frozen(tempat, "pengumuman_akhir", BERSIH) == frozen(tempat, "finalisasi", BERSIH)


def test_every_change_is_listed_with_the_letter(tempat: Tempat) -> None:
    jalur = tempat.simpanan / "kotak-keluar" / BERSIH / f"perbandingan-{ULANG}.xlsx"
    baru = fastexcel.read_excel(jalur).load_sheet("Baru", header_row=None, dtypes="string")
    isi = [sel for baris in baru.to_polars().rows() for sel in baris if sel]
    assert BARU["nik"] in isi
    assert "Surat BKN S/1, baru.xlsx (12-11-2022)" in isi
    assert not (jalur.parent.parent / "bkn" / jalur.name).exists()


def test_what_is_signed_stays_until_the_next_is(tempat: Tempat) -> None:
    semula = len(frozen(tempat, "finalisasi", BERSIH))
    assert tempat.select(DASAR.format(BERSIH)) == [("finalisasi", semula)]
    # The old potret cannot be signed any more; the new one can.
    sign(tempat, BERTEMUAN, "finalisasi", "24-11 09:00", "lagi")
    sign(tempat, BERSIH, ULANG, "24-11 10:00")
    tempat.answer(saat("24-11 11:00"))
    assert tempat.select(DASAR.format(BERSIH)) == [(ULANG, semula + 1)]
    assert tempat.select(DASAR.format(BERTEMUAN))[0][0] == "finalisasi"
    ((pesan,),) = tempat.select("SELECT pesan FROM penolakan WHERE kode = 'F-SPTJM-LAMA'")
    assert "yang berlaku potret Finalisasi ulang 20-11-2022" in pesan
    assert tempat.select(
        f"SELECT diterima IS NOT NULL FROM pembukaan WHERE kode_instansi = '{BERSIH}'"
    ) == [(True,)]


def test_one_command_goes_back_and_is_replayable(tempat: Tempat) -> None:
    kata = ["--oleh", "Direktur Data", "--alasan", DIBATALKAN]
    hasil = CliRunner().invoke(app, ["kembali", BERSIH, *kata])
    assert hasil.exit_code == 1
    assert "SPTJM barunya sudah diterima" in " ".join(hasil.output.split())
    hasil = CliRunner().invoke(app, ["kembali", BERTEMUAN, *kata])
    assert hasil.exit_code == 0, hasil.output
    teks = " ".join(hasil.output.split())
    assert "(surat S/2) dibatalkan" in teks
    assert "yang berlaku potret finalisasi (sidik" in teks
    (berkas,) = (tempat.simpanan / "kotak-masuk/bkn/pembukaan-dibatalkan").iterdir()
    berkas.unlink()
    # The command is of now; the story is of 2022.
    withdraw(open_simpanan(read_pengaturan()), BERTEMUAN, ["S/2"], "Direktur Data", DIBATALKAN, saat("25-11 09:00"))  # fmt: skip
    withdraw(open_simpanan(read_pengaturan()), BERSIH, ["S/1"], "Direktur Data", DIBATALKAN, saat("25-11 09:01"))  # fmt: skip
    for satu in (tempat.simpanan / "kotak-masuk/bkn/pembukaan-dibatalkan").iterdir():
        os.utime(satu, (saat("25-11 09:02").timestamp(),) * 2)
    sign(tempat, BERTEMUAN, ULANG, "25-11 10:00")
    tempat.night(saat("26-11 01:00"))
    listed = {nik for (nik,) in tempat.select(LISTED)}
    assert BARU["nik"] in listed
    assert LAIN["nik"] not in listed
    assert tempat.select(DASAR.format(BERTEMUAN))[0][0] == "finalisasi"
    assert tempat.select(DASAR.format(BERSIH))[0][0] == ULANG
    fase = dict(tempat.select("SELECT kode_instansi, fase FROM fase_sekarang"))
    assert (fase[BERSIH], fase[BERTEMUAN]) == ("BER_SPTJM", "PEMBUKAAN_DIBATALKAN")
    halaman = (tempat.simpanan / "kotak-keluar" / BERTEMUAN / "keadaan.html").read_text("utf-8")
    assert f"Dibatalkan 25 November 2022 pukul 09.00 WIB: {DIBATALKAN}." in halaman


def test_the_store_verifies_and_the_new_potret_is_built_again(
    tempat: Tempat, tmp_path: Path
) -> None:
    hasil = CliRunner().invoke(app, ["verify"])
    assert hasil.exit_code == 0, hasil.output
    assert f"Potret {ULANG} (batas 2022-11-20T17:00:00+07:00): utuh. 2 instansi" in " ".join(
        hasil.output.split()
    )
    hasil = CliRunner().invoke(
        app, ["bangun-ulang", "--tahap", ULANG, "--ke", str(tmp_path / "ulang")]
    )
    assert hasil.exit_code == 0, hasil.output
    assert hasil.output.count("sama dengan yang berdiri.") == 3
