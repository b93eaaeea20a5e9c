"""Which approved letters give an instansi more time: those of instansi with proposals to work on."""

from dataclasses import dataclass
from datetime import UTC

import polars as pl

from rules.kalender import Tahap
from rules.ketentuan import Ketentuan

USULAN = "USULAN"
_KETENTUAN = "perpanjangan_usulan_sesudah"


@dataclass(frozen=True)
class Syarat:
    """An extension opens only after proposals that came past the deadline of `tahap`; `kutipan` says where
    that stands."""

    tahap: Tahap
    kutipan: str


def syarat_perpanjangan(k: Ketentuan, kalender: tuple[Tahap, ...]) -> Syarat | None:
    """What the law asks of an approved extension; None when it asks nothing. Raises ValueError for a
    tahap that the calendar does not know (Paparan, alur tahap 5)."""
    kode = k.perpanjangan_usulan_sesudah
    if not kode:
        return None
    for tahap in kalender:
        if tahap.kode == kode:
            return Syarat(tahap, k.sumber[_KETENTUAN].kutipan)
    raise ValueError(f"{_KETENTUAN} names tahap {kode}, which the calendar does not know")


def judge_perpanjangan(
    disetujui: pl.LazyFrame | None, aduan: pl.LazyFrame | None, syarat: Syarat | None
) -> pl.LazyFrame | None:
    """`disetujui` (feed perpanjangan-disetujui) with usulan, the number of proposals that the condition
    counts, and alasan_tertutup: why the letter does not open the gate, null when it does.

    `aduan`: id, jenis, kode_instansi, waktu of what had come by then.
    """
    if disetujui is None:
        return None
    if syarat is None:
        kosong = {"usulan": pl.lit(None, pl.Int32), "alasan_tertutup": pl.lit(None, pl.String)}
        return disetujui.with_columns(**kosong)
    tanpa = pl.format(
        "Surat persetujuan BKN {} tidak membuka perpanjangan: tidak ada usulan untuk instansi ini yang "
        f"masuk sesudah {syarat.tahap.nama} ({syarat.kutipan}).",
        pl.col("nomor_surat").fill_null("tanpa nomor"),
    )
    return (
        disetujui.join(_counted(aduan, syarat), on="kode_instansi", how="left", maintain_order="left")
        .with_columns(pl.col("usulan").fill_null(0))
        .with_columns(alasan_tertutup=pl.when(pl.col("usulan") == 0).then(tanpa))
    )  # fmt: skip


def _counted(aduan: pl.LazyFrame | None, syarat: Syarat) -> pl.LazyFrame:
    if aduan is None:
        return pl.LazyFrame(schema={"kode_instansi": pl.String, "usulan": pl.Int32})
    sesudah = pl.lit(syarat.tahap.batas.astimezone(UTC)).cast(pl.Datetime("us", "UTC"))
    usulan = (pl.col("jenis") == USULAN) & (pl.col("waktu").dt.convert_time_zone("UTC") > sesudah)
    return (
        aduan.filter(usulan)
        .group_by("kode_instansi")
        .agg(usulan=pl.col("id").n_unique().cast(pl.Int32))
    )
