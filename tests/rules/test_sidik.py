"""The digest of rows can be computed by a stranger, with nothing of ours."""

import hashlib
from datetime import UTC, date, datetime

import polars as pl

from rules.sidik import baris_kanonik, sidik_baris

RANGKA = pl.DataFrame(
    {
        "teks": ["a\tb", "c\\d\n", None],
        "angka": [1, None, -3],
        "tanggal": [date(1990, 4, 3), None, date(2021, 12, 31)],
        "benar": [True, None, False],
        "waktu": [
            datetime(2022, 9, 30, 16, 59, 59, tzinfo=UTC),
            None,
            datetime(2022, 1, 1, tzinfo=UTC),
        ],
        "kolom": [["nik", "nama"], None, []],
    }
)


def test_canonical_rows_are_written_as_documented() -> None:
    assert baris_kanonik(RANGKA).to_list() == [
        "a\\tb\t1\t1990-04-03\ttrue\t2022-09-30T16:59:59.000000Z\tnik,nama",
        "c\\\\d\\n\t\\N\t\\N\t\\N\t\\N\t\\N",
        "\\N\t-3\t2021-12-31\tfalse\t2022-01-01T00:00:00.000000Z\t",
    ]


def test_digest_is_plain_sha256_over_sorted_lines() -> None:
    baris = sorted(baris_kanonik(RANGKA).to_list(), key=lambda teks: teks.encode())
    teks = "".join(satu + "\n" for satu in baris)
    assert sidik_baris(RANGKA) == hashlib.sha256(teks.encode()).hexdigest()


def test_order_of_rows_does_not_matter_and_a_changed_cell_does() -> None:
    assert sidik_baris(RANGKA.reverse()) == sidik_baris(RANGKA)
    assert sidik_baris(RANGKA.with_columns(angka=pl.Series([1, None, -4]))) != sidik_baris(RANGKA)


def test_no_rows_is_the_digest_of_nothing() -> None:
    assert sidik_baris(RANGKA.clear()) == hashlib.sha256(b"").hexdigest()
