"""Keys that occur more than once: few among millions of rows, so found by one sort and not by a window."""

import polars as pl


def rows_repeated(baris: pl.LazyFrame, kunci: str) -> pl.LazyFrame:
    """The rows of `baris` whose `kunci` another row has too."""
    urut = baris.select(pl.col(kunci).sort())
    berulang = urut.filter(pl.col(kunci) == pl.col(kunci).shift()).unique()
    return baris.join(berulang, on=kunci, how="semi")
