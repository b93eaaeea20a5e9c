"""Deliveries and landed rows up to a moment → the night's tables."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.tabel import susun_tabel
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def load_susunan(
    pengaturan: Pengaturan,
    tanggal: datetime,
    folder: Path,
    dicatat: datetime | None = None,
    bekerja: Collection[str] | None = None,
) -> int:
    """Writes the tables of everything sent by `tanggal` to `folder`; returns the people listed.

    With `dicatat` only of what had a receipt by then; `bekerja` as susun_tabel takes it.
    """
    return susun_tabel(open_simpanan(pengaturan), Susunan(folder), tanggal, dicatat, bekerja)
