"""Form of the NIK. Never a rejection: a NIK issued wrongly cannot be corrected."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.nik import (
    ANGKA,
    isian_contoh,
    kecamatan_dikenal,
    seri_ada,
    tanggal_nik,
    wilayah_dikenal,
)
from rules.rule import rule
from rules.ungkapan import tak_terbaca

# What a NIK says of a person counts only while Dukcapil does not deny that it exists: D-ADA then
# reports the one defect.
BELUM_DISANGKAL = pl.col("dukcapil_ada").fill_null(True)


@rule(
    "B-NIK-PANJANG",
    nama="NIK terbaca sebagai 16 angka",
    dasar=("nik_panjang",),
    berat="periksa",
    jawab=False,
    kolom="nik",
    harapan="{nik_panjang} angka",
    pesan="NIK tidak terbaca sebagai {nik_panjang} angka. Tulis NIK sebagai teks, sama seperti pada KTP.",
)
def panjang(k: Ketentuan) -> pl.Expr:
    """A number typed as a number loses its last digit in a workbook; such a cell is unreadable."""
    return (
        pl.when(pl.col("nik").is_not_null())
        .then(ANGKA.is_not_null())
        .when(tak_terbaca("nik"))
        .then(False)
    )


@rule(
    "B-NIK-WILAYAH",
    nama="Kode wilayah NIK dikenal",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="nik",
    harapan="empat angka pertama kode provinsi dan kabupaten/kota",
    pesan="Empat angka pertama NIK bukan kode provinsi dan kabupaten/kota yang pernah ada. Bandingkan dengan KTP.",
)
def wilayah(k: Ketentuan) -> pl.Expr:
    """Checked against every edition: a NIK keeps the code of its first registration for life."""
    return wilayah_dikenal()


@rule(
    "B-NIK-KECAMATAN",
    nama="Kode kecamatan NIK dikenal",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="info",
    kolom="nik",
    harapan="angka ke-5 dan ke-6 kode kecamatan",
    pesan="Kode kecamatan pada NIK tidak ada dalam daftar kami; kode lama masih mungkin sah.",
)
def kecamatan(k: Ketentuan) -> pl.Expr:
    """Only where the kabupaten/kota is known, otherwise B-NIK-WILAYAH has said it."""
    return pl.when(wilayah_dikenal() & BELUM_DISANGKAL).then(kecamatan_dikenal())


@rule(
    "B-NIK-TANGGAL",
    nama="Tanggal lahir dalam NIK ada dalam kalender",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="nik",
    harapan="angka ke-7 sampai ke-12 tanggal lahir (perempuan: tanggal + 40)",
    pesan="Angka ke-7 sampai ke-12 NIK bukan tanggal yang ada. Bandingkan dengan KTP.",
)
def tanggal(k: Ketentuan) -> pl.Expr:
    """Day 1-31 or 41-71, month 1-12, and a day that this month has."""
    return pl.when(ANGKA.is_not_null()).then(tanggal_nik(k.tanggal_acuan.year).is_not_null())


@rule(
    "B-NIK-SERI",
    nama="Nomor urut NIK bukan 0000",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="nik",
    harapan="empat angka terakhir 0001 atau lebih",
    pesan="Empat angka terakhir NIK 0000; nomor urut dimulai dari 0001. Bandingkan dengan KTP.",
)
def seri(k: Ketentuan) -> pl.Expr:
    """Serial 0000 is never issued; it is typical of invented numbers and of rounded cells."""
    return seri_ada()


@rule(
    "B-NIK-LAHIR",
    nama="Tanggal lahir sesuai dengan NIK",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="nik",
    nilai="tanggal_lahir",
    harapan="tanggal lahir yang sama dengan angka ke-7 sampai ke-12 NIK",
    pesan="Tanggal lahir {tanggal_lahir} berbeda dari tanggal dalam NIK. NIK memang tidak dapat diubah; "
    "pastikan tanggal lahir sama dengan catatan Dukcapil.",
)
def lahir(k: Ketentuan) -> pl.Expr:
    """Legitimate, so only to be looked at; agreeing with either declared or Dukcapil date suffices. A
    placeholder is B-NIK-CONTOH's finding."""
    dalam_nik = tanggal_nik(k.tanggal_acuan.year)
    sama = (dalam_nik == pl.col("tanggal_lahir")) | (dalam_nik == pl.col("dukcapil_tanggal_lahir"))
    diketahui = dalam_nik.is_not_null() & pl.col("tanggal_lahir").is_not_null() & BELUM_DISANGKAL
    diketahui &= ~isian_contoh(k.nik_angka_berbeda_minimum)
    return pl.when(diketahui).then(sama.fill_null(False))
