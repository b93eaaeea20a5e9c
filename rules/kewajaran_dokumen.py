"""One document in the rows of several people, and people of whom nothing but the row is known."""

import polars as pl

from rules.berulang import rows_repeated
from rules.dokumen_fakta import isi_dokumen
from rules.ungkapan import nik_angka, nomor_sk_baku, unit_baku

KOLOM_DOKUMEN_SAMA: dict[str, pl.DataType] = {
    "berkas_sk_orang": pl.Int32(),
    "berkas_sk_nomor": pl.Int32(),
    "berkas_bukti_orang": pl.Int32(),
    "berkas_bukti_unit": pl.Int32(),
}
KOLOM_JEJAK: dict[str, pl.DataType] = {
    "akun_ada": pl.Boolean(), "konfirmasi_ada": pl.Boolean(), "bukti_ada": pl.Boolean(),
}  # fmt: skip


def tandai_dokumen_sama(
    tenaga: pl.LazyFrame, indeks: pl.LazyFrame | None, dikirim: pl.LazyFrame | None
) -> pl.LazyFrame:
    """KOLOM_DOKUMEN_SAMA per id_tenaga: how many people name its SK (proof of pay) and how many SK
    numbers (work units) they have; the same content anywhere, or the same file name in an instansi."""
    hasil = tenaga.select("id_tenaga")
    for dokumen, nama, beda in (
        ("sk", "nomor", nomor_sk_baku(pl.col("nomor_sk"))),
        ("bukti", "unit", unit_baku(pl.col("unit_kerja"))),
    ):
        baris = isi_dokumen(tenaga, f"file_{dokumen}", indeks, dikirim).select("id_tenaga", "kunci")
        beda_hash = tenaga.select("id_tenaga", beda=pl.when(beda.is_not_null()).then(beda.hash()))
        per = (
            rows_repeated(baris, "kunci")
            .join(beda_hash, on="id_tenaga")
            .group_by("kunci")
            .agg(
                pl.len().cast(pl.Int32).alias(f"berkas_{dokumen}_orang"),
                pl.col("beda")
                .drop_nulls()
                .n_unique()
                .cast(pl.Int32)
                .alias(f"berkas_{dokumen}_{nama}"),
            )
        )
        hasil = hasil.join(baris.join(per, on="kunci").drop("kunci"), on="id_tenaga", how="left")
    return hasil


def tandai_jejak(
    tenaga: pl.LazyFrame, akun: pl.LazyFrame | None, konfirmasi: pl.LazyFrame | None
) -> pl.LazyFrame:
    """KOLOM_JEJAK per id_tenaga (of tenaga with dokumen_bukti_ada): did the person ever show up in the
    portal, is there a proof of pay. Null where the feed never came or nobody can say."""
    tulis = pl.col("file_bukti").is_not_null() | pl.col("tak_terbaca").list.contains("file_bukti")
    hasil = tenaga.select(
        "id_tenaga",
        "kode_instansi",
        nik_angka=nik_angka(pl.col("nik")),
        # A name that no index contradicts counts as a proof: what we cannot see is not missing.
        bukti_ada=tulis & pl.col("dokumen_bukti_ada").fill_null(True),
    )
    for nama, umpan in (("akun_ada", akun), ("konfirmasi_ada", konfirmasi)):
        if umpan is None:
            hasil = hasil.with_columns(pl.lit(None, pl.Boolean).alias(nama))
            continue
        kunci = (
            umpan.select("kode_instansi", nik_angka=nik_angka(pl.col("nik"))).drop_nulls().unique()
        )
        hadir = kunci.with_columns(pl.lit(True).alias(nama))
        dikenal = pl.when(pl.col("nik_angka").is_not_null()).then(pl.col(nama).fill_null(False))
        hasil = hasil.join(hadir, on=["kode_instansi", "nik_angka"], how="left").with_columns(
            dikenal.alias(nama)
        )
    return hasil.select("id_tenaga", *KOLOM_JEJAK)
