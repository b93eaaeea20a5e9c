"""Columns that the deck marks with a star: a code or a name of BKN's reference lists."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule


def _rujukan(kode: str, kolom: str, judul: str, daftar: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} ada dalam daftar rujukan",
        dasar=("kolom_kode_referensi",),
        berat="periksa",
        kolom=kolom,
        harapan=f"nama atau kode dari {daftar}",
        pesan=f'{judul} "{{{kolom}}}" tidak ada dalam {daftar}. Pilih yang sesuai dari lembar Rujukan pada '
        "templat; bila memang tidak ada di sana, jawab benar.",
    )
    def dikenal(k: Ketentuan) -> pl.Expr:
        """An empty cell is the completeness rule's. Our copies of the lists are of other years, so an
        unknown name is a question and never a rejection."""
        return pl.col(f"{kolom}_dikenal") | (kolom not in k.kolom_kode_referensi)

    return dikenal


PENDIDIKAN = _rujukan(
    "B-KODE-PENDIDIKAN", "pendidikan", "Pendidikan Terakhir", "daftar pendidikan BKN"
)
PENDIDIKAN_SK = _rujukan(
    "B-KODE-PENDIDIKAN-SK", "pendidikan_sk", "Pendidikan (SK)", "daftar pendidikan BKN"
)
TEMPAT_LAHIR = _rujukan(
    "B-KODE-TEMPAT-LAHIR",
    "tempat_lahir",
    "Tempat Lahir",
    "daftar provinsi, kabupaten/kota dan kecamatan",
)
