"""Content of the workbook of complaints: its columns, and each complaint in words."""

import polars as pl

from reports.sel import Kolom
from reports.unsur import Dokumen, Instansi


class BukuAduan(Dokumen):
    """Whose workbook it is. It says nothing that changes from one night to the next by itself."""

    instansi: Instansi


ADUAN = (
    Kolom("id", "Nomor aduan dan jenisnya", 20, "bungkus"),
    Kolom("masuk", "Masuk (WIB)", 17),
    Kolom("nama", "Tentang", 28, "bungkus"),
    Kolom("nik", "NIK", 19),
    Kolom("uraian", "Isi aduan", 50, "bungkus"),
    Kolom("tempat", "Orangnya kini", 52, "bungkus"),
    Kolom("keadaan", "Keadaan", 34, "bungkus"),
    Kolom("sampai", "Putuskan paling lambat (WIB)", 20, "bungkus"),
)
_KEADAAN = {
    "TERBUKA": "belum diputus",
    "TERLAMBAT": "belum diputus, batasnya sudah lewat",
    "DITERIMA": "diterima",
    "DITOLAK": "ditolak",
}
_BELUM = {
    "USULAN": "diterima, belum dilaksanakan: orangnya belum ada dalam daftar Anda",
    "SANGGAHAN": "diterima, belum dilaksanakan: orangnya masih ada dalam daftar dan barisnya belum berubah",
}


def tell_aduan(aduan: pl.DataFrame) -> pl.DataFrame:
    """Rows of query.sql with the columns of ADUAN, and `nomor`: the number alone."""
    return aduan.with_columns(
        nomor="id",
        id=pl.format("{}\n{}", "id", "jenis"),
        masuk=moment_text("waktu"),
        tempat=pl.concat_str(_stands(), _by_name(), _announced(), separator=" ", ignore_nulls=True),
        keadaan=_state(),
        sampai=pl.coalesce(moment_text("batas"), pl.lit("sesudah masa perbaikan, untuk catatan")),
    )


def moment_text(kolom: str) -> pl.Expr:
    """A moment as it is written into a cell, and read again: day, month, year, hour in WIB."""
    return pl.col(kolom).dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m-%Y %H:%M")


def _stands() -> pl.Expr:
    sini = pl.format(
        "Ada dalam daftar Anda: berkas {}, lembar {}, baris {}.", "berkas", "lembar", "baris"
    )
    lain = pl.format("Tidak ada dalam daftar Anda; terdaftar di {}.", "terdaftar_di")
    tiada = pl.lit("Tidak ada dalam daftar instansi mana pun.")
    di = pl.col("terdaftar")
    return (
        pl.when(di == "DI SINI").then(sini).when(di == "INSTANSI LAIN").then(lain).otherwise(tiada)
    )


def _by_name() -> pl.Expr:
    """A name is less than a NIK: the instansi looks for itself."""
    kata = pl.lit("Dikenali dari namanya saja; cocokkan NIK-nya.")
    return pl.when(pl.col("cara") == "NAMA").then(kata)


def _announced() -> pl.Expr:
    ada = pl.when("di_potret").then(pl.lit("Ada")).otherwise(pl.lit("Tidak ada"))
    return pl.when(pl.col("potret").is_not_null()).then(
        pl.format("{} dalam daftar {} yang diumumkan.", ada, "potret")
    )


def _state() -> pl.Expr:
    belum = pl.col("jenis").replace_strict(_BELUM, default=None, return_dtype=pl.String)
    kata = pl.col("keadaan").replace_strict(_KEADAAN, return_dtype=pl.String)
    jadi = pl.when(pl.col("pelaksanaan") == "DILAKSANAKAN").then(
        pl.format("{}, sudah dilaksanakan", kata)
    )
    return pl.coalesce(pl.when(pl.col("pelaksanaan") == "BELUM").then(belum), jadi, kata)
