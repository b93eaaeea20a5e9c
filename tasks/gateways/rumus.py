"""Formulas: which cells hold one, and which of their stored results cannot be trusted."""

import zipfile
from io import BytesIO

import polars as pl

from rules.pembacaan.catatan import catat
from tasks.gateways.buku_xlsx import anggota_lembar

SEL_DISEBUT = 5
# Every element may carry a prefix, a cell may name its place and kind in any order.
SEL_XLSX = (
    r"<(?:\w+:)?c\s[^>]*>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)"
    r"\s*(?:<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>[^<]*</))?"
)
TEMPAT = r'^<[^>]*\sr="([A-Z]+)([0-9]+)"'
JENIS = r'^<[^>]*\st="(\w+)"'
TULISAN = r"<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)</"
HASIL = r"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</$"
ADA_HASIL = r"<(?:\w+:)?v[\s/>]"
# A result of plain 0 is no result: some programs write it for what they never worked out.
ANGKA_NOL = r"^-?0*(?:\.0*)?(?:[eE][+-]?[0-9]+)?$"


def sel_rumus_xlsx(isi: bytes, lembar: str) -> pl.DataFrame:
    """huruf, baris (1-based), rumus, terhitung of every formula cell of one sheet of an .xlsx.

    KeyError or BadZipFile where the package does not lead to the sheet.
    """
    with zipfile.ZipFile(BytesIO(isi)) as paket:
        xml = paket.read(anggota_lembar(paket)[lembar]).decode("utf-8", errors="replace")
    sel = pl.col("sel")
    hasil, jenis = sel.str.extract(HASIL, 1).fill_null(""), sel.str.extract(JENIS, 1)
    angka = jenis.is_null() | (jenis == "n")
    return (
        pl.DataFrame({"sel": [xml]})
        .select(sel.str.extract_all(SEL_XLSX).explode())
        .select(
            sel.str.extract(TEMPAT, 1).alias("huruf"),
            sel.str.extract(TEMPAT, 2).cast(pl.Int64).alias("baris"),
            ("=" + sel.str.extract(TULISAN, 1).fill_null("")).alias("rumus"),
            (sel.str.contains(ADA_HASIL) & ~(angka & hasil.str.contains(ANGKA_NOL))).alias(
                "terhitung"
            ),
        )
        .drop_nulls("baris")
    )


def write_rumus(
    sel: pl.DataFrame, lembar: str, teks: pl.DataFrame, huruf: list[str], baris: int
) -> tuple[pl.DataFrame, list[dict[str, str]]]:
    """`teks` with the formulas themselves where no result can be trusted, and the remarks on them.

    `sel`: huruf, baris, rumus, terhitung of the formula cells of the sheet. `huruf`: spreadsheet letter of
    each column; the first row is sheet row `baris` (1-based).
    """
    sel = sel.filter(pl.col("huruf").is_in(huruf), pl.col("baris") >= baris)
    tanpa = sel.filter(~pl.col("terhitung"))
    teks = _perpanjang(teks, tanpa["baris"].max(), baris)
    for nama, satu in zip(teks.columns, huruf, strict=True):
        kosong = tanpa.filter(pl.col("huruf") == satu)
        if not kosong.is_empty():
            isi = teks[nama].clone().scatter(kosong["baris"] - baris, kosong["rumus"].alias(nama))
            teks = teks.with_columns(isi)
    kosong = tanpa.filter(pl.col("rumus").str.starts_with("="))
    catatan = (("B-RUMUS", sel), ("B-RUMUS-TANPA-HASIL", kosong))
    return teks, [_catat(kode, lembar, satu) for kode, satu in catatan if not satu.is_empty()]


def _perpanjang(teks: pl.DataFrame, sampai: int | None, baris: int) -> pl.DataFrame:
    """`teks` down to sheet row `sampai`: the reader ends where formulas without a result begin."""
    kurang = 0 if sampai is None else sampai - baris + 1 - teks.height
    return teks if kurang <= 0 else pl.concat([teks, teks.clear(n=kurang)])


def _catat(kode: str, lembar: str, sel: pl.DataFrame) -> dict[str, str]:
    contoh = sel.head(SEL_DISEBUT).select(pl.concat_str("huruf", "baris")).to_series()
    return catat(kode, lembar=lembar, jumlah=sel.height, sel=", ".join(contoh))
