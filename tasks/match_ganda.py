"""People registered more than once, over the whole nation."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.pasangan import match_ganda as match
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def match_ganda(folder: Path) -> int:
    """Writes table ganda; returns the number of cases."""
    susunan = Susunan(folder)
    ganda = match(susunan.scan("tenaga"))
    susunan.write("ganda", ganda)
    return ganda["id_kasus"].n_unique()
