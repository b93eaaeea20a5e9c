"""Formulas of an .xlsx: which cells hold one, and which of them were never worked out."""

import html
import re
import zipfile
from io import BytesIO

import polars as pl

from rules.pembacaan.catatan import catat

BUKU = "xl/workbook.xml"
HUBUNGAN = "xl/_rels/workbook.xml.rels"
SEL_DISEBUT = 5
SEL = r'<c r="[A-Z]+[0-9]+"[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v>[^<]+</v>)?'
BAGIAN = r'<c r="([A-Z]+)([0-9]+)"[^>]*><f(?:[^>]*/>|[^>]*>([^<]*)</f>)(<v>)?'


def _sel_rumus(isi: bytes, lembar: str) -> pl.DataFrame:
    """huruf, baris (1-based), rumus, terhitung of every formula cell of one sheet."""
    with zipfile.ZipFile(BytesIO(isi)) as paket:
        xml = paket.read(_anggota(paket, lembar)).decode("utf-8", errors="replace")
    bagian = pl.col("sel").str.extract_groups(BAGIAN).struct
    return (
        pl.DataFrame({"sel": [xml]})
        .select(pl.col("sel").str.extract_all(SEL).explode())
        .select(
            bagian.field("1").alias("huruf"),
            bagian.field("2").cast(pl.Int64).alias("baris"),
            bagian.field("3").fill_null("").alias("rumus"),
            bagian.field("4").is_not_null().alias("terhitung"),
        )
        .drop_nulls("baris")
    )


def write_rumus(
    isi: bytes, lembar: str, teks: pl.DataFrame, huruf: list[str], baris: int
) -> tuple[pl.DataFrame, dict[str, str] | None]:
    """`teks` with formulas that were never worked out in place of blanks, and the remark on them all.

    `huruf`: spreadsheet letter of each column; the first row is sheet row `baris` (1-based).
    """
    milik = pl.col("huruf").is_in(huruf) & pl.col("baris").is_between(
        baris, baris + teks.height - 1
    )
    sel = _sel_rumus(isi, lembar).filter(milik)
    if sel.is_empty():
        return teks, None
    for nama, satu in zip(teks.columns, huruf, strict=True):
        kosong = sel.filter(~pl.col("terhitung") & (pl.col("huruf") == satu))
        if not kosong.is_empty():
            tulisan = ("=" + kosong["rumus"]).alias(nama)
            teks = teks.with_columns(teks[nama].clone().scatter(kosong["baris"] - baris, tulisan))
    contoh = sel.head(SEL_DISEBUT).select(pl.concat_str("huruf", "baris")).to_series()
    return teks, catat("B-RUMUS", lembar=lembar, jumlah=sel.height, sel=", ".join(contoh))


def _anggota(paket: zipfile.ZipFile, lembar: str) -> str:
    """The member that holds the sheet of this name, by way of the workbook's relationships."""
    buku, hubungan = (
        [dict(re.findall(r'([\w:]+)="([^"]*)"', s)) for s in re.findall(pola, _teks(paket, nama))]
        for nama, pola in ((BUKU, r"<(?:\w+:)?sheet\s[^>]*>"), (HUBUNGAN, r"<Relationship\s[^>]*>"))
    )
    kunci = {html.unescape(s.get("name", "")): s.get("r:id", "") for s in buku}
    tujuan = {h.get("Id", ""): h.get("Target", "") for h in hubungan}
    jalur = tujuan[kunci[lembar]]
    return jalur.removeprefix("/") if jalur.startswith("/") else f"xl/{jalur}"


def _teks(paket: zipfile.ZipFile, nama: str) -> str:
    return paket.read(nama).decode("utf-8", errors="replace")
