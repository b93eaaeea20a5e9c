"""Gives the flows to Prefect with their crons. The cron is dumb: what is due, the calendar says."""

from prefect import serve

from flows.close_tahap import close_tahap
from flows.nightly import nightly

ZONA = "Asia/Jakarta"


def serve_flows() -> None:
    """Registers both flows and waits; nightly at 01:00 WIB, close-tahap at 10 minutes past every hour."""
    from prefect.schedules import Cron

    serve(
        nightly.to_deployment("nightly", schedules=[Cron("0 1 * * *", timezone=ZONA)]),
        close_tahap.to_deployment("close-tahap", schedules=[Cron("10 * * * *", timezone=ZONA)]),
    )
