from datetime import date

import polars as pl
import pytest

from rules.ketentuan import ketentuan_on
from rules.rule import rule
from tests.cases import assert_cases, kolom_skema

K = ketentuan_on(date(2022, 10, 8))


@rule("X-USIA", nama="Usia", dasar=("usia_minimum",), berat="tolak", pesan="-")
def usia(k):
    return pl.col("usia") >= k.usia_minimum


@rule("X-CAMPUR", nama="Campuran", dasar=("usia_minimum",), berat="info", pesan="-")
def campuran(k):
    return pl.col("segar") | pl.col("tak_terbaca").list.contains("nik") | pl.col("usia").is_null()


def test_a_table_reads_as_the_law_reads():
    assert_cases(usia, K, """
        nama | usia | putusan
        -----+------+--------
        Ayu  | 20   | T
        Budi | 19   | F
        Cici |      | -
    """)  # fmt: skip


def test_types_come_from_the_schema_or_the_heading():
    assert_cases(campuran, K, """
        segar:bool | tak_terbaca    | tanggal_lahir | usia | putusan
        ya         |                | 2000-02-29    | 21   | T
        tidak      | nik, nomor_sk  |               | 21   | T
        tidak      | nomor_sk       |               | 21   | F
    """)  # fmt: skip


def test_a_wrong_verdict_is_shown_with_its_row():
    with pytest.raises(AssertionError, match=r"X-USIA:\n  19 \| T but the rule says False"):
        assert_cases(usia, K, """
            usia | putusan
            19   | T
        """)  # fmt: skip


def test_a_verdict_that_cannot_be_said_is_not_the_same_as_met():
    with pytest.raises(AssertionError, match="but the rule says None"):
        assert_cases(usia, K, """
            usia | putusan
                 | T
        """)  # fmt: skip


def test_columns_come_from_the_only_ddl():
    assert kolom_skema("fakta")["usia"] == pl.Int32()
    assert kolom_skema("tenaga")["tak_terbaca"] == pl.List(pl.String)
    assert "CHECK" not in kolom_skema("tenaga")
