"""One person, one registration: inside an instansi, across them, and per THK-II number."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "G-NIK-INSTANSI",
    nama="NIK sekali dalam daftar instansi",
    dasar=("status_pendataan",),
    berat="periksa",
    jawab=False,
    kolom="nik",
    sasaran="ganda",
    harapan="satu baris per NIK",
    pesan="NIK ini sudah ada di {tempat_daftar}; baris ini tidak masuk daftar. Hapus baris yang keliru "
    "atau perbaiki NIK-nya.",
)
def sekali_dalam_instansi(k: Ketentuan) -> pl.Expr:
    """The first row stands in the list; the finding is on the GANDA row that does not."""
    return pl.col("status_baris") != "GANDA"


@rule(
    "G-NIK-LINTAS",
    nama="NIK didaftarkan satu instansi saja",
    dasar=("masih_aktif",),
    berat="periksa",
    lingkup="nasional",
    kolom="nik",
    nilai="nik_instansi_lain",
    harapan="terdaftar di satu instansi, tempat ia masih aktif bekerja",
    pesan="NIK ini juga didaftarkan oleh {nik_instansi_lain}. Pastikan di mana orang ini aktif bekerja; "
    "instansi lainnya mencabutnya lewat lembar Penghapusan.",
)
def satu_instansi(k: Ketentuan) -> pl.Expr:
    """Names the other instansi, never what they wrote about the person."""
    return pl.col("nik_instansi_lain").is_null()


@rule(
    "G-THK2",
    nama="Nomor peserta THK-II dipakai satu NIK saja",
    dasar=("status_pendataan", "thk2_bukti"),
    berat="periksa",
    lingkup="nasional",
    kolom="nomor_peserta_thk2",
    nilai="nomor_peserta_thk2",
    harapan="satu NIK per nomor peserta THK-II",
    pesan="Nomor peserta THK-II ini dipakai {nomor_jumlah_nik} NIK berbeda; instansi lain yang memakainya: "
    "{nomor_instansi_lain}. Bandingkan dengan kartu ujian atau daftar induk; kosongkan nomor pada baris yang bukan pemiliknya.",
)
def satu_nik_per_nomor(k: Ketentuan) -> pl.Expr:
    """A number belongs to one person; who that is only documents can tell."""
    return pl.col("nomor_jumlah_nik").is_null()
