"""A second office program: LibreOffice, headless, saves workbooks in its own way."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PROGRAM = "soffice"
# Filter, and the name of the option that takes the password.
SARINGAN = {
    "xlsx": ("Calc MS Excel 2007 XML", "EncryptionData"),
    "xls": ("MS Excel 97", "Password"),
    "ods": ("calc8", "Password"),
}
MODUL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{makro}</script:module>
"""
MAKRO_KUNCI = """
Sub Kunci(dari, ke, saringan, cara)
  Dim buka(0) As New com.sun.star.beans.PropertyValue
  buka(0).Name = "Hidden" : buka(0).Value = True
  dok = StarDesktop.loadComponentFromURL(dari, "_blank", 0, buka())
  Dim sandi(1) As New com.sun.star.beans.NamedValue
  sandi(0).Name = "OOXPassword" : sandi(0).Value = "rahasia"
  sandi(1).Name = "CryptoType" : sandi(1).Value = "Standard"
  Dim tulis(1) As New com.sun.star.beans.PropertyValue
  tulis(0).Name = "FilterName" : tulis(0).Value = saringan
  tulis(1).Name = cara
  If cara = "Password" Then tulis(1).Value = "rahasia" Else tulis(1).Value = sandi()
  dok.storeToURL(ke, tulis())
  dok.close(True)
End Sub
"""


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


def save_locked(folder: Path, buku: Path) -> dict[str, Path]:
    """The workbook locked with a password by LibreOffice, as .xlsx, .xls and .ods."""
    # The first start makes the profile; a macro can only be laid into one that is there.
    save_as("csv", folder, [buku])
    modul = folder / ".profil/user/basic/Standard/Module1.xba"
    modul.write_text(MODUL.format(makro=MAKRO_KUNCI), encoding="utf-8")
    keluar = {akhiran: folder / f"kunci.{akhiran}" for akhiran in SARINGAN}
    for akhiran, (saringan, cara) in SARINGAN.items():
        lokasi = f'"{buku.as_uri()}","{keluar[akhiran].as_uri()}","{saringan}","{cara}"'
        subprocess.run(
            [
                PROGRAM,
                f"-env:UserInstallation=file://{folder}/.profil",
                "--headless",
                f"macro:///Standard.Module1.Kunci({lokasi})",
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return keluar
