"""Cells that BKN's reference codes govern: is the degree, is the place of birth in the lists we have."""

from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from rules.rujukan import rujukan
from rules.ungkapan import jabatan_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

KOLOM_RUJUKAN: dict[str, pl.DataType] = {
    "pendidikan_dikenal": pl.Boolean(),
    "pendidikan_sk_dikenal": pl.Boolean(),
    "tempat_lahir_dikenal": pl.Boolean(),
    "tingkat_pendidikan": pl.String(),
}
# What stands before the name of a region in one list and not in another.
_SEBUTAN = r"^(?:KABUPATEN|KAB|KOTA ADM|KOTA ADMINISTRASI|KOTA|KECAMATAN|KEC|PROVINSI) "


def match_rujukan(tenaga: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """id_tenaga and KOLOM_RUJUKAN of every row (id_tenaga, pendidikan, pendidikan_sk, tempat_lahir).

    Null where the cell is empty. tingkat_pendidikan: BKN's code of the level, by the list of degrees,
    else by how the text begins; null where neither knows it. Each distinct text is looked up once.
    """
    pendidikan = _kamus(tenaga, ["pendidikan", "pendidikan_sk"]).select(
        "teks", dikenal=_ada("baku", _pendidikan()), tingkat=_tingkat(k)
    )
    tempat = _kamus(tenaga, ["tempat_lahir"]).select(
        "teks", dikenal=_ada(pl.col("baku").str.replace(_SEBUTAN, ""), _wilayah())
    )
    return (
        tenaga.join(pendidikan, left_on="pendidikan", right_on="teks", how="left")
        .join(pendidikan, left_on="pendidikan_sk", right_on="teks", how="left", suffix="_sk")
        .join(tempat, left_on="tempat_lahir", right_on="teks", how="left", suffix="_tempat")
        .select(
            "id_tenaga",
            pendidikan_dikenal="dikenal",
            pendidikan_sk_dikenal="dikenal_sk",
            tempat_lahir_dikenal="dikenal_tempat",
            tingkat_pendidikan="tingkat",
        )
    )


def _kamus(tenaga: pl.LazyFrame, kolom: list[str]) -> pl.LazyFrame:
    """Each distinct text of these columns: teks, baku."""
    teks = pl.concat([tenaga.select(teks=satu) for satu in kolom]).drop_nulls().unique()
    return teks.with_columns(baku=jabatan_baku(pl.col("teks")))


def _ada(teks: str | pl.Expr, daftar: dict[str, str]) -> pl.Expr:
    isi = pl.col(teks) if isinstance(teks, str) else teks
    return isi.is_in(list(daftar)).fill_null(False)


def _tingkat(k: "Ketentuan") -> pl.Expr:
    tepat = pl.col("baku").replace_strict(_pendidikan(), default=None, return_dtype=pl.String)
    # The longest beginning that fits wins: "S 1 PROFESI" is not "S".
    awal = [
        pl.when((pl.col("baku") == kata) | pl.col("baku").str.starts_with(f"{kata} ")).then(
            pl.lit(tingkat)
        )
        for kata, tingkat in sorted(
            k.tingkat_menurut_pola.items(), key=lambda satu: (-len(satu[0]), satu[0])
        )
    ]
    return pl.coalesce(tepat, *awal)


@cache
def _pendidikan() -> dict[str, str]:
    """Level by name and by code of every degree in BKN's list, and by the code of the level itself."""
    daftar = pl.read_csv(rujukan("pendidikan_bkn.csv"), infer_schema=False)
    nama = daftar.select(jabatan_baku(pl.col("nama")), "tingkat").drop_nulls()
    kode = daftar.select("kode", "tingkat").drop_nulls()
    tingkat = daftar.select("tingkat", sama="tingkat").drop_nulls().unique()
    return dict(nama.iter_rows()) | dict(kode.iter_rows()) | dict(tingkat.iter_rows())


@cache
def _wilayah() -> dict[str, str]:
    """Names of provinces, kabupaten/kota and kecamatan of every edition, without KAB. or KOTA, and their codes."""
    nik = pl.read_csv(rujukan("wilayah_kode_nik.csv"), infer_schema=False).select("kode", "nama")
    kini = pl.read_csv(rujukan("wilayah_kabkota.csv"), infer_schema=False).select("kode", "nama")
    kecamatan = pl.read_csv(rujukan("wilayah_kecamatan.csv"), infer_schema=False)
    semua = pl.concat([nik, kini, kecamatan.select("kode", "nama")]).drop_nulls()
    nama = semua.select(jabatan_baku(pl.col("nama")).str.replace(_SEBUTAN, ""), "kode")
    return dict(nama.drop_nulls().iter_rows()) | {kode: kode for (kode,) in semua.select("kode").iter_rows()}  # fmt: skip
