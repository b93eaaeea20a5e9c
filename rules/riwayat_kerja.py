"""Riwayat rows as the law reads them: whose unit it is, whether the SK is Data Utama's, what counts."""

from typing import TYPE_CHECKING

import polars as pl

from rules.masa_kerja import dibayar_langsung
from rules.ungkapan import nomor_sk_baku, tak_terbaca, unit_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

ISI_RIWAYAT = (
    "nomor_sk", "tanggal_sk", "tanggal_awal", "tanggal_akhir", "jabatan", "pendidikan", "unit_kerja",
    "jabatan_penandatangan", "jenis_penandatangan", "pembayaran", "file_sk", "file_bukti",
)  # fmt: skip


def unit_tunggal(unit: pl.LazyFrame) -> pl.LazyFrame:
    """Units that only one instansi has: unit_kerja (normalised), kode_instansi.

    `unit`: unit_kerja as written, kode_instansi. A name that several instansi use proves nothing.
    """
    return (
        unit.select(unit_baku(pl.col("unit_kerja")), "kode_instansi")
        .drop_nulls()
        .unique()
        .group_by("unit_kerja")
        .agg(pl.len().alias("pemakai"), pl.col("kode_instansi").first())
        .filter(pl.col("pemakai") == 1)
        .select("unit_kerja", "kode_instansi")
    )


def kenali_unit(riwayat: pl.LazyFrame, unit_instansi: pl.LazyFrame | None) -> pl.LazyFrame:
    """Riwayat with unit_kode_instansi (null = not recognised) and asing (a unit of another instansi)."""
    if unit_instansi is None:
        dikenal = riwayat.with_columns(unit_kode_instansi=pl.lit(None, dtype=pl.String))
    else:
        # Few units, many rows: normalise each unit once.
        kamus = (
            riwayat.select("unit_kerja")
            .drop_nulls()
            .unique()
            .with_columns(baku=unit_baku(pl.col("unit_kerja")))
            .join(
                unit_instansi.select(
                    baku="unit_kerja", unit_kode_instansi=pl.col("kode_instansi").cast(pl.String)
                ),
                on="baku",
            )
            .select("unit_kerja", "unit_kode_instansi")
        )
        dikenal = riwayat.join(kamus, on="unit_kerja", how="left")
    asing = (pl.col("unit_kode_instansi") != pl.col("kode_instansi")).fill_null(False)
    return dikenal.with_columns(asing=asing)


def kenali_riwayat(
    riwayat: pl.LazyFrame, tenaga: pl.LazyFrame, unit_instansi: pl.LazyFrame | None, k: "Ketentuan"
) -> pl.LazyFrame:
    """Riwayat of the tenaga in the list, identical rows once, with what decides about each row.

    `tenaga` has instansi_jenis too. Result: id_tenaga, tanggal_awal, tanggal_akhir, tak_terbaca, pembayaran, pembayaran_gelap (filled
    but unreadable), asing, sk_sama (SK number of Data Utama), dihitung (null = pay unknown).
    """
    induk = tenaga.select(
        "id_tenaga",
        "instansi_jenis",
        nomor_utama=nomor_sk_baku(pl.col("nomor_sk")).hash(),
        ada_nomor=pl.col("nomor_sk").is_not_null(),
        ada_konversi=pl.col("konversi_jabatan").is_not_null(),
    )
    baris = kenali_unit(
        riwayat.filter(pl.col("id_tenaga").is_not_null())
        .with_columns(sidik=pl.struct(ISI_RIWAYAT).hash())
        .unique(["id_tenaga", "sidik"], keep="any"),
        unit_instansi,
    ).select(
        "id_tenaga",
        "tanggal_awal",
        "tanggal_akhir",
        "tak_terbaca",
        "pembayaran",
        "asing",
        pembayaran_gelap=pl.col("pembayaran").is_null() & tak_terbaca("pembayaran"),
        nomor=nomor_sk_baku(pl.col("nomor_sk")).hash(),
        bernomor=pl.col("nomor_sk").is_not_null(),
    )
    sama = (pl.col("nomor") == pl.col("nomor_utama")) & pl.col("bernomor") & pl.col("ada_nomor")
    asing = pl.col("asing") & (not k.riwayat_asing_dihitung)
    dihitung = pl.when(asing).then(False).otherwise(dibayar_langsung(k))
    return (
        baris.join(induk, on="id_tenaga")
        .with_columns(sk_sama=sama, dihitung=dihitung)
        .drop("nomor", "nomor_utama", "bernomor", "ada_nomor", "ada_konversi", "instansi_jenis")
    )


def rangkum_riwayat(riwayat: pl.LazyFrame) -> pl.LazyFrame:
    """Per tenaga with riwayat: jumlah_riwayat, bulan_riwayat_asing (rows of other instansi), akhir_riwayat.

    akhir_riwayat is the latest end in the own instansi, the far future where a row still runs.
    """
    masih = pl.col("tanggal_akhir").is_null() & ~tak_terbaca("tanggal_akhir")
    akhir = pl.when(masih & pl.col("tanggal_awal").is_not_null()).then(pl.date(9999, 12, 31))
    return riwayat.group_by("id_tenaga").agg(
        jumlah_riwayat=pl.len().cast(pl.Int32),
        bulan_riwayat_asing=pl.col("asing").sum().cast(pl.Int32),
        akhir_riwayat=akhir.otherwise("tanggal_akhir").filter(~pl.col("asing")).max(),
    )
