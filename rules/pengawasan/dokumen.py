"""Documents that an instansi delivered itself, judged by their content."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule

KTP_FOTO = ("KTP", "FOTO")


@rule(
    "K-BERKAS-UTUH",
    nama="Dokumen yang dikirim utuh",
    dasar=("dokumen_tipe",),
    berat="periksa",
    jawab=False,
    sasaran="dokumen",
    kolom="nama",
    harapan="berkas PDF atau JPEG yang dapat dibuka",
    pesan='Dokumen "{nama}" terpotong: isinya {tipe}, tetapi tidak sampai akhir. Kirim ulang berkas yang dapat '
    "dibuka.",
)
def utuh(k: Ketentuan) -> pl.Expr:
    """Only what we can judge, by its end mark."""
    return pl.col("utuh")


@rule(
    "K-BERKAS-TIPE",
    nama="Isi dokumen yang dikirim diterima",
    dasar=("dokumen_tipe", "ktp_foto_tipe"),
    berat="periksa",
    jawab=False,
    sasaran="dokumen",
    kolom="nama",
    nilai="tipe",
    harapan="{dokumen_tipe}; KTP dan pas foto {ktp_foto_tipe}",
    pesan='Isi dokumen "{nama}" adalah {tipe}, apa pun namanya; yang diterima {dokumen_tipe} (KTP dan pas foto '
    "{ktp_foto_tipe}). Pindai atau simpan ulang dalam jenis itu, lalu kirim lagi.",
)
def tipe(k: Ketentuan) -> pl.Expr:
    """By its first bytes; a name proves nothing."""
    foto = pl.col("jenis_dokumen").is_in(KTP_FOTO)
    boleh = pl.when(foto).then(pl.col("tipe").is_in(list(k.ktp_foto_tipe)))
    return boleh.otherwise(pl.col("tipe").is_in(list(k.dokumen_tipe)))


@rule(
    "K-BERKAS-KTP-FOTO",
    nama="Ukuran KTP dan pas foto sesuai",
    dasar=("ktp_foto_ukuran_maksimum", "dokumen_menurut_nama"),
    berat="periksa",
    jawab=False,
    sasaran="dokumen",
    kolom="nama",
    nilai="{ukuran} byte",
    harapan="paling besar {ktp_foto_ukuran_maksimum} byte",
    pesan='Ukuran "{nama}" {ukuran} byte; KTP dan pas foto paling besar {ktp_foto_ukuran_maksimum} byte. Perkecil, '
    "lalu kirim lagi.",
)
def ktp_foto(k: Ketentuan) -> pl.Expr:
    """Known by the beginning of the file name (asumsi); the sizes of the others are asked of the row."""
    foto = pl.col("jenis_dokumen").is_in(KTP_FOTO)
    return pl.when(foto).then(pl.col("ukuran") <= k.ktp_foto_ukuran_maksimum)
