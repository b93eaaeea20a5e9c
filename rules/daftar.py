"""Who is in an instansi's list: which deliveries count, and which of their rows."""

import polars as pl


def status_kiriman(kiriman: pl.DataFrame) -> pl.DataFrame:
    """Adds `status` and `keterangan` to one row per delivery.

    Needs id_berkas, bagian, waktu and the booleans diabaikan, ditahan, ditolak, terlambat,
    hanya_penghapusan, bertambah (feed whose deliveries add up). The first reason in that order wins; among the
    usable deliveries of one part (`bagian`) the last by (waktu, id_berkas) counts, the others are
    replaced. One of which only the sheet Penghapusan counts any more (hanya_penghapusan) replaces
    none but its like: the people of the part stand.
    """
    alasan = (
        pl.when("diabaikan").then(pl.lit("DIABAIKAN"))
        .when("ditahan").then(pl.lit("DITAHAN"))
        .when("ditolak").then(pl.lit("DITOLAK"))
        .when("terlambat").then(pl.lit("TERLAMBAT"))
    )  # fmt: skip
    dipakai = kiriman.with_columns(alasan.alias("status")).sort("waktu", "id_berkas")
    kunci = pl.when("bertambah").then(pl.col("id_berkas").cast(pl.String)).otherwise("bagian")
    sejenis = ("status", kunci, "hanya_penghapusan")
    terakhir = pl.col("id_berkas") == pl.col("id_berkas").last().over(sejenis)
    return dipakai.with_columns(
        pl.coalesce(
            "status", pl.when(terakhir).then(pl.lit("BERLAKU")).otherwise(pl.lit("DIGANTI"))
        ).alias("status")
    ).sort("id_berkas")


def status_baris(baris: pl.LazyFrame, penghapusan: pl.LazyFrame) -> pl.LazyFrame:
    """id_tenaga and status_baris for every row of the deliveries in force.

    `baris` has id_tenaga, kode_instansi, nik, waktu; `penghapusan` has kode_instansi, nik, waktu.
    DITARIK: withdrawn at or after the row's own delivery, so a later listing puts the person back.
    GANDA: another row of the same instansi with that NIK was delivered later (or stands higher in
    the same delivery). Rows without a readable NIK stay in the list: nobody falls out by a typo.
    """
    ditarik = (
        penghapusan.drop_nulls("nik")
        .group_by("kode_instansi", "nik")
        .agg(pl.col("waktu").max().alias("ditarik_pada"))
    )
    kunci = ["kode_instansi", "nik"]
    bertanda = baris.join(ditarik, on=kunci, how="left", maintain_order="left").with_columns(
        (pl.col("ditarik_pada") >= pl.col("waktu")).fill_null(False).alias("ditarik")
    )
    return bertanda.join(_baris_ganda(bertanda), on="id_tenaga", how="left").select(
        "id_tenaga",
        pl.when("ditarik").then(pl.lit("DITARIK"))
        .when(pl.col("ganda").fill_null(False)).then(pl.lit("GANDA"))
        .otherwise(pl.lit("DAFTAR")).alias("status_baris"),
    )  # fmt: skip


def _baris_ganda(bertanda: pl.LazyFrame) -> pl.LazyFrame:
    # Windows over 2.4 million groups are dear and repeated NIKs are few:
    # find those by one sort, then look only at them.
    calon = bertanda.filter(~pl.col("ditarik")).drop_nulls("nik")
    berulang = (
        calon.select(pl.col("nik").cast(pl.UInt64, strict=False).sort().alias("angka"))
        .filter(pl.col("angka") == pl.col("angka").shift())
        .unique()
    )
    sisa = calon.with_columns(pl.col("nik").cast(pl.UInt64, strict=False).alias("angka")).join(
        berulang, on="angka", how="semi"
    )
    return sisa.sort("waktu", "id_tenaga", descending=[True, False]).select(
        "id_tenaga",
        (pl.col("id_tenaga") != pl.col("id_tenaga").first().over("kode_instansi", "nik")).alias(
            "ganda"
        ),
    )
