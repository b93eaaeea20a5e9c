"""Landed files: what each delivery held, parsed once per content hash."""

import json
from pathlib import Path

import polars as pl

from tasks.gateways.simpanan import Simpanan

VERSI = "v1"
KOLOM = pl.Schema(
    {"lembar": pl.String, "bentuk": pl.String, "kolom": pl.String, "judul": pl.String, "huruf": pl.String}
)


def landed_key(sidik: str, nama: str) -> str:
    """The store key of one landed file of the content `sidik`."""
    return f"mendarat/{VERSI}/{sidik}/{nama}"


def landed_path(simpanan: Simpanan, sidik: str, bentuk: str) -> Path | None:
    """Where the rows of one shape stand on this machine; None when the content has none."""
    kunci = landed_key(sidik, f"{bentuk}.parquet")
    return simpanan.local_path(kunci) if simpanan.exists(kunci) else None


def read_bacaan(simpanan: Simpanan, sidik: list[str]) -> dict[str, dict]:
    """What the reader wrote about each content: rows per shape, headings, refusal. Unread ones are absent."""
    bacaan = {}
    for satu in sidik:
        kunci = landed_key(satu, "bacaan.json")
        if simpanan.exists(kunci):
            bacaan[satu] = json.loads(simpanan.get(kunci))
    return bacaan
