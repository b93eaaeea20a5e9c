import re

from reports.statistik import load_tabel
from tasks.gateways.kamus import kamus_dasbor, kamus_gudang
from tests.gudang_contoh import create_gudang


def _tables(kamus: str) -> dict[str, str]:
    return dict(re.findall(r"<summary><code>(\w+)</code>: (.+?)</summary>", kamus))


def test_every_table_and_view_of_the_schema_begins_with_its_grain():
    butiran = _tables(kamus_gudang())
    assert {"tenaga", "temuan", "neraca", "putusan_kriteria", "enam_kriteria"} <= set(butiran)
    assert list(butiran)[:2] == ["malam", "instansi"]
    for nama, teks in butiran.items():
        assert teks.startswith("Satu baris per "), nama


def test_every_column_of_the_schema_says_what_it_is():
    with create_gudang() as gudang:
        (jumlah,) = gudang.execute(
            "SELECT count(*) FROM duckdb_columns() WHERE NOT internal "
            "AND table_name NOT IN ('potret', 'potret_ringkas')"
        ).fetchone()
    baris = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (.+) \|$", kamus_gudang(), re.MULTILINE)
    assert len(baris) == jumlah
    assert [nama for nama, _, arti in baris if arti in ("", "None")] == []
    assert ("nik", "VARCHAR", "NIK 16 angka; kosong bila tidak terbaca.") in baris


def test_every_published_table_is_there_with_its_columns():
    kamus = kamus_dasbor()
    assert list(_tables(kamus)) == [tabel.nama for tabel in load_tabel()]
    assert kamus.count("| `") == sum(len(tabel.kolom) for tabel in load_tabel())
