"""The whole runs that many tests look at; they go on beside the other tests and are asked for last."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bangsa_tanam import BangsaTanam
from tests.daur import Daur
from tests.flows.tempat import Tempat
from tests.sampingan import begin, shared_folder, wait

# The run that a fixture waits for.
SAMPINGAN = {"daur": "tests.daur", "bangsa": "tests.bangsa_tanam"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: bool(_waits_for(item)))


def pytest_collection_finish(session: pytest.Session) -> None:
    if not session.config.option.collectonly:
        for modul in sorted({modul for item in session.items for modul in _waits_for(item)}):
            begin(shared_folder(session.config), modul)


def _waits_for(item: pytest.Item) -> set[str]:
    return {SAMPINGAN[nama] for nama in getattr(item, "fixturenames", ()) if nama in SAMPINGAN}


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


@pytest.fixture(scope="session")
def bangsa(pytestconfig: pytest.Config) -> BangsaTanam:
    """The nation at 1:100 with the planted census in it, closed."""
    return BangsaTanam(wait(shared_folder(pytestconfig), "tests.bangsa_tanam"))


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """An empty place that the settings point at."""
    return Tempat(tmp_path).settle(monkeypatch)
