"""The digest of what a workbook holds: its typed rows, whatever file, sheet or order they came in."""

import hashlib

import polars as pl

from rules.pembacaan.edisi import edisi

# Fixed, so that the same rows give the same numbers in every process.
_BENIH = 2022


def sidik_isi(data: pl.DataFrame, bentuk: str) -> str:
    """SHA-256 over the sorted row hashes of a landed frame; where a row stood does not matter.

    Polars keeps its row hash within one release only. A digest of another release matches nothing,
    so the worst is that a repetition goes unnoticed; a rebuild reads everything with one release.
    """
    kolom = [k.kolom for k in edisi()[bentuk]]
    isi = data.select(*kolom, *(n for n in ("tak_terbaca",) if n in data.columns))
    return hashlib.sha256(isi.hash_rows(_BENIH).sort().to_numpy().tobytes()).hexdigest()
