"""One JSON object per row, written columnwise: what all rows share, then what each says itself."""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl


def objek_json(bersama: Mapping[str, Any], *sendiri: pl.Expr | str) -> pl.Expr:
    """The text of an object: `bersama` is encoded once for all rows, `sendiri` are named columns.

    Dates are written yyyy-mm-dd, what is missing null. Neither may be empty.
    """
    isi = pl.struct(*sendiri).struct.json_encode()
    kepala = json.dumps(bersama, ensure_ascii=False, separators=(",", ":")).removesuffix("}")
    return pl.concat_str(pl.lit(f"{kepala},"), isi.str.strip_prefix("{"))


def add_objek(objek: pl.Expr, nama: str, isi: pl.Expr) -> pl.Expr:
    """The text of an object with one more field, whose value is JSON already."""
    return pl.concat_str(
        objek.str.strip_suffix("}"), pl.lit(f",{json.dumps(nama)}:"), isi, pl.lit("}")
    )
