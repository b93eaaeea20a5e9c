"""Rows of the list as they are compared, and what Dukcapil says of each."""

import polars as pl

from rules.pembacaan.nik import PANJANG
from rules.serupa.turunan import kerangka, nama_ejaan
from rules.ungkapan import nama_baku, nik_angka, nomor_thk2_baku

# What Dukcapil says of a row: the NIK is this person's, somebody else's, nobody's.
SENDIRI, ASING, TIADA = 2, 1, 0


def siapkan(tenaga: pl.LazyFrame, tertulis: pl.LazyFrame) -> pl.LazyFrame:
    """Rows of the list as the configuration compares them: id, kode_instansi, nik, nama, tanggal_lahir …

    `tertulis`: id_tenaga and `nik` as typed, of those whose NIK could not be read: its digits still tell
    who it is, unless more than one is missing or too many.
    """
    digit = pl.col("nik").str.replace_all("[^0-9]", "")
    cukup = digit.str.len_chars().is_between(PANJANG - 1, PANJANG + 1)
    angka = tertulis.select("id_tenaga", nik_tertulis=pl.when(cukup).then(digit))
    return tenaga.join(angka, on="id_tenaga", how="left").select(
        "kode_instansi", "nama", "tanggal_lahir", "jenis_kelamin",
        id="id_tenaga",
        nik=pl.coalesce("nik", "nik_tertulis"),
        tempat_lahir=pl.col("tempat_lahir").str.to_uppercase(),
        nomor_thk2=nomor_thk2_baku(pl.col("nomor_peserta_thk2")),
    )  # fmt: skip


def sebut_terbukti(baris: pl.DataFrame, dukcapil: pl.LazyFrame | None) -> pl.DataFrame:
    """`baris` with `terbukti`: SENDIRI, ASING or TIADA; null without the extract.

    A NIK is one's own by the name alone, however spelt: the birth date stands in the NIK and would agree
    with that of any neighbour in the register.
    """
    if dukcapil is None:
        return baris.with_columns(terbukti=pl.lit(None, pl.Int8))
    milik = baris.select("id", "nama", angka=nik_angka(pl.col("nik")))
    catatan = (
        dukcapil.select(angka=nik_angka(pl.col("nik")), nama_d="nama")
        .join(milik.lazy(), on="angka")
        .with_columns(sama=_sebunyi("nama") == _sebunyi("nama_d"))
        .group_by("id")
        .agg(sama=pl.col("sama").any())
        .collect(engine="streaming")
    )
    kata = pl.when("sama").then(SENDIRI).when(pl.col("sama").is_not_null()).then(ASING)
    return (
        baris.join(catatan, on="id", how="left", maintain_order="left")
        .with_columns(terbukti=kata.otherwise(TIADA).cast(pl.Int8))
        .drop("sama")
    )


def _sebunyi(kolom: str) -> pl.Expr:
    return kerangka(nama_ejaan(nama_baku(pl.col(kolom))))
