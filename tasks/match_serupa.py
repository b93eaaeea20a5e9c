"""The same person under different NIKs, and who is counted once."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.serupa.baris import siapkan
from rules.serupa.orang import match_serupa as match
from rules.serupa.pencocokan import pencocokan
from tasks.gateways.masukan import scan_serupa
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def match_serupa(folder: Path) -> int:
    """Writes pasangan, orang and kunci_blok; returns the number of orang in the list."""
    susunan = Susunan(folder)
    tenaga, tertulis, dukcapil, keputusan = scan_serupa(susunan)
    serupa = match(siapkan(tenaga, tertulis), dukcapil, keputusan, pencocokan())
    susunan.write("pasangan", serupa.pasangan)
    susunan.write("orang", serupa.orang)
    susunan.write("kunci_blok", serupa.laporan)
    return serupa.orang["id_orang"].n_unique()
