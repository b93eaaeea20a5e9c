"""The night's working folder: one Parquet per table of the gudang, the addresses tasks exchange."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl


@dataclass(frozen=True)
class Susunan:
    """A folder of Parquet files named as the tables of schema.sql."""

    folder: Path

    def path(self, tabel: str) -> Path:
        """Where the table stands (or will stand)."""
        return self.folder / f"{tabel}.parquet"

    def has(self, tabel: str) -> bool:
        """Whether the table was written."""
        return self.path(tabel).exists()

    def write(self, tabel: str, frame: pl.DataFrame | pl.LazyFrame) -> None:
        """Writes the table; a LazyFrame is streamed, so memory does not grow with its rows."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if isinstance(frame, pl.LazyFrame):
            frame.sink_parquet(self.path(tabel), compression="lz4")
        else:
            frame.write_parquet(self.path(tabel), compression="lz4")

    def remove(self, tabel: str) -> None:
        """Forgets what an earlier night wrote; nothing happens when there is no such table."""
        self.path(tabel).unlink(missing_ok=True)

    def scan(self, tabel: str) -> pl.LazyFrame:
        """The table, lazily; FileNotFoundError when it was not written."""
        if not self.has(tabel):
            raise FileNotFoundError(f"{tabel} was not written to {self.folder}")
        return pl.scan_parquet(self.path(tabel))

    def read(self, tabel: str) -> pl.DataFrame:
        """The table in memory; for the small ones."""
        return self.scan(tabel).collect()
