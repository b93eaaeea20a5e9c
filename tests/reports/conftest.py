from collections.abc import Iterator

import duckdb
import polars as pl
import pytest

from tests.gudang_contoh import create_dasbor, create_gudang


@pytest.fixture
def gudang() -> Iterator[duckdb.DuckDBPyConnection]:
    with create_gudang() as terbuka:
        yield terbuka


@pytest.fixture
def dasbor(gudang: duckdb.DuckDBPyConnection) -> dict[str, pl.DataFrame]:
    return create_dasbor(gudang)
