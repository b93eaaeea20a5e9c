"""Where Prefect keeps its own things: in our working folder, not in the home of whoever runs us."""

import os

from tasks.gateways.pengaturan import Pengaturan


def settle_prefect(pengaturan: Pengaturan) -> None:
    """Points Prefect at the working folder; call before anything imports prefect.

    An operator's own PREFECT_* variables win: with PREFECT_API_URL the flows report to that server.
    """
    rumah = (pengaturan.ruang_kerja / "prefect").resolve()
    rumah.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("PREFECT_HOME", str(rumah))
    os.environ.setdefault("PREFECT_MEMO_STORE_PATH", str(rumah / "memo_store.toml"))


def run_name() -> str:
    """What Prefect calls a run: its flow and the moment it was run for."""
    from prefect.runtime import flow_run

    saat = flow_run.parameters.get("tanggal")
    return f"{flow_run.flow_name} {saat or 'sekarang'}"
