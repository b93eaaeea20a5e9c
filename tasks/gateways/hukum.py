"""The law of one moment, as tables of the gudang."""

import functools
import hashlib
import platform
import re
from datetime import date, datetime
from importlib.metadata import requires, version
from pathlib import Path

import polars as pl

import rules
from rules.kalender import WIB, kalender_on
from rules.katalog import baris_aturan, baris_ketentuan, baris_tahapan
from rules.ketentuan import ketentuan_on, sidik_regulasi
from rules.rule import load_rules

_PAKET = "pendataan-nonasn"
_KODE = ("flows", "tasks", "rules", "reports")
_NAMA = re.compile(r"[\w-]+")


def hukum_tables(tanggal: datetime) -> dict[str, pl.DataFrame]:
    """Tables malam (without the head of the receipts), ketentuan, tahapan, aturan as the law stood at `tanggal`."""
    hari = tanggal_hukum(tanggal)
    k = ketentuan_on(hari)
    return {
        "malam": pl.DataFrame(
            {
                "tanggal": [tanggal],
                "tanggal_hukum": [hari],
                "versi_kode": [versi_kode()],
                "sidik_regulasi": [sidik_regulasi()],
            }
        ),
        "ketentuan": baris_ketentuan(k),
        "tahapan": baris_tahapan(kalender_on(hari)),
        "aturan": baris_aturan(load_rules(), k),
    }


def tanggal_hukum(tanggal: datetime) -> date:
    """The day whose law is in force at that moment: the calendar day in WIB."""
    return tanggal.astimezone(WIB).date()


@functools.cache
def versi_kode() -> str:
    """The package's version and a digest of its sources, the same with or without git."""
    akar = Path(rules.__file__).resolve().parents[1]
    sidik = hashlib.sha256()
    for berkas in sorted(p for paket in _KODE for p in (akar / paket).rglob("*") if _is_source(p)):
        sidik.update(f"{berkas.relative_to(akar).as_posix()}\0".encode())
        sidik.update(berkas.read_bytes())
    return f"{version(_PAKET)}+{sidik.hexdigest()[:12]}"


def lingkungan() -> dict[str, str]:
    """What a potret is made with: interpreter, machine, and the libraries we ask for, by name."""
    syarat = (satu for satu in requires(_PAKET) or () if "extra ==" not in satu)
    pustaka = {_NAMA.match(satu)[0] for satu in syarat}
    return {
        "Python": platform.python_version(),
        "mesin": f"{platform.system()} {platform.machine()}",
        **{nama: version(nama) for nama in sorted(pustaka)},
    }


def _is_source(berkas: Path) -> bool:
    return berkas.suffix in {".py", ".sql", ".j2", ".css"}
