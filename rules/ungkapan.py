"""Expressions that several rules and facts share: one reading of a name, a title, a date, a number."""

import re
from calendar import monthrange
from datetime import date
from functools import cache

import polars as pl

from rules.jabatan import jabatan_baku as jabatan_baku
from rules.rujukan import rujukan


def tak_terbaca(kolom: str) -> pl.Expr:
    """True where the cell of `kolom` was filled but could not be read; never null."""
    return pl.col("tak_terbaca").list.contains(kolom).fill_null(False)


def terbaca(kolom: str) -> pl.Expr:
    """False where the cell was filled but unreadable, null where it was empty, else true."""
    return pl.when(pl.col(kolom).is_not_null()).then(True).when(tak_terbaca(kolom)).then(False)


def terisi(kolom: str) -> pl.Expr:
    """False only where the cell was empty: an unreadable one is reported by its form rule."""
    return pl.col(kolom).is_not_null() | tak_terbaca(kolom)


def rapikan(teks: pl.Expr) -> pl.Expr:
    """Upper case, single spaces, no outer spaces; a text without content becomes null."""
    rapi = teks.str.to_uppercase().str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(rapi != "").then(rapi)


def nama_baku(nama: pl.Expr) -> pl.Expr:
    """Name without academic titles, upper case, single spaces; null stays null."""
    depan, belakang = _pola_gelar()
    tanpa_gelar = rapikan(nama).str.replace(belakang, "").str.replace(depan, "")
    return rapikan(tanpa_gelar.str.strip_chars(" ,"))


def nama_bergelar(nama: pl.Expr) -> pl.Expr:
    """True where the name carries an academic title in front or behind; null stays null."""
    depan, belakang = _pola_gelar()
    rapi = rapikan(nama)
    return rapi.str.contains(belakang) | rapi.str.contains(depan)


def nama_banding(nama: pl.Expr) -> pl.Expr:
    """Letters of the name without titles, for comparison with another register."""
    return nama_baku(nama).str.replace_all(r"[^\p{L}]", "")


def nama_sama(satu: pl.Expr, dua: pl.Expr, potong: int) -> pl.Expr:
    """Whether two compared names agree; a register that cuts at `potong` letters agrees by its part."""
    pendek = pl.min_horizontal(satu.str.len_chars(), dua.str.len_chars())
    terpotong = (pendek >= potong) & (satu.str.starts_with(dua) | dua.str.starts_with(satu))
    return (satu == dua) | terpotong


def unit_baku(unit: pl.Expr) -> pl.Expr:
    """Whole name of a work unit, read like a title."""
    return jabatan_baku(unit)


def nomor_sk_baku(nomor: pl.Expr) -> pl.Expr:
    """SK number without spaces and without a leading "Nomor"; separators stay, they tell numbers apart."""
    padat = nomor.str.to_uppercase().str.replace_all(r"\s+", "")
    isi = padat.str.replace(r"^(?:NOMOR|NO)[.:]*", "")
    return pl.when(isi != "").then(isi)


def nomor_thk2_baku(nomor: pl.Expr) -> pl.Expr:
    """THK-II participant number as digits and letters only."""
    isi = nomor.str.to_uppercase().str.replace_all(r"[^0-9A-Z]", "")
    return pl.when(isi != "").then(isi)


def usia_pada(tanggal_lahir: pl.Expr, acuan: date) -> pl.Expr:
    """Completed years on `acuan`; null where the birth date is missing."""
    # A month is an Int8, in which 200 does not fit.
    hari = tanggal_lahir.dt.month().cast(pl.Int32) * 100 + tanggal_lahir.dt.day()
    belum = hari > acuan.month * 100 + acuan.day
    return (acuan.year - tanggal_lahir.dt.year() - belum.cast(pl.Int32)).cast(pl.Int32)


def lahir_terakhir(acuan: date, usia: int) -> date:
    """The last birth date with which somebody has completed `usia` years on `acuan`."""
    tahun = acuan.year - usia
    ada = acuan.day <= monthrange(tahun, acuan.month)[1]
    return date(tahun, acuan.month, acuan.day if ada else acuan.day - 1)


def usia_saat(tanggal_lahir: pl.Expr, saat: pl.Expr) -> pl.Expr:
    """Completed years on the date of another column; negative before birth, null where a date is missing."""
    lahir, kini = (
        satu.dt.month().cast(pl.Int32) * 100 + satu.dt.day() for satu in (tanggal_lahir, saat)
    )
    return saat.dt.year() - tanggal_lahir.dt.year() - (lahir > kini).cast(pl.Int32)


