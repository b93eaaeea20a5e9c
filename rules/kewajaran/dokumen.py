"""Documents that cannot be everybody's who names them."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "W-BERKAS-SK",
    nama="Satu berkas SK, satu nomor SK",
    dasar=("dokumen_nomor_sk",),
    berat="info",
    lingkup="nasional",
    sasaran="kewajaran",
    kolom="file_sk",
    pesan='Berkas SK "{file_sk}" dipakai {berkas_sk_orang} orang dengan {berkas_sk_nomor} nomor SK.',
)
def berkas_sk_satu_nomor(k: Ketentuan) -> pl.Expr:
    """A collective SK is one file for one number. A file that one person names, or that nobody can read the
    content of, is no finding; null where no file is named."""
    satu = pl.col("berkas_sk_nomor").is_null() | (pl.col("berkas_sk_nomor") <= k.dokumen_nomor_sk)
    return pl.when(pl.col("file_sk").is_not_null()).then(satu)


@rule(
    "W-BERKAS-BUKTI",
    nama="Satu bukti pembayaran, beberapa unit saja",
    dasar=("dokumen_unit_bukti",),
    berat="info",
    lingkup="nasional",
    sasaran="kewajaran",
    kolom="file_bukti",
    pesan='Bukti pembayaran "{file_bukti}" dipakai {berkas_bukti_orang} orang dari {berkas_bukti_unit} unit kerja.',
)
def berkas_bukti_satu_unit(k: Ketentuan) -> pl.Expr:
    """A pay list names the people of one treasurer. Null where no file is named."""
    satu = pl.col("berkas_bukti_unit").is_null() | (
        pl.col("berkas_bukti_unit") <= k.dokumen_unit_bukti
    )
    return pl.when(pl.col("file_bukti").is_not_null()).then(satu)


@rule(
    "W-TANPA-JEJAK",
    nama="Orangnya pernah muncul, atau ada bukti pembayarannya",
    dasar=("masih_aktif",),
    berat="info",
    sasaran="kewajaran",
    kolom="file_bukti",
    pesan="Tidak pernah membuat akun atau menyatakan diri di portal, dan tidak ada bukti pembayarannya.",
)
def ada_jejak(k: Ketentuan) -> pl.Expr:
    """The sign of a ghost: no account, no confirmation, no proof of pay. Null where a feed of the portal
    never came and nothing else shows the person."""
    return pl.col("akun_ada") | pl.col("konfirmasi_ada") | pl.col("bukti_ada")
