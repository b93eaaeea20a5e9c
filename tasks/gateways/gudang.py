"""The DuckDB warehouse: a build product, made beside the old one and swapped in by rename."""

import contextlib
import functools
from collections.abc import Iterator
from pathlib import Path

import duckdb
import duckdb_extension_httpfs
import polars as pl
from pydantic import SecretStr

from rules.rujukan import rujukan
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.susunan import Susunan

# A progress bar would stand in the middle of what a command says.
_TENANG = "SET TimeZone = 'UTC'; SET enable_progress_bar = false"
_VIEWS = "SELECT view_name FROM duckdb_views() WHERE NOT internal"


@contextlib.contextmanager
def open_gudang(
    jalur: Path, kunci: SecretStr | None = None, tulis: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose default database is the gudang; encrypted at rest when a key is given.

    Extensions never come over the network: the one that encrypts is shipped as a package.
    """
    sambungan = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    try:
        if kunci is not None:
            sambungan.execute(f"LOAD {_sql_text(str(_httpfs()))}")
        # Only we open the gudang, with the pinned release: its newest storage loads twice as fast.
        pilihan = ["STORAGE_VERSION 'latest'"] if tulis else ["READ_ONLY"]
        if kunci is not None:
            pilihan.append(f"ENCRYPTION_KEY {_sql_text(kunci.get_secret_value())}")
        sambungan.execute(
            f"ATTACH {_sql_text(str(jalur))} AS gudang"
            + (f" ({', '.join(pilihan)})" if pilihan else "")
        )
        sambungan.execute("USE gudang")
        sambungan.execute(_TENANG)
        yield sambungan
    finally:
        sambungan.close()


@contextlib.contextmanager
def open_susunan(susunan: Susunan) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that reads a night's tables where they stand, without building a gudang.

    A table the night did not write is empty; schema.sql's views are not there.
    """
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as sambungan:
        sambungan.execute(rujukan("schema.sql").read_text())
        for (pandangan,) in sambungan.execute(_VIEWS).fetchall():
            sambungan.execute(f"DROP VIEW {pandangan}")
        for tabel in table_names(sambungan):
            if susunan.has(tabel):
                asal = f"read_parquet({_sql_text(str(susunan.path(tabel)))})"
                sambungan.execute(f"DROP TABLE {tabel}")
                sambungan.execute(f"CREATE VIEW {tabel} AS SELECT * FROM {asal}")
        sambungan.execute(_TENANG)
        yield sambungan


def build_gudang(jalur: Path, susunan: Susunan, kunci: SecretStr | None = None) -> None:
    """Makes a new gudang at `jalur` from the night's tables; an unfinished one is removed first.

    Column names are matched, so a table that lacks a column of schema.sql raises.
    """
    jalur.parent.mkdir(parents=True, exist_ok=True)
    for sisa in (jalur, jalur.with_name(jalur.name + ".wal")):
        sisa.unlink(missing_ok=True)
    with open_gudang(jalur, kunci, tulis=True) as gudang:
        jalur.chmod(0o600)
        # Rows carry their number; to keep their order as well would leave all but one core idle.
        gudang.execute("SET preserve_insertion_order = false")
        gudang.execute(rujukan("schema.sql").read_text())
        for tabel in table_names(gudang):
            if susunan.has(tabel):
                gudang.execute(
                    f"INSERT INTO {tabel} BY NAME SELECT {_columns(gudang, tabel)} "
                    f"FROM read_parquet({_sql_text(str(susunan.path(tabel)))})"
                )
        gudang.execute("CHECKPOINT gudang")


def table_names(gudang: duckdb.DuckDBPyConnection) -> list[str]:
    """The base tables, in the order schema.sql creates them."""
    baris = gudang.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_oid"
    ).fetchall()
    return [nama for (nama,) in baris]


@functools.cache
def empty_table(tabel: str) -> pl.DataFrame:
    """A frame with the columns and types schema.sql gives the table, and no rows."""
    with duckdb.connect() as sementara:
        sementara.execute("SET TimeZone = 'UTC'")
        sementara.execute(rujukan("schema.sql").read_text())
        return sementara.table(tabel).limit(0).pl()


def used_gudang(pengaturan: Pengaturan) -> Path:
    """The gudang of the last night; raises FileNotFoundError before the first."""
    jalur = pengaturan.ruang_kerja / "gudang.duckdb"
    if not jalur.exists():
        raise FileNotFoundError(f"{jalur} belum ada; jalankan pendataan nightly lebih dahulu")
    return jalur


def swap_gudang(baru: Path, tujuan: Path) -> None:
    """The new gudang takes the old one's name in one step: readers see the one or the other, whole."""
    baru.replace(tujuan)


def query(gudang: duckdb.DuckDBPyConnection, sql: str, *isi: object) -> pl.DataFrame:
    """Rows of a query as a frame; `isi` fills its ? marks."""
    return gudang.execute(sql, list(isi)).pl()


def _httpfs() -> Path:
    folder = Path(duckdb_extension_httpfs.__file__).parent / "extensions"
    return folder / f"v{duckdb.__version__}" / "httpfs.duckdb_extension"


def column_comments(gudang: duckdb.DuckDBPyConnection, tabel: str) -> dict[str, str]:
    """What schema.sql says of each column of a table."""
    baris = gudang.execute(
        "SELECT column_name, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND table_name = ? AND comment IS NOT NULL",
        [tabel],
    ).fetchall()
    return dict(baris)


def _columns(gudang: duckdb.DuckDBPyConnection, tabel: str) -> str:
    baris = gudang.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() "
        "AND table_name = ? ORDER BY column_index",
        [tabel],
    ).fetchall()
    return ", ".join(nama for (nama,) in baris)


def _sql_text(teks: str) -> str:
    return "'" + teks.replace("'", "''") + "'"