def bulan_indeks(tanggal: pl.Expr) -> pl.Expr:
    """Calendar month as one running integer, so that months subtract."""
    return tanggal.dt.year().cast(pl.Int64) * 12 + tanggal.dt.month().cast(pl.Int64)


def nik_angka(nik: pl.Expr) -> pl.Expr:
    """NIK as UInt64, null unless it is exactly 16 ASCII digits: integer keys join and sort fastest."""
    return pl.when(nik.str.contains(r"^[0-9]{16}$")).then(nik.cast(pl.UInt64, strict=False))


def nik_bagian(angka: pl.Expr, awal: int, panjang: int) -> pl.Expr:
    """The `panjang` digits of a UInt64 NIK that follow the first `awal` digits."""
    sisa: int = 10 ** (16 - awal - panjang)
    return angka // sisa % int(10**panjang)


def nik_tanggal_lahir(angka: pl.Expr, tahun_sensus: int) -> pl.Expr:
    """Birth date written in the NIK; null where no such day exists.

    The two-digit year is resolved against the census, not against today: nobody counted was born later.
    """
    hari = nik_bagian(angka, 6, 2).cast(pl.Int32)
    dua_angka = nik_bagian(angka, 10, 2).cast(pl.Int32)
    abad = pl.when(dua_angka > tahun_sensus % 100).then(1900).otherwise(2000)
    bulan = nik_bagian(angka, 8, 2).cast(pl.Int32)
    return tanggal_ada(abad + dua_angka, bulan, pl.when(hari > 40).then(hari - 40).otherwise(hari))


def tanggal_ada(tahun: pl.Expr, bulan: pl.Expr, hari: pl.Expr) -> pl.Expr:
    """Date of these parts, null where the calendar has no such day (31 February, month 13)."""
    kabisat = (tahun % 4 == 0) & ((tahun % 100 != 0) | (tahun % 400 == 0))
    pendek = pl.when(kabisat).then(29).otherwise(28)
    panjang = pl.when(bulan == 2).then(pendek).when(bulan.is_in([4, 6, 9, 11])).then(30)
    ada = bulan.is_between(1, 12) & hari.is_between(1, panjang.otherwise(31))
    return pl.when(ada).then(
        pl.date(tahun, pl.when(ada).then(bulan).otherwise(1), pl.when(ada).then(hari).otherwise(1))
    )


@cache
def _pola_gelar() -> tuple[str, str]:
    """Patterns of titles in front of and behind an upper-case name.

    Titles that are also parts of names never count, nor do religious ones: both belong to the name.
    Rarer titles in front are believed only when written with their full stop.
    """
    gelar = pl.read_csv(rujukan("gelar.csv"), infer_schema=False).filter(
        pl.col("ambigu_nama") == "0",
        ~pl.col("nama").fill_null("").str.contains("bukan gelar akademik"),
        ~pl.col("gelar").str.contains(r"[^A-Za-z. ]"),
    )
    umum = pl.col("umum") == "1"
    di_depan = pl.col("posisi") == "DEPAN"
    belakang = _pilihan(gelar.filter(umum & ~di_depan)["gelar"].to_list())
    biasa = _pilihan(
        gelar.filter(umum & di_depan, pl.col("nama").is_in(["Apoteker"]))["gelar"].to_list()
    )
    jarang = _pilihan(gelar.filter(~umum & di_depan)["gelar"].to_list())
    return (
        rf"^(?:(?:(?:{biasa})\b\.?|(?:{jarang})\.)[ ,]*)+",
        rf"(?:(?:[ ,]+|\b\.)(?:{belakang})\.?)+[ .,]*$",
    )


def _pilihan(gelar: list[str]) -> str:
    """Alternatives of a pattern, longest first, where full stops and spaces are optional."""
    pola = {re.sub(r"\.? |\.", _celah, teks.upper().strip(". ")) for teks in gelar}
    return "|".join(sorted(pola, key=lambda p: (-len(p), p)))


def _celah(pisah: re.Match[str]) -> str:
    """A gap stays a gap only where the title is written with one: "M A" are two initials."""
    return r"\.? ?" if pisah[0].endswith(" ") else r"\.?"
