"""What was published: one record per tahap, written last, so that a cut-short closing is taken up again."""

import json
from typing import Any

from tasks.gateways.simpanan import Simpanan

_AWALAN = "publik/terbitan/"


def published_tahap(simpanan: Simpanan) -> set[str]:
    """The tahap whose products are all out."""
    return {
        objek.kunci.removeprefix(_AWALAN).removesuffix(".json")
        for objek in simpanan.list_objek(_AWALAN)
    }


def write_terbitan(simpanan: Simpanan, tahap: str, isi: dict[str, Any]) -> None:
    """Records what the closing of `tahap` published; the tahap counts as published from here on."""
    teks = json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    simpanan.put_changed(f"{_AWALAN}{tahap}.json", teks.encode())


def read_terbitan(simpanan: Simpanan, tahap: str) -> dict[str, Any]:
    """The record of one tahap; raises ObjekTidakAda before it was published."""
    return json.loads(simpanan.get(f"{_AWALAN}{tahap}.json"))
