"""Gives the flows to Prefect with their crons. The cron is dumb: what is due, the calendar says."""

import os
import signal
import subprocess
import sys
from types import FrameType

from prefect import serve
from prefect.schedules import Cron

from flows.close_tahap import close_tahap
from flows.nightly import nightly

ZONA = "Asia/Jakarta"


def serve_flows() -> None:
    """Registers both flows and waits; nightly at 01:00 WIB, close-tahap ten minutes past every hour."""
    serve(
        nightly.to_deployment("nightly", schedules=[Cron("0 1 * * *", timezone=ZONA)]),
        close_tahap.to_deployment("close-tahap", schedules=[Cron("10 * * * *", timezone=ZONA)]),
    )


def supervise() -> int:
    """Runs `serve_flows` in a session of its own until told to stop; returns the exit code.

    Stopping ends the whole session at once: left to themselves the poller and Prefect's local
    server tell at length how each lost the other. Nothing is lost by it, every flow can be cut
    short and taken up again.
    """
    for nomor in (signal.SIGINT, signal.SIGTERM):
        signal.signal(nomor, _as_interrupt)
    perintah = [sys.executable, "-m", "flows.serve"]
    with subprocess.Popen(perintah, start_new_session=True) as anak:
        try:
            return anak.wait()
        except KeyboardInterrupt:
            os.killpg(anak.pid, signal.SIGKILL)
            return 0


def _as_interrupt(nomor: int, bingkai: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    serve_flows()
