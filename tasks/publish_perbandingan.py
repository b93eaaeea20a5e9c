"""What changed since the potret before: to every instansi its own people, to BKN and everybody the counts."""

from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.perbandingan import Pasangan, render_nasional
from rules.kalender import Tahap
from tasks.gateways.buku_perbandingan import books
from tasks.gateways.dasbor import published_rows
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.perbandingan import compare_tahap, pairs, write_ringkas
from tasks.gateways.simpanan import KOTAK_KELUAR, open_simpanan
from tasks.gateways.susunan import Susunan

_TABEL = ("perbandingan_nasional", "perbandingan_instansi")


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_perbandingan(pengaturan: Pengaturan, folder: Path, gudang: Path, tahap: Tahap) -> int:
    """Puts perbandingan-<tahap>.xlsx into the outbox of every instansi of `tahap`, and of BKN when it is
    for all; returns how many instansi.

    `folder` and `gudang` are those of the closing; nothing is made where no potret is older.
    """
    simpanan, susunan = open_simpanan(pengaturan), Susunan(folder)
    jumlah = 0
    for lama, baru in pairs(simpanan, susunan, tahap):
        pasangan = Pasangan(
            lama=lama.nama,
            batas_lama=lama.batas,
            baru=baru.nama,
            batas_baru=baru.batas,
            tanda=pengaturan.tanda,
        )
        ringkas = []
        for potong in compare_tahap(simpanan, susunan, lama, baru):
            ringkas.append(potong.ringkas)
            for kode, buku in books(potong, pasangan):
                simpanan.put_changed(f"{KOTAK_KELUAR}{kode}/perbandingan-{tahap.kode}.xlsx", buku)
                jumlah += 1
        if tahap.instansi is None:
            semua = write_ringkas(simpanan, lama, baru, pl.concat(ringkas))
            tabel = published_rows(pengaturan, gudang, _TABEL, semua)
            buku = render_nasional(pasangan, *tabel)
            simpanan.put_changed(f"{KOTAK_KELUAR}bkn/perbandingan-{tahap.kode}.xlsx", buku)
    return jumlah
