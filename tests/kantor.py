"""A second office program: LibreOffice, headless, saves workbooks in its own way."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PROGRAM = "soffice"


def save_as(akhiran: str, folder: Path, buku: Sequence[Path], saringan: str = "") -> list[Path]:
    """The workbooks saved again by LibreOffice into `folder`, in the order given.

    `akhiran`: xls, ods, xlsx, csv …; `saringan`: its filter with options. Without the program the test
    is skipped, on the server it fails.
    """
    if shutil.which(PROGRAM) is None:
        pesan = f"{PROGRAM} is not installed"
        pytest.fail(pesan) if os.environ.get("CI") == "true" else pytest.skip(pesan)
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            PROGRAM,
            f"-env:UserInstallation=file://{folder}/.profil",
            "--headless",
            "--convert-to",
            f"{akhiran}:{saringan}" if saringan else akhiran,
            "--outdir",
            str(folder),
            *map(str, buku),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [folder / f"{satu.stem}.{akhiran}" for satu in buku]
