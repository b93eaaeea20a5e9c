"""The gudang's published tables: the database dashboards open, and the page people read."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.dasbor import publish_if_changed, render_page, tables_of
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_dasbor(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> list[str]:
    """Publishes the tables of the gudang at `jalur`; returns the keys that changed."""
    simpanan = open_simpanan(pengaturan)
    berkas = pengaturan.ruang_kerja / "dasbor.duckdb.baru"
    isi = tables_of(pengaturan, simpanan, jalur, tanggal, berkas)
    kunci = "publik/statistik/terkini.html"
    halaman = render_page(isi, tanggal, tanda=pengaturan.tanda)
    berubah = [kunci] if simpanan.put_changed(kunci, halaman, "text/html") else []
    if publish_if_changed(simpanan, berkas, isi):
        berubah.append("publik/dasbor.duckdb")
    berkas.unlink()
    return berubah
