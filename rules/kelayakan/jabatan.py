"""Excluded posts: drivers, cleaners, guards and other outsourced ones."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "K-JABATAN",
    nama="Bukan jabatan yang dikecualikan",
    dasar=("kelas_alih_daya", "jabatan_dikecualikan"),
    berat="tolak",
    kriteria="jabatan",
    kolom="jabatan",
    nilai="jabatan",
    harapan="jabatan di luar daftar yang dikecualikan",
    pesan='Jabatan "{jabatan}" dikecualikan dari pendataan (kelas {kelas_dikecualikan}). Bila jabatan itu benar, '
    "hapus lewat lembar Penghapusan; bila keliru, perbaiki menurut SK dan daftar pembayaran.",
    pengubah="Yang diminta: jabatan di luar daftar yang dikecualikan, sebagaimana tertulis dalam SK dan daftar "
    "pembayaran.",
    butuh=("jabatan",),
)
def bukan_dikecualikan(k: Ketentuan) -> pl.Expr:
    """Only the whole normalised title of Jabatan pada Pembayaran rejects."""
    return pl.when(pl.col("jabatan_baku").is_not_null()).then(
        pl.col("kelas_dikecualikan").is_null()
    )


@rule(
    "K-JABATAN-MIRIP",
    nama="Tidak mirip jabatan yang dikecualikan",
    dasar=("jabatan_dikecualikan_kata", "jabatan_mirip_menolak"),
    berat="periksa",
    kriteria="jabatan",
    kolom="jabatan",
    nilai="sebutan_mirip",
    harapan="tugas di luar jabatan yang dikecualikan",
    pesan='Sebutan "{sebutan_mirip}" mirip jabatan yang dikecualikan (kelas {kelas_mirip}). Pastikan '
    "tugasnya yang sebenarnya; bila memang bukan, tidak perlu diubah.",
)
def tidak_mirip(k: Ketentuan) -> pl.Expr:
    """A word of an excluded class in the title or in its conversion only warns."""
    return pl.col("kelas_mirip").is_null()
