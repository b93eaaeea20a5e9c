"""What the products of a closing count, each from its own source."""

from pathlib import Path

import polars as pl

from rules.kalender import Tahap
from rules.sandingan import KUNCI
from tasks.gateways.dasbor import tables_of
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import read_manifest
from tasks.gateways.potret_beku import scan_daftar_beku
from tasks.gateways.simpanan import Simpanan


def read_products(
    pengaturan: Pengaturan, simpanan: Simpanan, tahap: Tahap, gudang: Path
) -> dict[str, pl.DataFrame]:
    """Counts per instansi by product: manifests, frozen lists, balance of rows, statistics."""
    berkas = pengaturan.ruang_kerja / "dasbor-sandingan.duckdb"
    isi = tables_of(pengaturan, simpanan, gudang, tahap.batas, berkas)
    berkas.unlink()
    produk = {
        "manifes potret": _manifests(simpanan, tahap.kode),
        "daftar beku": _lists(simpanan, tahap.kode),
        "neraca": _balance(pengaturan, gudang),
        "statistik": isi["ringkas_instansi"],
    }
    if tahap.instansi is None:
        return produk
    milik = pl.col(KUNCI).is_in(list(tahap.instansi))
    return {nama: satu.filter(milik) for nama, satu in produk.items()}


def _manifests(simpanan: Simpanan, tahap: str) -> pl.DataFrame:
    baris = [
        {KUNCI: satu[KUNCI], "jumlah": satu["jumlah"]["daftar"]}
        | {nama: satu["jumlah"][nama] for nama in ("thk2", "memenuhi", "tidak_memenuhi", "belum_dinilai")}
        for satu in read_manifest(simpanan, tahap)["instansi"]
    ]  # fmt: skip
    return pl.DataFrame(baris)


def _lists(simpanan: Simpanan, tahap: str) -> pl.DataFrame:
    putusan = pl.col("putusan_keseluruhan")
    return (
        scan_daftar_beku(simpanan, tahap)
        .group_by(KUNCI)
        .agg(
            jumlah=pl.len().cast(pl.Int64),
            thk2=(pl.col("kategori") == "THK-II").sum().cast(pl.Int64),
            memenuhi=(putusan == "M").sum().cast(pl.Int64),
            tidak_memenuhi=(putusan == "T").sum().cast(pl.Int64),
            belum_dinilai=(putusan == "B").sum().cast(pl.Int64),
        )
        .collect()
    )


def _balance(pengaturan: Pengaturan, jalur: Path) -> pl.DataFrame:
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        return query(
            gudang, "SELECT kode_instansi, daftar AS jumlah FROM neraca WHERE tingkat = 'instansi'"
        )
