"""Deliveries and landed rows up to a moment → the night's tables."""

from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kalender import batas_menerima, kalender_on
from rules.ketentuan import ketentuan_on
from rules.neraca import hitung_neraca
from tasks.gateways.hukum import hukum_tables, tanggal_hukum
from tasks.gateways.instansi import read_instansi
from tasks.gateways.kepala_terima import read_kepala, with_kepala
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.baris import susun_baris
from tasks.gateways.penyusun.dokumen import susun_dokumen
from tasks.gateways.penyusun.keputusan import susun_keputusan
from tasks.gateways.penyusun.kiriman import susun_kiriman
from tasks.gateways.penyusun.nilai_asli import susun_nilai_asli
from tasks.gateways.penyusun.pengawasan import susun_pengawasan
from tasks.gateways.penyusun.portal import susun_portal
from tasks.gateways.penyusun.umpan import susun_umpan
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def load_susunan(
    pengaturan: Pengaturan, tanggal: datetime, folder: Path, dicatat: datetime | None = None
) -> int:
    """Writes the tables of everything sent by `tanggal` to `folder`; returns the people listed.

    With `dicatat` only of what had a receipt by then.
    """
    simpanan, susunan = open_simpanan(pengaturan), Susunan(folder)
    mendarat, instansi = Mendarat(simpanan), read_instansi()
    susunan.write("instansi", instansi)
    berkas = susun_kiriman(mendarat, susunan, tanggal, instansi, dicatat)
    susun_umpan(simpanan, susunan, berkas)
    hari = tanggal_hukum(tanggal)
    batas_portal = batas_menerima(kalender_on(hari), "portal")
    susun_baris(mendarat, susunan, berkas, batas_portal)
    k = ketentuan_on(hari)
    susun_portal(susunan, batas_portal, k.pernyataan_belum_didaftarkan)
    susun_dokumen(simpanan, susunan, berkas, k)
    susun_pengawasan(mendarat, susunan, berkas)
    susun_nilai_asli(mendarat, susunan, berkas)
    susun_keputusan(mendarat, susunan, berkas)
    hukum = hukum_tables(tanggal)
    hukum["malam"] = with_kepala(hukum["malam"], read_kepala(simpanan, dicatat))
    for nama, isi in hukum.items():
        susunan.write(nama, isi)
    per_status = (
        susunan.scan("tenaga")
        .group_by("id_berkas", "status_baris")
        .agg(pl.len().alias("jumlah"))
        .collect()
    )
    susunan.write("neraca", hitung_neraca(berkas.filter(jenis="data-utama"), per_status))
    return int(per_status.filter(status_baris="DAFTAR")["jumlah"].sum())
