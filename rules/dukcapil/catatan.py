"""The row beside the Dukcapil extract: known, and with the same birth date, name and sex."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.nik import bentuk_mungkin
from rules.rule import rule


@rule(
    "D-ADA",
    nama="NIK ditemukan di Dukcapil",
    dasar=("tanggal_lahir_menurut", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="nik",
    harapan="NIK yang tercatat di Dukcapil",
    pesan="NIK tidak ditemukan di Dukcapil. Bandingkan dengan KTP; bila sudah sama, yang bersangkutan "
    "menghubungi Dinas Dukcapil.",
)
def ada(k: Ketentuan) -> pl.Expr:
    """A NIK that cannot exist by its form has its own finding."""
    return pl.when(bentuk_mungkin(k.tanggal_acuan.year) | pl.col("dukcapil_ada")).then(
        pl.col("dukcapil_ada")
    )


@rule(
    "D-LAHIR",
    nama="Tanggal lahir sama dengan Dukcapil",
    dasar=("tanggal_lahir_menurut",),
    berat="periksa",
    kolom="tanggal_lahir",
    harapan="tanggal lahir menurut Dukcapil ({dukcapil_tanggal_lahir})",
    pesan="Tanggal lahir {tanggal_lahir} berbeda dari Dukcapil ({dukcapil_tanggal_lahir}); usia dihitung "
    "menurut Dukcapil. Bandingkan dengan KTP dan perbaiki yang keliru.",
)
def lahir(k: Ketentuan) -> pl.Expr:
    """Age follows Dukcapil, so a difference is to be corrected, not to be judged."""
    return pl.col("tanggal_lahir") == pl.col("dukcapil_tanggal_lahir")


@rule(
    "D-NAMA",
    nama="Nama sama dengan Dukcapil",
    dasar=("tanggal_lahir_menurut", "nama_terpotong"),
    berat="periksa",
    kolom="nama",
    harapan="nama menurut Dukcapil",
    pesan='Nama "{nama}" berbeda dari nama di Dukcapil untuk NIK ini. Pastikan NIK dan nama milik orang '
    "yang sama.",
)
def nama(k: Ketentuan) -> pl.Expr:
    """Compared without titles, spaces and signs; the other name is not shown, it may be a stranger's."""
    return pl.col("nama_dukcapil_sama")


@rule(
    "D-KELAMIN",
    nama="Jenis kelamin sama dengan Dukcapil",
    dasar=("tanggal_lahir_menurut",),
    berat="periksa",
    kolom="jenis_kelamin",
    harapan="{dukcapil_jenis_kelamin}",
    pesan="Jenis kelamin {jenis_kelamin} berbeda dari Dukcapil ({dukcapil_jenis_kelamin}). Perbaiki "
    "jenis kelamin; bila sudah benar, periksa apakah NIK ini milik orang lain.",
)
def kelamin(k: Ketentuan) -> pl.Expr:
    """A difference often means that the NIK is somebody else's."""
    return pl.col("jenis_kelamin") == pl.col("dukcapil_jenis_kelamin")
