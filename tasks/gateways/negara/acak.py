"""Chance without state: every value is a function of (seed, stream, number), in any order and process."""

from math import gcd

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

EMAS = 0.6180339887498949


def acak(benih: int, aliran: str, nomor: I64) -> U64:
    """Uniform 64-bit words for `nomor` in the stream named `aliran` (splitmix64)."""
    garam = np.uint64(_garam(benih, aliran))
    with np.errstate(over="ignore"):
        z = nomor.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + garam
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def bilangan(benih: int, aliran: str, nomor: I64, batas: I64 | int) -> I64:
    """Whole numbers from 0 to batas - 1."""
    return np.asarray(pecahan(benih, aliran, nomor) * batas).astype(np.int64)


def pecahan(benih: int, aliran: str, nomor: I64) -> NDArray[np.float64]:
    """Fractions in [0, 1)."""
    return (acak(benih, aliran, nomor) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def baku(benih: int, aliran: str, nomor: I64) -> NDArray[np.float64]:
    """Roughly standard normal deviates (sum of twelve uniforms)."""
    return sum(pecahan(benih, f"{aliran}/{i}", nomor) for i in range(12)) - 6.0  # type: ignore[return-value]


def langkah(n: int) -> int:
    """A stride coprime to n near its golden section: neighbours end up far apart."""
    a = max(1, int(n * EMAS))
    while gcd(a, n) != 1:
        a += 1
    return a


def acak_urut(nomor: I64, n: int, geser: int) -> I64:
    """Affine permutation of 0..n-1: spreads evenly, needs no memory."""
    n = max(n, 1)
    return (nomor * langkah(n) + geser % n) % n


def balik_urut(nomor: I64, n: int, geser: int) -> I64:
    """Inverse of acak_urut."""
    return ((nomor - geser % n) % n * pow(langkah(n), -1, n)) % n if n > 1 else nomor * 0


def _garam(benih: int, aliran: str) -> int:
    garam = (benih * 0x2545F4914F6CDD1D + 0x632BE59BD9B4E019) & (2**64 - 1)
    for huruf in aliran.encode():
        garam = ((garam ^ huruf) * 0x100000001B3) & (2**64 - 1)
    return garam
