"""Which potret each instansi has: what a letter of it can name."""

import polars as pl

from rules.sptjm import PotretInstansi
from tasks.gateways.potret import every_potret, read_manifest
from tasks.gateways.simpanan import Simpanan


def read_potret_instansi(
    simpanan: Simpanan, pembukaan: pl.DataFrame
) -> dict[str, list[PotretInstansi]]:
    """Every frozen potret by kode_instansi, in the order of their deadlines; final ones are those for
    which an SPTJM is asked. `pembukaan` (kode_instansi, tahap, dibatalkan) says which were withdrawn."""
    batal = {
        (kode, tahap): saat
        for kode, tahap, saat in pembukaan.select(
            "kode_instansi", "tahap", "dibatalkan"
        ).iter_rows()
    }
    semua: dict[str, list[PotretInstansi]] = {}
    for tahap in every_potret(simpanan).values():
        final = "sptjm" in tahap.terbit
        for satu in read_manifest(simpanan, tahap.kode)["instansi"]:
            kode, sidik = satu["kode_instansi"], satu["sidik"]
            dibatalkan = batal.get((kode, tahap.kode))
            potret = PotretInstansi(
                tahap.kode, tahap.nama, tahap.batas, kode, sidik, final, dibatalkan
            )
            semua.setdefault(kode, []).append(potret)
    return semua
