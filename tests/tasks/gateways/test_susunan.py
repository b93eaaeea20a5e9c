"""The working folder: one Parquet per table."""

from pathlib import Path

import polars as pl
import pytest

from tasks.gateways.susunan import Susunan


def test_frames_lazy_or_not_come_back(tmp_path: Path) -> None:
    susunan = Susunan(tmp_path / "baru")
    susunan.write("satu", pl.DataFrame({"a": [1]}))
    susunan.write("dua", pl.LazyFrame({"a": [2]}))
    assert [susunan.read(nama).item() for nama in ("satu", "dua")] == [1, 2]
    assert susunan.has("satu")


def test_a_table_nobody_wrote_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="tenaga"):
        Susunan(tmp_path).scan("tenaga")
