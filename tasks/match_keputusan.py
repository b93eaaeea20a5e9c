"""What instansi decided about warnings, laid beside the findings it is about."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.keputusan import konfirmasi
from tasks.gateways.gudang import empty_table
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def match_keputusan(folder: Path) -> int:
    """Writes table konfirmasi; returns how many findings are confirmed."""
    susunan = Susunan(folder)
    keputusan = susunan.read("keputusan")
    if keputusan.is_empty():
        susunan.write("konfirmasi", empty_table("konfirmasi"))
        return 0
    hasil = konfirmasi(
        *(susunan.scan(tabel) for tabel in ("temuan", "tenaga", "riwayat", "kunci_baris")),
        keputusan,
    )
    susunan.write("konfirmasi", hasil)
    return hasil.height
