"""The night's tables as what facts are derived from."""

import polars as pl

from rules.fakta import Masukan
from rules.riwayat_kerja import unit_terbukti
from tasks.gateways.instansi import scan_unit
from tasks.gateways.susunan import Susunan

_UMPAN = (
    "thk2",
    "dukcapil",
    "register_asn",
    "portal_konfirmasi",
    "lapor_thk2",
    "dokumen_indeks",
    "dokumen",
    "akun_portal",
    "penghapusan",
    "potret_lalu",
)


def scan_masukan(susunan: Susunan) -> Masukan:
    """A feed that was never delivered is None."""
    umpan = {nama: susunan.scan(nama) if susunan.has(nama) else None for nama in _UMPAN}
    return Masukan(
        tenaga=susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR"),
        riwayat=susunan.scan("riwayat"),
        instansi=susunan.scan("instansi"),
        unit_instansi=unit_terbukti(scan_unit(), susunan.scan("tenaga")),
        pengecualian=_in_force(susunan),
        **umpan,
    )


def _in_force(susunan: Susunan) -> pl.LazyFrame | None:
    if not susunan.has("pengecualian"):
        return None
    return susunan.scan("pengecualian").filter("berlaku")
