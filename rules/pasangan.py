"""Registered twice: rows that share a NIK or a THK-II number, by windows over integer keys."""

import polars as pl

from rules.ungkapan import nik_angka, nomor_thk2_baku

DALAM, LINTAS, NOMOR = "NIK_DALAM_INSTANSI", "NIK_LINTAS_INSTANSI", "NOMOR_THK2"
# Names no other instansi: a sentence must not end in an empty place.
TIDAK_ADA = "tidak ada"


def match_ganda(tenaga: pl.LazyFrame) -> pl.DataFrame:
    """Table ganda from the rows of table tenaga (withdrawn ones never count).

    One case per NIK inside an instansi, per NIK in several lists, per THK-II number with several
    NIKs. id_kasus follows kind, key and instansi, so the order of rows never changes it.
    """
    hidup = tenaga.filter(pl.col("status_baris") != "DITARIK").select(
        "id_tenaga",
        "kode_instansi",
        daftar=pl.col("status_baris") == "DAFTAR",
        nik=nik_angka(pl.col("nik")),
        nomor=nomor_thk2_baku(pl.col("nomor_peserta_thk2")),
    )
    daftar = hidup.filter("daftar")
    kasus = pl.concat(
        [
            _dalam_instansi(hidup).select(*_baris(DALAM, pl.col("nik").cast(pl.String))),
            _lintas_instansi(daftar).select(*_baris(LINTAS, pl.col("nik").cast(pl.String))),
            _nomor_thk2(daftar).select(*_baris(NOMOR, pl.col("nomor"))),
        ]
    )
    # Only a case inside one instansi is told apart by the instansi.
    kunci = pl.struct(
        "jenis", "kunci", pl.when(pl.col("jenis") == DALAM).then("kode_instansi").alias("di")
    )
    return (
        kasus.with_columns(id_kasus=kunci.rank("dense").cast(pl.Int32))
        .select("id_kasus", "jenis", "id_tenaga", "kode_instansi")
        .sort("id_kasus", "kode_instansi", "id_tenaga")
        .collect()
    )


def tandai_ganda(tenaga: pl.LazyFrame, instansi: pl.LazyFrame) -> pl.LazyFrame:
    """What the rules about duplicates show, one row per tenaga of the list that is in a case.

    `tenaga`: id_tenaga, kode_instansi, nik (UInt64), nomor (THK-II). Result: id_tenaga,
    nik_instansi_lain, nomor_instansi_lain (names of the other instansi, never of people; "tidak ada"
    when one instansi alone uses the number), nomor_jumlah_nik.
    """
    nama = instansi.select("kode_instansi", nama_instansi="nama")
    lintas = _instansi_lain(_lintas_instansi(tenaga), "nik", nama, "nik_instansi_lain")
    nomor = _nomor_thk2(tenaga)
    lain = _instansi_lain(nomor, "nomor", nama, "nomor_instansi_lain")
    jumlah = nomor.select("id_tenaga", nomor_jumlah_nik="jumlah_nik")
    bernomor = jumlah.join(lain, on="id_tenaga", how="left").with_columns(
        pl.col("nomor_instansi_lain").fill_null(TIDAK_ADA)
    )
    return lintas.join(bernomor, on="id_tenaga", how="full", coalesce=True)


def baris_ganda(tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """The GANDA rows of table tenaga with tempat_daftar: sheet and row that hold the NIK in the list."""
    terdaftar = tenaga.filter(pl.col("status_baris") == "DAFTAR").select(
        "kode_instansi",
        "nik",
        tempat_daftar=pl.format("baris {} lembar {}", pl.col("baris"), pl.col("lembar")),
    )
    return tenaga.filter(pl.col("status_baris") == "GANDA").join(
        terdaftar.drop_nulls("nik"), on=["kode_instansi", "nik"], how="left"
    )


def _dalam_instansi(hidup: pl.LazyFrame) -> pl.LazyFrame:
    return hidup.drop_nulls("nik").filter(pl.len().over("nik", "kode_instansi") > 1)


def _lintas_instansi(daftar: pl.LazyFrame) -> pl.LazyFrame:
    """Rows whose NIK stands in the lists of at least two instansi."""
    terulang = daftar.drop_nulls("nik").filter(pl.len().over("nik") > 1)
    return terulang.filter(pl.col("kode_instansi").n_unique().over("nik") > 1)


def _nomor_thk2(daftar: pl.LazyFrame) -> pl.LazyFrame:
    """Rows whose THK-II number stands beside at least two different NIKs, with jumlah_nik."""
    return (
        daftar.drop_nulls(["nomor", "nik"])
        .with_columns(jumlah_nik=pl.col("nik").n_unique().over("nomor").cast(pl.Int32))
        .filter(pl.col("jumlah_nik") > 1)
    )


def _instansi_lain(baris: pl.LazyFrame, kunci: str, nama: pl.LazyFrame, kolom: str) -> pl.LazyFrame:
    sisi = baris.select("id_tenaga", "kode_instansi", kunci)
    lain = sisi.select(kunci, kode_lain="kode_instansi").unique()
    return (
        sisi.join(lain, on=kunci)
        .filter(pl.col("kode_lain") != pl.col("kode_instansi"))
        .join(nama, left_on="kode_lain", right_on="kode_instansi", how="left")
        .group_by("id_tenaga")
        .agg(pl.coalesce("nama_instansi", "kode_lain").sort().str.join(", ").alias(kolom))
    )


def _baris(jenis: str, kunci: pl.Expr) -> list[pl.Expr]:
    return [
        pl.lit(jenis).alias("jenis"),
        kunci.alias("kunci"),
        pl.col("id_tenaga"),
        pl.col("kode_instansi"),
    ]
