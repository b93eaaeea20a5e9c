"""From the archive to typed Parquet, once per content."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.mendarat import land_kiriman
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def read_berkas(pengaturan: Pengaturan, daftar: list[tuple[str, str]]) -> dict[str, int]:
    """Read the workbooks (sha256, jenis) not read before: dibaca, ditolak, sudah, baris."""
    return land_kiriman(
        open_simpanan(pengaturan), daftar, pengaturan.ruang_kerja, pengaturan.proses
    )
