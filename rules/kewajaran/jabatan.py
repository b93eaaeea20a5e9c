"""Excluded posts that are called otherwise."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "W-JABATAN-SAMAR",
    nama="Bukan sebutan lain jabatan yang dikecualikan",
    dasar=(
        "jabatan_samar",
        "jabatan_samar_kemiripan",
        "jabatan_samar_huruf",
        "jabatan_samar_bukan",
    ),
    berat="info",
    sasaran="kewajaran",
    kolom="jabatan",
    pesan='Jabatan "{jabatan}" serupa "{samar_sebutan}" (kelas {samar_kelas}) menurut {samar_cara}.',
)
def bukan_samaran(k: Ketentuan) -> pl.Expr:
    """Synonyms and misspellings; titles that the law excludes or finds near by a whole word have rules of
    their own. Null where the title is missing."""
    return pl.when(pl.col("jabatan").is_not_null()).then(pl.col("samar_kelas").is_null())


@rule(
    "W-JABATAN-BERUBAH",
    nama="Jabatan tidak berubah dari yang dikecualikan",
    dasar=("jabatan_dikecualikan", "jabatan_dikecualikan_kata"),
    berat="info",
    sasaran="kewajaran",
    kolom="jabatan",
    pesan='Pada potret {tahap_lalu} jabatannya "{jabatan_lalu}" (kelas {kelas_lalu}); sekarang "{jabatan}".',
)
def tidak_berubah(k: Ketentuan) -> pl.Expr:
    """Only a change into a title that the law finds nothing in; before the first potret nobody changed.
    Null where the title is missing now."""
    kini = pl.coalesce("kelas_dikecualikan", "kelas_mirip").is_not_null()
    wajar = pl.col("kelas_lalu").is_null() | kini
    return pl.when(pl.col("jabatan").is_not_null()).then(wajar)
