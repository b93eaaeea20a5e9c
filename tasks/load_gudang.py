"""The night's tables → a new gudang beside the one in use."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.gudang import build_gudang
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def load_gudang(pengaturan: Pengaturan, folder: Path, jalur: Path) -> Path:
    """Builds the gudang of `folder` at `jalur` and returns it; nothing reads it before it is expected."""
    build_gudang(jalur, Susunan(folder), pengaturan.kunci_gudang)
    return jalur
