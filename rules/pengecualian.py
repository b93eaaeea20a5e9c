"""Waivers: an approved leave that one rejecting rule does not count against somebody, for a time.

Data of BKN (feed pengecualian-disetujui), never law: scope, reason, who asked, who approved, until when.
"""

from collections.abc import Iterable
from datetime import date

import polars as pl

from rules.rule import Aturan
from rules.ungkapan import nik_angka

KOLOM_PENGECUALIAN: dict[str, pl.DataType] = {
    "pengecualian": pl.List(pl.String()),
    "pengecualian_menurut": pl.String(),
}
_ISIAN = (
    "nomor",
    "kode_aturan",
    "kode_instansi",
    "alasan",
    "pemohon",
    "penyetuju",
    "sejak",
    "sampai",
)


def judge_pengecualian(
    diterima: pl.DataFrame, aturan: Iterable[Aturan], hari: date
) -> pl.DataFrame:
    """Table pengecualian: every waiver delivered, whether it holds on `hari`, and if not why (sebab).

    One without an instansi would change the law for everybody, which only a law file may do; nobody
    approves what they asked for themselves.
    """
    memutus = [satu.kode for satu in aturan if satu.memutus]
    cacat = [
        pl.when(pl.col(nama).is_null()).then(pl.lit(f"kolom {nama} kosong")) for nama in _ISIAN
    ]
    sendiri = _person("pemohon") == _person("penyetuju")
    sebab = pl.coalesce(
        *cacat,
        pl.when(~pl.col("kode_aturan").is_in(memutus)).then(
            pl.lit("aturan tidak dikenal atau tidak menolak")
        ),
        pl.when(sendiri).then(pl.lit("pemohon dan penyetuju orang yang sama")),
        pl.when(pl.col("nik").is_not_null() & nik_angka(pl.col("nik")).is_null()).then(
            pl.lit("NIK bukan 16 angka")
        ),
        pl.when(pl.col("sampai") < pl.col("sejak")).then(pl.lit("sampai mendahului sejak")),
        pl.when(pl.col("sejak") > hari).then(pl.lit("belum mulai")),
        pl.when(pl.col("sampai") < hari).then(pl.lit("sudah berakhir")),
    )
    return (
        diterima.with_columns(sebab=sebab)
        .with_columns(berlaku=pl.col("sebab").is_null())
        .sort("nomor", "kode_aturan", "kode_instansi", "nik", nulls_last=True)
    )


def match_pengecualian(tenaga: pl.LazyFrame, berlaku: pl.LazyFrame) -> pl.LazyFrame:
    """id_tenaga and KOLOM_PENGECUALIAN of everybody whom a waiver in force reaches.

    `tenaga`: id_tenaga, kode_instansi, nik_angka; `berlaku`: rows of table pengecualian in force. A
    waiver with a NIK reaches that person in that instansi, one without everybody of it.
    """
    isi = berlaku.select(
        "kode_aturan", "kode_instansi", nik_angka=nik_angka(pl.col("nik")),
        menurut=pl.format(
            "{} menurut {} sampai {}", "kode_aturan", "nomor", pl.col("sampai").dt.strftime("%d-%m-%Y")
        ),
        seorang=pl.col("nik").is_not_null(),
    )  # fmt: skip
    kolom = ("id_tenaga", "kode_aturan", "menurut")
    seorang = tenaga.join(isi.filter("seorang"), on=["kode_instansi", "nik_angka"]).select(kolom)
    semua = tenaga.join(
        isi.filter(~pl.col("seorang")).drop("nik_angka"), on="kode_instansi"
    ).select(kolom)
    return (
        pl.concat([seorang, semua])
        .group_by("id_tenaga")
        .agg(
            pengecualian=pl.col("kode_aturan").unique().sort(),
            pengecualian_menurut=pl.col("menurut").unique().sort().str.join("; "),
        )
    )


def excuse(kode: str, ungkapan: pl.Expr, kolom: Iterable[str]) -> pl.Expr:
    """The verdict of rule `kode`, met where a waiver in force excuses the row; frames without
    waivers (`kolom` names their columns) keep it as it is."""
    return ungkapan | dikecualikan(kode) if "pengecualian" in kolom else ungkapan


def dikecualikan(kode: str) -> pl.Expr:
    """Whether a waiver in force says that rule `kode` does not count for the row; never null."""
    return pl.col("pengecualian").list.contains(kode).fill_null(False)


def _person(kolom: str) -> pl.Expr:
    return pl.col(kolom).str.to_uppercase().str.replace_all(r"[^A-Z0-9]", "")
