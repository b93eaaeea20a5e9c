"""How the person is paid and for how long: direct APBN/APBD pay, at least a year of it, never BLU."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "K-HONORARIUM",
    nama="Pernah dibayar langsung",
    dasar=("pembayaran_langsung", "honorarium_minimum_periode", "data_utama_dianggap_langsung"),
    berat="tolak",
    kriteria="honorarium",
    kolom="nomor_sk",
    nilai="pembayaran_sk",
    harapan="pembayaran langsung {pembayaran_langsung} sampai {tanggal_acuan}",
    pesan="Tidak ada masa kerja sampai {tanggal_acuan} yang honorariumnya dibayar langsung dari "
    "{pembayaran_langsung}. Lengkapi Data Riwayat bila ada; bila memang tidak ada, hapus lewat lembar "
    "Penghapusan.",
    pengubah="Yang diminta: sedikitnya {honorarium_minimum_periode} masa kerja sampai {tanggal_acuan} yang dibayar "
    "langsung dari {pembayaran_langsung}, dengan SK dan bukti pembayarannya.",
    butuh=("tanggal_mulai", "tanggal_akhir"),
    butuh_riwayat=("tanggal_awal", "tanggal_akhir", "pembayaran"),
)
def dibayar_langsung(k: Ketentuan) -> pl.Expr:
    """One directly paid period suffices; today's pay may be procurement."""
    return pl.col("ada_bayar_langsung")


@rule(
    "K-HONOR-BOS",
    nama="Tanpa bulan yang dibayar BOS",
    dasar=("pembayaran_jabatan_asn", "bos_dihitung", "bos_dihitung_bagi"),
    berat="periksa",
    kriteria="honorarium",
    kolom="nomor_sk",
    nilai="{pembayaran_jabatan_asn}",
    pesan="Sebagian masa kerja dibayar dari {pembayaran_jabatan_asn}; dihitung karena jabatannya "
    "dikonversi ke jabatan ASN. Siapkan bukti pembayarannya.",
)
def tanpa_bos(k: Ketentuan) -> pl.Expr:
    """A flag: official statements about BOS differ."""
    return ~pl.col("ada_bayar_jabatan_asn")


@rule(
    "K-MASA-KERJA",
    nama="Masa kerja paling singkat",
    dasar=("masa_kerja_minimum_bulan", "tanggal_acuan", "masa_kerja_akumulatif"),
    berat="tolak",
    kriteria="masa_kerja",
    kolom="tanggal_mulai",
    nilai="{bulan_kerja} bulan",
    harapan="paling singkat {masa_kerja_minimum_bulan} bulan sampai {tanggal_acuan}",
    pesan="Masa kerja yang dibayar langsung {bulan_kerja} bulan sampai {tanggal_acuan}; paling singkat "
    "{masa_kerja_minimum_bulan} bulan. Lengkapi Data Riwayat bila ada masa kerja yang belum tercatat.",
    pengubah="Kurang {bulan_kurang} bulan lagi yang dibayar langsung sebelum atau pada {tanggal_acuan}, dengan SK dan "
    "bukti pembayarannya.",
    butuh=("tanggal_mulai", "tanggal_akhir"),
    butuh_riwayat=("tanggal_awal", "tanggal_akhir", "pembayaran"),
    turunan={"bulan_kurang": lambda k: k.masa_kerja_minimum_bulan - pl.col("bulan_kerja")},
)
def masa_kerja(k: Ketentuan) -> pl.Expr:
    """Too few months are final only when every period could be read."""
    cukup = pl.col("bulan_kerja") >= k.masa_kerja_minimum_bulan
    return pl.when(cukup).then(True).when(~pl.col("periode_tak_terbaca")).then(False)


@rule(
    "K-BLU",
    nama="Bukan BLU/BLUD",
    dasar=("pembayaran_blu", "blu_dari_sk_utama"),
    berat="tolak",
    kriteria="blu",
    kolom="nomor_sk",
    nilai="pembayaran_sk",
    harapan="bukan {pembayaran_blu}",
    pesan="SK pada Data Utama dibayar dari {pembayaran_sk}; tenaga BLU/BLUD tidak termasuk pendataan. Bila benar, "
    "hapus lewat lembar Penghapusan; bila keliru, perbaiki Pembayaran Honorarium pada Data Riwayat.",
    pengubah="Yang diminta: SK pada Data Utama dibayar langsung dari {pembayaran_langsung}, dengan bukti pembayarannya.",
    butuh_riwayat=("pembayaran",),
)
def bukan_blu(k: Ketentuan) -> pl.Expr:
    """Judged by the riwayat row with the same SK number; no such row means direct pay."""
    bukan = ~pl.col("pembayaran_sk").is_in(list(k.pembayaran_blu))
    gelap = pl.col("pembayaran_sk_gelap").fill_null(False)
    return pl.when(~gelap).then(bukan.fill_null(True))
