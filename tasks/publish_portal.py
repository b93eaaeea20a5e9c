"""What BKN's portal asks us: which account requests are of people whom the instansi registered."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan

# BKN's own outbox; holds whole NIKs, as the portal sent them.
KUNCI = "kotak-keluar/bkn/portal-akun.csv"
_AKUN = """
SELECT nik, kode_instansi, CASE WHEN terdaftar THEN 'YA' ELSE 'TIDAK' END AS terdaftar, jawaban
FROM akun_portal ORDER BY kode_instansi, nik
"""


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_portal(pengaturan: Pengaturan, jalur: Path) -> int:
    """Puts one row per NIK and instansi into the outbox of BKN; returns how many files changed."""
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        akun = query(gudang, _AKUN)
    if akun.is_empty():
        return 0
    isi = akun.write_csv(line_terminator="\n").encode()
    return int(open_simpanan(pengaturan).put_changed(KUNCI, isi))
