"""Closed vocabularies: canonical words, their other spellings, nothing else."""

from functools import lru_cache

import polars as pl

from rules.pembacaan.edisi import Kosakata, kosakata
from rules.pembacaan.sel import NILAI, TERTULIS, Sel, baca_sisanya, sebab


def polos_kata(kolom: str) -> pl.Expr:
    """True where the cell is a canonical word of the vocabulary of that name."""
    return pl.col(kolom).is_in(sorted(kosakata(kolom).baku)).fill_null(value=False)


def baca_kata(teks: pl.Series, kolom: str) -> Sel:
    """A column of the vocabulary `kolom` (asumsi) from text; unknown words are unreadable."""
    kosa = kosakata(kolom)
    sisa = teks.is_not_null() & ~teks.to_frame(kolom).select(polos_kata(kolom)).to_series()
    if not sisa.any():
        return Sel(teks)
    ragu = _ragu(teks, kosa)
    if ragu:
        # A doubtful spelling may itself be a canonical word: P beside W can be a man.
        sisa = sisa | (teks.is_in(ragu) & teks.is_not_null())
    return baca_sisanya(teks, teks, sisa, lambda beda: _samakan(beda, kolom, ragu))


def baku_kata(teks: pl.Expr) -> pl.Expr:
    """Words in capitals, one space between them, no punctuation."""
    return teks.str.to_uppercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def _ragu(teks: pl.Series, kosa: Kosakata) -> list[str]:
    """Spellings that another value present in the same column makes doubtful."""
    if not kosa.ragu:
        return []
    ada = set(pl.select(baku_kata(pl.lit(teks.unique()))).to_series().to_list())
    return [tulisan for tulisan, sebab_ragu in kosa.ragu.items() if sebab_ragu in ada]


def _samakan(beda: pl.DataFrame, kolom: str, ragu: list[str]) -> pl.DataFrame:
    return (
        beda.with_columns(baku_kata(pl.col(TERTULIS)).alias("kunci"))
        .join(_peta(kolom, tuple(ragu)), on="kunci", how="left")
        .with_columns(sebab(pl.col(NILAI), pl.col(NILAI) == pl.col(TERTULIS)))
        .drop("kunci")
    )


@lru_cache
def _peta(kolom: str, ragu: tuple[str, ...]) -> pl.DataFrame:
    """Spelling in capitals (kunci) → canonical word (nilai), without the doubtful ones."""
    return (
        pl.DataFrame(
            [(t, b) for t, b in kosakata(kolom).sinonim.items() if t not in ragu],
            schema={"kunci": pl.String, NILAI: pl.String},
            orient="row",
        )
        .select(baku_kata(pl.col("kunci")).alias("kunci"), NILAI)
        .unique("kunci")
    )
