"""What a possible NIK says: a placeholder, or another sex than the row. Never a rejection."""

import polars as pl

from rules.bentuk.nik import BELUM_DISANGKAL
from rules.ketentuan import Ketentuan
from rules.nik import bentuk_mungkin, isian_contoh, kelamin_nik, tanggal_nik
from rules.rule import rule


@rule(
    "B-NIK-CONTOH",
    nama="NIK bukan isian contoh",
    dasar=("nik_panjang", "nik_angka_berbeda_minimum"),
    berat="periksa",
    kolom="nik",
    harapan="NIK seperti pada KTP",
    pesan="NIK ini tersusun dari kurang dari {nik_angka_berbeda_minimum} macam angka, seperti isian contoh. "
    "Bandingkan dengan KTP.",
)
def contoh(k: Ketentuan) -> pl.Expr:
    """1111…, 1212…: possible by its form, yet typical of a placeholder. One that cannot exist, or that
    Dukcapil denies, has its own finding."""
    mungkin = bentuk_mungkin(k.tanggal_acuan.year) & BELUM_DISANGKAL
    return pl.when(mungkin).then(~isian_contoh(k.nik_angka_berbeda_minimum))


@rule(
    "B-NIK-KELAMIN",
    nama="Jenis kelamin sesuai dengan NIK",
    dasar=("nik_panjang", "nik_mustahil_menolak"),
    berat="periksa",
    kolom="jenis_kelamin",
    harapan="jenis kelamin menurut NIK (perempuan: tanggal lahir + 40)",
    pesan="Jenis kelamin {jenis_kelamin} berbeda dari yang tersurat dalam NIK. NIK memang tidak dapat diubah; pastikan "
    "jenis kelamin sama dengan KTP.",
)
def kelamin(k: Ketentuan) -> pl.Expr:
    """Dukcapil's word is better than the digits: asked only where it has none (D-KELAMIN otherwise)."""
    tahu = tanggal_nik(k.tanggal_acuan.year).is_not_null() & BELUM_DISANGKAL
    tahu &= ~isian_contoh(k.nik_angka_berbeda_minimum)
    return pl.when(tahu & pl.col("dukcapil_jenis_kelamin").is_null()).then(
        pl.col("jenis_kelamin") == kelamin_nik()
    )
