"""Receipts as a chain: each carries the digest of the one before it, so that none goes unnoticed."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from tasks.gateways.simpanan import BUKU_TERIMA, GalatSimpanan, Simpanan, samarkan_kunci

# What the first receipt names as the digest before it.
PANGKAL = "0" * 64

_NAMA = re.compile(rf"{BUKU_TERIMA}(\d{{8}})\.jsonl")


@dataclass(frozen=True, slots=True)
class Terima:
    """One receipt; times in UTC, `dicatat` is the tanggal of the run that first saw the delivery."""

    id: str
    kunci: str
    kode_instansi: str
    jenis: str
    nama_berkas: str
    waktu: datetime
    ukuran: int
    etag: str | None
    sha256: str
    diabaikan: bool
    dicatat: datetime


@dataclass
class Rantai:
    """The end of the chain as this run knows it: number of sheets, digest of the last receipt, all ids."""

    simpanan: Simpanan
    lembar: int = 0
    kepala: str = PANGKAL
    tercatat: set[str] = field(default_factory=set)

    def write(self, terima: Sequence[Terima]) -> list[Terima]:
        """Adds what is not in the book yet as its next sheet; returns what this run added.

        Two runs may want the same number. The store gives it to one; the other reads what stands
        there, drops what is receipted by now and tries the number after it."""
        while baru := [satu for satu in terima if satu.id not in self.tercatat]:
            isi = _rangkai(self.kepala, baru)
            kunci = kunci_lembar(self.lembar + 1)
            ditulis = self.simpanan.put_once(kunci, isi)
            berdiri = isi if ditulis else self.simpanan.get(kunci)
            self.follow(self.lembar + 1, berdiri)
            # A write that was repeated because its answer got lost finds itself there already.
            if berdiri == isi:
                return baru
        return []

    def follow(self, nomor: int, isi: bytes) -> None:
        """Goes on to sheet `nomor`, whoever wrote it; raises GalatSimpanan when it is no sheet."""
        baris = read_lembar(kunci_lembar(nomor), isi)
        self.lembar, self.kepala = nomor, baris[-1]["sidik"]
        self.tercatat |= {satu["id"] for satu in baris}


def open_rantai(simpanan: Simpanan, lembar: Sequence[tuple[str, bytes]]) -> Rantai:
    """The chain at the end of these sheets (key, content), in the order of their keys."""
    rantai = Rantai(simpanan)
    for kunci, isi in lembar:
        rantai.follow(nomor_lembar(kunci), isi)
    return rantai


def scan_lembar(simpanan: Simpanan) -> Iterator[tuple[str, bytes]]:
    """Key and content of every sheet, in the order of writing; GalatSimpanan at a foreign object."""
    for objek in simpanan.list_objek(BUKU_TERIMA):
        nomor_lembar(objek.kunci)
        yield objek.kunci, simpanan.get(objek.kunci)


def kunci_lembar(nomor: int) -> str:
    """Key of one sheet; the numbers run from 1."""
    return f"{BUKU_TERIMA}{nomor:08d}.jsonl"


def nomor_lembar(kunci: str) -> int:
    """Number of a sheet; raises GalatSimpanan for a foreign object in the book."""
    if cocok := _NAMA.fullmatch(kunci):
        return int(cocok[1])
    raise _rusak(kunci)


def read_lembar(kunci: str, isi: bytes) -> list[dict[str, Any]]:
    """The receipts of one sheet as they stand; raises GalatSimpanan when it cannot be read."""
    try:
        baris = [json.loads(satu) for satu in isi.decode().removesuffix("\n").split("\n")]
        if baris and all({"id", "sebelum", "sidik"} <= set(satu) for satu in baris):
            return baris
    except (ValueError, TypeError):
        pass
    raise _rusak(kunci)


def teks_terima(isi: dict[str, Any], sebelum: str) -> str:
    """A receipt as one line: its fields, `sebelum`, and `sidik`, the SHA-256 of the line without it."""
    tanpa = {nama: nilai for nama, nilai in isi.items() if nama not in ("sebelum", "sidik")}
    badan = json.dumps(tanpa | {"sebelum": sebelum}, default=teks_waktu, ensure_ascii=False)
    sidik = hashlib.sha256(badan.encode()).hexdigest()
    return f'{badan[:-1]}, "sidik": "{sidik}"}}'


def teks_waktu(waktu: datetime) -> str:
    """A moment as receipts write it."""
    return waktu.isoformat(timespec="microseconds")


def _rangkai(kepala: str, terima: Sequence[Terima]) -> bytes:
    teks = ""
    for satu in terima:
        baris = teks_terima(asdict(satu), kepala)
        kepala = json.loads(baris)["sidik"]
        teks += f"{baris}\n"
    return teks.encode()


def _rusak(kunci: str) -> GalatSimpanan:
    return GalatSimpanan(f"Buku terima rusak: {samarkan_kunci(kunci)}")
