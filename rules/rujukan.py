"""Where the reference data stand: everything a civil servant can review, none of it code."""

from pathlib import Path

AKAR = Path(__file__).resolve().parents[1] / "reference_data"


def rujukan(nama: str) -> Path:
    """Path of a file or folder below reference_data; raises FileNotFoundError when it is not shipped."""
    jalur = AKAR / nama
    if not jalur.exists():
        raise FileNotFoundError(f"reference_data/{nama} is missing")
    return jalur
