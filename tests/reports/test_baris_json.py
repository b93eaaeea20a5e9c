"""Objects written columnwise are those that a JSON reader reads."""

import json
from datetime import date

import polars as pl

from reports.baris_json import add_objek, objek_json

BARIS = pl.DataFrame(
    {
        "nama": ['SITI "A" \\ }', "Ñ\n\t\x01", None, "{}"],
        "lahir": [date(1990, 7, 1), None, date(1, 1, 1), date(9999, 12, 31)],
        "ada": [True, False, None, True],
        "daftar": [[{"n": 1}], [], None, [{"n": None}]],
    }
)


def test_a_row_is_what_is_shared_and_its_own_columns() -> None:
    bersama = {"bentuk": "x/1", "dalam": {"a": [1, None]}, "teks": "Ñ }"}
    baris = BARIS.select(objek_json(bersama, *BARIS.columns)).to_series()
    assert [json.loads(satu) for satu in baris] == [
        bersama | satu | {"lahir": satu["lahir"] and satu["lahir"].isoformat()}
        for satu in BARIS.iter_rows(named=True)
    ]
    assert not any("\n" in satu for satu in baris)


def test_a_field_that_is_json_already_stands_last() -> None:
    objek = add_objek(objek_json({"a": 1}, "nama"), "isi", pl.lit('{"b":[2]}'))
    baris = [json.loads(satu) for satu in BARIS.select(objek).to_series()]
    assert baris == [{"a": 1, "nama": nama, "isi": {"b": [2]}} for nama in BARIS["nama"]]
    assert list(baris[0]) == ["a", "nama", "isi"]
