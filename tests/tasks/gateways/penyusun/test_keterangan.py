"""Beside each state stands what to think of it; a late withdrawal takes nobody else away."""

from datetime import datetime, timedelta

from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.baris import susun_baris
from tests.kotak_masuk import BERSIH, RUSAK, orang
from tests.tasks.gateways.penyusun.conftest import Meja

SESUDAH = datetime.fromisoformat("2022-11-05T10:00:00+07:00")


def told(meja: Meja, tanggal: datetime) -> dict[str, str | None]:
    berkas = meja.susun(tanggal).read("berkas")
    return dict(berkas.select("nama_berkas", "keterangan").rows())


def test_what_waits_and_what_came_too_late_say_so(meja: Meja) -> None:
    meja.kotak.data_utama(RUSAK, [orang(1)], "tahan.xlsx")
    riwayat = meja.kotak.data_utama(BERSIH, [orang(1)], riwayat=[{"nik": orang(1)["nik"]}])
    meja.kotak._stamp(riwayat.rename(meja.kotak._place(f"{BERSIH}/data-riwayat/r.xlsx")), SESUDAH)
    kata = told(meja, SESUDAH + timedelta(days=1))
    assert (kata["tahan.xlsx"] or "").startswith("Menunggu persetujuan BKN")
    assert (kata["r.xlsx"] or "").startswith(
        "Datang 05-11-2022 pukul 10.00.00 WIB, sesudah batas 22-10-2022 pukul 17.00 WIB"
    )
    assert kata["admin.csv"] is None


def test_a_late_withdrawal_leaves_the_others_of_its_part_in_the_list(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, [orang(1), orang(2)])
    meja.susun(SESUDAH - timedelta(days=1))
    hapus = [{"nik": orang(2)["nik"], "alasan": "pindah"}]
    meja.kotak.data_utama(BERSIH, [orang(1), orang(9)], waktu=SESUDAH, hapus=hapus)
    susunan = meja.susun(SESUDAH + timedelta(days=1))
    berkas = susunan.read("berkas").filter(jenis="data-utama")
    assert berkas["status"].to_list() == ["BERLAKU", "BERLAKU"]
    assert "hanya lembar Penghapusan yang dihitung" in berkas["keterangan"][1]
    susun_baris(Mendarat(meja.simpanan), susunan, berkas, None)
    daftar = susunan.read("tenaga").select("nik", "status_baris").rows()
    assert daftar == [(orang(1)["nik"], "DAFTAR"), (orang(2)["nik"], "DITARIK")]
