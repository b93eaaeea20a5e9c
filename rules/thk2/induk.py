"""THK-II against BKN's master list and the LAPOR THK-II reports."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "T-INDUK",
    nama="Nomor peserta THK-II ada dalam daftar induk",
    dasar=("status_pendataan", "thk2_bukti"),
    berat="periksa",
    kolom="nomor_peserta_thk2",
    harapan="nomor dalam daftar induk THK-II BKN",
    pesan="Nomor peserta {nomor_peserta_thk2} tidak ada dalam daftar induk THK-II, jadi orang ini "
    "diperlakukan sebagai non-ASN biasa. Perbaiki nomornya; kosongkan bila ia bukan THK-II.",
)
def ada_di_induk(k: Ketentuan) -> pl.Expr:
    """Asked of everyone who gives a number; without one the row claims nothing."""
    return pl.when(pl.col("nomor_peserta_thk2").is_not_null()).then(pl.col("thk2_nomor_ada"))


@rule(
    "T-COCOK",
    nama="Nama atau tanggal lahir cocok dengan daftar induk",
    dasar=("thk2_bukti",),
    berat="periksa",
    kolom="nomor_peserta_thk2",
    harapan="nama atau tanggal lahir sama dengan daftar induk THK-II",
    pesan="Nama dan tanggal lahir berbeda dari daftar induk THK-II untuk nomor atau NIK ini, jadi "
    "orang ini diperlakukan sebagai non-ASN biasa. Periksa nomor, nama dan tanggal lahirnya.",
)
def cocok(k: Ketentuan) -> pl.Expr:
    """Found by number or NIK, yet neither name nor birth date agrees: perhaps another's number."""
    return pl.when(pl.col("thk2_ada")).then(pl.col("thk2_cocok"))


@rule(
    "T-PINDAH",
    nama="THK-II terdaftar di instansi daftar induk atau sudah dilepas",
    dasar=("thk2_pindah_dilepas_dulu", "alasan_lapor_thk2"),
    berat="periksa",
    kolom="nomor_peserta_thk2",
    nilai="thk2_instansi",
    harapan="LAPOR THK-II (PINDAH) oleh instansi dalam daftar induk",
    pesan="Dalam daftar induk orang ini tercatat di {thk2_instansi}, yang belum melaporkannya pindah "
    "ke instansi ini. Mintalah instansi itu melaporkannya lewat LAPOR THK-II.",
)
def sudah_dilepas(k: Ketentuan) -> pl.Expr:
    """The listed instansi releases first, then the new one registers."""
    di_sini = pl.col("thk2_kode_instansi") == pl.col("kode_instansi")
    dilepas = di_sini | pl.col("lapor_lepas") | (not k.thk2_pindah_dilepas_dulu)
    return pl.when(pl.col("thk2_cocok")).then(dilepas)


@rule(
    "T-LAPOR",
    nama="Tidak dilaporkan meninggal atau tidak aktif",
    dasar=("masih_aktif", "alasan_lapor_thk2", "terdaftar_dianggap_aktif"),
    berat="tolak",
    kriteria="aktif",
    kolom="nomor_peserta_thk2",
    nilai="lapor_alasan",
    harapan="tidak dilaporkan meninggal, berhenti atau pindah",
    pesan="Dilaporkan lewat LAPOR THK-II dengan alasan {lapor_alasan}, tetapi masih terdaftar di "
    "instansi ini. Bila laporan itu benar, hapus lewat lembar Penghapusan.",
)
def tidak_dilaporkan(k: Ketentuan) -> pl.Expr:
    """Reported dead by anyone, or gone by the very instansi that registers."""
    return ~pl.col("lapor_tak_aktif")
