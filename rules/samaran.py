"""How a NIK may be shown outside: enough for a person to find themself, not enough to use."""

import polars as pl

TAMPAK_AWAL = 4
TAMPAK_AKHIR = 2


def samarkan_nik(nik: pl.Expr) -> pl.Expr:
    """Masked NIK: first 4 and last 2 of 16 digits, the rest asterisks; null stays null."""
    tertutup = "*" * (16 - TAMPAK_AWAL - TAMPAK_AKHIR)
    return pl.concat_str(
        nik.str.slice(0, TAMPAK_AWAL), pl.lit(tertutup), nik.str.slice(-TAMPAK_AKHIR)
    )
