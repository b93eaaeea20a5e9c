"""The gudang's published tables: the database dashboards open, and the page people read."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.statistik import Statistik, render_statistik
from rules.angka import angka_table
from rules.kalender import Tahap
from tasks.gateways.dasbor import build_dasbor, publish_if_changed, summarize_potret
from tasks.gateways.gudang import open_gudang
from tasks.gateways.hukum import tanggal_hukum, versi_kode
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_dasbor(
    pengaturan: Pengaturan, jalur: Path, tanggal: datetime, tahap: Tahap | None = None
) -> list[str]:
    """Publishes the tables of the gudang at `jalur`; with a `tahap` only its page. Returns changed keys."""
    simpanan = open_simpanan(pengaturan)
    berkas = pengaturan.ruang_kerja / "dasbor.duckdb.baru"
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        isi = build_dasbor(gudang, berkas, summarize_potret(simpanan, tanggal), angka_table())
    halaman = render_statistik(
        Statistik(
            keadaan=tanggal,
            tanggal_hukum=tanggal_hukum(tanggal),
            versi_kode=versi_kode(),
            potret=tahap.nama if tahap else None,
        ),
        isi,
    )
    kunci = f"publik/statistik/{tahap.kode if tahap else 'terkini'}.html"
    berubah = [kunci] if simpanan.put_changed(kunci, halaman, "text/html") else []
    if tahap is None and publish_if_changed(simpanan, berkas, isi):
        berubah.append("publik/dasbor.duckdb")
    berkas.unlink()
    return berubah
