"""Documents that rows name, as the index of the document store knows them."""

import polars as pl

DOKUMEN = {"ijazah": "file_ijazah", "sk": "file_sk", "bukti": "file_bukti"}
KOLOM_DOKUMEN: dict[str, pl.DataType] = {
    f"dokumen_{nama}_{isi}": tipe
    for nama in DOKUMEN
    for isi, tipe in (("ada", pl.Boolean()), ("ukuran", pl.Int64()), ("tipe", pl.String()))
}


def match_dokumen(tenaga: pl.LazyFrame, indeks: pl.LazyFrame) -> pl.LazyFrame:
    """KOLOM_DOKUMEN per id_tenaga, for the instansi that have an index.

    `tenaga`: id_tenaga, kode_instansi and the three file columns. `indeks`: kode_instansi, kunci,
    ukuran (bytes), tipe. Names agree whatever their folder and case.
    """
    simpan = (
        indeks.select(
            kunci=_kunci(pl.col("kunci").str.split("/").list.last()),
            ukuran=pl.col("ukuran").cast(pl.Int64),
            tipe=pl.col("tipe").str.to_lowercase().str.split("/").list.last(),
        )
        .group_by("kunci")
        .agg(pl.col("ukuran").max(), pl.col("tipe").min())
    )
    punya = indeks.select("kode_instansi").unique()
    hasil = tenaga.join(punya, on="kode_instansi", how="semi")
    for nama, kolom in DOKUMEN.items():
        hasil = hasil.with_columns(kunci=_kunci(pl.col(kolom))).join(
            simpan.select(
                "kunci",
                pl.lit(True).alias("ada"),
                pl.col("ukuran").alias(f"dokumen_{nama}_ukuran"),
                pl.col("tipe").alias(f"dokumen_{nama}_tipe"),
            ),
            on="kunci",
            how="left",
        )
        ada = pl.when(pl.col(kolom).is_not_null()).then(pl.col("ada").fill_null(False))
        hasil = hasil.with_columns(ada.alias(f"dokumen_{nama}_ada")).drop("ada")
    return hasil.select("id_tenaga", *KOLOM_DOKUMEN)


def _kunci(nama: pl.Expr) -> pl.Expr:
    """Join key of a document inside its instansi: two long texts as one integer."""
    teks = pl.concat_str("kode_instansi", nama.str.strip_chars().str.to_lowercase(), separator="/")
    return pl.when(teks.is_not_null()).then(teks.hash())
