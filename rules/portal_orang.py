"""What people entered themselves in BKN's portal: what of it came in time, and what it adds."""

from collections.abc import Mapping
from datetime import datetime

import polars as pl

from rules.pembacaan.kata import baca_kata
from rules.riwayat_kerja import ISI_RIWAYAT
from rules.siapa_berlaku import bidang_biodata, siapa_berlaku

PORTAL, INSTANSI = "PORTAL", "INSTANSI"
LEMBAR = "Riwayat di portal"
AWALAN = "biodata_"
# Columns that only the rules about biodata need, beside those of table tenaga.
KOLOM_BANTU_BIODATA: Mapping[str, pl.DataType] = {
    AWALAN + kolom: pl.Date() if kolom.startswith("tanggal") else pl.String()
    for kolom in bidang_biodata("INSTANSI")
}
_KATA = ("jenis_penandatangan", "pembayaran")


def tepat_waktu(
    isian: pl.LazyFrame, akhir: pl.LazyFrame | None, batas: datetime | None
) -> pl.LazyFrame:
    """Rows of `isian` (nik, kode_instansi, waktu) that still count, in their order.

    A row after the person's pernyataan akhir to that instansi (`akhir`, the first one closes) or after
    `batas` does not; nor one that names no moment.
    """
    waktu = pl.col("waktu").is_not_null()
    if batas is not None:
        waktu &= pl.col("waktu") <= pl.lit(batas).dt.convert_time_zone("UTC")
    if akhir is None:
        return isian.filter(waktu)
    tutup = akhir.group_by("nik", "kode_instansi").agg(ditutup=pl.col("waktu").min())
    return (
        isian.filter(waktu)
        .join(tutup, on=["nik", "kode_instansi"], how="left", maintain_order="left")
        .filter((pl.col("waktu") <= pl.col("ditutup")).fill_null(True))
        .drop("ditutup")
    )


def lengkapi_riwayat(
    orang: pl.LazyFrame, instansi: pl.LazyFrame | None, tenaga: pl.LazyFrame
) -> pl.DataFrame:
    """Rows of the portal (feed with id_berkas, baris; in time) that join the instansi's Data Riwayat.

    Only of people in the list of that instansi; a row that the instansi (`instansi`: landed rows) or
    the person states already is left out. Result: the landed columns, without waktu.
    """
    kunci = ["kode_instansi", "nik"]
    daftar = tenaga.filter(pl.col("status_baris") == "DAFTAR").select(kunci).drop_nulls()
    punya = orang.join(daftar, on=kunci, how="semi", maintain_order="left").collect()
    baris = _baku(punya.drop("waktu")).unique(
        [*kunci, *ISI_RIWAYAT], keep="first", maintain_order=True
    )
    if instansi is not None:
        ada = instansi.select(*kunci, *ISI_RIWAYAT).join(
            baris.lazy().select(kunci).unique(), on=kunci, how="semi"
        )
        baris = baris.join(
            ada.collect(engine="streaming"), on=[*kunci, *ISI_RIWAYAT], how="anti",
            nulls_equal=True, maintain_order="left",
        )  # fmt: skip
    return baris.with_columns(lembar=pl.lit(LEMBAR), asal=pl.lit(PORTAL))


def ringkas_biodata(biodata: pl.LazyFrame, tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """Table biodata from the feed (in time): each field as the person last gave it, one row per tenaga
    of the list."""
    bidang = [b.kolom for b in siapa_berlaku() if b.bagian == "biodata"]
    daftar = tenaga.filter(pl.col("status_baris") == "DAFTAR").select(
        "id_tenaga", "kode_instansi", "nik"
    )
    return (
        biodata.sort("waktu")
        .join(daftar.drop_nulls("nik"), on=["kode_instansi", "nik"], maintain_order="left")
        .group_by("id_tenaga", "kode_instansi")
        .agg(pl.col(bidang).drop_nulls().last(), pl.col("waktu").last())
        .sort("id_tenaga")
    )  # fmt: skip


def baris_biodata(biodata: pl.LazyFrame, tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """Rows of table tenaga whose person gave biodata, with KOLOM_BANTU_BIODATA beside them."""
    bidang = bidang_biodata("INSTANSI")
    isian = biodata.select("id_tenaga", pl.col(list(bidang)).name.prefix(AWALAN))
    return tenaga.join(isian, on="id_tenaga")


def jawab_akun(akun: pl.LazyFrame, tenaga: pl.LazyFrame, belum: str) -> pl.LazyFrame:
    """Table akun_portal: per NIK and instansi of the account requests whether that instansi registered
    the person; `belum` is what the others are told."""
    kunci = ["nik", "kode_instansi"]
    daftar = tenaga.filter(pl.col("status_baris") == "DAFTAR").select("id_tenaga", *kunci)
    terdaftar = pl.col("id_tenaga").is_not_null()
    return (
        akun.drop_nulls(kunci)
        .group_by(kunci)
        .agg(pl.col("dibuat").min())
        .join(daftar.drop_nulls("nik"), on=kunci, how="left")
        .with_columns(terdaftar=terdaftar, jawaban=pl.when(~terdaftar).then(pl.lit(belum)))
        .sort("kode_instansi", "nik")
    )


def _baku(baris: pl.DataFrame) -> pl.DataFrame:
    """With the closed vocabularies read, and tak_terbaca: what of them could not be."""
    sel = {kolom: baca_kata(baris[kolom], kolom) for kolom in _KATA}
    rusak = [
        pl.when(baris[kolom].is_not_null() & satu.nilai.is_null()).then(pl.lit(kolom))
        for kolom, satu in sel.items()
    ]
    tanda = pl.concat_list(rusak).list.drop_nulls().alias("tak_terbaca")
    return baris.with_columns([satu.nilai.alias(k) for k, satu in sel.items()]).with_columns(tanda)
