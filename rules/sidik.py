r"""The digest of rows: what a potret holds, said so that a stranger can compute it in any language.

Canonical row: its columns in the stated order as text, joined by a tab; null is `\N`; inside a
value backslash, tab, line feed and carriage return are written `\\`, `\t`, `\n`, `\r` (the text
format of PostgreSQL's COPY); dates as yyyy-mm-dd, moments in UTC as yyyy-mm-ddThh:mm:ss.ffffffZ,
numbers in decimals without padding, booleans true or false, lists joined by commas. The lines are
sorted by their UTF-8 bytes, each ended by a line feed; the digest is the SHA-256 of that text in
hexadecimal.
"""

import hashlib

import polars as pl

_LARI = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def baris_kanonik(rangka: pl.DataFrame) -> pl.Series:
    """One canonical line per row (without its line feed), in the order of the frame."""
    if rangka.is_empty():
        return pl.Series("baris", [], dtype=pl.String)
    nilai = [_teks(nama, tipe).fill_null("\\N") for nama, tipe in rangka.schema.items()]
    return rangka.select(pl.concat_str(nilai, separator="\t").alias("baris")).to_series()


def sidik_baris(rangka: pl.DataFrame) -> str:
    """SHA-256 (hex) over the canonical rows; the order of rows does not matter, that of columns does."""
    return sidik_teks(baris_kanonik(rangka))


def sidik_teks(baris: pl.Series) -> str:
    """The same digest from canonical rows that were made already."""
    teks = baris.sort().str.join("\n").item() + "\n" if len(baris) else ""
    return hashlib.sha256(teks.encode()).hexdigest()


def _teks(nama: str, tipe: pl.DataType) -> pl.Expr:
    kolom = pl.col(nama)
    if tipe == pl.String:
        return kolom.str.replace_many(list(_LARI), list(_LARI.values()))
    if isinstance(tipe, pl.Datetime):
        return kolom.dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ")
    if isinstance(tipe, pl.List):
        return kolom.list.join(",")
    return kolom.cast(pl.String)
