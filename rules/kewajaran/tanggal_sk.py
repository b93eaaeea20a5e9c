"""Dates of decrees that look written for the census."""

import polars as pl

from rules.hari_libur import KERJA
from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "W-MULAI-TUMPUK",
    nama="Tanggal mulai tidak menumpuk tepat sebelum batas masa kerja",
    dasar=("tumpuk_hari", "tumpuk_ruas", "tumpuk_orang", "tumpuk_simpangan"),
    berat="info",
    lingkup="nasional",
    sasaran="kewajaran",
    kolom="tanggal_mulai",
    pesan="Mulai bekerja tepat sebelum batas masa kerja, bersama {mulai_tumpuk_orang} orang "
    "({mulai_tumpuk_persen}%) instansi ini dalam {tumpuk_ruas} hari yang sama; di instansi lain {mulai_tumpuk_persen_lain}%.",
)
def mulai_tidak_menumpuk(k: Ketentuan) -> pl.Expr:
    """Compares the share of an instansi that began within the same days of the window with that of all other
    instansi. Null where the date is missing or no other instansi has dates."""
    return (
        ~pl.col("mulai_tumpuk_dekat")
        | (pl.col("mulai_tumpuk_orang") < k.tumpuk_orang)
        | (pl.col("mulai_tumpuk_simpangan") < k.tumpuk_simpangan)
    )


@rule(
    "W-SK-TUMPUK",
    nama="Tanggal SK tidak menumpuk tepat sebelum tanggal SK paling akhir",
    dasar=("tumpuk_hari", "tumpuk_ruas", "tumpuk_orang", "tumpuk_simpangan"),
    berat="info",
    lingkup="nasional",
    sasaran="kewajaran",
    kolom="tanggal_sk",
    pesan="SK bertanggal tepat sebelum {sk_maksimum_tanggal}, bersama {sk_tumpuk_orang} orang "
    "({sk_tumpuk_persen}%) instansi ini dalam {tumpuk_ruas} hari yang sama; di instansi lain {sk_tumpuk_persen_lain}%.",
)
def sk_tidak_menumpuk(k: Ketentuan) -> pl.Expr:
    """The same for the last day an SK may bear. Null where the date is missing or no other instansi has dates."""
    return (
        ~pl.col("sk_tumpuk_dekat")
        | (pl.col("sk_tumpuk_orang") < k.tumpuk_orang)
        | (pl.col("sk_tumpuk_simpangan") < k.tumpuk_simpangan)
    )


@rule(
    "W-SK-LIBUR",
    nama="SK ditandatangani pada hari kerja",
    dasar=("sk_hari_kerja",),
    berat="info",
    sasaran="kewajaran",
    kolom="tanggal_sk",
    pesan="SK bertanggal {tanggal_sk}, hari libur: {sk_hari}.",
)
def sk_hari_kerja(k: Ketentuan) -> pl.Expr:
    """No office signs on a Sunday or a national holiday. Null where the date is missing or its year stands
    outside the holiday calendar."""
    return pl.col("sk_hari") == KERJA


@rule(
    "W-MULAI-LIBUR",
    nama="Mulai bekerja pada hari kerja",
    dasar=("libur_mulai_wajar",),
    berat="info",
    sasaran="kewajaran",
    kolom="tanggal_mulai",
    pesan="Mulai bekerja {tanggal_mulai}, hari libur: {mulai_hari}.",
)
def mulai_hari_kerja(k: Ketentuan) -> pl.Expr:
    """The first of a month is how decrees count ("terhitung mulai tanggal"), holiday or not. Null where
    the date is missing or its year stands outside the holiday calendar."""
    lazim = pl.col("tanggal_mulai").dt.day().is_in(list(k.libur_mulai_wajar))
    return lazim | (pl.col("mulai_hari") == KERJA)


@rule(
    "W-SK-SUSULAN",
    nama="Masa kerja tidak ditarik mundur oleh SK",
    dasar=("sk_susulan_hari",),
    berat="info",
    sasaran="kewajaran",
    kolom="tanggal_sk",
    pesan="SK bertanggal {tanggal_sk} menghitung masa kerja mulai {tanggal_mulai}, lebih dari {sk_susulan_hari} "
    "hari sebelumnya.",
)
def sk_tidak_susulan(k: Ketentuan) -> pl.Expr:
    """An SK that dates the work long back lends tenure that no earlier SK shows. Null where a date is missing."""
    hari = (pl.col("tanggal_sk") - pl.col("tanggal_mulai")).dt.total_days()
    return hari <= k.sk_susulan_hari
