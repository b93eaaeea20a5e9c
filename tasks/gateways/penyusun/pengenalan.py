"""Which receipts are of a kind and an instansi that we know, and what part of the data each one is."""

import polars as pl

from tasks.gateways.buku_terima import jenis_kiriman
from tasks.gateways.umpan import skema_umpan, umpan_bertambah

_TAK_DIKENAL = (
    "Instansi, jenis kiriman, atau umpan tidak dikenal; kiriman disimpan dan tidak dipakai."
)


def recognize(terima: pl.DataFrame, instansi: pl.DataFrame) -> pl.DataFrame:
    """`terima` (receipts) with keterangan of what is not known and therefore left aside (diabaikan),
    bertambah (adds to earlier deliveries of its feed) and bagian (what it replaces)."""
    nasional = pl.col("kode_instansi") == "bkn"
    peserta = pl.col("kode_instansi").is_in(instansi["kode_instansi"].to_list())
    dikenal = (
        pl.when(nasional).then(pl.col("jenis").is_in(list(skema_umpan())))
        .otherwise(pl.col("jenis").is_in(list(jenis_kiriman("instansi"))) & peserta)
    )  # fmt: skip
    return terima.with_columns(
        pl.col("diabaikan") | ~dikenal,
        pl.when(~dikenal).then(pl.lit(_TAK_DIKENAL)).alias("keterangan"),
        (nasional & pl.col("jenis").is_in(list(umpan_bertambah()))).alias("bertambah"),
        pl.when(nasional).then("jenis").otherwise("kunci").alias("bagian"),
    )
