"""Why a file cannot be used: a fixed code, a sentence, and what to do about it."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from rules.rujukan import rujukan


@dataclass(frozen=True)
class Penolakan:
    """One refusal as an instansi reads it."""

    kode: str
    pesan: str
    tindakan: str


class BerkasDitolakError(Exception):
    """Raised while reading a file that cannot be used; carries its Penolakan."""

    def __init__(self, penolakan: Penolakan) -> None:
        super().__init__(penolakan.kode)
        self.penolakan = penolakan


@lru_cache(maxsize=1)
def _kalimat() -> dict[str, dict[str, str]]:
    return tomllib.loads(rujukan("penolakan.toml").read_text(encoding="utf-8"))


def daftar_penolakan() -> tuple[Penolakan, ...]:
    """Every reason a file can be refused for, its sentences with their {blanks} still open."""
    return tuple(
        Penolakan(kode, kalimat["pesan"], kalimat["tindakan"])
        for kode, kalimat in _kalimat().items()
    )


def tolak(kode: str, **isi: object) -> BerkasDitolakError:
    """The refusal `kode` with its blanks filled, ready to raise; KeyError for an unknown code or blank."""
    kalimat = _kalimat()[kode]
    return BerkasDitolakError(
        Penolakan(kode, kalimat["pesan"].format_map(isi), kalimat["tindakan"].format_map(isi))
    )
