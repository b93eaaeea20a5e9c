"""Moments as offices write them: a date as in every other column, an hour, sometimes a zone."""

from datetime import date, timedelta

import polars as pl

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import kosakata
from rules.pembacaan.sel import NILAI, TERTULIS, Sel, baca_sisanya, sebab
from rules.pembacaan.tanggal import HARI_NOL_EXCEL, baca_tanggal

WAKTU = pl.Datetime("us", "UTC")
# What an office means that names no zone.
ZONA_BAWAAN = "WIB"
RESMI = "%d-%m-%Y %H:%M"
HARI_DAN_JAM = (
    r"^(.*?)(?:(?:T|[ ,]+(?:PUKUL |JAM )?)([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2})(?:\.[0-9]+)?)?"
    r"\s*([A-Z]{1,4}|[+-][0-9]{2}:?[0-9]{2})?)?$"
)
SERIAL_BERJAM = r"^[0-9]{5}(\.[0-9]+)$"
SEHARI = 86400


def cepat_waktu(kolom: str) -> pl.Expr:
    """Moment where the cell is written dd-mm-yyyy hh:mm (of ZONA_BAWAAN), else null."""
    lokal = pl.col(kolom).str.to_datetime(RESMI, time_unit="us", strict=False, cache=False)
    return (lokal - _selisih(ZONA_BAWAAN)).dt.replace_time_zone("UTC")


def polos_waktu(kolom: str) -> pl.Expr:
    """True where a moment read is one that can be meant."""
    batas = pembacaan().tanggal
    tahun = pl.col(kolom).dt.year().is_between(batas.tahun_awal, batas.tahun_akhir)
    return tahun.fill_null(value=False)


def baca_waktu(teks: pl.Series, cepat: pl.Series, *, hari_nol: date = HARI_NOL_EXCEL) -> Sel:
    """Moments (WAKTU) from text; without a zone they are ZONA_BAWAAN's, a bare date begins at 00:00.

    `cepat`: what cepat_waktu already made of the same cells; `hari_nol`: the day Excel's numbers count from. A bare date and an Excel number are
    DIBAKUKAN; a zone or a date that cannot be read leaves nothing.
    """
    terbaca = cepat.to_frame("x").select(polos_waktu("x")).to_series()
    sisa = teks.is_not_null() & ~terbaca
    return baca_sisanya(cepat, teks, sisa, lambda beda: _tafsirkan(beda, hari_nol))


def _tafsirkan(beda: pl.DataFrame, hari_nol: date) -> pl.DataFrame:
    """Value and sebab of each distinct text."""
    bagian = beda.select(
        TERTULIS, b=pl.col(TERTULIS).str.to_uppercase().str.extract_groups(HARI_DAN_JAM)
    ).unnest("b")
    nama = ("hari", "jam", "menit", "detik", "zona")
    bagian = bagian.rename(dict(zip(("1", "2", "3", "4", "5"), nama, strict=True)))
    hari = baca_tanggal(bagian["hari"], hari_nol=hari_nol).nilai
    return (
        bagian.with_columns(hari.alias("hari_terbaca"))
        .with_columns(_jam().alias("jam_terbaca"), _zona().alias("selisih"))
        .select(
            TERTULIS,
            (pl.col("hari_terbaca").cast(pl.Datetime("us")) + pl.col("jam_terbaca") - pl.col("selisih"))
            .dt.replace_time_zone("UTC")
            .alias(NILAI),
            pl.col("jam").is_not_null().alias("berjam"),
        )
        .with_columns(sebab(pl.col(NILAI), pl.col("berjam")))
        .drop("berjam")
    )  # fmt: skip


def _jam() -> pl.Expr:
    """Time since midnight; null where the clock has no such hour."""
    jam, menit, detik = (pl.col(x).cast(pl.Int64).fill_null(0) for x in ("jam", "menit", "detik"))
    ada = (jam < 24) & (menit < 60) & (detik < 60)
    seri = pl.col("hari").str.extract(SERIAL_BERJAM, 1).cast(pl.Float64).fill_null(0)
    return pl.when(ada).then(
        pl.duration(
            hours=jam, minutes=menit, seconds=detik + (seri * SEHARI).round().cast(pl.Int64)
        )
    )


def _zona() -> pl.Expr:
    """How far the zone is ahead of UTC; null for a word that names none."""
    zona = pl.col("zona").fill_null(ZONA_BAWAAN)
    angka = zona.replace(kosakata("zona").sinonim).str.extract_groups(r"^([+-])(\d{2}):?(\d{2})$")
    jam, menit = (angka.struct.field(x).cast(pl.Int64) for x in ("2", "3"))
    arah = pl.when(angka.struct.field("1") == "-").then(-1).otherwise(1)
    return pl.duration(minutes=arah * (jam * 60 + menit))


def _selisih(zona: str) -> timedelta:
    jam, menit = kosakata("zona").sinonim[zona][1:].split(":")
    return timedelta(hours=int(jam), minutes=int(menit))
