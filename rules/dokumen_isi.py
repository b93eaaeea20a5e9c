"""A document judged by its content, never by its name: what it is, and whether it is whole."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

# Bytes at each end that have to be seen.
TEPI = 1024
LAIN = "lain"
_AWAL = {
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF8": "gif",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "doc",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
}
_TUTUP = {"jpg": b"\xff\xd9", "pdf": b"%%EOF"}


def tipe_isi(awal: bytes) -> str:
    """Type by the first TEPI bytes: pdf, jpg, or another that we know by name; LAIN for the rest."""
    if b"%PDF-" in awal[:TEPI]:
        return "pdf"
    return next((tipe for tanda, tipe in _AWAL.items() if awal.startswith(tanda)), LAIN)


def is_utuh(tipe: str, akhir: bytes) -> bool:
    """Whether a PDF or JPEG reaches its end mark within the last TEPI bytes; others are not judged."""
    return _TUTUP.get(tipe, b"") in akhir[-TEPI:]


def jenis_dokumen(nama: str, k: "Ketentuan") -> str | None:
    """What a document is by the first word of its file name (asumsi): KTP, FOTO, STR …; None for others."""
    kata = PurePosixPath(nama).stem.upper().replace("_", "-").replace(" ", "-").split("-")[0]
    return k.dokumen_menurut_nama.get(kata)
