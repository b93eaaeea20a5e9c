"""The night's tables at a closing → the potret of that tahap."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.instrumen import sidik_berkas_regulasi, sidik_regulasi
from rules.kalender import Tahap
from tasks.gateways.bayangan import softened
from tasks.gateways.hukum import lingkungan, tanggal_hukum, versi_kode
from tasks.gateways.kunci_potret import open_kunci
from tasks.gateways.pembekuan import Beku
from tasks.gateways.pembekuan import freeze_potret as freeze
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def freeze_potret(pengaturan: Pengaturan, tahap: Tahap, folder: Path) -> int:
    """Freezes the state in `folder` (built as of the deadline) as the potret of `tahap`; counts people."""
    simpanan, susunan = open_simpanan(pengaturan), Susunan(folder)
    malam = susunan.read("malam").row(0, named=True)
    keadaan = {
        "batas": tahap.batas.isoformat(),
        "dasar": tahap.kutipan,
        "tanggal_hukum": tanggal_hukum(tahap.batas).isoformat(),
        "sidik_regulasi": sidik_regulasi(),
        "regulasi": sidik_berkas_regulasi(),
        "versi_kode": versi_kode(),
        "lingkungan": lingkungan(),
        "aturan_hanya_memperingatkan": softened(susunan),
        "buku_terima": {"jumlah": malam["jumlah_terima"], "kepala": malam["kepala_terima"]},
    }
    kunci = open_kunci(pengaturan, simpanan)
    return freeze(Beku(simpanan, tahap, keadaan, kunci), susunan)
