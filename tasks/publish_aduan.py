"""Proposals, objections and complaints into the outbox of the instansi that decides them."""

import hashlib
from pathlib import Path
from typing import Any

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.aduan import BukuAduan, render_aduan
from reports.render import query as sql_of
from reports.unsur import Instansi
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import versi_kode
from tasks.gateways.jawaban import published
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import KOTAK_KELUAR, open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_aduan(pengaturan: Pengaturan, jalur: Path) -> int:
    """Puts aduan.xlsx into kotak-keluar/<kode>/ where it is new or changed; returns how many."""
    simpanan = open_simpanan(pengaturan)
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        semua = query(gudang, sql_of("aduan"))
    berubah = 0
    with published(simpanan, pengaturan.ruang_kerja / "aduan-terbit.json") as terbit:
        for aduan in semua.partition_by("kode_instansi", maintain_order=True):
            isi = _content(aduan.row(0, named=True), pengaturan.tanda)
            kunci = f"{KOTAK_KELUAR}{isi.instansi.kode}/aduan.xlsx"
            sidik = _digest(isi, aduan)
            if terbit.get(kunci) != sidik:
                berubah += simpanan.put_changed(kunci, render_aduan(isi, aduan))
                terbit[kunci] = sidik
    return berubah


def _content(satu: dict[str, Any], tanda: str | None) -> BukuAduan:
    instansi = Instansi(
        kode=satu["kode_instansi"], nama=satu["instansi"], jenis=satu["jenis_instansi"]
    )
    return BukuAduan(instansi=instansi, tanda=tanda)


def _digest(isi: BukuAduan, aduan: pl.DataFrame) -> str:
    """Of all that the workbook says and of the code that says it."""
    teks = f"{versi_kode()}\n{isi!r}\n{aduan.write_csv()}"
    return hashlib.sha256(teks.encode()).hexdigest()
