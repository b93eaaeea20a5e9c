"""The expected gudang takes its place; readers never wait and never see half a build."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.gudang import swap_gudang
from tasks.gateways.pengaturan import Pengaturan


@task(cache_policy=NO_CACHE)
def publish_gudang(pengaturan: Pengaturan, baru: Path) -> Path:
    """Renames `baru` to gudang.duckdb in the working folder and returns that path."""
    tujuan = pengaturan.ruang_kerja / "gudang.duckdb"
    swap_gudang(baru, tujuan)
    return tujuan
