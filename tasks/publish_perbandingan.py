"""What changed since the potret before: to every instansi its own people, to BKN and everybody the counts."""

from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.perbandingan import Pasangan, Perbandingan, render_nasional, render_perbandingan
from reports.unsur import Instansi
from rules.kalender import Tahap
from tasks.gateways.dasbor import published_rows
from tasks.gateways.instansi import read_instansi
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.perbandingan import compare_tahap, older_tahap, write_ringkas
from tasks.gateways.simpanan import KOTAK_KELUAR, open_simpanan
from tasks.gateways.susunan import Susunan

_TABEL = ("perbandingan_nasional", "perbandingan_instansi")


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_perbandingan(pengaturan: Pengaturan, folder: Path, gudang: Path, tahap: Tahap) -> int:
    """Puts perbandingan-<tahap>.xlsx into the outbox of every instansi and of BKN; returns how many instansi.

    `folder` and `gudang` are those of the closing; nothing is made where no potret is older.
    """
    simpanan = open_simpanan(pengaturan)
    lama = older_tahap(simpanan, tahap)
    if lama is None:
        return 0
    pasangan = {
        "lama": lama.nama, "batas_lama": lama.batas, "baru": tahap.nama, "batas_baru": tahap.batas,
        "tanda": pengaturan.tanda,
    }  # fmt: skip
    instansi = {kode: (nama, jenis) for kode, nama, jenis, *_ in read_instansi().iter_rows()}
    ringkas = []
    for potong in compare_tahap(simpanan, Susunan(folder), lama, tahap):
        ringkas.append(potong.ringkas)
        for kode in potong.kode:
            nama, jenis = instansi[kode]
            siapa = Instansi(kode=kode, nama=nama, jenis=jenis)
            milik = (
                satu.filter(kode_instansi=kode)
                for satu in (potong.orang, potong.sel, potong.ringkas)
            )
            buku = render_perbandingan(Perbandingan(instansi=siapa, **pasangan), *milik)
            simpanan.put_changed(f"{KOTAK_KELUAR}{kode}/perbandingan-{tahap.kode}.xlsx", buku)
    semua = write_ringkas(simpanan, lama, tahap, pl.concat(ringkas))
    tabel = published_rows(pengaturan, gudang, _TABEL, semua)
    buku = render_nasional(Pasangan(**pasangan), *tabel)
    simpanan.put_changed(f"{KOTAK_KELUAR}bkn/perbandingan-{tahap.kode}.xlsx", buku)
    return len(instansi)
