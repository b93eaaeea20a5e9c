"""Golden texts: what a document must be, whole. PERBARUI_EMAS=1 writes them anew; read the diff."""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden"


def assert_golden(nama: str, teks: str) -> None:
    """The text equals tests/golden/<nama> to the last character."""
    jalur = FOLDER / nama
    if os.environ.get("PERBARUI_EMAS"):
        jalur.write_text(teks, encoding="utf-8")
    assert teks == jalur.read_text(encoding="utf-8")
