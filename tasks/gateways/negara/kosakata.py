"""The words of the nation: names, places, units, degrees, from the reference lists."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from rules.rujukan import rujukan
from tasks.gateways.negara.pengaturan import pengaturan

I64 = NDArray[np.int64]


@dataclass(frozen=True)
class Kolam:
    """Several lists laid end to end: list g holds isi[mulai[g] : mulai[g] + banyak[g]]."""

    isi: pl.Series
    mulai: I64
    banyak: I64

    def ambil(self, kelompok: I64, pecahan: NDArray[np.float64]) -> pl.Series:
        """One entry of list `kelompok` for each fraction in [0, 1)."""
        return self.isi.gather(self.letak(kelompok, pecahan))

    def letak(self, kelompok: I64, pecahan: NDArray[np.float64]) -> I64:
        """Where that entry stands."""
        return self.mulai[kelompok] + (pecahan * self.banyak[kelompok]).astype(np.int64)


def kolam(daftar: list[list[str]]) -> Kolam:
    """Lay lists end to end; raises ValueError when one is empty."""
    banyak = np.array([len(x) for x in daftar])
    if (banyak == 0).any():
        raise ValueError("an empty list of words")
    mulai = np.concatenate([[0], np.cumsum(banyak)[:-1]])
    return Kolam(pl.Series([y for x in daftar for y in x], dtype=pl.String), mulai, banyak)


@dataclass(frozen=True)
class Nama:
    """Given and family names per (culture, sex); list = 2 * culture + (1 for women)."""

    budaya: tuple[str, ...]
    depan: Kolam
    belakang: Kolam
    tunggal: Kolam


@cache
def kolam_nama() -> Nama:
    """Names of the region first, common Indonesian ones where a region has no list of its own."""
    tabel = pl.read_csv(rujukan("nama_orang.csv"), infer_schema=False).fill_null("")
    budaya = ("UMUM", *sorted({b for x in pengaturan()["budaya"].values() for b in x} - {"UMUM"}))
    return Nama(
        budaya,
        *(
            kolam([_nama(tabel, jenis, asal, jk) for asal in budaya for jk in "LP"])
            for jenis in ("DEPAN", "BELAKANG")
        ),
        kolam([_nama(tabel, "TUNGGAL", "SATU_NAMA", jk) for jk in "LP"]),
    )


def _nama(tabel: pl.DataFrame, jenis: str, asal: str, jk: str) -> list[str]:
    sejenis = tabel.filter((pl.col("jenis") == jenis) & pl.col("jk").is_in(["", jk]))
    polos = sejenis.filter(pl.col("nama").str.contains(r"^[A-Za-z][A-Za-z' -]+$"))
    sendiri = polos.filter(pl.col("asal") == asal)["nama"].to_list()
    umum = polos.filter((pl.col("asal") == "UMUM") & (pl.col("jk") == jk))["nama"].to_list()
    if jenis == "BELAKANG" and len(sendiri) >= 8:
        return sendiri
    return sendiri * 6 + umum if asal != "UMUM" else umum


@dataclass(frozen=True)
class Wilayah:
    """Kabupaten/kota and their kecamatan; kab index -> kecamatan codes; instansi -> where people come from."""

    kab: pl.DataFrame
    kecamatan: Kolam
    kumulatif: NDArray[np.float64]
    provinsi: NDArray[np.int64]


@cache
def wilayah() -> Wilayah:
    """Regions with a NIK code in 2022, weighted by population."""
    kode_nik = pl.read_csv(rujukan("wilayah_kode_nik.csv"), infer_schema=False)
    sah = kode_nik.filter((pl.col("tingkat") == "KEC") & (pl.col("berlaku_2022") == "1"))
    kecamatan = pl.read_csv(rujukan("wilayah_kecamatan.csv"), infer_schema=False).join(
        sah.select("kode"), on="kode"
    )
    per_kab = kecamatan.sort("kode").group_by("kode_kabkota", maintain_order=True).agg("kode")
    kab = (
        pl.read_csv(rujukan("wilayah_kabkota.csv"), infer_schema=False)
        .join(per_kab, left_on="kode", right_on="kode_kabkota")
        .rename({"kode_right": "kecamatan"})
        .join(
            pl.read_csv(rujukan("penduduk_kabkota.csv"), infer_schema=False).select(
                "kode", "total"
            ),
            on="kode",
        )
        .sort("kode")
        .with_columns(
            tempat=pl.when(pl.col("nama").is_duplicated()).then("nama_lengkap").otherwise("nama"),
            total=pl.col("total").cast(pl.Float64),
        )
    )
    kumulatif = (kab["total"].cum_sum() / kab["total"].sum()).to_numpy()
    return Wilayah(
        kab,
        kolam(kab["kecamatan"].to_list()),
        kumulatif,
        kab["kode_provinsi"].cast(pl.Int64).to_numpy(),
    )


@dataclass(frozen=True)
class Pekerjaan:
    """The clean titles: per job group a weighted list of rows of `tabel`; degrees per title."""

    tabel: pl.DataFrame
    per_kelompok: Kolam
    pendidikan: Kolam


@cache
def pekerjaan() -> Pekerjaan:
    """Titles from negara_sintetis.toml, degrees from pendidikan_bkn.csv."""
    p = pengaturan()
    tabel = pl.DataFrame(p["jabatan"])
    kelompok = [
        [
            str(i)
            for i, x in enumerate(p["jabatan"])
            if x["kelompok"] == g
            for _ in range(x["bobot"])
        ]
        for g in p["terbit"]["kelompok"]
    ]
    didik = pl.read_csv(rujukan("pendidikan_bkn.csv"), infer_schema=False)
    gelar = [
        didik.filter((pl.col("tingkat") == x["tingkat"]) & pl.col("nama").str.contains(x["pola"]))[
            "nama"
        ]
        .unique(maintain_order=True)
        .to_list()
        for x in p["jabatan"]
    ]
    return Pekerjaan(tabel, kolam(kelompok), kolam(gelar))
