"""The one column that only eks THK-II owe."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule
from rules.ungkapan import terisi


@rule(
    "T-NOMOR",
    nama="Nomor peserta THK-II terisi bagi THK-II",
    dasar=("status_pendataan", "thk2_bukti"),
    berat="periksa",
    kolom="nomor_peserta_thk2",
    harapan="nomor peserta THK-II menurut daftar induk",
    pesan="Orang ini ada dalam daftar induk THK-II menurut NIK, tetapi No Peserta THK-II kosong. Isi nomornya.",
)
def nomor_thk2(k: Ketentuan) -> pl.Expr:
    """Obligatory for eks THK-II only: known by NIK and proven. Others leave the column empty."""
    return pl.when(pl.col("thk2_cocok")).then(terisi("nomor_peserta_thk2"))
