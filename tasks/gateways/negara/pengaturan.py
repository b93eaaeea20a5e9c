"""The numbers of the synthetic nation, all in reference_data/negara_sintetis.toml."""

import tomllib
from functools import cache
from typing import Any

from rules.rujukan import rujukan

SERUPA, ASAL = "SERUPA-", "-ASAL"


@cache
def pengaturan() -> dict[str, Any]:
    """The whole TOML: [terbit] is published, everything else is asumsi. The kinds of [serupa] stand among
    the defects, each with the first of its pairs (suffix -ASAL)."""
    isi = tomllib.loads(rujukan("negara_sintetis.toml").read_text("utf-8"))
    isi["cacat"] |= _serupa(isi["serupa"])
    return isi


def _serupa(serupa: dict[str, Any]) -> dict[str, Any]:
    cacat: dict[str, Any] = {}
    for bagian, kode in (("salah", "G-SERUPA"), ("kecoh", "")):
        for nama, akibat in serupa[bagian].items():
            dasar = {
                "jumlah": serupa["jumlah"],
                "di": "non",
                "hanya": serupa["hanya"],
                "kode": kode,
            }
            cacat[f"{SERUPA}{nama}"] = dasar | {"akibat": akibat}
            cacat[f"{SERUPA}{nama}{ASAL}"] = dasar
    return cacat
