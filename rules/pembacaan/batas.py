"""Limits and readings of intake that no instrument publishes: reference_data/pembacaan.toml."""

import tomllib
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from rules.rujukan import rujukan


class Batas(BaseModel):
    """How large a workbook may be (bytes, rows, columns, cells) and how long one may take to read (seconds)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ukuran_berkas: int
    ukuran_terurai: int
    baris: int
    kolom: int
    sel: int
    baris_judul: int
    memori: int
    detik: int


class BatasTanggal(BaseModel):
    """Which years and Excel serial numbers are read as dates at all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tahun_awal: int
    tahun_akhir: int
    serial_awal: int
    serial_akhir: int
    dua_angka_awal: int
    tukar_paling_sedikit: int


class Pembacaan(BaseModel):
    """The whole of pembacaan.toml; `asumsi` says that these are our readings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asumsi: bool
    edisi: str
    kata_salinan: frozenset[str]
    tanda_salinan: tuple[str, ...]
    judul_nomor_urut: frozenset[str]
    nik_berakhir_nol: int
    batas: Batas
    tanggal: BatasTanggal


@lru_cache(maxsize=1)
def pembacaan() -> Pembacaan:
    """The limits in force; raises pydantic.ValidationError when the file misses one."""
    return Pembacaan(**tomllib.loads(rujukan("pembacaan.toml").read_text(encoding="utf-8")))
