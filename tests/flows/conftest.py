"""The one whole cycle that many tests look at; it runs beside the other tests and is asked for last."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daur import Daur
from tests.flows.tempat import Tempat
from tests.sampingan import begin, shared_folder, wait


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_needs_daur)


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(map(_needs_daur, session.items)) and not session.config.option.collectonly:
        begin(shared_folder(session.config), "tests.daur")


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
    hasil = Daur(wait(shared_folder(pytestconfig), "tests.daur"))
    assert hasil.hasil["kode"] == [0, 0], hasil.output(0, "stderr") + hasil.output(1, "stderr")
    return hasil


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """An empty place that the settings point at."""
    return Tempat(tmp_path).settle(monkeypatch)
