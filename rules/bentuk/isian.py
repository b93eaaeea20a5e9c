"""Form of names, dates and coded words, and dates that cannot follow each other."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule
from rules.ungkapan import nama_bergelar, terbaca


@rule(
    "B-NAMA-GELAR",
    nama="Nama tanpa gelar",
    dasar=("nama_tanpa_gelar",),
    berat="periksa",
    kolom="nama",
    harapan="nama lengkap tanpa gelar akademik",
    pesan='Nama "{nama}" memuat gelar. Tulis nama lengkap tanpa gelar akademik.',
)
def nama_gelar(k: Ketentuan) -> pl.Expr:
    """Academic titles in common use; Haji, Raden, Andi or Ida belong to the name."""
    return ~nama_bergelar(pl.col("nama")) | (not k.nama_tanpa_gelar)


def _tanggal(kode: str, kolom: str, judul: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} terbaca",
        dasar=("bentuk_tanggal",),
        berat="periksa",
        jawab=False,
        kolom=kolom,
        harapan="{bentuk_tanggal}",
        pesan=f"{judul} tidak terbaca sebagai tanggal. Tulis dengan bentuk {{bentuk_tanggal}}.",
    )
    def tanggal(k: Ketentuan) -> pl.Expr:
        """The cell is filled, but no date of the calendar can be read from it without guessing."""
        return terbaca(kolom)

    return tanggal


def _kode(kode: str, kolom: str, judul: str, pilihan: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} dikenal",
        dasar=("kolom_wajib",),
        berat="periksa",
        jawab=False,
        kolom=kolom,
        harapan=pilihan,
        pesan=f"{judul} tidak dikenal. Isi dengan {pilihan}.",
    )
    def kata(k: Ketentuan) -> pl.Expr:
        """The cell is filled with a word outside the list and its known spellings."""
        return terbaca(kolom)

    return kata


TANGGAL_LAHIR = _tanggal("B-TANGGAL-LAHIR", "tanggal_lahir", "Tanggal Lahir")
TANGGAL_LULUS = _tanggal("B-TANGGAL-LULUS", "tanggal_lulus", "Tanggal Lulus")
TANGGAL_SK = _tanggal("B-TANGGAL-SK", "tanggal_sk", "Tanggal SK")
TANGGAL_MULAI = _tanggal("B-TANGGAL-MULAI", "tanggal_mulai", "Tanggal Mulai Kerja")
TANGGAL_AKHIR = _tanggal("B-TANGGAL-AKHIR", "tanggal_akhir", "Tanggal Akhir Kerja")

KODE_KELAMIN = _kode("B-KODE-JENIS-KELAMIN", "jenis_kelamin", "Jenis Kelamin", "L atau P")
KODE_PENANDATANGAN = _kode(
    "B-KODE-JENIS-PENANDATANGAN",
    "jenis_penandatangan",
    "Jenis Jabatan Penandatangan SK",
    "{penandatangan_sah}; {penandatangan_bertanda}; PEJABAT PEMBUAT KOMITMEN; atau LAINNYA",
)


@rule(
    "B-SK-URUT",
    nama="Tanggal akhir kerja tidak mendahului tanggal mulai",
    dasar=("bentuk_tanggal",),
    berat="periksa",
    jawab=False,
    kolom="tanggal_akhir",
    harapan="sama dengan atau sesudah Tanggal Mulai Kerja",
    pesan="Tanggal Akhir Kerja {tanggal_akhir} mendahului Tanggal Mulai Kerja {tanggal_mulai}; perbaiki yang keliru.",
)
def sk_urut(k: Ketentuan) -> pl.Expr:
    """A reversed period cannot be counted: which of the two dates is wrong is not ours to guess."""
    return pl.col("tanggal_akhir") >= pl.col("tanggal_mulai")
