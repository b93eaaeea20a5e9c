"""The balance of rows: every row of Data Utama that was read is accounted for, once."""

import polars as pl

POS = ("daftar", "ganda", "ditarik", "diganti", "terlambat", "ditahan", "ditolak")
_PER_KIRIMAN = {
    "DIGANTI": "diganti",
    "TERLAMBAT": "terlambat",
    "DITAHAN": "ditahan",
    "DITOLAK": "ditolak",
}


def hitung_neraca(berkas: pl.DataFrame, tenaga: pl.DataFrame) -> pl.DataFrame:
    """Table neraca at three levels (berkas, instansi, nasional).

    `berkas`: id_berkas, kode_instansi, status, hanya_penghapusan, baris (rows read) of the
    data-utama deliveries. `tenaga`: id_berkas, status_baris, jumlah (rows loaded).
    """
    per_berkas = (
        berkas.join(_per_status(tenaga), on="id_berkas", how="left")
        .with_columns(
            [pl.col(pos).fill_null(0).cast(pl.Int64) for pos in ("daftar", "ganda", "ditarik")]
            + [_pos_kiriman(pos) for pos in _PER_KIRIMAN.values()]
        )
        .with_columns(pl.lit("berkas").alias("tingkat"), pl.col("baris").alias("diterima"))
    )
    per_instansi = per_berkas.group_by("kode_instansi").agg(pl.col("diterima", *POS).sum())
    nasional = per_berkas.select(pl.col("diterima", *POS).sum())
    kolom = ["tingkat", "kode_instansi", "id_berkas", "diterima", *POS]
    return pl.concat(
        [
            per_berkas.select(kolom),
            per_instansi.sort("kode_instansi").with_columns(pl.lit("instansi").alias("tingkat")),
            nasional.with_columns(pl.lit("nasional").alias("tingkat")),
        ],
        how="diagonal",
    ).select(kolom)


def _per_status(tenaga: pl.DataFrame) -> pl.DataFrame:
    jumlah = tenaga.with_columns(pl.col("status_baris").str.to_lowercase())
    return jumlah.group_by("id_berkas").agg(
        pl.col("jumlah").filter(pl.col("status_baris") == pos).sum().alias(pos)
        for pos in ("daftar", "ganda", "ditarik")
    )


def _pos_kiriman(pos: str) -> pl.Expr:
    milik = pl.col("status").replace_strict(_PER_KIRIMAN, default=None) == pos
    if pos == "terlambat":
        # after finalisasi only the Penghapusan sheet of a delivery counts; its people came too late
        milik = milik | (pl.col("hanya_penghapusan") & (pl.col("status") == "BERLAKU"))
    return pl.when(milik.fill_null(False)).then("baris").otherwise(0).cast(pl.Int64).alias(pos)
