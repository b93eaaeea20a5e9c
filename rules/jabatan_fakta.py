"""What the law sees in a job title: excluded or not, near to it or not, which group."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import jabatan_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan


def kamus_jabatan(jabatan: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Each distinct title of the column `jabatan`, judged once: jabatan, baku, kelas (excluded by its
    whole title), kelas_mirip (carries a word of an excluded class), kelompok (null = only by default),
    kelompok_kata."""
    baku = jabatan.drop_nulls().unique().with_columns(baku=jabatan_baku(pl.col("jabatan")))
    kelas = pl.col("baku").replace_strict(
        k.jabatan_dikecualikan, default=None, return_dtype=pl.String
    )
    kelompok = pl.col("baku").replace_strict(
        k.kelompok_menurut_jabatan, default=None, return_dtype=pl.String
    )
    return baku.with_columns(
        kelas=kelas,
        kelas_mirip=pl.when(kelas.is_null()).then(menurut_kata(k.jabatan_dikecualikan_kata)),
        kelompok=kelompok,
        kelompok_kata=menurut_kata(k.kelompok_menurut_kata),
    )


def match_jabatan(tenaga: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Facts about the title of each tenaga (id_tenaga, jabatan, konversi_jabatan).

    Result: id_tenaga, jabatan_baku, kelas_dikecualikan, kelas_mirip (near title, or excluded only by
    its conversion), sebutan_mirip (the text that says so), kelompok_jabatan.
    """
    kamus = kamus_jabatan(
        pl.concat([tenaga.select("jabatan"), tenaga.select(jabatan="konversi_jabatan")]), k
    )
    konversi = kamus.select(pl.all().name.prefix("konversi_"))
    cocok = tenaga.join(kamus, on="jabatan", how="left").join(
        konversi, on="konversi_jabatan", how="left"
    )
    # A title that is excluded outright needs no warning about its likeness.
    mirip = pl.when(pl.col("kelas").is_null()).then(
        pl.coalesce("kelas_mirip", "konversi_kelas", "konversi_kelas_mirip")
    )
    return cocok.select(
        "id_tenaga",
        jabatan_baku="baku",
        kelas_dikecualikan="kelas",
        kelas_mirip=mirip,
        sebutan_mirip=pl.when(pl.col("kelas_mirip").is_not_null())
        .then("jabatan")
        .otherwise("konversi_jabatan"),
        kelompok_jabatan=pl.coalesce(
            "kelompok",
            "konversi_kelompok",
            "kelompok_kata",
            "konversi_kelompok_kata",
            pl.lit(k.kelompok_bawaan),
        ),
    )


def menurut_kata(kata: Mapping[str, str]) -> pl.Expr:
    """The value of the first whole word (or run of words) that column `baku` carries, in the order of the law."""
    pilihan = [
        pl.when(pl.col("baku").str.contains(rf"\b{re.escape(satu)}\b")).then(pl.lit(nilai))
        for satu, nilai in kata.items()
    ]
    return pl.coalesce(*pilihan, pl.lit(None, dtype=pl.String))
