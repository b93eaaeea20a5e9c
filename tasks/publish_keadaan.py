"""Where each instansi stands, as a page in its outbox."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.keadaan import pages, render_keadaan
from reports.render import query as sql_of
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import KOTAK_KELUAR, open_simpanan

_TABEL = (
    "keadaan", "keadaan/terlambat", "keadaan/sptjm", "keadaan/perpanjangan", "keadaan/pembukaan",
)  # fmt: skip


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_keadaan(pengaturan: Pengaturan, jalur: Path) -> int:
    """Puts keadaan.html into kotak-keluar/<kode>/ of every instansi; returns how many changed."""
    simpanan = open_simpanan(pengaturan)
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        tabel = [query(gudang, sql_of(nama)) for nama in _TABEL]
    berubah = 0
    for satu in pages(*tabel, tanda=pengaturan.tanda):
        kunci = f"{KOTAK_KELUAR}{satu.instansi.kode}/keadaan.html"
        berubah += simpanan.put_changed(kunci, render_keadaan(satu))
    return berubah
