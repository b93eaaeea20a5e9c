"""What was published: one record per tahap, written last, so that a cut-short closing is taken up again."""

import json
from datetime import datetime
from typing import Any

import polars as pl

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


def figures_until(simpanan: Simpanan, sampai: datetime) -> pl.DataFrame:
    """Our figures (tahap, kunci, nilai) of every closing whose deadline had passed at `sampai`."""
    semua = (read_terbitan(simpanan, tahap) for tahap in sorted(published_tahap(simpanan)))
    baris = [
        (satu["tahap"], kunci, nilai)
        for satu in semua
        if datetime.fromisoformat(satu["batas"]) <= sampai
        for kunci, nilai in satu["terbit"].get("statistik", {}).items()
    ]
    skema = {"tahap": pl.String, "kunci": pl.String, "nilai": pl.Int64}
    return pl.DataFrame(baris, schema=skema, orient="row")


def read_terbitan(simpanan: Simpanan, tahap: str) -> dict[str, Any]:
    """The record of one tahap; raises ObjekTidakAda before it was published."""
    return json.loads(simpanan.get(f"{_AWALAN}{tahap}.json"))
