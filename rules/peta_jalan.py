"""Classes for the roadmap that the census serves, beside the verdict; one person may carry several."""

from typing import TYPE_CHECKING

import polars as pl

from rules.fakta import KATEGORI_THK2
from rules.jabatan_fakta import menurut_kata
from rules.ungkapan import nik_angka, unit_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

BLU = "BLU"
NIK_DALAM_NAMA = r"(?:^|[^0-9])([0-9]{16})(?:[^0-9]|$)"


def derive_peta_jalan(
    fakta: pl.LazyFrame, instansi: pl.LazyFrame, dokumen: pl.LazyFrame | None, k: "Ketentuan"
) -> pl.LazyFrame:
    """Table peta_jalan, one row per tenaga of the list.

    `fakta`: result of derive_fakta; `instansi`: that table; `dokumen`: table dokumen, None where nothing
    was delivered. Null means that nobody can say (kualifikasi) or that nothing says so (the others).
    """
    badan = _badan_unit(fakta, k)
    asal = instansi.select("kode_instansi", badan_instansi=_badan_instansi(k))
    baris = fakta.join(asal, on="kode_instansi", how="left", maintain_order="left").join(
        badan, on="unit_kerja", how="left", maintain_order="left"
    )
    return baris.join(
        _sertifikat(dokumen, k),
        on=["kode_instansi", "nik_angka"],
        how="left",
        maintain_order="left",
    ).select(
        "id_tenaga",
        badan_pasal_99=badan_pasal_99(k),
        alih_daya=alih_daya(k),
        thk2=pl.col("kategori") == KATEGORI_THK2,
        kualifikasi=kualifikasi(k),
        sertifikat=_sertifikat_sesuai(k),
        kebutuhan="kelompok_jabatan",
    )


def badan_pasal_99(k: "Ketentuan") -> pl.Expr:
    """Body of Pasal 99 ayat (1) that the person serves: by the pay of the SK, the instansi, the unit; null for
    another. Needs pembayaran_sk, badan_instansi, badan_unit."""
    blu = pl.when(pl.col("pembayaran_sk").is_in(list(k.pembayaran_blu))).then(pl.lit(BLU))
    return pl.coalesce(blu, "badan_instansi", "badan_unit")


def alih_daya(k: "Ketentuan") -> pl.Expr:
    """Class of posts that the law leaves to outsourcing, also of a title that only resembles one; null else."""
    kelas = pl.coalesce("kelas_dikecualikan", "kelas_mirip")
    return pl.when(kelas.is_in(list(k.kelas_alih_daya))).then(kelas)


def kualifikasi(k: "Ketentuan") -> pl.Expr:
    """Whether the degree reaches what the job group asks; null where its level is unknown. BKN's codes of
    levels are two digits that rise with the level."""
    minimum = pl.col("kelompok_jabatan").replace_strict(
        k.pendidikan_minimum_kelompok, default=None, return_dtype=pl.String
    )
    return pl.col("tingkat_pendidikan") >= minimum


def _badan_instansi(k: "Ketentuan") -> pl.Expr:
    return pl.col("kelompok").replace_strict(
        k.pasal_99_menurut_kelompok, default=None, return_dtype=pl.String
    )


def _badan_unit(fakta: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """unit_kerja as written, badan_unit: each distinct unit that names such a body."""
    unit = fakta.select("unit_kerja").drop_nulls().unique()
    return (
        unit.with_columns(baku=unit_baku(pl.col("unit_kerja")))
        .select("unit_kerja", badan_unit=menurut_kata(k.pasal_99_menurut_kata))
        .drop_nulls()
    )


def _sertifikat(dokumen: pl.LazyFrame | None, k: "Ketentuan") -> pl.LazyFrame:
    """kode_instansi, nik_angka and the kinds of certificate whose delivered file is named after that NIK."""
    kolom = {"kode_instansi": pl.String(), "nik_angka": pl.UInt64(), "punya": pl.List(pl.String)}
    if dokumen is None:
        return pl.LazyFrame(schema=kolom)
    jenis = pl.col("jenis_dokumen").is_in(list(k.sertifikat_kelompok.values()))
    return (
        dokumen.filter(jenis)
        .select(
            "kode_instansi",
            nik_angka=nik_angka(pl.col("nama").str.extract(NIK_DALAM_NAMA)),
            jenis="jenis_dokumen",
        )
        .drop_nulls()
        .group_by("kode_instansi", "nik_angka")
        .agg(punya=pl.col("jenis").unique().sort())
    )


def _sertifikat_sesuai(k: "Ketentuan") -> pl.Expr:
    """The certificate that the job group asks for, where the person has it; null else (it is voluntary)."""
    diminta = pl.col("kelompok_jabatan").replace_strict(
        k.sertifikat_kelompok, default=None, return_dtype=pl.String
    )
    return pl.when(pl.col("punya").list.contains(diminta)).then(diminta)
