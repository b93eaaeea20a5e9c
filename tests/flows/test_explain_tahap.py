"""A closing made on another machine: what explain advises leads to the same explanation."""

import shlex
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.close_tahap import close_tahap
from reports.penjelasan import Penjelasan
from tests.flows.empat_instansi import JAGA, PRAFINAL, census_of_four, kotak_masuk, terisi
from tests.flows.tempat import Tempat

__all__ = ["census_of_four", "kotak_masuk", "terisi"]


def test_the_advice_builds_the_closing_as_it_was_judged(
    terisi: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No night came before: everything was receipted by the closing itself, hours after the deadline.
    assert close_tahap(PRAFINAL + timedelta(hours=5)) == ["prafinalisasi"]
    ditutup = explain("--tahap", "prafinalisasi")

    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(tmp_path / "lain"))
    hasil = CliRunner().invoke(app, ["explain", JAGA["nik"], "--tahap", "prafinalisasi"])
    assert (hasil.exit_code, type(hasil.exception)) == (1, FileNotFoundError)
    saran = str(hasil.exception).split("pendataan ")[1].split(";")[0]
    ulang = str(tmp_path / "ulang")
    perintah = [ulang if kata == "ulang" else kata for kata in shlex.split(saran)]
    assert CliRunner().invoke(app, perintah).exit_code == 0
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", ulang)
    assert explain() == ditutup.model_copy(update={"tahap": None})


def explain(*pilihan: str) -> Penjelasan:
    hasil = CliRunner().invoke(app, ["explain", JAGA["nik"], "--json", *pilihan])
    assert hasil.exit_code == 0, hasil.output
    return Penjelasan.model_validate_json(hasil.output)
