"""The same findings for programs: CSV and JSON."""

from collections.abc import Iterator

import polars as pl

from reports.temuan.lembar import TEMUAN

KOLOM = tuple(k.nama for k in TEMUAN)
# A spreadsheet that opens the CSV would take a text that begins so for a formula.
_RUMUS = r"^[=+\-@\t\r]"


def render_mesin(
    pengirim: pl.DataFrame, temuan: pl.DataFrame
) -> Iterator[tuple[str, bytes, bytes]]:
    """(kode_instansi, CSV, JSON) of every row of pengirim.sql, from the rows of query.sql.

    Both hold the columns of sheet Temuan in its order, a row per finding; without findings the CSV
    is its heading and the JSON an empty list. In the CSV a text that could be taken for a formula
    stands behind an apostrophe; the JSON has it as it is.
    """
    ada = temuan.partition_by("kode_instansi", as_dict=True, maintain_order=True)
    kosong = temuan.clear()
    for kode in pengirim["kode_instansi"]:
        isi = ada.get((kode,), kosong).select(KOLOM)
        yield kode, isi.with_columns(_harmless()).write_csv().encode(), _json(isi)


def _harmless() -> pl.Expr:
    teks = pl.col(pl.String)
    return pl.when(teks.str.contains(_RUMUS)).then(pl.lit("'") + teks).otherwise(teks).name.keep()


def _json(isi: pl.DataFrame) -> bytes:
    return (isi.write_json() + "\n").encode()
