"""Proposals, objections and complaints laid beside lists, potret, decisions and deadlines."""

from datetime import datetime

import polars as pl

from rules.aduan_keadaan import DITERIMA, SANGGAHAN, track_aduan
from rules.aduan_orang import DI_SINI, KUNCI, place_orang, place_potret
from rules.banding_potret import compare_potret
from rules.kalender import Tahap, batas_menerima
from tasks.gateways.gudang import empty_table
from tasks.gateways.penyusun.potret_lalu import TABEL as POTRET_LALU
from tasks.gateways.potret import is_frozen, potret_key
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan


def susun_aduan(
    simpanan: Simpanan, susunan: Susunan, tanggal: datetime, kalender: tuple[Tahap, ...]
) -> None:
    """Writes aduan_orang, and aduan with each number once (what was delivered last); needs tenaga,
    keputusan_aduan, perpanjangan and potret_lalu of the same night. None before the first complaint."""
    susunan.remove("aduan_orang")
    if not susunan.has("aduan"):
        return
    aduan = susunan.read("aduan").unique(KUNCI, keep="last", maintain_order=True)
    susunan.write("aduan", aduan)
    tenaga = susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR")
    tempat = place_orang(aduan, tenaga, susunan.scan("instansi")).join(
        place_potret(aduan, *_announced(simpanan, susunan, tanggal, kalender)),
        on=KUNCI,
        how="left",
        maintain_order="left",
    )
    orang = pl.coalesce("nik_orang", "nik_potret", "nik")
    putus = _decisions(susunan)
    hasil = track_aduan(
        tempat.with_columns(nik=orang),
        putus,
        susunan.read("perpanjangan").select("kode_instansi", "batas_diperpanjang"),
        _changed(simpanan, tempat.join(putus, on=KUNCI, how="left"), tenaga, susunan),
        batas_menerima(kalender, "masukan"),
        tanggal,
    )
    susunan.write("aduan_orang", hasil.select(empty_table("aduan_orang").columns))


def _announced(
    simpanan: Simpanan, susunan: Susunan, tanggal: datetime, kalender: tuple[Tahap, ...]
) -> tuple[pl.LazyFrame | None, list[Tahap]]:
    """Table potret_lalu, and the tahap in it whose lists were announced."""
    if not susunan.has(POTRET_LALU):
        return None, []
    return susunan.scan(POTRET_LALU), [
        tahap
        for tahap in kalender
        if "pengumuman" in tahap.terbit
        and tahap.batas < tanggal
        and is_frozen(simpanan, tahap.kode)
    ]


def _decisions(susunan: Susunan) -> pl.DataFrame:
    """KUNCI and keputusan_aduan of the decisions in force."""
    tabel = "keputusan_aduan"
    semua = susunan.scan(tabel) if susunan.has(tabel) else empty_table(tabel).lazy()
    return semua.filter("berlaku").select("kode_instansi", tabel, id="id_aduan").collect()


def _changed(
    simpanan: Simpanan, tempat: pl.DataFrame, tenaga: pl.LazyFrame, susunan: Susunan
) -> pl.DataFrame:
    """KUNCI of the accepted objections whose person stands in the list with another row than announced."""
    diterima = tempat.filter(
        (pl.col("jenis") == SANGGAHAN)
        & (pl.col("keputusan_aduan") == DITERIMA)
        & (pl.col("terdaftar") == DI_SINI)
        & pl.col("di_potret")
    )
    if diterima.is_empty():
        return diterima.select(KUNCI)
    kunci = [
        potret_key(*satu, "daftar.parquet")
        for satu in diterima.select("tahap_potret", "kode_instansi").unique().sort(pl.all()).rows()
    ]
    beku = pl.scan_parquet([simpanan.local_path(satu) for satu in kunci])
    asal = susunan.scan("berkas").select("id_berkas", "sha256")
    banding = compare_potret(
        _about(beku, diterima, "nik_potret"),
        _about(tenaga, diterima, "nik_orang").join(asal, on="id_berkas", how="left"),
    )
    berubah = banding.orang.select("kode_instansi", nik_orang="nik")
    return diterima.join(berubah, on=["kode_instansi", "nik_orang"], how="semi").select(KUNCI)


def _about(daftar: pl.LazyFrame, aduan: pl.DataFrame, nik: str) -> pl.LazyFrame:
    orang = aduan.lazy().select("kode_instansi", nik=nik).drop_nulls()
    return daftar.join(orang, on=["kode_instansi", "nik"], how="semi")
