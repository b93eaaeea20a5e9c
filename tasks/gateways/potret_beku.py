"""The frozen lists of a potret, read back for the whole nation."""

import polars as pl

from rules.rule import KRITERIA
from tasks.gateways.potret import potret_key, read_manifest
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

# A row of a potret is where it stood: the content of a delivery, its sheet, its row.
LETAK = ("kode_instansi", "sha256", "lembar", "baris")
_PUTUSAN = (*KRITERIA, "keseluruhan")


def scan_putusan_beku(simpanan: Simpanan, tahap: str) -> pl.LazyFrame:
    """The verdicts of a potret: LETAK and the columns of table putusan without id_tenaga."""
    return _scan(simpanan, tahap, "daftar").select(
        *LETAK, *(pl.col(f"putusan_{nama}").alias(nama) for nama in _PUTUSAN)
    )


def scan_temuan_beku(simpanan: Simpanan, tahap: str) -> pl.LazyFrame:
    """The findings of a potret that could reject: LETAK and kode_aturan."""
    temuan = _scan(simpanan, tahap, "temuan").filter(pl.col("berat") == "tolak")
    return temuan.select(*LETAK, "kode_aturan").unique()


def place_of(susunan: Susunan) -> pl.LazyFrame:
    """id_tenaga with LETAK of everybody in the list of those tables."""
    berkas = susunan.scan("berkas").select("id_berkas", "sha256")
    return (
        susunan.scan("tenaga")
        .filter(pl.col("status_baris") == "DAFTAR")
        .join(berkas, on="id_berkas", how="left")
        .select("id_tenaga", *LETAK)
    )


def frozen_putusan(simpanan: Simpanan, tahap: str, susunan: Susunan) -> pl.LazyFrame:
    """The verdicts of a potret by the id_tenaga of tables assembled again: as table putusan."""
    beku = scan_putusan_beku(simpanan, tahap)
    return place_of(susunan).join(beku, on=LETAK, how="inner").drop(LETAK)


def scan_daftar_beku(simpanan: Simpanan, tahap: str) -> pl.LazyFrame:
    """The frozen lists of all instansi, one after the other."""
    return _scan(simpanan, tahap, "daftar")


def listed_at(simpanan: Simpanan, tahap: str, nik: str) -> list[str]:
    """The instansi whose frozen list of `tahap` holds this NIK, by code."""
    daftar = _scan(simpanan, tahap, "daftar").filter(nik=nik).select("kode_instansi").unique()
    return daftar.collect()["kode_instansi"].sort().to_list()


def _scan(simpanan: Simpanan, tahap: str, tabel: str) -> pl.LazyFrame:
    kode = [satu["kode_instansi"] for satu in read_manifest(simpanan, tahap)["instansi"]]
    return pl.scan_parquet(
        [simpanan.local_path(potret_key(tahap, satu, f"{tabel}.parquet")) for satu in kode]
    )
