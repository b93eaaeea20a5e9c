"""Table rows written by Polars, not by a template loop: a nation's announcements are 2.4 million rows."""

import polars as pl

TANDA = b"<!--baris-->"
# XML forbids control characters outright and HTML readers choke on them; they carry no meaning here.
KENDALI = [chr(i) for i in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if chr(i) not in "\t\n\r"]
KARAKTER = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


def escape(teks: pl.Expr) -> pl.Expr:
    """Text made harmless in HTML and XML, as Jinja's own escape does; null stays null."""
    # replace_many reads each character once, so an ampersand it wrote is not escaped again.
    return teks.str.replace_many(
        [*KARAKTER, *KENDALI], [*KARAKTER.values(), *("" for _ in KENDALI)]
    )


def join_rows(bingkai: pl.DataFrame, baris: pl.Expr) -> bytes:
    """All rows of a frame as UTF-8; empty for an empty frame."""
    return bytes(bingkai.select(baris.str.join("").cast(pl.Binary)).item() or b"")


def insert_rows(halaman: str, baris: bytes) -> bytes:
    """A rendered page as UTF-8 with ready rows at its marker, without copying them through Jinja.

    A page without the marker (nobody to list) takes no rows; ValueError if there are some.
    """
    kepala, tanda, ekor = halaman.encode().partition(TANDA)
    if baris and not tanda:
        raise ValueError("the page has no place for its rows")
    return b"".join((kepala, baris, ekor))
