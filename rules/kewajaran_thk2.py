"""THK-II who had left: how long they did not work, as far as their own rows tell."""

from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import bulan_indeks

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

# A riwayat of the SK itself may begin some days before it: what counts is the month.
_BULAN_AWAL, _BULAN_MULAI = (bulan_indeks(pl.col(x)) for x in ("tanggal_awal", "tanggal_mulai"))
KOLOM_TIDUR: dict[str, pl.DataType] = {"jeda_bulan": pl.Int32(), "jeda_sejak": pl.Date()}


def tandai_tidur(thk2: pl.LazyFrame, riwayat: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """KOLOM_TIDUR per id_tenaga of `thk2` (id_tenaga, tanggal_mulai, tanggal_akhir): the longer of two
    gaps in whole months, and the day it began: between the last earlier riwayat and the SK, and
    between the end of the SK (or of a later riwayat) and the day it should still be in force.

    A running SK has no second gap; without a dated riwayat before the SK the first is unknown.
    """
    lama = (
        riwayat.select("id_tenaga", "tanggal_awal", r_akhir="tanggal_akhir")
        .join(thk2.select("id_tenaga", "tanggal_mulai"), on="id_tenaga")
        .group_by("id_tenaga")
        .agg(
            sebelum=pl.col("r_akhir").filter(_BULAN_AWAL < _BULAN_MULAI).max(),
            sampai=pl.col("r_akhir").max(),
            terbuka=(pl.col("r_akhir").is_null() & pl.col("tanggal_awal").is_not_null()).any(),
        )
    )  # fmt: skip
    akhir = pl.max_horizontal("tanggal_akhir", "sampai")
    jalan = pl.col("tanggal_akhir").is_null() | pl.col("terbuka").fill_null(False)
    kembali = _between(pl.col("sebelum"), _BULAN_MULAI)
    berhenti = pl.when(~jalan).then(_between(akhir, bulan_indeks(pl.lit(k.sk_berlaku_pada))))
    return thk2.join(lama, on="id_tenaga", how="left").select(
        "id_tenaga",
        jeda_bulan=pl.max_horizontal(kembali, berhenti).cast(pl.Int32),
        jeda_sejak=pl.when(kembali.fill_null(-1) >= berhenti.fill_null(-1)).then("sebelum").otherwise(akhir),
    )  # fmt: skip


def _between(akhir: pl.Expr, mulai: pl.Expr) -> pl.Expr:
    """Whole months without work between the month of `akhir` and the month number `mulai`."""
    return (mulai - bulan_indeks(akhir) - 1).clip(0)
