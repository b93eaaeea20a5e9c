"""The six criteria of the later verification, from the verdicts by the mapping that the law files give."""

from typing import TYPE_CHECKING

import polars as pl

from rules.putusan import BELUM, MEMENUHI, TIDAK_MEMENUHI

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan


def enam_kriteria(
    putusan: pl.LazyFrame, tenaga: pl.LazyFrame, sptjm: pl.LazyFrame, k: "Ketentuan"
) -> pl.LazyFrame:
    """Table enam_kriteria, one row per verdict row, in its order.

    `tenaga`: id_tenaga, kode_instansi; `sptjm`: kode_instansi of those whose SPTJM was received. A
    criterion that no verdict serves is the phase's: met once the SPTJM is there, else not to be said.
    """
    diterima = sptjm.select("kode_instansi", ada=pl.lit(True)).unique()
    instansi = tenaga.select("id_tenaga", "kode_instansi")
    baris = putusan.join(instansi, on="id_tenaga", how="left", maintain_order="left").join(
        diterima, on="kode_instansi", how="left", maintain_order="left"
    )
    return baris.select(
        pl.col("id_tenaga").cast(pl.Int32),
        *(
            (gabung_putusan(asal) if asal else _tahap(k)).alias(nama)
            for nama, asal in k.kriteria_lanjutan.items()
        ),
    )


def gabung_putusan(kriteria: tuple[str, ...]) -> pl.Expr:
    """One verdict of several: T where any is, else B where any is, else M."""
    return (
        pl.when(pl.any_horizontal(pl.col(satu) == TIDAK_MEMENUHI for satu in kriteria))
        .then(pl.lit(TIDAK_MEMENUHI))
        .when(pl.any_horizontal(pl.col(satu) == BELUM for satu in kriteria))
        .then(pl.lit(BELUM))
        .otherwise(pl.lit(MEMENUHI))
    )


def _tahap(k: "Ketentuan") -> pl.Expr:
    cukup = pl.col("ada").fill_null(not k.sptjm_wajib)
    return pl.when(cukup).then(pl.lit(MEMENUHI)).otherwise(pl.lit(BELUM))
