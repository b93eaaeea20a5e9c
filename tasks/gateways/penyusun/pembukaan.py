"""Table pembukaan: which letters opened finalisasi again, for whom, and what became of it."""

from datetime import datetime

import polars as pl

from rules.kalender import Tahap, kalender_on
from rules.ketentuan import ketentuan_on
from rules.pembukaan import SKEMA, accept_pembukaan, judge_pembukaan, tahap_ulang
from tasks.gateways.buku_terima import read_buku_terima
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.instansi import read_instansi
from tasks.gateways.penyusun.pengenalan import recognize
from tasks.gateways.penyusun.surat import Diterima
from tasks.gateways.penyusun.tolakan import mark_refused, refuse_umpan
from tasks.gateways.penyusun.umpan import latest_umpan
from tasks.gateways.simpanan import Simpanan

_UMPAN = ("pembukaan-kembali", "pembukaan-dibatalkan")


def judge_letters(
    simpanan: Simpanan, terima: pl.DataFrame, instansi: pl.DataFrame, kalender: tuple[Tahap, ...]
) -> pl.DataFrame:
    """The letters among these receipts (recognized, refusals marked), before any SPTJM is looked at."""
    final = next((satu for satu in reversed(kalender) if "sptjm" in satu.terbit), None)
    if final is None:
        return SKEMA.to_frame()
    surat, batal = (latest_umpan(simpanan, terima, feed) for feed in _UMPAN)
    return judge_pembukaan(surat, batal, final, instansi["kode_instansi"].to_list())


def with_sptjm(pembukaan: pl.DataFrame, berkas: pl.DataFrame, diterima: Diterima) -> pl.DataFrame:
    """The same with what accepted letters (by id_berkas of `berkas`) make of it."""
    waktu = dict(berkas.select("id_berkas", "waktu").iter_rows())
    surat = [
        (potret.kode_instansi, potret.tahap, waktu[nomor])
        for nomor, (potret, _) in diterima.items()
    ]
    return accept_pembukaan(pembukaan, surat)


def due_ulang(simpanan: Simpanan, tanggal: datetime, sudah: set[str]) -> list[Tahap]:
    """The finalisasi of single instansi whose deadline has passed at `tanggal` and that are not in `sudah`,
    by deadline, from the letters that have a receipt."""
    hari = tanggal_hukum(tanggal)
    instansi = read_instansi()
    terima = recognize(read_buku_terima(simpanan, tanggal), instansi)
    terima = terima.filter(pl.col("jenis").is_in(_UMPAN))
    if terima.is_empty():
        return []
    terima = mark_refused(terima, refuse_umpan(simpanan, terima))
    pembukaan = judge_letters(simpanan, terima, instansi, kalender_on(hari))
    semua = tahap_ulang(pembukaan, ketentuan_on(hari))
    return [satu for satu in semua if satu.batas <= tanggal and satu.kode not in sudah]
