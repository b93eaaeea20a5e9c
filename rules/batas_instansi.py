"""Until when each instansi may correct: the deadline for everybody, or its own approved extension."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl

from rules.kalender import Tahap, batas_diperpanjang


@dataclass(frozen=True)
class BatasInstansi:
    """`umum`: the next deadline for everybody, None after the last; `khusus`: extensions by kode_instansi."""

    umum: datetime | None = None
    khusus: Mapping[str, datetime] = field(default_factory=dict)

    def bagi(self, kode: str, saat: datetime) -> datetime | None:
        """The deadline of one instansi as of `saat`; None when nothing counts any more."""
        calon = [self.umum, self.khusus.get(kode)]
        return max((satu for satu in calon if satu is not None and satu >= saat), default=None)


def susun_perpanjangan(
    surat: pl.LazyFrame, disetujui: pl.LazyFrame | None, kalender: tuple[Tahap, ...]
) -> pl.DataFrame:
    """Table perpanjangan: per instansi its last letter (`surat`: kode_instansi, id_berkas, waktu) and
    what BKN approved (judge_perpanjangan's; the latest day counts, never past finalisasi, and none that
    the law does not open)."""
    diminta = surat.group_by("kode_instansi").agg(
        pl.col("id_berkas", "waktu").sort_by("waktu", "id_berkas").last()
    )
    izin = _approved(disetujui).join(
        batas_diperpanjang(disetujui, kalender), on="kode_instansi", how="left"
    )
    return (
        diminta.rename({"waktu": "diminta"})
        .join(izin, on="kode_instansi", how="full", coalesce=True)
        .sort("kode_instansi")
        .collect()
    )


def _approved(disetujui: pl.LazyFrame | None) -> pl.LazyFrame:
    """The letter of approval that lasts longest, per instansi."""
    kolom = {
        "kode_instansi": pl.String(),
        "nomor_surat": pl.String(),
        "tanggal_surat": pl.Date(),
        "sampai": pl.Datetime("us", "UTC"),
        "usulan": pl.Int32(),
        "alasan_tertutup": pl.String(),
    }
    if disetujui is None:
        disetujui = pl.LazyFrame(schema=kolom)
    isi = [nama for nama in kolom if nama != "kode_instansi"]
    return disetujui.group_by("kode_instansi").agg(
        pl.col(isi).sort_by("sampai", "tanggal_surat", "nomor_surat", nulls_last=False).last()
    )
