"""Whole runs that go on beside the tests, begun once however many workers share the tests."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
# Two demos take about three minutes of one core; a machine that needs this long is ill.
PALING_LAMA = 1200


def shared_folder(config: pytest.Config) -> Path:
    """The folder of this session, the same for every worker of it."""
    folder = config._tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(config, "workerinput") else folder


def begin(bersama: Path, modul: str) -> None:
    """Starts `python -m MODUL FOLDER` unless another worker has; its home is empty, its settings none."""
    folder = bersama / modul
    try:
        folder.mkdir()
    except FileExistsError:
        return
    rumah = folder / "rumah"
    rumah.mkdir()
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "PENDATAAN_"))}
    with (folder / "catatan.log").open("wb") as catatan:
        proses = subprocess.Popen(
            [sys.executable, "-m", modul, str(folder)],
            cwd=AKAR, env=bersih | {"HOME": str(rumah), "PYTHONPATH": str(AKAR)},
            stdout=catatan, stderr=catatan, start_new_session=True,
        )  # fmt: skip
    (folder / "pid").write_text(str(proses.pid))
    # Nobody waits for it here, `selesai` tells how it ended; without a code Popen would complain of that.
    proses.returncode = 0


def keep_result(folder: Path, kerja: Callable[[], object]) -> None:
    """What such a module does in its main: works, and says that it has ended, well or not."""
    baik = False
    try:
        kerja()
        baik = True
    finally:
        baru = folder / "selesai.baru"
        baru.write_text(json.dumps(baik))
        baru.rename(folder / "selesai")


def wait(bersama: Path, modul: str) -> Path:
    """The folder of the run, once it has ended well."""
    folder, sampai = bersama / modul, time.monotonic() + PALING_LAMA
    while not (folder / "selesai").exists():
        assert time.monotonic() < sampai, f"{modul} did not end: {_log(folder)}"
        time.sleep(0.2)
    assert json.loads((folder / "selesai").read_text()), _log(folder)
    return folder


def end_all(bersama: Path) -> None:
    """Kills what still runs when the session is over."""
    for pid in bersama.glob("*/pid"):
        if not (pid.parent / "selesai").exists():
            # The process leads a group of its own, which holds all that it waits for.
            try:
                os.killpg(int(pid.read_text()), signal.SIGKILL)
            except ProcessLookupError:
                continue


def _log(folder: Path) -> str:
    return (folder / "catatan.log").read_text()[-20_000:]
