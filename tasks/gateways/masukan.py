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
    pasangan = susunan.scan("pasangan") if susunan.has("pasangan") else None
    return Masukan(
        tenaga=susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR"),
        riwayat=susunan.scan("riwayat"),
        instansi=susunan.scan("instansi"),
        unit_instansi=unit_terbukti(scan_unit(), susunan.scan("tenaga")),
        pengecualian=_in_force(susunan),
        pasangan=pasangan,
        **umpan,
    )


def _in_force(susunan: Susunan) -> pl.LazyFrame | None:
    if not susunan.has("pengecualian"):
        return None
    return susunan.scan("pengecualian").filter("berlaku")


def scan_serupa(
    susunan: Susunan,
) -> tuple[pl.LazyFrame, pl.LazyFrame, pl.LazyFrame | None, pl.LazyFrame | None]:
    """What probable duplicates are sought in: the list, NIKs as written where they could not be read
    (id_tenaga, nik), Dukcapil and the reviewers' decisions (None before their first delivery)."""
    tenaga = susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR")
    sidik = susunan.scan("berkas").select("id_berkas", "sha256")
    tertulis = (
        susunan.scan("nilai_asli")
        .filter((pl.col("kolom") == "nik") & (pl.col("sebab") == "TAK_TERBACA"))
        .select("sha256", "lembar", "baris", nik="nilai")
        .join(sidik, on="sha256")
        .join(
            tenaga.filter(pl.col("nik").is_null()).select(
                "id_tenaga", "id_berkas", "lembar", "baris"
            ),
            on=["id_berkas", "lembar", "baris"],
        )
        .select("id_tenaga", "nik")
    )
    dukcapil, keputusan = (
        susunan.scan(nama) if susunan.has(nama) else None
        for nama in ("dukcapil", "keputusan_pasangan")
    )
    return tenaga, tertulis, dukcapil, keputusan
