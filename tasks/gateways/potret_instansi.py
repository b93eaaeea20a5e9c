"""Which potret each instansi has: what a letter of it can name."""

from rules.sptjm import PotretInstansi
from tasks.gateways.potret import frozen_tahap, read_manifest
from tasks.gateways.simpanan import Simpanan


def read_potret_instansi(simpanan: Simpanan) -> dict[str, list[PotretInstansi]]:
    """Every frozen potret by kode_instansi, in the order of their deadlines; final ones are those for
    which an SPTJM is asked."""
    semua: dict[str, list[PotretInstansi]] = {}
    for tahap in frozen_tahap(simpanan).values():
        final = "sptjm" in tahap.terbit
        for satu in read_manifest(simpanan, tahap.kode)["instansi"]:
            kode, sidik = satu["kode_instansi"], satu["sidik"]
            potret = PotretInstansi(tahap.kode, tahap.nama, tahap.batas, kode, sidik, final)
            semua.setdefault(kode, []).append(potret)
    return semua
