"""Excluded posts under other names: synonyms, and titles that are spelled almost like them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from rapidfuzz import process
from rapidfuzz.distance import OSA

from rules.jabatan_fakta import kamus_jabatan

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

SEBUTAN_LAIN, EJAAN = "sebutan lain", "ejaan"
_SKEMA = {"kata": pl.String, "mirip": pl.String}
# Titles compared at a time: the table of likenesses stays below a few megabytes.
_SEKALI = 10_000


def kamus_samar(jabatan: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """The distinct titles of column `jabatan` that the law neither excludes nor finds near, but that
    say an excluded post otherwise: jabatan, samar_kelas, samar_sebutan (what it is like), samar_cara."""
    wajar = [pl.col("baku").str.contains(rf"\b{satu}\b") for satu in k.jabatan_samar_bukan]
    kamus = (
        kamus_jabatan(jabatan, k)
        .filter(pl.col("kelas").is_null() & pl.col("kelas_mirip").is_null())
        .filter(~pl.any_horizontal(pl.lit(False), *wajar))
        .select("jabatan", "baku")
        .drop_nulls()
        .collect()
    )
    lain = pl.col("baku").replace_strict(k.jabatan_samar, default=None, return_dtype=pl.String)
    kelas = k.jabatan_samar | k.jabatan_dikecualikan | k.jabatan_dikecualikan_kata
    hasil = kamus.with_columns(lain=lain).join(_ejaan(kamus["baku"], k), on="baku", how="left")
    return (
        hasil.lazy()
        .with_columns(samar_sebutan=pl.when(pl.col("lain").is_not_null()).then("baku").otherwise("mirip"))
        .filter(pl.col("samar_sebutan").is_not_null())
        .select(
            "jabatan",
            "samar_sebutan",
            samar_kelas=pl.col("samar_sebutan").replace_strict(kelas, return_dtype=pl.String),
            samar_cara=pl.when(pl.col("lain").is_null()).then(pl.lit(EJAAN)).otherwise(pl.lit(SEBUTAN_LAIN)),
        )
    )  # fmt: skip


def _ejaan(baku: pl.Series, k: "Ketentuan") -> pl.DataFrame:
    """baku, mirip: titles spelled like an excluded one as a whole, or with a word spelled like one of
    the words of an excluded class."""
    utuh = _nearest(baku.unique(), [*k.jabatan_dikecualikan, *k.jabatan_samar], k)
    kata = (
        pl.DataFrame({"baku": baku})
        .with_columns(kata=pl.col("baku").str.split(" "))
        .explode("kata")
    )
    dekat = _nearest(kata["kata"].unique(), list(k.jabatan_dikecualikan_kata), k)
    per_kata = kata.join(dekat, on="kata").select("baku", "mirip")
    return pl.concat([utuh.rename({"kata": "baku"}), per_kata]).unique("baku", keep="first", maintain_order=True)  # fmt: skip


def _nearest(teks: pl.Series, sasaran: Sequence[str], k: "Ketentuan") -> pl.DataFrame:
    """kata, mirip: the texts that are long enough and near to one of `sasaran`, with the nearest."""
    panjang = sorted(teks.filter(teks.str.len_chars() >= k.jabatan_samar_huruf).to_list())
    pilihan = [satu for satu in sasaran if len(satu) >= k.jabatan_samar_huruf]
    hasil: Mapping[str, list[str]] = {"kata": [], "mirip": []}
    for awal in range(0, len(panjang) if pilihan else 0, _SEKALI):
        potong = panjang[awal : awal + _SEKALI]
        nilai = process.cdist(potong, pilihan, scorer=OSA.normalized_similarity, dtype=np.float64)
        letak, terbaik = nilai.argmax(axis=1), nilai.max(axis=1)
        kena = np.flatnonzero(terbaik >= k.jabatan_samar_kemiripan).tolist()
        hasil["kata"].extend(potong[n] for n in kena)
        hasil["mirip"].extend(pilihan[letak[n]] for n in kena)
    return pl.DataFrame(hasil, schema=_SKEMA)
