"""One card per person, written columnwise."""

from functools import cache

import polars as pl

from reports.baris_json import add_objek, objek_json
from reports.istilah import KRITERIA
from reports.kartu.isi import Kartu
from reports.penjelasan.isi import PUTUSAN

# Columns of the frozen list that the card shows elsewhere, or not at all beside the proof's own line.
_DI_TEMPAT_LAIN = "^(kode_instansi|bulan_kerja|pengecualian_menurut|(putusan|lanjutan|peta)_.*)$"
_TENTANG = pl.exclude(_DI_TEMPAT_LAIN)
_KESELURUHAN = pl.col("putusan_keseluruhan")


def render_kartu(
    isi: Kartu, daftar: pl.DataFrame, riwayat: pl.DataFrame, alasan: pl.DataFrame, bukti: pl.Series
) -> pl.Series:
    """One line of JSON per person, in the order of `daftar` (frozen rows of one instansi).

    `riwayat` are frozen rows of that instansi, `alasan` its findings that reject (nik, kode_aturan,
    pesan), `bukti` the proof of each row of `daftar` as JSON. People are found in them by NIK: who has
    none has neither.
    """
    tentang = {"riwayat": _TENTANG.exclude("nik"), "alasan": pl.col("kode_aturan", "pesan")}
    lengkap, nik = daftar.with_columns(bukti.alias("bukti")), daftar.select("nik")
    for (nama, isinya), tabel in zip(tentang.items(), (riwayat, alasan), strict=True):
        milik = _gather(tabel, nik, pl.struct(isinya).alias(nama))
        lengkap = lengkap.join(milik, on="nik", how="left", maintain_order="left")
    kartu = objek_json(_shared(isi), _person(), _list("riwayat"), _months(isi), _verdicts())
    return lengkap.select(kartu=add_objek(kartu, "bukti", pl.col("bukti"))).to_series()


def _gather(tabel: pl.DataFrame, nik: pl.DataFrame, baris: pl.Expr) -> pl.DataFrame:
    """nik, and the list of that person's rows in their order, each once; only of these people."""
    return (
        tabel.join(nik, on="nik", how="semi", maintain_order="left")
        .select("nik", baris)
        .unique(maintain_order=True)
        .group_by("nik", maintain_order=True)
        .agg(pl.all())
    )


def _shared(isi: Kartu) -> dict[str, object]:
    bersama = {"tanda", "instansi", "potret", "sptjm"}
    return {"bentuk": isi.bentuk} | isi.model_dump(mode="json", include=bersama)


@cache
def _person() -> pl.Expr:
    return pl.struct(_TENTANG.exclude("bukti", "riwayat", "alasan")).alias("orang")


def _list(nama: str) -> pl.Expr:
    return pl.col(nama).fill_null([])


def _months(isi: Kartu) -> pl.Expr:
    return pl.struct(
        pl.col("bulan_kerja").alias("bulan"),
        pl.lit(isi.minimum).alias("minimum"),
        pl.lit(isi.acuan).alias("acuan"),
    ).alias("masa_kerja")


@cache
def _verdicts() -> pl.Expr:
    """The verdict overall, what decided it, each criterion, and what the rules that reject say."""
    penentu = [
        pl.when((pl.col(f"putusan_{kode}") == _KESELURUHAN) & (_KESELURUHAN != "M")).then(pl.lit(nama))
        for kode, nama in KRITERIA.items()
    ]  # fmt: skip
    return pl.struct(
        _KESELURUHAN.replace_strict(PUTUSAN, default=None).alias("keseluruhan"),
        pl.concat_list(penentu).list.drop_nulls().alias("karena"),
        pl.struct(_criterion(kode) for kode in KRITERIA).alias("kriteria"),
        _list("alasan"),
        pl.col("pengecualian_menurut").alias("pengecualian"),
    ).alias("putusan")


def _criterion(kode: str) -> pl.Expr:
    putusan = pl.col(f"putusan_{kode}").replace_strict(PUTUSAN, default=None)
    return pl.struct(
        pl.lit(KRITERIA[kode]).alias("nama"), putusan.str.to_lowercase().alias("putusan")
    ).alias(kode)
