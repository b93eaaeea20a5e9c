"""LibreOffice as an office uses it: a workbook opened and saved again, as another kind if asked."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "soffice"


@dataclass(frozen=True)
class LibreOffice:
    """The program with a profile of its own, so that it meets no other copy of itself."""

    profil: Path

    def convert(self, berkas: Path, folder: Path, jenis: str = "xlsx") -> Path:
        """Save `berkas` as `jenis` into `folder` (xlsx, xls, ods, csv, pdf)."""
        subprocess.run(
            [PROGRAM, f"-env:UserInstallation={self.profil.as_uri()}", "--headless",
             "--convert-to", jenis, "--outdir", str(folder), str(berkas)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return folder / f"{berkas.stem}.{jenis.partition(':')[0]}"


def libreoffice_installed() -> bool:
    """Whether there is one on this machine."""
    return shutil.which(PROGRAM) is not None
