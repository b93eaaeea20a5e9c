"""Riwayat inside a plausible life: not before working age, not after today."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule
from rules.ungkapan import usia_pada, usia_saat


@rule(
    "R-AWAL-DEPAN",
    nama="Riwayat sudah dimulai",
    dasar=("masih_aktif",),
    berat="periksa",
    jawab=False,
    sasaran="riwayat",
    kolom="tanggal_awal",
    harapan="tanggal yang sudah lewat",
    pesan="Tanggal Awal {tanggal_awal} belum tiba pada hari pemeriksaan ini. Perbaiki tanggalnya.",
)
def awal_lewat(k: Ketentuan) -> pl.Expr:
    """An empty start is R-AWAL-KOSONG's."""
    return pl.col("tanggal_awal") <= k.tanggal


@rule(
    "R-USIA",
    nama="Usia pada awal riwayat wajar",
    dasar=("usia_kerja_minimum", "bentuk_tanggal"),
    berat="periksa",
    jawab=False,
    sasaran="riwayat",
    kolom="tanggal_awal",
    harapan="mulai bekerja pada usia {usia_kerja_minimum} tahun atau lebih",
    pesan="Tanggal Awal {tanggal_awal} mendahului usia {usia_kerja_minimum} tahun (lahir {lahir_tenaga}). "
    "Bandingkan dengan SK dan KTP, lalu perbaiki yang keliru.",
)
def usia_wajar(k: Ketentuan) -> pl.Expr:
    """By the birth date in Data Utama; silent where that makes the person too young for the census, or
    where a date is missing."""
    lahir = pl.col("lahir_tenaga")
    dewasa = usia_pada(lahir, k.tanggal_acuan) >= k.usia_minimum
    return pl.when(dewasa).then(usia_saat(lahir, pl.col("tanggal_awal")) >= k.usia_kerja_minimum)
