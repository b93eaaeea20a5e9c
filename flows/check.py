"""A workbook looked at before it is sent: the same reading, law and answer as a night, offline."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from reports.istilah import BERAT
from reports.tulisan import angka
from rules.kalender import WIB, batas_menerima, kalender_on
from tasks.check_tenaga import check_tenaga
from tasks.fetch_kiriman import fetch_kiriman
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.load_gudang import load_gudang
from tasks.load_susunan import load_susunan
from tasks.match_ganda import match_ganda
from tasks.match_kasus import match_kasus
from tasks.match_keputusan import match_keputusan
from tasks.match_serupa import match_serupa
from tasks.publish_buku_jawaban import publish_buku_jawaban
from tasks.publish_jawaban import publish_jawaban
from tasks.read_berkas import read_berkas

_SURAT = "SELECT kode, pesan, tindakan FROM penolakan"
_CATATAN = "SELECT berat, pesan FROM catatan_berkas ORDER BY berat DESC, pesan"
_ORANG = "SELECT count(*) FROM tenaga"
_GALAT = "SELECT kode_aturan FROM galat ORDER BY ALL"
_TEMUAN = "SELECT berat, count(*) AS temuan, count(DISTINCT id_tenaga) AS orang FROM temuan GROUP BY berat"


@dataclass(frozen=True)
class Pratinjau:
    """What a workbook would be answered: the refusal, or people and findings (berat → findings, people).

    `catatan` are the remarks about the file itself (berat, sentence), those to be acted upon first.
    """

    jawaban: Path
    saat: datetime
    orang: int
    temuan: dict[str, tuple[int, int]]
    catatan: tuple[tuple[str, str], ...]
    penolakan: tuple[str, str, str] | None
    galat: tuple[str, ...] = ()


def check_berkas(berkas: Path, kode: str, jenis: str, ke: Path, saat: datetime) -> Pratinjau:
    """Answers `berkas` as if instansi `kode` had just sent it; writes the answer into folder `ke`.

    Needs no store, no feed and no network: what only the whole nation shows (the same NIK
    elsewhere, Dukcapil, the THK-II list) stays open. After the last deadline the law of that
    deadline is used. Raises FileNotFoundError when there is no such file.
    """
    saat = _open_moment(saat)
    with TemporaryDirectory(prefix="pendataan-check-") as folder:
        pengaturan = Pengaturan(
            simpanan=f"{folder}/simpanan", ruang_kerja=Path(folder, "kerja"), proses=1
        )
        _deliver(Path(pengaturan.simpanan), berkas, kode, jenis, saat)
        gudang = answer(pengaturan, saat)
        jawaban = _take_answer(Path(pengaturan.simpanan, "kotak-keluar", kode), berkas, ke)
        return _summarize(gudang, jawaban, saat)


def sentences(pratinjau: Pratinjau) -> list[str]:
    """What the admin reads on the screen, line by line."""
    if pratinjau.penolakan:
        kode, pesan, tindakan = pratinjau.penolakan
        return [f"Berkas ini akan ditolak ({kode}): {pesan}", tindakan]
    baris = [f"{angka(pratinjau.orang)} orang terbaca; hukum per {pratinjau.saat:%d-%m-%Y}."]
    for berat, arti in BERAT.items():
        temuan, orang = pratinjau.temuan.get(berat, (0, 0))
        baris.append(f"  {berat:<8} {angka(temuan)} temuan pada {angka(orang)} orang ({arti})")
    baris += [f"  {berat:<8} {pesan}" for berat, pesan in pratinjau.catatan]
    if pratinjau.galat:
        baris.append(
            f"Kesalahan di sistem kami, bukan pada berkas Anda: aturan {', '.join(pratinjau.galat)} gagal "
            "berjalan. Jawaban ini lengkap tanpa aturan itu."
        )
    return [
        *baris,
        "Belum dapat dilihat di sini: NIK yang juga didaftarkan instansi lain, Dukcapil, daftar "
        "induk THK-II, dan dokumen.",
    ]


def _open_moment(saat: datetime) -> datetime:
    batas = batas_menerima(kalender_on(tanggal_hukum(saat)), "masukan")
    return saat.astimezone(WIB) if batas is None else min(saat, batas).astimezone(WIB)


def _deliver(simpanan: Path, berkas: Path, kode: str, jenis: str, saat: datetime) -> None:
    """The workbook in an inbox of its own, sent by an admin whom BKN has approved."""
    tujuan = simpanan / "kotak-masuk" / kode / jenis / berkas.name
    izin = simpanan / "kotak-masuk" / "bkn" / "admin-disetujui" / "admin.csv"
    for jalur in (tujuan, izin):
        jalur.parent.mkdir(parents=True)
    shutil.copyfile(berkas, tujuan)
    sejak = (saat - timedelta(days=1)).isoformat()
    izin.write_text(f"kode_instansi,nip,nama,sejak,sampai\n{kode},,PRATINJAU,{sejak},\n")
    for jalur in (tujuan, izin):
        os.utime(jalur, (saat.timestamp(), saat.timestamp()))


def answer(pengaturan: Pengaturan, saat: datetime) -> Path:
    """Everything in the store up to `saat` read, judged and answered, without a server; the gudang.

    Rules of ours that crashed stand in its table galat and in every answer."""
    folder = pengaturan.ruang_kerja / "susunan"
    fetch_kiriman.fn(pengaturan, saat)
    read_berkas.fn(pengaturan, saat)
    load_susunan.fn(pengaturan, saat, folder)
    match_serupa.fn(folder)
    check_tenaga.fn(folder, tanggal_hukum(saat))
    match_keputusan.fn(folder)
    match_ganda.fn(folder)
    match_kasus.fn(folder)
    gudang = load_gudang.fn(pengaturan, folder, pengaturan.ruang_kerja / "gudang.duckdb")
    publish_jawaban.fn(pengaturan, gudang, saat)
    publish_buku_jawaban.fn(pengaturan, gudang, saat)
    return gudang


def _take_answer(keluar: Path, berkas: Path, ke: Path) -> Path:
    """The letter of refusal when there is one, else the answer workbook."""
    surat = sorted(keluar.glob("penolakan/*.html"))
    asal = surat[0] if surat else next(keluar.glob("jawaban/**/*.xlsx"), keluar / "temuan.xlsx")
    akhiran = "penolakan.html" if surat else "jawaban.xlsx"
    ke.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(asal, ke / f"{berkas.stem}-{akhiran}"))


def _summarize(gudang: Path, jawaban: Path, saat: datetime) -> Pratinjau:
    with open_gudang(gudang) as isi:
        surat, orang, temuan, catatan, galat = (
            query(isi, sql) for sql in (_SURAT, _ORANG, _TEMUAN, _CATATAN, _GALAT)
        )
    return Pratinjau(
        jawaban=jawaban,
        saat=saat,
        orang=orang.item(),
        temuan={berat: (banyak, pemilik) for berat, banyak, pemilik in temuan.iter_rows()},
        catatan=tuple(catatan.rows()),
        penolakan=None if surat.is_empty() else surat.row(0),
        galat=tuple(galat["kode_aturan"]),
    )
