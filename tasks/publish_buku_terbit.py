"""What stands in publik/ and kotak-keluar/ → the register of everything published."""

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.buku_terbit import record_terbit
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_buku_terbit(pengaturan: Pengaturan, tanggal: datetime) -> int:
    """Records what was published, replaced or withdrawn since the last run; returns how many objects."""
    return record_terbit(open_simpanan(pengaturan), tanggal)
