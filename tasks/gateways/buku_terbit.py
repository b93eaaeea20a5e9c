"""The register of everything published: what, when, to whom, with which digest; a chain like the receipts.

It is kept by looking at what stands in publik/ and kotak-keluar/, so nothing goes out past it: what a
run that was cut short published is found by the next one.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from tasks.gateways.rantai_terima import PANGKAL, teks_terima, teks_waktu
from tasks.gateways.simpanan import (
    BUKU_TERBIT,
    KOTAK_KELUAR,
    PUBLIK,
    GalatSimpanan,
    Objek,
    Simpanan,
)

UMUM = "umum"
# Many entries make one sheet; a night seldom needs a second.
_SELEMBAR = 20_000


class TerbitBerubahError(Exception):
    """What is published is not what was recorded, as one Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Terbit:
    """One publication; `sha256` is None when the object was withdrawn. `diubah` is the store's own time,
    by which the next run sees what changed."""

    kunci: str
    penerima: str
    ukuran: int
    sha256: str | None
    diubah: datetime
    tanggal: datetime


@dataclass
class BukuTerbit:
    """The register as it stands: number of sheets, head of the chain, last entry of each key."""

    lembar: int
    kepala: str
    terakhir: dict[str, dict[str, Any]]


def read_buku_terbit(simpanan: Simpanan) -> BukuTerbit:
    """Follows the chain; raises TerbitBerubahError at the first break."""
    buku = BukuTerbit(0, PANGKAL, {})
    for objek in simpanan.list_objek(BUKU_TERBIT):
        buku.lembar += 1
        if objek.kunci != _key(buku.lembar):
            raise TerbitBerubahError(f"Lembar {buku.lembar} buku terbit tidak ada.")
        for teks in simpanan.get(objek.kunci).decode().splitlines():
            _follow(buku, teks)
    return buku


def record_terbit(simpanan: Simpanan, tanggal: datetime) -> int:
    """Adds what was published, replaced or withdrawn since the last entry; returns how many."""
    buku = read_buku_terbit(simpanan)
    baru = list(_changes(simpanan, buku, tanggal))
    for awal in range(0, len(baru), _SELEMBAR):
        _write(simpanan, buku, baru[awal : awal + _SELEMBAR])
    return len(baru)


def check_terbit(simpanan: Simpanan) -> int:
    """Whether everything published is what was recorded last; returns how many objects stand.

    Raises TerbitBerubahError with the first that is not.
    """
    buku = read_buku_terbit(simpanan)
    berdiri = {kunci for kunci, satu in buku.terakhir.items() if satu["sha256"]}
    for objek in _published(simpanan):
        satu = buku.terakhir.get(objek.kunci)
        if satu is None or satu["sha256"] is None:
            raise TerbitBerubahError(f"{objek.kunci} terbit tanpa catatan dalam buku terbit.")
        if simpanan.digest(objek.kunci) != satu["sha256"]:
            raise TerbitBerubahError(f"{objek.kunci} bukan yang tercatat dalam buku terbit.")
        berdiri.discard(objek.kunci)
    if berdiri:
        raise TerbitBerubahError(
            f"{min(berdiri)} tercatat dalam buku terbit tetapi tidak ada lagi."
        )
    return sum(1 for satu in buku.terakhir.values() if satu["sha256"])


def _published(simpanan: Simpanan) -> Iterator[Objek]:
    yield from simpanan.list_objek(KOTAK_KELUAR)
    yield from simpanan.list_objek(PUBLIK)


def _changes(simpanan: Simpanan, buku: BukuTerbit, tanggal: datetime) -> Iterator[Terbit]:
    hilang = {kunci for kunci, satu in buku.terakhir.items() if satu["sha256"]}
    for objek in _published(simpanan):
        hilang.discard(objek.kunci)
        lama = buku.terakhir.get(objek.kunci)
        if lama and (lama["ukuran"], lama["diubah"]) == (objek.ukuran, teks_waktu(objek.waktu)):
            continue
        sidik = simpanan.digest(objek.kunci)
        if lama is None or lama["sha256"] != sidik:
            yield Terbit(objek.kunci, _to(objek.kunci), objek.ukuran, sidik, objek.waktu, tanggal)
    for kunci in sorted(hilang):
        yield Terbit(kunci, _to(kunci), 0, None, tanggal, tanggal)


def _write(simpanan: Simpanan, buku: BukuTerbit, baru: list[Terbit]) -> None:
    """One more sheet; GalatSimpanan when another run wrote one meanwhile: the task tries again."""
    baris = []
    kepala = buku.kepala
    for satu in baru:
        baris.append(teks_terima(asdict(satu), kepala))
        kepala = json.loads(baris[-1])["sidik"]
    kunci = _key(buku.lembar + 1)
    isi = "".join(f"{teks}\n" for teks in baris).encode()
    if not simpanan.put_once(kunci, isi) and simpanan.get(kunci) != isi:
        raise GalatSimpanan(f"Buku terbit ditulis proses lain: {kunci}")
    buku.lembar, buku.kepala = buku.lembar + 1, kepala


def _follow(buku: BukuTerbit, teks: str) -> None:
    try:
        isi = json.loads(teks)
        utuh = teks == teks_terima(isi, isi["sebelum"]) and isi["sebelum"] == buku.kepala
    except (ValueError, KeyError, TypeError):
        utuh = False
    if not utuh:
        raise TerbitBerubahError(f"Catatan dalam lembar {buku.lembar} buku terbit berubah atau hilang.")  # fmt: skip
    buku.kepala = isi["sidik"]
    buku.terakhir[isi["kunci"]] = isi


def _to(kunci: str) -> str:
    """To whom something under this key went: everybody, or the owner of an outbox."""
    return UMUM if kunci.startswith(PUBLIK) else kunci.split("/")[1]


def _key(nomor: int) -> str:
    return f"{BUKU_TERBIT}{nomor:08d}.jsonl"
