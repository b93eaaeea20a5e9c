"""What instansi answered in the workbooks they sent back: every answer there ever was, and who gave it."""

from datetime import UTC, datetime
from typing import Any

import polars as pl

from rules.pembacaan.jawaban import BERTANYA, KOLOM_KEPUTUSAN, KUNCI, TANYA, kunci_dari, pecah_tanya
from tasks.gateways.gudang import empty_table
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.umpan import latest_umpan
from tasks.gateways.susunan import Susunan

# Of a delivery that was replaced since the answers still hold; of one that never counted they do not.
DIDENGAR = ("BERLAKU", "DIGANTI")
KUNCI_BARIS = {
    "id_berkas": pl.Int32, "bentuk": pl.String, "lembar": pl.String, "baris": pl.UInt32, KUNCI: pl.String,
}  # fmt: skip


def susun_keputusan(mendarat: Mendarat, susunan: Susunan, berkas: pl.DataFrame) -> None:
    """Writes keputusan, and kunci_baris: the keys that rows of the deliveries in force brought along."""
    asal = berkas.filter(pl.col("status").is_in(DIDENGAR)).select(
        "id_berkas", "kode_instansi", "waktu", "status", "sha256"
    )
    isi = [
        satu
        for baris in asal.iter_rows(named=True)
        if (jalur := mendarat.path(baris["sha256"], "keputusan"))
        for satu in [_answers(mendarat, jalur, baris)]
    ]
    semua = pl.concat([_kosong(), *isi])
    bawaan = semua.filter((pl.col("status") == "BERLAKU") & pl.col(KUNCI).is_not_null())
    susunan.write("kunci_baris", bawaan.select(*KUNCI_BARIS).cast(KUNCI_BARIS))
    dijawab = semua.filter(pl.col("keputusan").is_not_null() & pl.col(TANYA).is_not_null())
    if dijawab.is_empty():
        susunan.write("keputusan", empty_table("keputusan"))
        return
    rapi = dijawab.with_columns(pl.coalesce(KUNCI, "kunci_isi").alias(KUNCI)).drop_nulls(KUNCI)
    pertanyaan = pecah_tanya(rapi.lazy()).collect()
    oleh = _senders(mendarat, berkas, pertanyaan)
    susunan.write("keputusan", oleh.select(empty_table("keputusan").columns))


def _kosong() -> pl.DataFrame:
    tipe = KOLOM_KEPUTUSAN | {
        "kunci_isi": pl.String, "id_berkas": pl.Int32, "kode_instansi": pl.String,
        "waktu": pl.Datetime("us", "UTC"), "status": pl.String,
    }  # fmt: skip
    return pl.DataFrame(schema=tipe)


def _answers(mendarat: Mendarat, jalur: Any, asal: dict[str, Any]) -> pl.DataFrame:
    """The answers of one delivery with the key each row has by its own content."""
    jawaban = pl.read_parquet(jalur)
    kunci = [
        pl.scan_parquet(isi).select(
            "lembar", "baris", kunci_dari(bentuk, pl.read_parquet_schema(isi))
        )
        for bentuk in BERTANYA
        if (isi := mendarat.path(asal["sha256"], bentuk))
    ]
    menurut_isi = pl.concat(kunci).rename({KUNCI: "kunci_isi"}).collect()
    return (
        jawaban.join(menurut_isi, on=["lembar", "baris"], how="left", maintain_order="left")
        .with_columns(
            pl.lit(asal[nama]).alias(nama)
            for nama in ("id_berkas", "kode_instansi", "waktu", "status")
        )
        .select(_kosong().columns)
        .cast(dict(_kosong().schema))
    )


def _senders(mendarat: Mendarat, berkas: pl.DataFrame, jawaban: pl.DataFrame) -> pl.DataFrame:
    """With `oleh`: the admins BKN had approved for the instansi at the time of the delivery."""
    admin = latest_umpan(mendarat.simpanan, berkas, "admin-disetujui")
    if admin is None:
        return jawaban.with_columns(pl.lit(None, pl.String).alias("oleh"))
    selamanya = pl.lit(datetime.max.replace(tzinfo=UTC), dtype=pl.Datetime("us", "UTC"))
    ada = (
        jawaban.select("kode_instansi", "waktu")
        .unique()
        .join(
            admin.with_columns(pl.col("sampai").fill_null(selamanya)).collect(), on="kode_instansi"
        )
    )
    nama = (
        ada.filter((pl.col("sejak") <= pl.col("waktu")) & (pl.col("waktu") <= pl.col("sampai")))
        .sort("nama")
        .group_by("kode_instansi", "waktu")
        .agg(pl.col("nama").drop_nulls().unique(maintain_order=True).str.join("; ").alias("oleh"))
    )
    return jawaban.join(nama, on=["kode_instansi", "waktu"], how="left", maintain_order="left")
