"""What people entered in the portal, as the night's tables; nothing is done for a feed that never came."""

from datetime import datetime

import polars as pl

from rules.portal_orang import jawab_akun, lengkapi_riwayat, ringkas_biodata, tepat_waktu
from tasks.gateways.penyusun.umpan import rows_umpan
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan


def read_riwayat_portal(
    simpanan: Simpanan,
    susunan: Susunan,
    berkas: pl.DataFrame,
    instansi: pl.LazyFrame | None,
    batas: datetime | None,
) -> pl.DataFrame | None:
    """The people's own riwayat rows that add to the instansi's landed ones; None without the feed."""
    isian = rows_umpan(simpanan, berkas, "portal-riwayat")
    if isian is None:
        return None
    return lengkapi_riwayat(
        tepat_waktu(isian, _scan(susunan, "portal_akhir"), batas), instansi, susunan.scan("tenaga")
    )


def susun_portal(susunan: Susunan, batas: datetime | None, belum: str) -> None:
    """Writes biodata and akun_portal where their feeds were delivered; `belum` is what the portal tells
    those whom nobody registered. Needs tenaga and the feeds."""
    tenaga = susunan.scan("tenaga")
    for tabel in ("biodata", "akun_portal"):
        susunan.remove(tabel)
    biodata, akun = _scan(susunan, "portal_biodata"), _scan(susunan, "portal_akun")
    if biodata is not None:
        isian = tepat_waktu(biodata, _scan(susunan, "portal_akhir"), batas)
        susunan.write("biodata", ringkas_biodata(isian, tenaga))
    if akun is not None:
        susunan.write("akun_portal", jawab_akun(akun, tenaga, belum))


def _scan(susunan: Susunan, tabel: str) -> pl.LazyFrame | None:
    return susunan.scan(tabel) if susunan.has(tabel) else None
