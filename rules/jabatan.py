"""One form for a job title, so that lists of the law and cells of a workbook can be compared whole."""

import polars as pl


def jabatan_baku(jabatan: pl.Expr) -> pl.Expr:
    """Upper case, every run of other signs than letters and digits one space; empty becomes null."""
    baku = (
        jabatan.str.normalize("NFKC")
        .str.to_uppercase()
        .str.replace_all(r"[^\p{L}\p{N}]+", " ")
        .str.strip_chars()
    )
    return pl.when(baku != "").then(baku)
