"""The statistics page of a tahap, from the gudang built as of its deadline."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kalender import Tahap
from tasks.gateways.dasbor import render_page, tables_of
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_statistik(pengaturan: Pengaturan, jalur: Path, tahap: Tahap) -> dict[str, int]:
    """Publishes the page; returns our figures that stand beside those published in 2022, by their key."""
    simpanan = open_simpanan(pengaturan)
    berkas = pengaturan.ruang_kerja / "dasbor.duckdb.baru"
    isi = tables_of(pengaturan, simpanan, jalur, tahap.batas, berkas)
    berkas.unlink()
    halaman = render_page(isi, tahap.batas, tahap.nama, pengaturan.tanda)
    simpanan.put_changed(f"publik/statistik/{tahap.kode}.html", halaman, "text/html")
    kami = isi["angka_2022"].filter(tahap=tahap.kode).drop_nulls("kami")
    return dict(kami.select("kunci", "kami").iter_rows())
