"""File names: what programs and people hang on to the name of a workbook when they save a copy."""

import re
from functools import lru_cache
from pathlib import PurePosixPath

import polars as pl

from rules.pembacaan.batas import pembacaan


def nama_pokok(nama: str) -> str:
    """The name without extension and marks of a copy, in lower case; folders stay: `data utama` for
    `Data Utama (1).xlsx`."""
    jalur = PurePosixPath(nama)
    pokok = " ".join(jalur.stem.casefold().split())
    while (dikupas := _tanda().sub("", pokok).strip()) not in ("", pokok):
        pokok = dikupas
    return str(jalur.with_name(pokok))


def find_mirip(bagian: pl.DataFrame) -> pl.DataFrame:
    """Parts in force beside an earlier one whose name says that they may be copies of it.

    `bagian` has id_berkas, kode_instansi, jenis, nama, waktu, one row per part; so has what is given
    back, with the name (nama_lama) and moment (waktu_lama) of the earliest.
    """
    pokok = pl.Series("pokok", map(nama_pokok, bagian["nama"]), dtype=pl.String)
    sekelompok = ["kode_instansi", "jenis", "pokok"]
    return (
        bagian.with_columns(pokok)
        .sort("waktu", "id_berkas")
        .with_columns(
            pl.col("nama").first().over(sekelompok).alias("nama_lama"),
            pl.col("waktu").first().over(sekelompok).alias("waktu_lama"),
        )
        .filter(pl.int_range(pl.len()).over(sekelompok) > 0)
        .drop("pokok")
    )


@lru_cache(maxsize=1)
def _tanda() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pola})" for pola in pembacaan().tanda_salinan))
