"""Riwayat rows as the law reads them: whose unit it is, whether the SK is Data Utama's, what counts."""

from typing import TYPE_CHECKING

import polars as pl

from rules.masa_kerja import dibayar_langsung, rentang
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


def unit_terbukti(dikenal: pl.LazyFrame, tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """Units that are known to be one instansi's, unless another instansi declares people in them.

    `dikenal`: unit_kerja as written, kode_instansi; `tenaga`: the same two columns of the rows declared.
    """
    dinyatakan = tenaga.select("unit_kerja", "kode_instansi").unique()
    nama = dikenal.select(unit_baku(pl.col("unit_kerja")).alias("unit_kerja")).unique()
    return unit_tunggal(pl.concat([dikenal, dinyatakan])).join(nama, on="unit_kerja", how="semi")


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
    riwayat: pl.LazyFrame,
    tenaga: pl.LazyFrame,
    unit_instansi: pl.LazyFrame | None,
    k: "Ketentuan",
    bawa: tuple[str, ...] = (),
) -> pl.LazyFrame:
    """Riwayat of the tenaga in the list as tenure reads it: dates, integers and yes or no.

    `tenaga`: the table with instansi_jenis. Result: id_tenaga, sidik (same for identical rows),
    awal, akhir, terbaca, asing, dihitung (null = pay unknown), bayar_jabatan_asn, sk_bayar and
    sk_gelap (pay of the row with Data Utama's SK number; filled but unreadable), and the columns of
    riwayat named in `bawa`.
    """
    induk = tenaga.select(
        "id_tenaga",
        "instansi_jenis",
        nomor_utama=_sidik_sk(),
        ada_konversi=pl.col("konversi_jabatan").is_not_null(),
    )
    dibawa = [satu for satu in bawa if satu not in ("pembayaran", "asing")]
    baris = kenali_unit(riwayat.filter(pl.col("id_tenaga").is_not_null()), unit_instansi).select(
        "id_tenaga",
        "pembayaran",
        "asing",
        *dibawa,
        *rentang("tanggal_awal", k),
        sidik=pl.struct(ISI_RIWAYAT).hash(),
        nomor=_sidik_sk(),
        gelap=pl.col("pembayaran").is_null() & tak_terbaca("pembayaran"),
    )
    asing = pl.col("asing") & (not k.riwayat_asing_dihitung)
    sama = (pl.col("nomor") == pl.col("nomor_utama")).fill_null(False) & ~asing
    return baris.join(induk, on="id_tenaga").select(
        "id_tenaga",
        "sidik",
        "awal",
        "akhir",
        "terbaca",
        "asing",
        dihitung=pl.when(asing).then(False).otherwise(dibayar_langsung(k)),
        bayar_jabatan_asn=pl.col("pembayaran").is_in(list(k.pembayaran_jabatan_asn)),
        sk_bayar=pl.when(sama).then("pembayaran"),
        sk_gelap=sama & pl.col("gelap"),
        **{satu: pl.col(satu) for satu in bawa if satu != "asing"},
    )


def rangkum_riwayat(riwayat: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Per tenaga with riwayat: jumlah_riwayat, bulan_riwayat_asing (rows of other instansi), akhir_riwayat.

    akhir_riwayat is the latest end in the own instansi, the far future where a row still runs.
    """
    masih = pl.col("terbaca") & pl.col("akhir").is_null()
    akhir = pl.when(masih).then(pl.date(9999, 12, 31)).otherwise("akhir")
    sendiri = pl.when(~pl.col("asing"))
    ringkas = riwayat.select(
        "id_tenaga", "sidik", akhir=sendiri.then(akhir), sidik_asing=pl.when("asing").then("sidik")
    )
    # Identical rows state one thing once.
    jumlah = pl.col("sidik").n_unique() if k.riwayat_kembar_sekali else pl.col("sidik").len()
    return ringkas.group_by("id_tenaga").agg(
        jumlah_riwayat=jumlah.cast(pl.Int32),
        bulan_riwayat_asing=pl.col("sidik_asing").drop_nulls().n_unique().cast(pl.Int32),
        akhir_riwayat=pl.col("akhir").max(),
    )


def _sidik_sk() -> pl.Expr:
    """The normalised SK number as an integer key; null where there is no number."""
    nomor = nomor_sk_baku(pl.col("nomor_sk"))
    return pl.when(nomor.is_not_null()).then(nomor.hash())
