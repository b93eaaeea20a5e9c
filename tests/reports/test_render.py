import duckdb
import pytest
from jinja2 import UndefinedError

from reports.render import AKAR, lingkungan, query


def test_a_missing_field_is_an_error():
    with pytest.raises(UndefinedError):
        lingkungan().from_string("{{ isi.tak_ada }}").render(isi={})


def test_inserted_text_stays_text():
    templat = lingkungan().from_string("{{ nama }}")
    assert templat.render(nama="<script>{{ 7*7 }}") == "&lt;script&gt;{{ 7*7 }}"


def test_a_markdown_cell_holds_no_pipe_no_line_and_no_nik():
    templat = lingkungan().from_string("{{ nama | sel }}")
    assert templat.render(nama="a|b\nc 3201010101900001.xlsx") == "a¦b c (NIK).xlsx"


@pytest.mark.parametrize("jalur", sorted(AKAR.rglob("*.html.j2")), ids=lambda j: j.stem)
def test_pages_ask_nothing_of_the_network(jalur):
    teks = jalur.read_text(encoding="utf-8")
    assert "<script" not in teks
    assert "src=" not in teks
    assert "<link" not in teks


def test_queries_are_found_by_name_or_path():
    assert "FROM potret" in query("pengumuman")
    assert "FROM ganda" in query("temuan/ganda")


@pytest.mark.parametrize(
    "nama", ["penolakan", "temuan", "temuan/ganda", "temuan/neraca", "malam/berkas"]
)
def test_queries_run_on_the_gudang(nama, gudang: duckdb.DuckDBPyConnection):
    assert gudang.execute(query(nama)).pl().height > 0
