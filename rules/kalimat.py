"""From a template of a rule to the sentence an instansi reads, for all rows at once."""

from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

KOSONG = "(kosong)"
FORMAT_TANGGAL = "%d-%m-%Y"


def placeholders(pola: str) -> list[str]:
    """Names between braces in a template, in order."""
    return [nama for _, nama, _, _ in Formatter().parse(pola) if nama]


def tulis(nilai: Any) -> str:
    """One value of the law as Indonesian text: dates dd-mm-yyyy, lists with commas, 1.048.576, 0,1."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, datetime):
        return nilai.strftime(f"{FORMAT_TANGGAL} pukul %H.%M")
    if isinstance(nilai, date):
        return nilai.strftime(FORMAT_TANGGAL)
    if isinstance(nilai, Mapping):
        return f"daftar {len(nilai)} butir"
    if isinstance(nilai, tuple | list | frozenset):
        return ", ".join(tulis(satu) for satu in nilai)
    if isinstance(nilai, float):
        return f"{nilai:g}".replace(".", ",")
    return f"{nilai:,}".replace(",", ".") if isinstance(nilai, int) else str(nilai)


def isi_hukum(pola: str, k: "Ketentuan") -> str:
    """The template with the values of the law filled in and the row's placeholders left."""
    return "".join(
        teks + ("" if nama is None else _ketentuan_atau_kolom(nama, k))
        for teks, nama, _, _ in Formatter().parse(pola)
    )


def kolom_baris(pola: str, k: "Ketentuan") -> list[str]:
    """The row columns that a template needs under the law `k`."""
    return [nama for nama in placeholders(pola) if nama not in k.sumber]


def kalimat(pola: str, k: "Ketentuan", skema: Mapping[str, pl.DataType]) -> pl.Expr:
    """The sentence per row; an empty value reads "(kosong)", so no sentence is ever null."""
    potongan: list[pl.Expr] = []
    for teks, nama, _, _ in Formatter().parse(isi_hukum(pola, k)):
        potongan += [pl.lit(teks)] if teks else []
        potongan += [teks_kolom(nama, skema[nama]).fill_null(KOSONG)] if nama else []
    return pl.concat_str(potongan) if potongan else pl.lit("")


def teks_kolom(nama: str, tipe: pl.DataType) -> pl.Expr:
    """A column as an instansi would write it; null stays null."""
    kolom = pl.col(nama)
    if tipe == pl.Date:
        return kolom.dt.strftime(FORMAT_TANGGAL)
    if isinstance(tipe, pl.Datetime):
        return kolom.dt.strftime(f"{FORMAT_TANGGAL} pukul %H.%M")
    if tipe == pl.Boolean:
        return pl.when(kolom).then(pl.lit("ya")).when(~kolom).then(pl.lit("tidak"))
    if isinstance(tipe, pl.List):
        return kolom.cast(pl.List(pl.String)).list.join(", ")
    if tipe.is_float():
        return kolom.round(1).cast(pl.String).str.replace(".", ",", literal=True)
    return _ribuan(kolom) if tipe.is_integer() else kolom.cast(pl.String)


def _ketentuan_atau_kolom(nama: str, k: "Ketentuan") -> str:
    if nama not in k.sumber:
        return "{" + nama + "}"
    return _pilihan(getattr(k, nama)).replace("{", "{{").replace("}", "}}")


def _pilihan(nilai: Any) -> str:
    """A list of the law within a sentence is a choice: 'APBN atau APBD'."""
    if isinstance(nilai, tuple | list) and len(nilai) > 1:
        return f"{tulis(nilai[:-1])} atau {tulis(nilai[-1])}"
    return tulis(nilai)


def _ribuan(kolom: pl.Expr) -> pl.Expr:
    """Whole numbers with dots: 1048576 becomes '1.048.576'."""
    terbalik = kolom.cast(pl.String).str.reverse().str.replace_all(r"(\d{3})", "${1}.")
    return terbalik.str.reverse().str.strip_chars_start(".")
