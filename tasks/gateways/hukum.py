"""The law of one moment, as tables of the gudang."""

import functools
import hashlib
import json
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

import polars as pl

import rules
from rules.kalender import WIB, kalender_on
from rules.ketentuan import Ketentuan, ketentuan_on, sidik_regulasi
from rules.rule import load_rules

_KODE = ("flows", "tasks", "rules", "reports")


def hukum_tables(tanggal: datetime) -> dict[str, pl.DataFrame]:
    """Tables malam, ketentuan, tahapan and aturan as the law stood at `tanggal`."""
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
        "ketentuan": _ketentuan(k),
        "tahapan": _tahapan(hari),
        "aturan": _aturan(k),
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
    return f"{version('pendataan-nonasn')}+{sidik.hexdigest()[:12]}"


def _is_source(berkas: Path) -> bool:
    return berkas.suffix in {".py", ".sql", ".j2", ".css"}


def _ketentuan(k: Ketentuan) -> pl.DataFrame:
    isi = k.model_dump(mode="json", exclude={"tanggal", "sumber"})
    baris = [
        (nama, json.dumps(isi[nama], ensure_ascii=False), s.instrumen, s.butir, s.berlaku, s.asumsi)
        for nama, s in sorted(k.sumber.items())
    ]
    return pl.DataFrame(
        baris, schema=["nama", "nilai", "instrumen", "butir", "berlaku", "asumsi"], orient="row"
    )


def _tahapan(hari: date) -> pl.DataFrame:
    kolom = ["kode", "nama", "batas", "instrumen", "butir", "asumsi"]
    baris = [tuple(getattr(tahap, nama) for nama in kolom) for tahap in kalender_on(hari)]
    return pl.DataFrame(baris, schema=["tahap", *kolom[1:]], orient="row")


def _aturan(k: Ketentuan) -> pl.DataFrame:
    baris = [
        (a.kode, a.nama, a.kelompok, a.berat, a.lingkup, a.kriteria, a.kutipan(k), a.pesan)
        for a in load_rules()
    ]
    kolom = ["kode_aturan", "nama", "kelompok", "berat", "lingkup", "kriteria", "dasar", "pesan"]
    return pl.DataFrame(baris, schema=dict.fromkeys(kolom, pl.String), orient="row")
