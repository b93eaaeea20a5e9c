"""Cells of a worksheet as XML, a whole column at a time."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import polars as pl

from reports.ungkapan_markah import escape

# Excel's own limits: more text in a cell, or more rows in a sheet, and it calls the file damaged.
TEKS_TERPANJANG = 32_767
BARIS_TERBANYAK = 1_048_576
# Points of one line in the default font.
TINGGI_BARIS = 15


@dataclass(frozen=True)
class Kolom:
    """One column: name in the frame, heading, width in characters, and how its cells behave.

    `aman` marks words of ours and digits, which need no escaping.
    """

    nama: str
    judul: str
    lebar: int
    gaya: Literal["teks", "bungkus", "angka", "nomor"] = "teks"
    aman: bool = False


@lru_cache(maxsize=256)
def height(kolom: tuple[Kolom, ...]) -> pl.Expr:
    """Points a row needs for its longest wrapped text: not every program measures that by itself."""
    deret = [
        (pl.col(k.nama).str.len_chars() / k.lebar).ceil() + pl.col(k.nama).str.count_matches("\n")
        for k in kolom
        if k.gaya == "bungkus"
    ]
    return TINGGI_BARIS * pl.max_horizontal(pl.lit(1), *deret).fill_null(1).cast(pl.Int64)


@lru_cache(maxsize=4096)
def cell(kolom: Kolom, gaya: int) -> pl.Expr:
    """The <c> element of a column as inline text or number; `gaya` is its style number.

    Kept, as building an expression costs more than running it over an office's workbook."""
    return styled_cell(kolom, pl.lit(str(gaya)))


def styled_cell(kolom: Kolom, gaya: pl.Expr) -> pl.Expr:
    """The same with a style number per row."""
    isi = pl.col(kolom.nama)
    if kolom.gaya in ("angka", "nomor"):
        terisi = pl.concat_str(_open(gaya, "><v>"), isi, pl.lit("</v></c>"))
    else:
        teks = isi if kolom.aman else cell_text(isi)
        buka = _open(gaya, ' t="inlineStr"><is><t>')
        terisi = pl.concat_str(buka, teks, pl.lit("</t></is></c>"))
    return pl.coalesce(terisi, _open(gaya, "/>"))


def _open(gaya: pl.Expr, akhir: str) -> pl.Expr:
    return pl.concat_str(pl.lit('<c s="'), gaya, pl.lit(f'"{akhir}'))


def cell_text(teks: pl.Expr) -> pl.Expr:
    """Text as Excel wants it in XML: escaped, and '_x0041_' kept as those seven characters."""
    return escape(teks).str.replace_all("_(x[0-9A-Fa-f]{4}_)", "_x005F_${1}")


def fitted(bingkai: pl.DataFrame) -> pl.DataFrame:
    """Texts cut to what a cell holds; the usual frame has none that long and is left alone."""
    terpanjang = bingkai.select(pl.col(pl.String).str.len_bytes().max()).row(0, named=True)
    panjang = [nama for nama, byte in terpanjang.items() if (byte or 0) > TEKS_TERPANJANG]
    if not panjang:
        return bingkai
    return bingkai.with_columns(pl.col(panjang).str.head(TEKS_TERPANJANG))
