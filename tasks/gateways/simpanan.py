"""The store as everyone sees it: objects under keys, the same in a folder and on an S3 server."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol, runtime_checkable

from tasks.gateways.pengaturan import Pengaturan

KOTAK_MASUK = "kotak-masuk/"
ARSIP = "arsip/"
BUKU_TERIMA = "buku-terima/"
MENDARAT = "mendarat/"
POTRET = "potret/"
KOTAK_KELUAR = "kotak-keluar/"
PUBLIK = "publik/"
BUKU_TERBIT = "buku-terbit/"

# Written once and never changed, so a local copy of one stays right for ever.
TETAP = (ARSIP, MENDARAT, POTRET)
# Half-written files of a folder store bear this name; it is nobody's delivery.
SEMENTARA = ".pendataan-sementara-"

Isi = bytes | Path

_TIDAK_SAH = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_PERLU_LOLOS = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff\ufffd]")
_LOLOS = re.compile(r"(?:\ufffd[0-9A-F]{2})+")
_DERET_ANGKA = re.compile(r"\d{12,}")


class GalatSimpanan(Exception):
    """The store does not answer or refuses us: worth another try, and no single object's fault."""


class ObjekTidakAda(GalatSimpanan):
    """There is no object under this key."""


class ObjekTidakTerbaca(GalatSimpanan):
    """This one object is closed to us; the others may well be readable."""


class KunciTidakSah(ValueError):
    """A key that could lead outside the store, or that one of the stores cannot hold."""


@dataclass(frozen=True, slots=True)
class Objek:
    """One object: size in bytes, time in UTC (a folder knows microseconds, S3 whole seconds)."""

    kunci: str
    ukuran: int
    waktu: datetime
    etag: str | None = None


@runtime_checkable
class Simpanan(Protocol):
    """Every method raises GalatSimpanan when the store fails and KunciTidakSah for a bad key."""

    def list_objek(self, awalan: str = "") -> Iterator[Objek]:
        """Objects whose key begins with awalan, sorted by key; links and unfinished files are not."""
        ...

    def stat(self, kunci: str) -> Objek | None:
        """The object without its content; None when absent."""
        ...

    def exists(self, kunci: str) -> bool:
        """Whether an object stands under this key."""
        return self.stat(kunci) is not None

    def get(self, kunci: str) -> bytes:
        """The whole content; raises ObjekTidakAda."""
        ...

    def digest(self, kunci: str) -> str:
        """sha256 of what the store holds now, never of a local copy; raises ObjekTidakAda."""
        ...

    def put(self, kunci: str, data: Isi, tipe: str | None = None) -> None:
        """Write or replace, whole or not at all; data is bytes or the path of a local file."""
        ...

    def put_file(self, kunci: str, jalur: Path) -> None:
        """`put` of a local file, streamed."""
        self.put(kunci, jalur)

    def put_once(self, kunci: str, data: Isi) -> bool:
        """Write only if absent; False when something stood there already and was left alone."""
        ...

    def put_changed(self, kunci: str, data: Isi, tipe: str | None = None) -> bool:
        """Write only if the bytes differ, so that a rerun touches nothing; True when written."""
        ...

    def copy_hashed(self, objek: Objek, awalan: str) -> str | None:
        """Copy the object once to awalan + its sha256, reading it once; the sha256.

        None when it is gone or no longer what was listed: the next listing shows the new one."""
        ...

    def delete(self, kunci: str) -> None:
        """Remove; an absent object is no error."""
        ...

    def local_path(self, kunci: str) -> Path:
        """A local file with this content, to be read only; raises ObjekTidakAda."""
        ...


def open_simpanan(pengaturan: Pengaturan) -> Simpanan:
    """The store the settings name. Opening touches nothing: the first use shows whether it is there."""
    # Imported here because the two stand on this file, and minio is slow to import for nothing.
    if pengaturan.bucket:
        from tasks.gateways.simpanan_s3 import SimpananS3

        return SimpananS3(pengaturan)
    from tasks.gateways.simpanan_folder import SimpananFolder

    return SimpananFolder(Path(pengaturan.simpanan))


def check_kunci(kunci: str) -> str:
    """The key itself when both stores can hold it safely; raises KunciTidakSah."""
    bagian = kunci.split("/")
    if (
        _TIDAK_SAH.search(kunci)
        or any(b in ("", ".", "..") or b.startswith(SEMENTARA) for b in bagian)
        or len(kunci.encode()) > 1024
    ):
        raise KunciTidakSah(f"Kunci tidak sah: {samarkan_kunci(kunci)!r}")
    return kunci


def to_kunci(nama: str) -> str:
    """A safe key for whatever name a sender found possible; `from_kunci` gives the name back.

    Nothing delivered may be lost for its name: odd bytes become U+FFFD and two hex digits."""
    return "/".join(map(_lolos_bagian, nama.split("/")))


def from_kunci(kunci: str) -> str:
    """The name as it stands in the store."""

    def asli(cocok: re.Match[str]) -> str:
        return bytes.fromhex(cocok[0].replace("\ufffd", "")).decode("utf-8", "surrogateescape")

    return _LOLOS.sub(asli, kunci).replace("\0", "")


def _lolos_bagian(bagian: str) -> str:
    if bagian in ("", ".", ".."):
        return _lolos(bagian or "\0")
    return _PERLU_LOLOS.sub(lambda cocok: _lolos(cocok[0]), bagian)


def _lolos(teks: str) -> str:
    return "".join(f"\ufffd{b:02X}" for b in teks.encode("utf-8", "surrogateescape"))


def samarkan_kunci(kunci: str) -> str:
    """The key for a log or an error: file names may hold a NIK, so long digit runs lose their middle."""
    return _DERET_ANGKA.sub(lambda d: d[0][:4] + "*" * (len(d[0]) - 6) + d[0][-2:], kunci)


def sidik(data: Isi) -> str:
    """sha256 of the content, in hex."""
    with aliran(data) as isi:
        return hashlib.file_digest(isi, "sha256").hexdigest()


@contextmanager
def aliran(data: Isi) -> Iterator[IO[bytes]]:
    """The content as an open stream."""
    with BytesIO(data) if isinstance(data, bytes) else data.open("rb") as terbuka:
        yield terbuka


def ukuran_isi(data: Isi) -> int:
    """Size of the content in bytes."""
    return len(data) if isinstance(data, bytes) else data.stat().st_size
