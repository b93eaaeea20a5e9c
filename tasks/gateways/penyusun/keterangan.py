"""One sentence beside the state of a delivery, where the state alone does not say what to think of it."""

import polars as pl

_KEADAAN = {
    "DITAHAN": "Menunggu persetujuan BKN atas admin instansi; tersimpan, dan diambil dengan sendirinya sesudahnya.",
    "TERLAMBAT": "Datang sesudah batas; tersimpan, tetapi tidak dihitung.",
}
_HANYA_PENGHAPUSAN = (
    "Datang sesudah batas: hanya lembar Penghapusan yang dihitung, orang di dalamnya tidak."
)


def note(berkas: pl.DataFrame, ulang: pl.DataFrame) -> pl.DataFrame:
    """`berkas` with keterangan filled in; `ulang` (id_berkas, ulang) says what repeats itself."""
    bertanda = berkas.join(ulang, on="id_berkas", how="left", maintain_order="left")
    keadaan = pl.col("status").replace_strict(_KEADAAN, default=None, return_dtype=pl.String)
    hanya = pl.when(pl.col("hanya_penghapusan") & (pl.col("status") == "BERLAKU")).then(
        pl.lit(_HANYA_PENGHAPUSAN)
    )
    return bertanda.with_columns(
        pl.coalesce("keterangan", keadaan, hanya, "ulang").alias("keterangan")
    ).drop("ulang")
