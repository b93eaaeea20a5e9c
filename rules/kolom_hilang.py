"""A column that a whole sheet lacks is one remark about the file, not a finding about every person."""

from collections.abc import Iterable

import polars as pl

from rules.pembacaan.edisi import edisi
from rules.rule import Aturan

_KELOMPOK = "kelengkapan"
_BENTUK = "data_utama"


def missing_columns(berkas: pl.DataFrame, kolom_berkas: pl.DataFrame) -> pl.DataFrame:
    """id_berkas, lembar, kolom: what each sheet Data Utama of the deliveries in force does not have.

    `kolom_berkas` is the table of that name; `berkas` has id_berkas, sha256, status.
    """
    ada = kolom_berkas.filter(bentuk=_BENTUK)
    semua = pl.DataFrame({"kolom": [k.kolom for k in edisi()[_BENTUK]]})
    hilang = (
        ada.select("sha256", "lembar")
        .unique()
        .join(semua, how="cross")
        .join(ada, on=["sha256", "lembar", "kolom"], how="anti")
    )
    dipakai = berkas.filter(status="BERLAKU").select("id_berkas", "sha256")
    return dipakai.join(hilang, on="sha256").drop("sha256")


def tell_once(
    temuan: pl.DataFrame, tenaga: pl.LazyFrame, hilang: pl.DataFrame, aturan: Iterable[Aturan]
) -> pl.DataFrame:
    """`temuan` without those of completeness about a column that the person's sheet does not have."""
    kode = [satu.kode for satu in aturan if satu.kelompok == _KELOMPOK]
    if hilang.is_empty() or not kode:
        return temuan
    bernomor = temuan.with_row_index("urut")
    berulang = (
        bernomor.lazy()
        .filter(pl.col("kode_aturan").is_in(kode))
        .select("urut", "kolom", "id_tenaga")
        .join(tenaga.select("id_tenaga", "id_berkas", "lembar"), on="id_tenaga")
        .join(hilang.lazy(), on=["id_berkas", "lembar", "kolom"], how="semi")
        .select("urut")
        .collect()
    )
    return bernomor.join(berulang, on="urut", how="anti", maintain_order="left").drop("urut")
