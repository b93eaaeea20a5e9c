"""The digest of what a gudang holds: the same rows give the same digest, whatever file they are in."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
from pydantic import SecretStr

from rules.sidik import baris_kanonik, sidik_baris
from tasks.gateways.gudang import open_gudang, table_names

# Rows in memory at a time; the tables of a nation do not fit as text.
_POTONG = 100_000


def sidik_tabel(jalur: Path, kunci: SecretStr | None = None) -> dict[str, str]:
    """SHA-256 per table over its canonical rows (rules/sidik.py), ordered by all columns."""
    with open_gudang(jalur, kunci) as gudang:
        return {nama: _digest(gudang, nama) for nama in table_names(gudang)}


def sidik_gudang(tabel: dict[str, str]) -> str:
    """One digest over those of all tables."""
    return sidik_baris(pl.DataFrame({"tabel": list(tabel), "sidik": list(tabel.values())}))


def _digest(gudang: duckdb.DuckDBPyConnection, tabel: str) -> str:
    jumlah = hashlib.sha256()
    for potong in _rows(gudang, tabel):
        jumlah.update((baris_kanonik(potong) + "\n").str.join().item().encode())
    return jumlah.hexdigest()


def _rows(gudang: duckdb.DuckDBPyConnection, tabel: str) -> Iterator[pl.DataFrame]:
    for potong in gudang.execute(f"FROM {tabel} ORDER BY ALL").to_arrow_reader(_POTONG):
        yield pl.from_arrow(potong)
