from datetime import UTC, datetime

import polars as pl

from rules.kiriman_ulang import find_ulang


def ulang(*kiriman: tuple[str, str, str | None]) -> list[tuple[int, int, bool]]:
    """Deliveries (kode_instansi, part, rows) one day after another, numbered from 1."""
    skema = ["kode_instansi", "bagian", "isi"]
    rangka = pl.DataFrame(kiriman, schema=skema, orient="row").with_columns(
        id_berkas=pl.int_range(1, pl.len() + 1, dtype=pl.Int32),
        jenis=pl.lit("data-utama"),
        waktu=pl.Series([datetime(2022, 9, 1 + i, tzinfo=UTC) for i in range(len(kiriman))]),
    )
    return find_ulang(rangka.reverse()).rows()


def test_another_part_with_rows_in_force_is_a_repetition() -> None:
    assert ulang(("X", "a", "1"), ("X", "b", "1"), ("X", "c", "1")) == [
        (2, 1, False),
        (3, 1, False),
    ]


def test_the_same_part_repeats_its_last_delivery() -> None:
    assert ulang(("X", "a", "1"), ("X", "a", "1"), ("X", "a", "1")) == [(2, 1, True), (3, 2, True)]


def test_what_is_not_in_force_any_more_may_come_again() -> None:
    assert ulang(("X", "a", "1"), ("X", "a", "2"), ("X", "b", "1")) == []


def test_a_refused_repetition_replaces_nothing() -> None:
    # b keeps its own rows 2, so rows 2 under c repeat b; and a part that takes on those of another.
    assert ulang(("X", "a", "1"), ("X", "b", "2"), ("X", "b", "1"), ("X", "c", "2")) == [
        (3, 1, False),
        (4, 2, False),
    ]


def test_two_instansi_know_nothing_of_each_other() -> None:
    assert ulang(("X", "a", "1"), ("Y", "b", "1")) == []


def test_no_rows_repeat_nothing_but_replace() -> None:
    assert ulang(("X", "a", None), ("X", "b", None)) == []
    assert ulang(("X", "a", "1"), ("X", "a", None), ("X", "b", "1")) == []
