"""The instansi of the census, from the shipped reference."""

import polars as pl

from rules.rujukan import rujukan


def read_instansi() -> pl.DataFrame:
    """Table instansi: one row per participant of the census of 2022, with its province's name."""
    provinsi = pl.read_csv(rujukan("wilayah_provinsi.csv"), infer_schema=False)
    semua = pl.read_csv(rujukan("instansi.csv"), infer_schema=False)
    peserta = semua.filter(pl.col("sensus_2022") == "1").with_columns(
        pl.col("kode_wilayah").str.slice(0, 2).alias("kode_provinsi"),
        pl.col("nama").str.strip_chars(),
    )
    nama_provinsi = provinsi.select(pl.col("kode").alias("kode_provinsi"), provinsi=pl.col("nama"))
    return (
        peserta.join(nama_provinsi, on="kode_provinsi", how="left")
        # The three provinces of July 2022 are younger than the edition of wilayah_provinsi.
        .with_columns(
            pl.coalesce(
                "provinsi",
                pl.when(kelompok="PROV").then(
                    pl.col("nama").str.strip_prefix("Pemerintah Provinsi ")
                ),
            )
        )
        .select("kode_instansi", "nama", "jenis", "kelompok", "kode_wilayah", "provinsi")
        .sort("kode_instansi")
    )


def scan_unit() -> pl.LazyFrame:
    """Units known to belong to an instansi of the census: unit_kerja as written, kode_instansi."""
    contoh = pl.read_csv(rujukan("unit_kerja_contoh.csv"), infer_schema=False)
    milik = contoh.join(
        read_instansi().select(pl.col("nama").alias("instansi"), "kode_instansi"), on="instansi"
    )
    unit = milik.unpivot(["opd", "sub_unit"], index="kode_instansi", value_name="unit_kerja")
    return unit.select("unit_kerja", "kode_instansi").drop_nulls().unique().lazy()
