"""Error cells of an .xlsx or .xls, which the reader gives as blanks: their places and what they say."""

import re

import fastexcel
import polars as pl

TULISAN = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}
TAK_BERNAMA = "#GALAT!"


def write_galat(
    buku: fastexcel.ExcelReader, lembar: str, teks: pl.DataFrame, kolom: list[int], baris: int
) -> pl.DataFrame:
    """`teks` with the errors written out as the office program shows them.

    `kolom`: position of each of its columns among those of the sheet; its first row is row `baris`.
    """
    sel = _sel_galat(buku, lembar).filter(
        pl.col("baris").is_between(baris, baris + teks.height - 1)
    )
    for nama, letak in zip(teks.columns, kolom, strict=True):
        milik = sel.filter(pl.col("kolom") == letak)
        if not milik.is_empty():
            isi = teks[nama].clone().scatter(milik["baris"] - baris, milik["tulisan"])
            teks = teks.with_columns(isi.alias(nama))
    return teks


def _sel_galat(buku: fastexcel.ExcelReader, lembar: str) -> pl.DataFrame:
    """baris, kolom (0-based, in the sheet as read), tulisan."""
    isi = buku.load_sheet(lembar, header_row=None, skip_rows=0, dtypes="string")
    _, galat = isi.to_arrow_with_errors()
    rincian = [(*satu.offset_position, satu.detail) for satu in (galat.errors if galat else [])]
    return pl.DataFrame(
        [(b, k, TULISAN.get(_jenis(rinci), TAK_BERNAMA)) for b, k, rinci in rincian],
        schema={"baris": pl.Int64, "kolom": pl.Int64, "tulisan": pl.String},
        orient="row",
    )


def _jenis(rincian: str) -> str:
    cocok = re.search(r"Error\((\w+)\)", rincian)
    return cocok[1] if cocok else ""
