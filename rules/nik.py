"""The 16 digits of a NIK: region of first registration, birth date (women's day + 40), serial."""

from functools import cache
from itertools import combinations

import polars as pl

from rules.rujukan import rujukan
from rules.ungkapan import nik_bagian, nik_tanggal_lahir

ANGKA = pl.col("nik_angka")


def wilayah_dikenal() -> pl.Expr:
    """Whether province and kabupaten/kota of the NIK ever had that code; null without a NIK."""
    return nik_bagian(ANGKA, 0, 4).cast(pl.UInt32).is_in(_kode("KABKOTA"))


def kecamatan_dikenal() -> pl.Expr:
    """Whether the kecamatan of the NIK is in the editions we have (those of 2005-2014 are missing)."""
    return nik_bagian(ANGKA, 0, 6).cast(pl.UInt32).is_in(_kode("KEC"))


def tanggal_nik(tahun_sensus: int) -> pl.Expr:
    """Birth date written in the NIK; null without a NIK or where no such day exists."""
    return nik_tanggal_lahir(ANGKA, tahun_sensus)


def isian_contoh(minimum: int) -> pl.Expr:
    """Whether the NIK is made of fewer than `minimum` different digits; null without a NIK.

    One pattern of every choice of digits: counting each digit of the nation takes six times as long.
    """
    pilihan = combinations("0123456789", minimum - 1)
    pola = "|".join(f"[{''.join(satu)}]{{16}}" for satu in pilihan)
    return ANGKA.cast(pl.String).str.contains(f"^(?:{pola})$")


def kelamin_nik() -> pl.Expr:
    """Sex written in the NIK: women's day is raised by 40. Null without a NIK."""
    perempuan = nik_bagian(ANGKA, 6, 2) > 40
    return pl.when(perempuan).then(pl.lit("P")).when(~perempuan).then(pl.lit("L"))


def seri_ada() -> pl.Expr:
    """Whether the serial is one that SIAK issues: they start at 0001."""
    return nik_bagian(ANGKA, 12, 4) != 0


def bentuk_mungkin(tahun_sensus: int) -> pl.Expr:
    """Whether the NIK could exist by its form; null without a NIK."""
    ada_tanggal = tanggal_nik(tahun_sensus).is_not_null()
    return pl.when(ANGKA.is_not_null()).then(wilayah_dikenal() & ada_tanggal & seri_ada())


@cache
def _kode(tingkat: str) -> list[int]:
    """Region codes as integers, of every edition: a NIK keeps the code of its first registration."""
    wilayah = pl.read_csv(rujukan("wilayah_kode_nik.csv"), infer_schema=False)
    return wilayah.filter(pl.col("tingkat") == tingkat)["kode"].cast(pl.UInt32).to_list()
