"""Heads of the book of receipts that were noted elsewhere: what was written until then must still stand."""

from dataclasses import dataclass
from datetime import UTC, datetime

import polars as pl

from rules.kalender import WIB
from tasks.gateways.gudang import column_comments, open_gudang
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import every_potret, read_manifest
from tasks.gateways.rantai_terima import PANGKAL, scan_lembar, teks_waktu
from tasks.gateways.simpanan import Simpanan

_TERTULIS = {"dicatat": pl.String, "sidik": pl.String}


@dataclass(frozen=True)
class Kepala:
    """The end of the book at one moment: how many receipts, and the digest of the last."""

    jumlah: int = 0
    sidik: str = PANGKAL


def read_kepala(simpanan: Simpanan, dicatat: datetime | None = None) -> Kepala:
    """The head as of now, or as of what had been written by `dicatat` (aware)."""
    # Receipts write every moment alike and in UTC, so as text they stand in order of time.
    tertulis = pl.col("dicatat") <= (
        pl.col("dicatat") if dicatat is None else teks_waktu(dicatat.astimezone(UTC))
    )
    kepala = Kepala()
    for _, isi in scan_lembar(simpanan):
        sidik = pl.read_ndjson(isi, schema=_TERTULIS).filter(tertulis)["sidik"]
        if len(sidik):
            kepala = Kepala(kepala.jumlah + len(sidik), sidik[-1])
    return kepala


def with_kepala(malam: pl.DataFrame, kepala: Kepala) -> pl.DataFrame:
    """Table malam with the head that its night knew."""
    return malam.with_columns(
        pl.lit(kepala.jumlah).alias("jumlah_terima"), pl.lit(kepala.sidik).alias("kepala_terima")
    )


def noted_kepala(simpanan: Simpanan, pengaturan: Pengaturan) -> dict[str, str]:
    """Who noted which head: the gudang in use and every potret, as a person would call them."""
    return _noted_by_gudang(pengaturan) | {
        f"potret {tahap.kode}": dicatat["kepala"]
        for tahap in every_potret(simpanan).values()
        if (dicatat := read_manifest(simpanan, tahap.kode).get("buku_terima"))
    }


def _noted_by_gudang(pengaturan: Pengaturan) -> dict[str, str]:
    jalur = pengaturan.ruang_kerja / "gudang.duckdb"
    if not jalur.exists():
        return {}
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        # One built before heads were noted says nothing.
        if "kepala_terima" not in column_comments(gudang, "malam"):
            return {}
        saat, kepala = gudang.execute("SELECT tanggal, kepala_terima FROM malam").fetchone()
    return {f"gudang {saat.astimezone(WIB):%d-%m-%Y %H.%M} WIB": kepala}
