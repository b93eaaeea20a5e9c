"""One person's document in the rows of several people."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "G-IJAZAH",
    nama="Berkas ijazah dipakai satu orang",
    dasar=("dokumen_pribadi",),
    berat="periksa",
    lingkup="nasional",
    kolom="file_ijazah",
    harapan="berkas ijazah milik orang itu sendiri",
    pesan='Berkas ijazah "{file_ijazah}" dipakai {ijazah_jumlah_nik} orang yang berbeda (isi atau namanya sama). '
    "Periksa siapa pemiliknya, lalu unggah ijazah masing-masing dengan nama sendiri.",
)
def ijazah_sendiri(k: Ketentuan) -> pl.Expr:
    """An SK or a proof of pay may name many people; a diploma names one."""
    return pl.col("ijazah_jumlah_nik").is_null() | ("ijazah" not in k.dokumen_pribadi)
