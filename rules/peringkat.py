"""Whom to look at first: what the plausibility rules found, weighed per person and per instansi."""

import tomllib
from functools import cache
from typing import TYPE_CHECKING

import polars as pl
from pydantic import BaseModel, ConfigDict

from rules.kalimat import isi_hukum
from rules.rujukan import rujukan

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

HILANG = "HILANG"


class Bobot(BaseModel):
    """The weight of one rule, why, and how it judges (a template of ketentuan) for those who inspect."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    nilai: int
    alasan: str
    cara: str


class Timbangan(BaseModel):
    """kewajaran.toml: weights by rule code (and HILANG), and how much of the ranking is shown."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)
    bobot: dict[str, Bobot]
    orang_tampil: int
    hilang_tampil: int
    orang_dasar: int


@cache
def timbangan() -> Timbangan:
    """The weights as shipped; raises where the file is malformed."""
    return Timbangan.model_validate(tomllib.loads(rujukan("kewajaran.toml").read_text("utf-8")))


def describe_bobot(t: Timbangan, k: "Ketentuan") -> pl.DataFrame:
    """kode_aturan, bobot, alasan_bobot, cara of every weight, with the thresholds in force filled in."""
    baris = [
        (kode, satu.nilai, satu.alasan, isi_hukum(satu.cara, k)) for kode, satu in t.bobot.items()
    ]
    return pl.DataFrame(
        baris, schema=["kode_aturan", "bobot", "alasan_bobot", "cara"], orient="row"
    )


def weigh_temuan(temuan: pl.DataFrame, t: Timbangan) -> pl.DataFrame:
    """Table kewajaran: the findings with their weight; a rule without one raises."""
    bobot = {kode: satu.nilai for kode, satu in t.bobot.items()}
    return temuan.select(
        "kode_aturan",
        "id_tenaga",
        "kode_instansi",
        "kolom",
        "nilai",
        "pesan",
        bobot=pl.col("kode_aturan").replace_strict(bobot, return_dtype=pl.Int32),
    )


def rank_orang(kewajaran: pl.DataFrame) -> pl.DataFrame:
    """Table peringkat_orang: everyone with a finding, by the sum of weights, then by rules, then as listed."""
    skor = (
        kewajaran.sort("bobot", "kode_aturan", descending=[True, False])
        .group_by("id_tenaga", maintain_order=True)
        .agg(
            pl.col("kode_instansi").first(),
            skor=pl.col("bobot").sum().cast(pl.Int32),
            jumlah=pl.len().cast(pl.Int32),
            aturan=pl.col("kode_aturan").str.join(", "),
        )
    )
    urut = pl.col("skor").rank("min", descending=True).cast(pl.Int32)
    return skor.select(
        urut.alias("peringkat"), "id_tenaga", "kode_instansi", "skor", "jumlah", "aturan"
    ).sort("skor", "jumlah", "id_tenaga", descending=[True, True, False])


def rank_instansi(
    orang: pl.DataFrame, hilang: pl.DataFrame, daftar: pl.DataFrame, t: Timbangan
) -> pl.DataFrame:
    """Table peringkat_instansi from peringkat_orang, table hilang and the length of each list (`daftar`:
    kode_instansi, daftar), by score per hundred people."""
    skor = orang.group_by("kode_instansi").agg(skor=pl.col("skor").sum(), orang=pl.len())
    pergi = hilang.group_by("kode_instansi").agg(hilang=pl.len())
    semua = (
        pl.concat([skor.select("kode_instansi"), pergi.select("kode_instansi")])
        .unique()
        .join(daftar, on="kode_instansi", how="left")
        .join(skor, on="kode_instansi", how="left")
        .join(pergi, on="kode_instansi", how="left")
        .with_columns(pl.col("daftar", "skor", "orang", "hilang").fill_null(0).cast(pl.Int32))
        .with_columns(skor=pl.col("skor") + t.bobot[HILANG].nilai * pl.col("hilang"))
    )
    besar = pl.max_horizontal("daftar", pl.lit(t.orang_dasar))
    padat = semua.with_columns(skor_per_seratus=(100 * pl.col("skor") / besar).round(1))
    return padat.select(
        pl.col("skor_per_seratus").rank("min", descending=True).cast(pl.Int32).alias("peringkat"),
        "kode_instansi",
        "daftar",
        "orang",
        "skor",
        "hilang",
        "skor_per_seratus",
    ).sort("peringkat", "kode_instansi")
