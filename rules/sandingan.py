"""Whether products of one potret say the same: every count that two of them give, per instansi."""

from collections.abc import Mapping
from itertools import combinations

import polars as pl

KUNCI = "kode_instansi"
UKURAN = ("jumlah", "thk2", "memenuhi", "tidak_memenuhi", "belum_dinilai")
_DISEBUT = 5


def compare_products(produk: Mapping[str, pl.DataFrame]) -> list[str]:
    """One Indonesian sentence per count on which two products disagree; empty when all agree.

    Each product has kode_instansi and some of UKURAN (counts of people); an instansi it does not
    mention has nobody there.
    """
    return [
        kalimat
        for (satu, kiri), (lain, kanan) in combinations(produk.items(), 2)
        for ukuran in UKURAN
        if ukuran in kiri.columns and ukuran in kanan.columns
        for kalimat in _differ(ukuran, (satu, kiri), (lain, kanan))
    ]


def _differ(
    ukuran: str, satu: tuple[str, pl.DataFrame], lain: tuple[str, pl.DataFrame]
) -> list[str]:
    beda = (
        satu[1]
        .select(KUNCI, kiri=ukuran)
        .join(lain[1].select(KUNCI, kanan=ukuran), on=KUNCI, how="full", coalesce=True)
        .with_columns(pl.col("kiri", "kanan").fill_null(0))
        .filter(pl.col("kiri") != pl.col("kanan"))
        .sort(KUNCI)
    )
    if beda.is_empty():
        return []
    contoh = "; ".join(
        f"instansi {kode} {kiri} lawan {kanan}"
        for kode, kiri, kanan in beda.head(_DISEBUT).iter_rows()
    )
    return [f"{ukuran} menurut {satu[0]} dan {lain[0]} berbeda pada {beda.height} instansi: {contoh}."]  # fmt: skip
