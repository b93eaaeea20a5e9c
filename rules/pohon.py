"""The tree over a potret: one root for all people, a short path for each of them.

It is the Merkle tree of RFC 6962: a leaf is SHA-256 of a zero byte and its text, a node SHA-256 of
a one byte, its left and its right child; a last node without a partner goes up as it is. The root
of nobody is the SHA-256 of nothing. Leaves stand in the order of their digests, so that a place in
the tree says nothing about anyone.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

_DAUN, _SIMPUL = b"\x00", b"\x01"
_GARAM_HURUF = 32


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step up: the digest (hex) of the partner, and whether it stands left of us."""

    kiri: bool
    sidik: str


@dataclass(frozen=True)
class Pohon:
    """All levels of one tree, leaves first; the last level is the root alone (empty for nobody)."""

    lapis: tuple[tuple[bytes, ...], ...]

    @property
    def akar(self) -> str:
        """The root in hexadecimal."""
        return (self.lapis[-1][0] if self.lapis[0] else hashlib.sha256().digest()).hex()

    def jalur(self, daun: str) -> tuple[Langkah, ...]:
        """The path from a leaf (hex) to the root; ValueError when it is no leaf of this tree."""
        letak = self.lapis[0].index(bytes.fromhex(daun))
        langkah = []
        for lapis in self.lapis[:-1]:
            pasangan = letak ^ 1
            if pasangan < len(lapis):
                langkah.append(Langkah(pasangan < letak, lapis[pasangan].hex()))
            letak //= 2
        return tuple(langkah)

    def jalur_semua(self) -> pl.DataFrame:
        """The paths of all leaves: a row for each, in the order of `lapis[0]`, and a column for each step.

        A step is struct(kiri, sidik) as `jalur` gives it, null where nobody stands beside. One level is
        one column for everybody, and a digest is written as text once, however many paths hold it.
        """
        letak = pl.int_range(len(self.lapis[0]), eager=True)
        return pl.DataFrame(
            [
                _partner(lapis, letak // 2**tinggi).alias(f"jalur_{tinggi}")
                for tinggi, lapis in enumerate(self.lapis[:-1])
            ]
        )


def garam_baris(baris: pl.Series, rahasia: bytes) -> pl.Series:
    """Salt of each canonical line: without it nobody can guess the line behind a digest in a path.

    It comes from the line and a secret that everybody who may see all lines can compute again
    (128 bits in hex), so the same state gives the same tree on another machine.
    """
    sidik = (hashlib.sha256(rahasia + satu).hexdigest()[:_GARAM_HURUF] for satu in _bytes(baris))
    return pl.Series("garam", sidik, dtype=pl.String)


def daun(baris: pl.Series, garam: pl.Series) -> list[bytes]:
    """Leaf of each canonical line with its salt behind a tab, in the order of the lines.

    hashlib over the bytes of a column takes a tenth of DuckDB's sha256, and Polars has none.
    """
    teks = pl.select(pl.concat_str(baris, garam, separator="\t")).to_series()
    return list(map(daun_teks, _bytes(teks)))


def daun_teks(teks: bytes) -> bytes:
    """Leaf of one text."""
    return hashlib.sha256(_DAUN + teks).digest()


def tanam(daun: Iterable[bytes]) -> Pohon:
    """The tree over these leaves, whatever order they come in."""
    lapis = [tuple(sorted(daun))]
    while len(lapis[-1]) > 1:
        lapis.append(_raise(lapis[-1]))
    return Pohon(tuple(lapis))


def climb(daun: bytes, jalur: Sequence[Langkah]) -> str:
    """The root (hex) that a leaf reaches by this path."""
    for langkah in jalur:
        pasangan = bytes.fromhex(langkah.sidik)
        daun = _node(pasangan, daun) if langkah.kiri else _node(daun, pasangan)
    return daun.hex()


def _partner(lapis: tuple[bytes, ...], letak: pl.Series) -> pl.Series:
    """The step up from each place in a level; null where nobody stands beside it."""
    # One place more than there are: the partner of a last node without one.
    sidik = pl.Series([*lapis, None], dtype=pl.Binary).bin.encode("hex").gather(letak ^ 1)
    langkah = pl.struct(kiri=letak % 2 == 1, sidik=sidik)
    return pl.select(pl.when(sidik.is_not_null()).then(langkah)).to_series()


def _raise(lapis: tuple[bytes, ...]) -> tuple[bytes, ...]:
    pasangan = [_node(kiri, kanan) for kiri, kanan in zip(lapis[::2], lapis[1::2], strict=False)]
    return (*pasangan, *(lapis[-1:] if len(lapis) % 2 else ()))


def _node(kiri: bytes, kanan: bytes) -> bytes:
    return hashlib.sha256(_SIMPUL + kiri + kanan).digest()


def _bytes(teks: pl.Series) -> list[bytes]:
    return teks.cast(pl.Binary).to_list()
