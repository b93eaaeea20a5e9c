"""Largest remainder: whole numbers that add up to a total, as near to their shares as they can be."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]


def bagi(total: int, bobot: Sequence[float] | NDArray[np.float64] | I64, minimum: int = 0) -> I64:
    """Split `total` by `bobot`; every positive weight receives at least `minimum`.

    Raises ValueError when the total cannot give everyone the minimum.
    """
    berat = np.asarray(bobot, dtype=np.float64)
    dasar = np.where(berat > 0, minimum, 0).astype(np.int64)
    sisa = total - int(dasar.sum())
    if sisa < 0 or (sisa > 0 and berat.sum() <= 0):
        raise ValueError(f"cannot split {total} over {int((berat > 0).sum())} shares")
    if sisa == 0:
        return dasar
    # What the minimum already gave counts towards the share.
    ideal = np.maximum(berat / berat.sum() * total - dasar, 0.0)
    ideal = ideal / ideal.sum() * sisa if ideal.sum() > 0 else berat / berat.sum() * sisa
    bulat = np.floor(ideal + 1e-9).astype(np.int64)
    kurang = sisa - int(bulat.sum())
    urut = np.lexsort((np.arange(len(berat)), bulat - ideal))
    bulat[urut[:kurang]] += 1
    return dasar + bulat


def skalakan(total: int, skala: float) -> int:
    """The published total at this scale."""
    return round(total * skala)
