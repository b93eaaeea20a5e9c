"""The numbers of the synthetic nation, all in reference_data/negara_sintetis.toml."""

import tomllib
from functools import cache
from typing import Any

from rules.rujukan import rujukan


@cache
def pengaturan() -> dict[str, Any]:
    """The whole TOML: [terbit] is published, everything else is asumsi."""
    return tomllib.loads(rujukan("negara_sintetis.toml").read_text("utf-8"))
