"""Which people an obligation binds: THK-II proven in the master list, or ordinary non-ASN."""

from collections.abc import Collection

import polars as pl


def di_luar(bagi: Collection[str]) -> pl.Expr:
    """True where the person's kategori is none of `bagi`; somebody of unknown kategori is bound."""
    return (~pl.col("kategori").is_in(list(bagi))).fill_null(False)
