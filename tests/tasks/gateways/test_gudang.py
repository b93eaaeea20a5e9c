"""The gudang: built from the one DDL, encrypted when asked, swapped whole."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest
from pydantic import SecretStr

from tasks.gateways.gudang import (
    build_gudang,
    column_comments,
    empty_table,
    open_gudang,
    query,
    swap_gudang,
    table_names,
)
from tasks.gateways.susunan import Susunan


@pytest.fixture
def susunan(tmp_path: Path) -> Susunan:
    satu = Susunan(tmp_path / "susunan")
    isi = {
        "kode_instansi": ["5105"],
        "id_berkas": [1],
        "waktu": [datetime(2022, 11, 1, tzinfo=UTC)],
        "tahap": ["finalisasi"],
        "sidik": ["0" * 64],
        "cara": ["QR"],
        "penandatangan": [None],
    }
    satu.write("sptjm", pl.DataFrame(isi))
    return satu


@pytest.mark.parametrize("kunci", [None, SecretStr("kunci rahasia 'berkutip'")])
def test_built_from_the_tables_of_the_night(
    tmp_path: Path, susunan: Susunan, kunci: SecretStr
) -> None:
    jalur = tmp_path / "g.duckdb"
    build_gudang(jalur, susunan, kunci)
    assert jalur.stat().st_mode & 0o777 == 0o600
    with open_gudang(jalur, kunci) as gudang:
        assert (
            query(gudang, "SELECT kode_instansi FROM sptjm WHERE id_berkas = ?", 1).item() == "5105"
        )
        assert set(table_names(gudang)) >= {"tenaga", "putusan", "neraca"}


def test_an_encrypted_gudang_holds_no_plain_text_and_opens_with_its_key_only(
    tmp_path: Path, susunan: Susunan
) -> None:
    jalur = tmp_path / "g.duckdb"
    build_gudang(jalur, susunan, SecretStr("benar"))
    assert b"kode_instansi" not in jalur.read_bytes()
    with pytest.raises(duckdb.Error), open_gudang(jalur, SecretStr("salah")):
        pass
    with pytest.raises(duckdb.Error), open_gudang(jalur):
        pass


def test_readers_cannot_write(tmp_path: Path, susunan: Susunan) -> None:
    build_gudang(tmp_path / "g.duckdb", susunan)
    with (
        open_gudang(tmp_path / "g.duckdb") as gudang,
        pytest.raises(duckdb.Error, match="read-only"),
    ):
        gudang.execute("DELETE FROM sptjm")


def test_a_table_without_a_column_of_the_ddl_is_our_fault(tmp_path: Path, susunan: Susunan) -> None:
    susunan.write("sptjm", pl.DataFrame({"kode_instansi": ["5105"]}))
    with pytest.raises(duckdb.Error, match="id_berkas"):
        build_gudang(tmp_path / "g.duckdb", susunan)


def test_an_open_reader_keeps_what_it_opened_while_the_gudang_is_swapped(
    tmp_path: Path, susunan: Susunan
) -> None:
    lama, baru = tmp_path / "g.duckdb", tmp_path / "baru.duckdb"
    build_gudang(lama, susunan)
    susunan.write("sptjm", empty_table("sptjm"))
    build_gudang(baru, susunan)
    with open_gudang(lama) as pembaca:
        swap_gudang(baru, lama)
        assert query(pembaca, "SELECT count(*) FROM sptjm").item() == 1
    with open_gudang(lama) as pembaca:
        assert query(pembaca, "SELECT count(*) FROM sptjm").item() == 0


def test_the_schema_is_asked_of_the_ddl() -> None:
    assert empty_table("tenaga").schema["tanggal_lahir"] == pl.Date
    assert empty_table("penghapusan").schema["waktu"] == pl.Datetime("us", "UTC")


def test_every_fact_says_what_it_is(tmp_path: Path, susunan: Susunan) -> None:
    build_gudang(tmp_path / "g.duckdb", susunan)
    with open_gudang(tmp_path / "g.duckdb") as gudang:
        assert set(column_comments(gudang, "fakta")) == set(empty_table("fakta").columns)
