"""The data dictionary: what schema.sql and the published tables say of themselves, as Markdown."""

from itertools import groupby

import duckdb

from reports.statistik import load_tabel
from rules.katalog import tabel_markdown
from rules.rujukan import rujukan

# Tables and views in the order schema.sql creates them, each column with its type.
_KOLOM = """
WITH tabel AS (
    SELECT table_oid AS oid, comment AS butiran FROM duckdb_tables()
    UNION ALL
    SELECT view_oid, comment FROM duckdb_views() WHERE NOT internal
)
SELECT k.table_name, t.butiran, k.column_name, k.data_type, k.comment
FROM duckdb_columns() AS k JOIN tabel AS t ON t.oid = k.table_oid
WHERE NOT k.internal
ORDER BY k.table_oid, k.column_index
"""


def kamus_gudang() -> str:
    """Every table and view of gudang.duckdb with its grain, and every column with its type."""
    with duckdb.connect() as kosong:
        kosong.execute(rujukan("schema.sql").read_text(encoding="utf-8"))
        baris = kosong.execute(_KOLOM).fetchall()
    return "\n".join(
        _bagian(nama, butiran, ("Kolom", "Jenis", "Arti"), [(f"`{k}`", j, a) for _, _, k, j, a in isi])
        for (nama, butiran), isi in groupby(baris, key=lambda satu: satu[:2])
    )  # fmt: skip


def kamus_dasbor() -> str:
    """Every table of publik/dasbor.duckdb with its grain and definition, and what its columns count."""
    return "\n".join(
        _bagian(
            tabel.nama,
            tabel.komentar,
            ("Kolom", "Judul", "Arti"),
            [(f"`{satu.nama}`", satu.judul, satu.keterangan) for satu in tabel.kolom],
        )
        for tabel in load_tabel()
    )


def _bagian(nama: str, butiran: str, judul: tuple[str, ...], baris: list[tuple[str, ...]]) -> str:
    """One table, folded: a dictionary is looked up, not read."""
    return (
        f"<details><summary><code>{nama}</code>: {butiran}</summary>\n\n"
        f"{tabel_markdown(judul, baris)}\n</details>\n"
    )
