"""From the inbox into the archive, with a receipt."""

from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.buku_terima import receive
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def fetch_kiriman(pengaturan: Pengaturan, tanggal: datetime) -> int:
    """Receipt what the inbox holds up to tanggal; the number of new receipts."""
    return len(receive(open_simpanan(pengaturan), tanggal))
