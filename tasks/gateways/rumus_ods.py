"""Formulas of an .ods, whose cells know their place only by counting what stands before them."""

import html
import re
import zipfile
from io import BytesIO

import polars as pl

from rules.pembacaan.judul import huruf_kolom
from tasks.gateways.biff import SEL_RUMUS
from tasks.gateways.rumus import ANGKA_NOL
from tasks.gateways.sel_galat import TAK_BERNAMA

ISI = "content.xml"
# An attribute may hold a bare >, as formulas do.
ATRIBUT = r'(?:[^>"]|"[^"]*")*'
LEMBAR = re.compile(rf"<table:table\s({ATRIBUT})>")
AKHIR_LEMBAR = "</table:table>"
BARIS = "<table:table-row"
SEL = rf"<table:(?:covered-)?table-cell(?:[\s/]{ATRIBUT})?>"
ULANG_BARIS = rf'^{ATRIBUT}?\stable:number-rows-repeated="([0-9]+)"'
ULANG_SEL = r'\stable:number-columns-repeated="([0-9]+)"'
RUMUS = r'\stable:formula="([^"]*)"'
# A formula names the language it is written in.
BAHASA = r"^\w+:=?"
JENIS = r'\soffice:value-type="(\w+)"'
GALAT = 'value-type="error"'
NILAI = r'\soffice:value="([^"]*)"'


def sel_rumus_ods(isi: bytes, lembar: str) -> pl.DataFrame:
    """huruf, baris (1-based), rumus, terhitung of every formula cell of one sheet of an .ods.

    A formula that gave an error has its name for `rumus`: an .ods keeps no kind of error.
    """
    with zipfile.ZipFile(BytesIO(isi)) as paket:
        xml = paket.read(ISI).decode("utf-8", errors="replace")
    sel = _sel(_potong(xml, lembar))
    rumus = pl.col("sel").str.extract(RUMUS, 1)
    jenis, nilai = pl.col("sel").str.extract(JENIS, 1), pl.col("sel").str.extract(NILAI, 1)
    nol = nilai.fill_null("").str.contains(ANGKA_NOL) & ~jenis.is_in(["string", "boolean", "date"])
    galat = pl.col("sel").str.contains(GALAT, literal=True)
    tulisan = (
        pl.when(galat).then(pl.lit(TAK_BERNAMA)).otherwise("=" + rumus.str.replace(BAHASA, ""))
    )
    rincian = sel.select(
        "kolom",
        "baris",
        tulisan.alias("rumus"),
        (~(jenis.is_null() | nol | galat)).alias("terhitung"),
    )
    isi = {
        "huruf": map(huruf_kolom, rincian["kolom"]),
        "baris": rincian["baris"],
        "rumus": map(html.unescape, rincian["rumus"]),
        "terhitung": rincian["terhitung"],
    }
    return pl.DataFrame({k: list(v) for k, v in isi.items()}, schema=SEL_RUMUS)


def _potong(xml: str, lembar: str) -> str:
    """The rows of the sheet of this name."""
    for awal in LEMBAR.finditer(xml):
        nama = re.search(r'table:name="([^"]*)"', awal[1])
        if nama and html.unescape(nama[1]) == lembar:
            return xml[awal.end() : xml.index(AKHIR_LEMBAR, awal.end())]
    raise KeyError(lembar)


def _sel(xml: str) -> pl.DataFrame:
    """kolom (0-based), baris (1-based), sel (its opening tag) of every formula cell."""
    baris = pl.DataFrame({"isi": xml.split(BARIS)[1:]}, schema={"isi": pl.String})
    letak = (
        baris.with_columns(_ulang(pl.col("isi"), ULANG_BARIS, "tinggi"))
        .with_columns(_sebelum("tinggi").alias("atas"))
        .filter(pl.col("isi").str.contains("table:formula", literal=True))
        .with_columns(pl.col("isi").str.extract_all(SEL).alias("sel"))
        .select("atas", "tinggi", "sel")
        .explode("sel")
        .with_columns(_ulang(pl.col("sel"), ULANG_SEL, "lebar"))
        .with_columns(_sebelum("lebar").over("atas").alias("kiri"))
        .filter(pl.col("sel").str.contains(RUMUS))
    )
    return (
        letak.with_columns(pl.int_ranges("atas", pl.col("atas") + pl.col("tinggi")).alias("baris"))
        .explode("baris")
        .with_columns(pl.int_ranges("kiri", pl.col("kiri") + pl.col("lebar")).alias("kolom"))
        .explode("kolom")
        .select("kolom", pl.col("baris") + 1, "sel")
    )


def _ulang(isi: pl.Expr, pola: str, nama: str) -> pl.Expr:
    """How many rows or columns one element stands for."""
    return isi.str.extract(pola, 1).cast(pl.Int64).fill_null(1).alias(nama)


def _sebelum(nama: str) -> pl.Expr:
    return pl.col(nama).cum_sum() - pl.col(nama)
