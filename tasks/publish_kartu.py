"""The kartu pendataan of everybody in the potret of a tahap, in the outbox of the own instansi."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kalender import Tahap
from tasks.gateways.kartu import write_kartu
from tasks.gateways.pengaturan import Pengaturan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_kartu(pengaturan: Pengaturan, tahap: Tahap) -> int:
    """Puts one compressed file into the outbox of every instansi that has people; returns how many."""
    return write_kartu(pengaturan, tahap)
