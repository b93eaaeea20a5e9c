"""How probable duplicates are sought: blocking keys, comparison levels and weights, all of them data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from rules.rujukan import rujukan

Kelas = Literal["SAMA", "MUNGKIN", "BUKAN"]
CaraTurunan = Literal[
    "rapi", "ejaan", "kerangka", "kata", "akhir", "awalan", "akhiran", "tanggal_urut", "gabung"
]
CaraBanding = Literal["nomor", "nama", "tanggal", "kode", "teks", "bukti"]


class _Beku(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Turunan(_Beku):
    """A column made from others before keys and comparisons: `cara` of rules/serupa/turunan.py."""

    nama: str
    dari: tuple[str, ...]
    cara: CaraTurunan
    panjang: int = 0


class Kunci(_Beku):
    """A blocking key: rows that agree in all of `kolom` are compared. `arti` says it to a reader."""

    nama: str
    kolom: tuple[str, ...]
    arti: str


class Tingkat(_Beku):
    """One comparison level: its weight and what a letter says of it ("" = nothing).

    `paling_sedikit` is the similarity (0-1) from which a text level holds.
    """

    bobot: float
    kalimat: str = ""
    paling_sedikit: float = 1.0


class Banding(_Beku):
    """One comparison: a column, how it is compared (rules/serupa/tingkat.py), its levels best first.

    `ejaan` names the column with the one spelling of a name; `panjang` how many digits a number has.
    """

    kolom: str
    cara: CaraBanding
    ejaan: str = ""
    tingkat: dict[str, Tingkat]
    panjang: int = 0


class Pagar(_Beku):
    """A fence: where every named comparison stands at one of these levels, the class is `paling_tinggi`."""

    bila: dict[str, tuple[str, ...]]
    paling_tinggi: Kelas
    alasan: str


class Pencocokan(_Beku):
    """One whole configuration; nothing in it is law, and `asumsi` says so.

    A block of more than `blok_terbesar` rows is not compared in full: its rows are sorted by `urut` and
    each meets the next `blok_terbesar` ones. A cluster of more than `kelompok_terbesar` rows is not
    believed, nor one in which two rows score below `ambang_tentangan` or stand behind a fence.
    """

    asumsi: bool
    alasan: str
    ambang_sama: float
    ambang_mungkin: float
    ambang_tentangan: float
    blok_terbesar: int
    kelompok_terbesar: int
    urut: str
    turunan: tuple[Turunan, ...] = ()
    kunci: tuple[Kunci, ...]
    banding: tuple[Banding, ...]
    pagar: tuple[Pagar, ...] = ()


@cache
def pencocokan(jalur: Path | None = None) -> Pencocokan:
    """The configuration of `jalur`, by default pencocokan.toml; ValidationError where it is incomplete."""
    berkas = jalur or rujukan("pencocokan.toml")
    return Pencocokan(**tomllib.loads(berkas.read_text(encoding="utf-8")))
