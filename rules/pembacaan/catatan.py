"""What is told about a file that was read: a fixed code, how grave, a sentence."""

import tomllib
from functools import lru_cache

from rules.rujukan import rujukan


@lru_cache(maxsize=1)
def _kalimat() -> dict[str, dict[str, str]]:
    return tomllib.loads(rujukan("catatan.toml").read_text(encoding="utf-8"))


def catat(kode: str, **isi: object) -> dict[str, str]:
    """The remark `kode` (kode, berat, pesan) with its blanks filled; KeyError for an unknown one."""
    kalimat = _kalimat()[kode]
    return {"kode": kode, "berat": kalimat["berat"], "pesan": kalimat["pesan"].format_map(isi)}
