"""The seal of a folder: the digests of its files as sha256sum lists them, signed."""

import re
from collections.abc import Mapping

from tasks.gateways.kunci_potret import Kunci
from tasks.gateways.simpanan import Simpanan, sidik

DAFTAR_SIDIK = "SHA256SUMS"
TANDA = ".sig"

_BARIS = re.compile(r"([0-9a-f]{64})  (\S.*)")


class SegelBerbedaError(Exception):
    """Another file stands where a seal was to be set: somebody changed a potret that was not finished."""


def render_daftar(berkas: Mapping[str, str]) -> bytes:
    """Content of SHA256SUMS: `berkas` maps names (relative to the folder) to digests."""
    return "".join(f"{isi}  {nama}\n" for nama, isi in sorted(berkas.items())).encode()


def read_daftar(isi: bytes) -> dict[str, str]:
    """The digests by name; ValueError when a line is none that sha256sum would write."""
    daftar = {}
    for baris in isi.decode().splitlines():
        if not (cocok := _BARIS.fullmatch(baris)):
            raise ValueError(f"baris {len(daftar) + 1}")
        daftar[cocok[2]] = cocok[1]
    return daftar


def seal(
    simpanan: Simpanan, folder: str, berkas: Mapping[str, str], kunci: Kunci
) -> dict[str, str]:
    """Writes the signed list of `berkas` into `folder`; returns the digests of list and signature by name."""
    return sign(simpanan, f"{folder}/{DAFTAR_SIDIK}", render_daftar(berkas), kunci)


def sign(simpanan: Simpanan, jalur: str, isi: bytes, kunci: Kunci) -> dict[str, str]:
    """Writes `isi` and its signature beside it, once; returns their digests by name without folder.

    A signature that stands already stays, so that a key changed in between spoils nothing.
    """
    if not simpanan.put_once(jalur, isi) and simpanan.get(jalur) != isi:
        raise SegelBerbedaError(f"{jalur} tidak seperti yang baru saja dihitung")
    tanda = kunci.sign(isi)
    if not simpanan.put_once(f"{jalur}{TANDA}", tanda):
        tanda = simpanan.get(f"{jalur}{TANDA}")
    nama = jalur.rpartition("/")[2]
    return {nama: sidik(isi), f"{nama}{TANDA}": sidik(tanda)}
