"""How a NIK may be shown outside: enough for a person to find themself, not enough to use."""

import re

import polars as pl

TAMPAK_AWAL = 4
TAMPAK_AKHIR = 2
# Shorter runs are dates, SK numbers and THK-II participants.
_DERET = re.compile(r"[0-9]{14,}")


def samarkan_nik(nik: pl.Expr) -> pl.Expr:
    """Masked NIK: first 4 and last 2 of 16 digits, the rest asterisks; null stays null."""
    tertutup = "*" * (16 - TAMPAK_AWAL - TAMPAK_AKHIR)
    return pl.concat_str(
        nik.str.slice(0, TAMPAK_AWAL), pl.lit(tertutup), nik.str.slice(-TAMPAK_AKHIR)
    )


def samarkan_teks(teks: str) -> str:
    """A text in which somebody may have written a NIK: long runs of digits lose their middle."""
    return _DERET.sub(lambda deret: _tutup(deret[0]), teks)


def samarkan_isian_nik(teks: str) -> str:
    """What was written in a NIK cell, however wrong: the digits but the first and last are hidden, so
    that its form can still be judged."""
    angka = [letak for letak, huruf in enumerate(teks) if huruf.isdigit()]
    tutup = set(angka[TAMPAK_AWAL : max(len(angka) - TAMPAK_AKHIR, TAMPAK_AWAL)])
    return "".join("*" if letak in tutup else huruf for letak, huruf in enumerate(teks))


def _tutup(deret: str) -> str:
    tengah = len(deret) - TAMPAK_AWAL - TAMPAK_AKHIR
    return deret[:TAMPAK_AWAL] + "*" * tengah + deret[-TAMPAK_AKHIR:]
