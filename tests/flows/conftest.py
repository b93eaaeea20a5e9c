"""The one whole cycle that many tests look at; it runs beside the other tests and is asked for last."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daur import Daur, start_daur
from tests.flows.tempat import Tempat

# Two demos take about three minutes of one core; a machine that needs this long is ill.
_PALING_LAMA = 1200
_DAUR = pytest.StashKey[tuple[subprocess.Popen[bytes], Path]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_needs_daur)


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(map(_needs_daur, session.items)) and not session.config.option.collectonly:
        folder = session.config._tmp_path_factory.mktemp("daur")
        session.config.stash[_DAUR] = start_daur(folder), folder


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _DAUR in session.config.stash:
        proses, _ = session.config.stash[_DAUR]
        if proses.poll() is None:
            # The process leads a group of its own, which holds the demo that it waits for.
            os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()


def _needs_daur(item: pytest.Item) -> bool:
    return "daur" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def _without_heartbeat() -> Iterator[None]:
    """A run's end waits for its heartbeat to wake, half a second each time."""
    # Not at the top: flows must have settled Prefect's surroundings before.
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


@pytest.fixture(scope="session")
def daur(pytestconfig: pytest.Config) -> Daur:
    """The finished cycle."""
    proses, folder = pytestconfig.stash[_DAUR]
    proses.wait(_PALING_LAMA)
    hasil = Daur(folder)
    galat = (folder / "daur.log").read_text()
    assert proses.returncode == 0, galat
    assert hasil.hasil["kode"] == [0, 0], hasil.output(0, "stderr") + hasil.output(1, "stderr")
    return hasil


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """An empty place that the settings point at."""
    return Tempat(tmp_path).settle(monkeypatch)
