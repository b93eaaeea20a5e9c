"""Everything a store can be asked about at once: receipts, archive, and every potret in it."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tasks.gateways.kunci_potret import KUNCI_UMUM, read_kunci_umum, sidik_kunci
from tasks.gateways.pengaturan import GalatPengaturan, Pengaturan
from tasks.gateways.periksa_potret import Utuh, check_potret
from tasks.gateways.potret import every_potret
from tasks.gateways.simpanan import Simpanan


def trusted_kunci(simpanan: Simpanan, berkas: list[Path]) -> Mapping[str, Ed25519PublicKey]:
    """Public keys by digest: those of the files, or without any those registered in the store.

    Raises GalatPengaturan when there is none to trust.
    """
    pem = [jalur.read_bytes() for jalur in berkas] or [
        simpanan.get(objek.kunci) for objek in simpanan.list_objek(KUNCI_UMUM)
    ]
    try:
        kunci = {sidik_kunci(satu): satu for satu in map(read_kunci_umum, pem)}
    except ValueError as galat:
        raise GalatPengaturan(f"Kunci umum tidak dapat dipakai: {galat}") from None
    if not kunci:
        raise GalatPengaturan(
            "Tidak ada kunci umum untuk dicocokkan; sebut berkas PEM-nya dengan --kunci"
        )
    return kunci


def check_semua(
    pengaturan: Pengaturan, simpanan: Simpanan, kunci: Mapping[str, Ed25519PublicKey]
) -> Iterator[Utuh]:
    """Every potret of the store, read from the store itself; PotretRusakError at the first unsound one."""
    for tahap in every_potret(simpanan):
        with fetched(pengaturan, simpanan, f"potret/{tahap}/") as folder:
            yield check_potret(folder, kunci)


@contextmanager
def fetched(pengaturan: Pengaturan, simpanan: Simpanan, awalan: str) -> Iterator[Path]:
    """A folder with what the store holds below `awalan` now: a kept local copy could be older than a change."""
    pengaturan.ruang_kerja.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=pengaturan.ruang_kerja, prefix="periksa-") as folder:
        for objek in simpanan.list_objek(awalan):
            jalur = Path(folder) / objek.kunci.removeprefix(awalan)
            jalur.parent.mkdir(parents=True, exist_ok=True)
            jalur.write_bytes(simpanan.get(objek.kunci))
        yield Path(folder)
