"""NIK: sixteen ASCII digits, or nothing."""

import polars as pl

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.sel import NILAI, TERTULIS, Sel, baca_sisanya, ragukan, sebab

PANJANG = 16
# A spreadsheet number carries 53 bits, an office program shows 15 digits: beyond 2**53 a number may be
# its neighbour, and a 16th digit 0 may be the one that was lost.
ANGKA_TERPERCAYA = 2**53
PENGHIAS = r"[\s\p{Pd}\p{Cf}\p{Pi}\p{Pf}\p{Sk}\p{Mn}'\"._]"


def berakhir_nol(kolom: str) -> pl.Expr:
    """True where the last digit is 0, as it is in every NIK of a column that lost the sixteenth digit."""
    return pl.col(kolom).str.ends_with("0").fill_null(value=False)


def polos_nik(kolom: str) -> pl.Expr:
    """True where the cell already is a NIK as we keep it."""
    nik = pl.col(kolom)
    angka = nik.cast(pl.UInt64, strict=False).is_not_null() & ~nik.str.starts_with("+")
    return (angka & (nik.str.len_bytes() == PANJANG)).fill_null(value=False)


def baca_nik(teks: pl.Series, angka: pl.Series | None = None) -> Sel:
    """NIK column from text; `angka` marks cells stored as numbers (never trusted blindly).

    Spaces, dots, dashes, apostrophes, full-width digits are removed, letter O becomes 0 among digits
    (DIBAKUKAN); everything else that is not 16 digits is unreadable.
    """
    sisa = teks.is_not_null() & ~teks.to_frame("x").select(polos_nik("x")).to_series()
    sel = Sel(teks) if not sisa.any() else baca_sisanya(teks, teks, sisa, _bersihkan)
    sel = sel if angka is None else _tanpa_angka_meragukan(sel, angka)
    return ragukan(sel, _digit_terakhir_hilang(sel.nilai))


def meragukan_bila_angka(nik: pl.Series) -> pl.Series:
    """Mask of NIK that could not be trusted if their cells held numbers."""
    nilai = nik.cast(pl.UInt64, strict=False)
    return ((nilai > ANGKA_TERPERCAYA) | (nilai % 10 == 0)).fill_null(value=False)


def _bersihkan(beda: pl.DataFrame) -> pl.DataFrame:
    rapi = pl.col(TERTULIS).str.normalize("NFKC").str.replace_all(PENGHIAS, "")
    nik = pl.when(rapi.str.contains("^[0-9]")).then(rapi.str.replace_all("[oO]", "0"))
    return beda.with_columns(
        pl.when(nik.str.contains(r"^[0-9]{16}$")).then(nik).alias(NILAI)
    ).with_columns(sebab(pl.col(NILAI), pl.col(NILAI) == pl.col(TERTULIS)))


def _tanpa_angka_meragukan(sel: Sel, angka: pl.Series) -> Sel:
    return ragukan(sel, (angka & meragukan_bila_angka(sel.nilai)).fill_null(value=False).arg_true())


def _digit_terakhir_hilang(nik: pl.Series) -> pl.Series:
    """Positions of all NIK of a column where every one ends in 0: they passed through a number.

    What keeps fifteen digits writes a 0 for the sixteenth, and copied as text it looks like a NIK.
    """
    if nik.is_empty() or not (nik[0] or "0").endswith("0"):
        return nik.clear().is_not_null().arg_true()
    beda = nik.drop_nulls().unique()
    semua = len(beda) >= pembacaan().nik_berakhir_nol and beda.str.ends_with("0").all()
    return (nik.is_not_null() & semua).arg_true()
