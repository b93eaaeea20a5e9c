"""Whether the book of receipts and the archive still hold what was once written into them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tasks.gateways.rantai_terima import (
    PANGKAL,
    nomor_lembar,
    read_lembar,
    scan_lembar,
    teks_terima,
)
from tasks.gateways.simpanan import ARSIP, GalatSimpanan, ObjekTidakAda, Simpanan


class RantaiPutusError(Exception):
    """The first break of the book or the archive, as one Indonesian sentence."""


@dataclass
class Buku:
    """A sound book: its receipts, the digest of the last one and those of all."""

    jumlah: int = 0
    kepala: str = PANGKAL
    sidik: set[str] = field(default_factory=lambda: {PANGKAL})
    arsip: dict[str, int] = field(default_factory=dict)


def check_buku(
    simpanan: Simpanan, kepala: str | None = None, dicatat: Mapping[str, str] | None = None
) -> Buku:
    """Follows the chain and reads every archived object; raises RantaiPutusError at the first break.

    Whoever noted a `kepala` earlier can ask whether it still stands in the chain: if it does,
    nothing that was written until then is gone, not even from the end of the book. So it is with those
    that nights and closings noted (`dicatat`: who → head)."""
    buku = check_rantai(simpanan)
    for siapa, satu in (dicatat or {}).items():
        if satu not in buku.sidik:
            raise RantaiPutusError(
                f"Kepala {satu[:12]} yang dicatat {siapa} tidak ada dalam buku terima: tanda terima sampai saat itu pernah diganti atau dihapus."
            )
    if kepala is not None and kepala not in buku.sidik:
        raise RantaiPutusError(
            f"Kepala {kepala} tidak ada dalam buku terima: tanda terima sampai saat itu pernah diganti atau dihapus."
        )
    for sidik, nomor in buku.arsip.items():
        _check_arsip(simpanan, sidik, nomor)
    for objek in simpanan.list_objek(ARSIP):
        if (sidik := objek.kunci.removeprefix(ARSIP)) not in buku.arsip:
            raise RantaiPutusError(
                f"Arsip {sidik[:12]} tidak punya tanda terima; bila tetap begitu sesudah malam berikutnya, tanda terimanya dihapus."
            )
    return buku


def check_rantai(simpanan: Simpanan) -> Buku:
    """Follows the chain of receipts alone; raises RantaiPutusError at the first break."""
    buku = Buku()
    try:
        for urut, (kunci, isi) in enumerate(scan_lembar(simpanan), start=1):
            if nomor_lembar(kunci) != urut:
                raise RantaiPutusError(f"Lembar {urut} buku terima tidak ada.")
            for baris, satu in _lines(kunci, isi):
                _follow(buku, f"lembar {urut} baris {baris}", satu)
    except GalatSimpanan as galat:
        raise RantaiPutusError(f"{galat}; itu bukan lembar buku terima yang utuh.") from None
    return buku


def _lines(kunci: str, isi: bytes) -> Iterator[tuple[int, tuple[str, dict[str, Any]]]]:
    terima = read_lembar(kunci, isi)
    return enumerate(zip(isi.decode().split("\n"), terima, strict=False), start=1)


def _follow(buku: Buku, tempat: str, satu: tuple[str, dict[str, Any]]) -> None:
    """Takes the next receipt into the book; its place is said as a person would look for it."""
    teks, isi = satu
    nomor = buku.jumlah + 1
    if teks != teks_terima(isi, isi["sebelum"]):
        raise RantaiPutusError(f"Tanda terima ke-{nomor} ({tempat}) berubah sesudah ditulis.")
    if isi["sebelum"] != buku.kepala:
        raise RantaiPutusError(
            f"Tanda terima ke-{nomor} ({tempat}) tidak menyambung yang sebelumnya: ada yang dihapus, disisipkan atau diganti di sana."
        )
    buku.jumlah, buku.kepala = nomor, isi["sidik"]
    buku.sidik.add(isi["sidik"])
    buku.arsip.setdefault(isi["sha256"], nomor)


def _check_arsip(simpanan: Simpanan, sidik: str, nomor: int) -> None:
    try:
        utuh = simpanan.digest(f"{ARSIP}{sidik}") == sidik
    except ObjekTidakAda:
        raise RantaiPutusError(
            f"Arsip {sidik[:12]} dari tanda terima ke-{nomor} tidak ada."
        ) from None
    if not utuh:
        raise RantaiPutusError(
            f"Arsip {sidik[:12]} dari tanda terima ke-{nomor} berubah: isinya tidak cocok dengan sidiknya."
        )
