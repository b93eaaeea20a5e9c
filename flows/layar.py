"""What every command shares: the screen, the moment it stands for, the settings it needs."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flows.lingkungan import settle_prefect
from rules.kalender import WIB
from tasks.gateways.pengaturan import Pengaturan, read_pengaturan

layar = Console(highlight=False)
Tanggal = Annotated[
    str | None,
    typer.Option(
        metavar="SAAT",
        help="Saat acuan (WIB bila tanpa zona), misalnya 2022-10-31T18:00. Bawaan: sekarang.",
    ),
]


def ready() -> Pengaturan:
    """The settings, with Prefect settled in their working folder; call before importing a flow."""
    pengaturan = read_pengaturan()
    settle_prefect(pengaturan)
    return pengaturan


def moment(teks: str | None) -> datetime | None:
    """The moment of --tanggal, in WIB without a zone; raises typer.BadParameter for what is none."""
    if teks is None:
        return None
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        raise typer.BadParameter(f"{teks!r} bukan saat; tulis seperti 2022-10-31T18:00") from None
    return saat if saat.tzinfo else saat.replace(tzinfo=WIB)


def known_instansi(kode: str) -> str:
    """The code of an instansi of the census; raises typer.BadParameter for another."""
    from tasks.gateways.instansi import read_instansi

    if kode not in read_instansi()["kode_instansi"]:
        raise typer.BadParameter(
            f"instansi {kode} tidak dikenal; tulis kode peserta pendataan, misalnya 5105"
        )
    return kode


def check_new(ke: Path | None) -> None:
    """Raises typer.BadParameter for a folder that holds something already."""
    if ke and ke.exists() and (not ke.is_dir() or any(ke.iterdir())):
        raise typer.BadParameter(f"{ke} sudah berisi; sebut folder baru")
