"""One at a time: two runs of the same kind in one working folder would tread on each other's tables."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from rules.kalender import WIB
from tasks.gateways.pengaturan import Pengaturan


class SedangBerjalanError(Exception):
    """Another run of this kind is under way: nothing was begun, the next one will find it done."""


@contextlib.contextmanager
def alone(pengaturan: Pengaturan, nama: str) -> Iterator[None]:
    """Holds the turn of `nama` in the working folder; SedangBerjalanError when somebody has it.

    The system takes the turn back from a process that was killed. Runs on other machines have
    their own folder: there the store's put_once decides, and equal inputs give equal content.
    """
    pengaturan.ruang_kerja.mkdir(parents=True, exist_ok=True)
    with (pengaturan.ruang_kerja / f"{nama}.giliran").open("a+") as berkas:
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            berkas.seek(0)
            raise SedangBerjalanError(
                f"{nama} lain sedang berjalan di ruang kerja ini ({berkas.read().strip()}); yang ini berhenti "
                "tanpa mengubah apa pun. Jalankan lagi sesudah yang itu selesai."
            ) from None
        _sign_in(berkas)
        yield


def _sign_in(berkas: IO[str]) -> None:
    berkas.truncate(0)
    berkas.write(f"proses {os.getpid()}, sejak {datetime.now(WIB):%d-%m-%Y %H.%M.%S} WIB")
    berkas.flush()
