"""Every instansi's answer: its findings to work from, and a letter for each refused file."""

from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.penolakan import render_penolakan, surat_from
from reports.render import query as sql_of
from reports.temuan import render_mesin, render_semua
from tasks.gateways.batas import read_batas
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan

_TABEL = ("temuan/pengirim", "temuan/query", "temuan/ganda", "temuan/neraca")


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_jawaban(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Puts temuan.xlsx, .csv, .json and the letters into kotak-keluar/<kode>/; returns how many files changed."""
    simpanan = open_simpanan(pengaturan)
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        tabel = [query(gudang, sql_of(nama)) for nama in _TABEL]
        ditolak = query(gudang, sql_of("penolakan/query"))
        sampai = read_batas(gudang, tanggal)
    berubah = 0
    for kode, isi in render_semua(*tabel, keadaan=tanggal, sampai=sampai, tanda=pengaturan.tanda):
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.xlsx", isi)
    for kode, csv, json in render_mesin(*tabel[:2]):
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.csv", csv)
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.json", json)
    # A file that was replaced needs no answer any more; the letter it got stays as it was.
    for satu in ditolak.filter(~pl.col("diganti")).to_dicts():
        kunci = f"kotak-keluar/{satu['kode_instansi']}/penolakan/{satu['sha256'][:12]}-{satu['kode']}.html"
        surat = surat_from(satu, sampai.bagi(satu["kode_instansi"], tanggal), pengaturan.tanda)
        berubah += simpanan.put_changed(kunci, render_penolakan(surat))
    return berubah
