"""dasbor.duckdb: the published tables, computed on a gudang and swapped in only when they changed."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from reports.statistik import (
    Statistik,
    Tabel,
    dasbor_statements,
    load_tabel,
    published_figures,
    render_statistik,
)
from rules.angka import angka_2022
from rules.kalender import kalender_on
from rules.sidik import sidik_baris
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum, versi_kode
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.perbandingan import read_ringkas
from tasks.gateways.potret import is_frozen, read_manifest
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.terbitan import figures_until

KUNCI = "publik/dasbor.duckdb"
_SIDIK = "publik/dasbor.sha256"
_RINGKAS = {
    "tahap": pl.String, "kode_instansi": pl.String, "jumlah": pl.Int64, "thk2": pl.Int64,
    "non_asn": pl.Int64, "memenuhi": pl.Int64, "tidak_memenuhi": pl.Int64,
    "belum_dinilai": pl.Int64, "digest": pl.String,
}  # fmt: skip


def build_dasbor(
    gudang: duckdb.DuckDBPyConnection, jalur: Path, **samping: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    """Writes the published tables with their comments to a new file; returns their rows by name.

    `samping` stands beside the gudang's own tables under these names, as dasbor_statements asks; the
    figures published in 2022 do so too.
    """
    jalur.unlink(missing_ok=True)
    for nama, isi in samping.items():
        _beside(gudang, nama, isi)
    _beside(gudang, "angka_resmi", published_figures(angka_2022()))
    gudang.execute(f"ATTACH '{jalur}' AS dasbor")
    try:
        for perintah in dasbor_statements("dasbor"):
            gudang.execute(perintah)
        return {
            satu.nama: query(gudang, f"SELECT * FROM dasbor.{satu.nama}") for satu in load_tabel()
        }
    finally:
        gudang.execute("DETACH dasbor")


def tables_of(
    pengaturan: Pengaturan, simpanan: Simpanan, gudang: Path, tanggal: datetime, berkas: Path
) -> dict[str, pl.DataFrame]:
    """Builds the published tables of one gudang into `berkas`; their rows by name."""
    with open_gudang(gudang, pengaturan.kunci_gudang) as sambungan:
        return build_dasbor(
            sambungan,
            berkas,
            potret_ringkas=summarize_potret(simpanan, tanggal),
            angka_terbit=figures_until(simpanan, tanggal),
            perbandingan_ringkas=read_ringkas(simpanan, tanggal),
        )


def published_rows(
    pengaturan: Pengaturan, gudang: Path, nama: Iterable[str], perbandingan: pl.DataFrame
) -> list[pl.DataFrame]:
    """Rows of the published tables of these names as they will be, from a gudang and these counts alone."""
    sql = {satu.nama: satu.sql for satu in load_tabel()}
    with open_gudang(gudang, pengaturan.kunci_gudang) as sambungan:
        _beside(sambungan, "perbandingan_ringkas", perbandingan)
        return [query(sambungan, sql[satu]) for satu in nama]


def render_page(
    isi: dict[str, pl.DataFrame],
    tanggal: datetime,
    potret: str | None = None,
    tanda: str | None = None,
) -> bytes:
    """The statistics page of those tables; `potret` names the tahap it was frozen for, `tanda` warns."""
    keterangan = Statistik(
        keadaan=tanggal,
        tanggal_hukum=tanggal_hukum(tanggal),
        versi_kode=versi_kode(),
        potret=potret,
        tanda=tanda,
    )
    return render_statistik(keterangan, isi)


def summarize_potret(simpanan: Simpanan, sampai: datetime) -> pl.DataFrame:
    """Counts per instansi of every potret whose deadline had passed at `sampai`."""
    lewat = (t.kode for t in kalender_on(tanggal_hukum(sampai)) if t.potret and t.batas <= sampai)
    baris = [
        _summary(tahap, satu)
        for tahap in sorted(lewat)
        if is_frozen(simpanan, tahap)
        for satu in read_manifest(simpanan, tahap)["instansi"]
    ]
    return pl.DataFrame(baris, schema=_RINGKAS, orient="row")


def publish_if_changed(simpanan: Simpanan, jalur: Path, isi: dict[str, pl.DataFrame]) -> bool:
    """Puts the file into publik/ unless its content is what is published already.

    The bytes of a DuckDB file differ at every writing, so content is compared by the digest of its
    rows and comments, kept beside it.
    """
    sidik = _digest(load_tabel(), isi)
    if (
        simpanan.exists(_SIDIK)
        and simpanan.exists(KUNCI)
        and simpanan.get(_SIDIK).decode().strip() == sidik
    ):
        return False
    simpanan.put_file(KUNCI, jalur)
    simpanan.put(_SIDIK, f"{sidik}\n".encode())
    return True


def _beside(gudang: duckdb.DuckDBPyConnection, nama: str, isi: pl.DataFrame) -> None:
    gudang.register("sementara", isi)
    gudang.execute(f"CREATE OR REPLACE TEMP TABLE {nama} AS SELECT * FROM sementara")
    gudang.unregister("sementara")


def _summary(tahap: str, satu: dict[str, Any]) -> tuple[Any, ...]:
    j = satu["jumlah"]
    return (
        tahap, satu["kode_instansi"], j["daftar"], j["thk2"], j["daftar"] - j["thk2"],
        j["memenuhi"], j["tidak_memenuhi"], j["belum_dinilai"], satu["sidik"],
    )  # fmt: skip


def _digest(tabel: Iterable[Tabel], isi: dict[str, pl.DataFrame]) -> str:
    sidik = hashlib.sha256()
    for satu in tabel:
        sidik.update("\n".join(satu.statements("dasbor")[1:]).encode())
        sidik.update(sidik_baris(isi[satu.nama]).encode())
    return sidik.hexdigest()
