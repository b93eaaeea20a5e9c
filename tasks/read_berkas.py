"""From the archive to typed Parquet, once per content."""

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.buku_terima import read_buku_terima
from tasks.gateways.mendarat import land_kiriman
from tasks.gateways.mendarat_sptjm import land_surat
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.kiriman import workbooks
from tasks.gateways.penyusun.surat import letters
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def read_berkas(pengaturan: Pengaturan, tanggal: datetime) -> dict[str, int]:
    """Read the workbooks and SPTJM receipted up to `tanggal` and not read before; of workbooks: dibaca,
    ditolak, sudah, baris."""
    simpanan = open_simpanan(pengaturan)
    terima = read_buku_terima(simpanan, tanggal)
    land_surat(simpanan, letters(terima), pengaturan)
    daftar = workbooks(terima)
    return land_kiriman(simpanan, daftar, pengaturan.ruang_kerja, pengaturan.proses)
