"""Every instansi's answer: its findings to work from, and letters about files that are not used."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.render import query as sql_of
from reports.temuan import render_mesin, render_semua
from rules.kalender import kalender_on
from tasks.gateways.batas import read_batas
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.jawaban_sptjm import sptjm_answers
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.surat_kiriman import letters

_TABEL = ("temuan/pengirim", "temuan/query", "temuan/ganda", "temuan/neraca", "temuan/berkas")


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_jawaban(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Puts temuan.xlsx, .csv, .json and the letters into kotak-keluar/<kode>/; returns how many files changed."""
    simpanan = open_simpanan(pengaturan)
    kalender = kalender_on(tanggal_hukum(tanggal))
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        tabel = [query(gudang, sql_of(nama)) for nama in _TABEL]
        sampai = read_batas(gudang, tanggal)
        surat = list(letters(simpanan, gudang, kalender, sampai, tanggal, pengaturan.tanda))
        surat += sptjm_answers(simpanan, gudang, tanggal, pengaturan.tanda)
    berubah = 0
    for kode, isi in render_semua(*tabel, keadaan=tanggal, sampai=sampai, tanda=pengaturan.tanda):
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.xlsx", isi)
    for kode, csv, json in render_mesin(*tabel[:2]):
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.csv", csv)
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.json", json)
    for kunci, isi in surat:
        berubah += simpanan.put_changed(kunci, isi)
    return berubah
