"""What documents are made from: a tahap's potret, read back from the store."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from reports.unsur import Dasar, Instansi, Kutipan, Potret, dasar_from
from rules.instrumen import instrumen_on
from rules.kalender import Tahap
from rules.ketentuan import Ketentuan, ketentuan_on
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.instansi import read_instansi
from tasks.gateways.potret import potret_key, read_manifest
from tasks.gateways.simpanan import Simpanan

# The clauses a person who reads a list or signs for it must be able to look up.
_DASAR = (
    "pengangkatan_dilarang", "jenis_kepegawaian", "status_pendataan", "masa_kerja_minimum_bulan",
    "usia_minimum", "pengumuman_hari", "perbaikan_hari", "sptjm_wajib", "penanggung_jawab",
)  # fmt: skip


@dataclass(frozen=True)
class Bahan:
    """One instansi's part of a potret."""

    instansi: Instansi
    potret: Potret
    manifes: dict[str, Any]

    @property
    def diam(self) -> bool:
        """Whether the instansi had delivered no Data Utama at all in time."""
        return not any(
            satu["kunci"].split("/")[2] == "data-utama" and satu["status"] != "TERLAMBAT"
            for satu in self.manifes["kiriman"]
        )


def read_bahan(simpanan: Simpanan, tahap: Tahap) -> Iterator[Bahan]:
    """Every instansi of this potret with its manifest, in the order of their codes."""
    for kode, nama, jenis, *_ in read_instansi().iter_rows():
        if not tahap.holds(kode):
            continue
        manifes = read_manifest(simpanan, tahap.kode, kode)
        potret = Potret(
            tahap=tahap.kode,
            nama=tahap.nama,
            batas=tahap.batas,
            sidik=manifes["tabel"]["daftar"]["sidik"],
        )
        yield Bahan(Instansi(kode=kode, nama=nama, jenis=jenis), potret, manifes)


def read_daftar(simpanan: Simpanan, bahan: Bahan, kolom: list[str]) -> pl.DataFrame:
    """The frozen list of one instansi, only the columns a document shows."""
    kunci = potret_key(bahan.potret.tahap, bahan.instansi.kode, "daftar.parquet")
    return pl.read_parquet(io.BytesIO(simpanan.get(kunci)), columns=kolom)


def law_of(tahap: Tahap) -> tuple[Ketentuan, tuple[Dasar, ...]]:
    """The law at the deadline and the legal basis that documents print."""
    hari = tanggal_hukum(tahap.batas)
    k = ketentuan_on(hari)
    sumber = [k.sumber[nama] for nama in _DASAR if nama in k.sumber]
    nomor = {satu.instrumen for satu in sumber}
    return k, dasar_from([satu for satu in instrumen_on(hari) if satu.nomor in nomor], sumber)


def quote(k: Ketentuan, nama: str) -> Kutipan | None:
    """What one clause says and where it stands; None before an instrument says it."""
    nilai = getattr(k, nama)
    if not nilai:
        return None
    teks = nilai if isinstance(nilai, str) else " dan ".join(nilai)
    return Kutipan(teks=teks, sumber=k.sumber[nama].kutipan)
