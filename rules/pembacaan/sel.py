"""One column read: its typed values, and which rows were not read as they were written."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

TAK_TERBACA = "TAK_TERBACA"
DIBAKUKAN = "DIBAKUKAN"
TERTULIS = "tertulis"
NILAI = "nilai"
SEBAB = "sebab"

Lambat = Callable[[pl.DataFrame], pl.DataFrame]


@dataclass(frozen=True)
class Sel:
    """`nilai`: one value per row. `catatan`: position (UInt32), sebab; None when every cell was plain."""

    nilai: pl.Series
    catatan: pl.DataFrame | None = None


def pangkas(teks: pl.Series) -> pl.Series:
    """Text without surrounding white space; what is then empty is null."""
    rapi = pl.col("x").str.strip_chars()
    return (
        teks.alias("x")
        .to_frame()
        .select(rapi)
        .select(pl.when(pl.col("x").str.len_bytes() > 0).then("x").alias(teks.name))
        .to_series()
    )


def baca_sisanya(cepat: pl.Series, teks: pl.Series, sisa: pl.Series, lambat: Lambat) -> Sel:
    """`cepat` with the rows of the mask `sisa` read again by `lambat`.

    `lambat` gets one row per distinct text (column tertulis, trimmed) and adds nilai and sebab
    (null: nothing worth telling). A clean column never comes here.
    """
    posisi = sisa.fill_null(value=True).arg_true().cast(pl.UInt32)
    sel = pl.DataFrame({"posisi": posisi, TERTULIS: pangkas(teks.gather(posisi))})
    beda = lambat(sel.select(pl.col(TERTULIS).drop_nulls().unique()))
    terbaca = sel.join(beda, on=TERTULIS, how="left", maintain_order="left")
    nilai = cepat.scatter(posisi, terbaca[NILAI]) if len(posisi) else cepat
    catatan = terbaca.filter(pl.col(SEBAB).is_not_null()).select("posisi", SEBAB)
    return Sel(nilai, None if catatan.is_empty() else catatan)


def sebab(terbaca: pl.Expr, biasa: pl.Expr) -> pl.Expr:
    """TAK_TERBACA where no value came out, null where it was written plainly, else DIBAKUKAN."""
    return (
        pl.when(terbaca.is_null())
        .then(pl.lit(TAK_TERBACA))
        .when(biasa)
        .then(pl.lit(None, pl.String))
        .otherwise(pl.lit(DIBAKUKAN))
        .alias(SEBAB)
    )


def ragukan(sel: Sel, posisi: pl.Series) -> Sel:
    """`sel` with the values at these positions taken back: what was written could be something else."""
    if posisi.is_empty():
        return sel
    ragu = pl.DataFrame({"posisi": posisi.cast(pl.UInt32)}).with_columns(
        sebab(pl.lit(None, pl.String), pl.lit(value=False))
    )
    semula = ragu.clear() if sel.catatan is None else sel.catatan
    return Sel(
        sel.nilai.clone().scatter(posisi, None),
        pl.concat([semula.join(ragu, on="posisi", how="anti"), ragu]),
    )
