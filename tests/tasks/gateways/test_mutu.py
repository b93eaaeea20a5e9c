"""Great Expectations on measures: what holds, what does not, and pages that say so."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from tasks.gateways.mutu import Ukuran, expect_measures

HARAPAN = (
    ("ExpectColumnValuesToBeUnique", {"column": "hal"}),
    ("ExpectColumnPairValuesToBeEqual", {"column_A": "harapan", "column_B": "nyata"}),
)
SAAT = datetime(2022, 9, 30, tzinfo=UTC)


def measure(nama: str, nyata: int) -> Ukuran:
    return Ukuran(
        nama, pl.DataFrame({"hal": ["a", "b"], "harapan": [3, 4], "nyata": [3, nyata]}), HARAPAN
    )


def test_what_fails_is_named_and_the_pages_are_written(tmp_path: Path) -> None:
    mutu = expect_measures([measure("baik", 4), measure("kurang", 5)], SAAT, tmp_path)
    assert mutu.diperiksa == 4
    (gagal,) = mutu.gagal
    assert gagal.startswith("kurang: ")
    assert "(4, 5)" in gagal
    assert (tmp_path / "index.html").exists()


def test_the_pages_may_be_asked_for_by_a_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    expect_measures([measure("baik", 4)], SAAT, Path("mutu"))
    assert (tmp_path / "mutu" / "index.html").exists()
