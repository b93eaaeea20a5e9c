"""A sheet as text, whichever reader it came from."""

from dataclasses import dataclass

import polars as pl
import pyarrow as pa

TIPE_TEKS = (pa.string(), pa.large_string())


@dataclass(frozen=True)
class Mentah:
    """A sheet as text. `kolom`: absolute 0-based column of each field; `murni`: proven number-free."""

    isi: pa.RecordBatch
    kolom: list[int]
    murni: frozenset[int]

    def atas(self, baris: int) -> list[list[str | None]]:
        """The first rows, cell by cell; columns that are not text hold no heading."""
        potongan = self.isi.slice(0, baris)
        kosong: list[str | None] = [None] * potongan.num_rows
        kolom = [k.to_pylist() if k.type in TIPE_TEKS else kosong for k in potongan.columns]
        return [list(sel) for sel in zip(*kolom, strict=True)]


def mentah_teks(teks: pl.DataFrame) -> Mentah:
    """A frame of text columns, one per column of the sheet from A on, as a sheet."""
    tabel = teks.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest())
    isi = pa.RecordBatch.from_arrays(
        [k.combine_chunks() for k in tabel.columns], tabel.schema.names
    )
    letak = list(range(teks.width))
    return Mentah(isi, letak, frozenset(letak))
