import markupsafe
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.ungkapan_markah import KENDALI, escape, insert_rows, join_rows


def escaped(teks: str) -> str:
    return pl.select(escape(pl.lit(teks))).item()


@given(st.text(st.characters(exclude_characters="".join(KENDALI), exclude_categories=["Cs"])))
def test_columns_are_escaped_as_jinja_escapes(teks):
    assert escaped(teks) == str(markupsafe.escape(teks))


def test_control_characters_vanish():
    assert escaped("a\x00b\x1bc\ufffed") == "abcd"


def test_null_stays_null():
    assert pl.select(escape(pl.lit(None, pl.String))).item() is None


def test_rows_of_an_empty_frame_are_nothing():
    assert join_rows(pl.DataFrame({"a": []}, schema={"a": pl.String}), pl.col("a")) == b""


def test_rows_need_a_place():
    assert insert_rows("<p><!--baris--></p>", b"x") == b"<p>x</p>"
    assert insert_rows("<p></p>", b"") == b"<p></p>"
    with pytest.raises(ValueError, match="no place"):
        insert_rows("<p></p>", b"x")
