"""The night's tables at a closing → the potret of that tahap."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kalender import Tahap
from rules.ketentuan import sidik_regulasi
from tasks.gateways import potret
from tasks.gateways.bayangan import softened
from tasks.gateways.hukum import tanggal_hukum, versi_kode
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def freeze_potret(pengaturan: Pengaturan, tahap: Tahap, folder: Path, mulai: datetime) -> int:
    """Freezes the state in `folder` (built as of the deadline) as the potret of `tahap`; counts people.

    `mulai` is kept before anything else: a closing cut short must go on with the receipts of then.
    """
    potret.begin_freeze(open_simpanan(pengaturan), tahap.kode, mulai)
    susunan = Susunan(folder)
    malam = susunan.read("malam").row(0, named=True)
    keadaan = {
        "batas": tahap.batas.isoformat(),
        "dasar": tahap.kutipan,
        "tanggal_hukum": tanggal_hukum(tahap.batas).isoformat(),
        "sidik_regulasi": sidik_regulasi(),
        "versi_kode": versi_kode(),
        "aturan_hanya_memperingatkan": softened(susunan),
        "buku_terima": {"jumlah": malam["jumlah_terima"], "kepala": malam["kepala_terima"]},
    }
    return potret.freeze_potret(open_simpanan(pengaturan), susunan, tahap.kode, keadaan)
