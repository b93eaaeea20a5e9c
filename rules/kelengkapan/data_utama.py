"""Obligatory columns of Data Utama: an empty cell is a finding here and nowhere else."""

import polars as pl

from rules.kategori import di_luar
from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule
from rules.ungkapan import terisi


def _wajib(kode: str, kolom: str, judul: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} terisi",
        dasar=("kolom_wajib",),
        berat="periksa",
        kolom=kolom,
        harapan="terisi",
        pesan=f"{judul} kosong. Kolom ini wajib diisi.",
    )
    def wajib(k: Ketentuan) -> pl.Expr:
        """One of the columns that the deck asks of everyone; unreadable is not empty."""
        return terisi(kolom) if kolom in k.kolom_wajib else pl.lit(True)

    return wajib


@rule(
    "L-FILE-BUKTI",
    nama="File Bukti Pembayaran terisi",
    dasar=("kolom_wajib", "bukti_bayar_wajib_bagi"),
    berat="periksa",
    kolom="file_bukti",
    harapan="terisi",
    pesan="File Bukti Pembayaran kosong. Kolom ini wajib diisi.",
)
def file_bukti(k: Ketentuan) -> pl.Expr:
    """Asked of the categories that the law names: whether THK-II owe it was contested. An unreadable cell
    is not empty."""
    wajib = pl.lit("file_bukti" in k.kolom_wajib) & ~di_luar(k.bukti_bayar_wajib_bagi)
    return terisi("file_bukti") | ~wajib


def _ijazah(kode: str, kolom: str, lain: str, judul: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} terisi",
        dasar=("kolom_wajib",),
        berat="periksa",
        kolom=kolom,
        harapan="terisi",
        pesan=f"{judul} kosong. Kolom ini wajib diisi.",
    )
    def wajib(k: Ketentuan) -> pl.Expr:
        """Neither number nor file is one defect, and K-IJAZAH reports it."""
        return terisi(kolom) | pl.col(lain).is_null() | (kolom not in k.kolom_wajib)

    return wajib


NIK = _wajib("L-NIK", "nik", "NIK")
NAMA = _wajib("L-NAMA", "nama", "Nama Lengkap")
TANGGAL_LAHIR = _wajib("L-TANGGAL-LAHIR", "tanggal_lahir", "Tanggal Lahir")
TEMPAT_LAHIR = _wajib("L-TEMPAT-LAHIR", "tempat_lahir", "Tempat Lahir")
JENIS_KELAMIN = _wajib("L-JENIS-KELAMIN", "jenis_kelamin", "Jenis Kelamin")
PENDIDIKAN = _wajib("L-PENDIDIKAN", "pendidikan", "Pendidikan Terakhir")
TANGGAL_LULUS = _wajib("L-TANGGAL-LULUS", "tanggal_lulus", "Tanggal Lulus")
SEKOLAH = _wajib("L-SEKOLAH", "sekolah", "Sekolah/Universitas")
NOMOR_SK = _wajib("L-NOMOR-SK", "nomor_sk", "Nomor SK")
TANGGAL_SK = _wajib("L-TANGGAL-SK", "tanggal_sk", "Tanggal SK")
TANGGAL_MULAI = _wajib("L-TANGGAL-MULAI", "tanggal_mulai", "Tanggal Mulai Kerja")
PENDIDIKAN_SK = _wajib("L-PENDIDIKAN-SK", "pendidikan_sk", "Pendidikan (SK)")
JABATAN = _wajib("L-JABATAN", "jabatan", "Jabatan pada Pembayaran")
KONVERSI = _wajib("L-KONVERSI-JABATAN", "konversi_jabatan", "Konversi Jabatan ASN")
UNIT_KERJA = _wajib("L-UNIT-KERJA", "unit_kerja", "Unit Kerja")
PENANDATANGAN = _wajib(
    "L-JABATAN-PENANDATANGAN", "jabatan_penandatangan", "Jabatan Penandatangan SK"
)
JENIS_PENANDATANGAN = _wajib(
    "L-JENIS-PENANDATANGAN", "jenis_penandatangan", "Jenis Jabatan Penandatangan SK"
)
FILE_SK = _wajib("L-FILE-SK", "file_sk", "File SK")
NOMOR_IJAZAH = _ijazah("L-NOMOR-IJAZAH", "nomor_ijazah", "file_ijazah", "Nomor Ijazah")
FILE_IJAZAH = _ijazah("L-FILE-IJAZAH", "file_ijazah", "nomor_ijazah", "File Ijazah")
