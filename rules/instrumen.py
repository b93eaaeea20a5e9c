"""The legal instruments as they stand in reference_data/regulasi, one TOML each, oldest first."""

import hashlib
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

import polars as pl
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from rules.jabatan import jabatan_baku
from rules.rujukan import AKAR

FOLDER = "regulasi"


class _Isi(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Butir(_Isi):
    """One value an instrument sets, and the clause that sets it."""

    nilai: Any
    butir: str
    asumsi: bool = False
    alasan: str | None = None


class BatasTahap(_Isi):
    """One deadline an instrument sets; `menerima` says what still counts until then, `terbit` which
    documents its potret gives."""

    nama: str
    batas: AwareDatetime
    butir: str
    potret: bool = False
    menerima: tuple[str, ...] = ()
    terbit: tuple[str, ...] = ()
    asumsi: bool = False
    alasan: str | None = None


class Instrumen(_Isi):
    """One legal instrument. With `asumsi` all of it is our reading, and every value must say why."""

    berkas: str
    nomor: str
    judul: str
    tentang: str
    alias: tuple[str, ...] = ()
    berlaku: date
    tanggal_asumsi: bool = False
    diperiksa: date
    sumber: str
    asumsi: bool = False
    ketentuan: dict[str, Butir] = Field(default_factory=dict)
    tahapan: dict[str, BatasTahap] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _reasons_are_given(self) -> Self:
        isi: dict[str, Butir | BatasTahap] = {**self.ketentuan, **self.tahapan}
        for nama, butir in isi.items():
            if self.is_asumsi(butir) and not butir.alasan:
                raise ValueError(f"{self.berkas}: assumption {nama} gives no alasan")
        return self

    def is_asumsi(self, butir: Butir | BatasTahap) -> bool:
        """Whether a value of this instrument is our reading and not its published text."""
        return self.asumsi or butir.asumsi


def load_instrumen(akar: Path = AKAR) -> tuple[Instrumen, ...]:
    """Every instrument below `akar`, by date and then file name; raises where one is malformed."""
    susunan = [
        _parse(jalur.name, jalur.read_text("utf-8")) for jalur in (akar / FOLDER).glob("*.toml")
    ]
    return tuple(sorted(susunan, key=lambda satu: (satu.berlaku, satu.berkas)))


@cache
def _parse(nama: str, isi: str) -> Instrumen:
    # A night asks for the law some twenty times; the files themselves are read each time.
    return Instrumen.model_validate({"berkas": nama, **tomllib.loads(isi)})


def instrumen_on(tanggal: date, akar: Path = AKAR) -> tuple[Instrumen, ...]:
    """The official instruments in force on a date, oldest first, without our assumptions."""
    return tuple(
        satu for satu in load_instrumen(akar) if satu.berlaku <= tanggal and not satu.asumsi
    )


def nilai_butir(butir: Butir, akar: Path = AKAR) -> Any:
    """The value itself: lists become tuples, a named CSV a dict of normalised key to value."""
    if isinstance(butir.nilai, dict) and "csv" in butir.nilai:
        return _daftar(akar / butir.nilai["csv"], butir.nilai["kunci"], butir.nilai["isi"])
    return _beku(butir.nilai)


def sidik_regulasi(akar: Path = AKAR) -> str:
    """SHA-256 over every law file (TOML and the lists they name), names included."""
    sidik = hashlib.sha256()
    for nama in sorted(_law_files(akar)):
        isi = (akar / nama).read_bytes()
        sidik.update(f"{nama}\0{len(isi)}\0".encode() + isi)
    return sidik.hexdigest()


def sidik_berkas_regulasi(akar: Path = AKAR) -> dict[str, str]:
    """SHA-256 of every law file by its name: tells which of them changed."""
    return {
        nama: hashlib.sha256((akar / nama).read_bytes()).hexdigest()
        for nama in sorted(_law_files(akar))
    }


def _law_files(akar: Path) -> set[str]:
    susunan = load_instrumen(akar)
    daftar = {
        butir.nilai["csv"]
        for satu in susunan
        for butir in satu.ketentuan.values()
        if isinstance(butir.nilai, dict) and "csv" in butir.nilai
    }
    return daftar | {f"{FOLDER}/{satu.berkas}" for satu in susunan}


def _beku(nilai: Any) -> Any:
    if isinstance(nilai, dict):
        return {kunci: _beku(isi) for kunci, isi in nilai.items()}
    return tuple(nilai) if isinstance(nilai, list) else nilai


def _daftar(jalur: Path, kunci: str, isi: str) -> dict[str, str]:
    return dict(_pasangan(jalur.name, jalur.read_bytes(), kunci, isi))


@cache
def _pasangan(nama: str, csv: bytes, kunci: str, isi: str) -> tuple[tuple[str, str], ...]:
    tabel = pl.read_csv(csv, infer_schema=False).select(jabatan_baku(pl.col(kunci)), isi)
    if tabel[kunci].null_count() or tabel[kunci].is_duplicated().any():
        raise ValueError(f"{nama}: an empty {kunci}, or one that stands there twice")
    return tuple(tabel.iter_rows())
