"""Who a proposal, objection or complaint is about, and where that person stands in lists and potret."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import nama_banding, nik_angka

if TYPE_CHECKING:
    from rules.kalender import Tahap

KUNCI = ["kode_instansi", "id"]
DI_SINI, DI_LAIN, TIDAK = "DI SINI", "INSTANSI LAIN", "TIDAK"
NIK, NAMA = "NIK", "NAMA"
_NOMOR = ["kode_instansi", "nik_angka"]
_SEBUTAN = ["kode_instansi", "banding"]


def match_orang(aduan: pl.DataFrame, daftar: pl.LazyFrame, milik: Sequence[str]) -> pl.DataFrame:
    """KUNCI, `milik` (columns of the list) and cara of every complaint that is about somebody in `daftar`.

    `aduan`: KUNCI, nik, nama. `daftar`: kode_instansi, nik, nama and `milik`. By the NIK within the
    instansi named; a complaint whose NIK is not there by its name, when only one bears it there.
    """
    dicari = aduan.with_columns(
        nik_angka=nik_angka(pl.col("nik")), banding=nama_banding(pl.col("nama"))
    ).drop("nik", "nama")
    setempat = daftar.join(dicari.lazy().select("kode_instansi"), on="kode_instansi", how="semi")
    nomor = _by_nik(dicari, setempat, milik)
    sisa = dicari.join(nomor, on=KUNCI, how="anti")
    return pl.concat([nomor, _by_nama(sisa, setempat, milik)])


def place_orang(aduan: pl.DataFrame, tenaga: pl.LazyFrame, instansi: pl.LazyFrame) -> pl.DataFrame:
    """`aduan` with id_tenaga, cara, terdaftar (DI_SINI, DI_LAIN, TIDAK) and, of a list elsewhere, only the
    names of the instansi (terdaftar_di). `tenaga`: rows of that table that stand in a list."""
    sendiri = match_orang(aduan, tenaga, ["id_tenaga", "nik"]).rename({"nik": "nik_orang"})
    lain = _elsewhere(aduan, tenaga, instansi)
    return (
        aduan.join(sendiri, on=KUNCI, how="left", maintain_order="left")
        .join(lain, on=KUNCI, how="left", maintain_order="left")
        .with_columns(
            terdaftar=pl.when(pl.col("cara").is_not_null())
            .then(pl.lit(DI_SINI))
            .when(pl.col("terdaftar_di").is_not_null())
            .then(pl.lit(DI_LAIN))
            .otherwise(pl.lit(TIDAK))
        )
    )


def place_potret(
    aduan: pl.DataFrame, potret: pl.LazyFrame | None, diumumkan: Sequence["Tahap"]
) -> pl.DataFrame:
    """KUNCI, tahap_potret, di_potret and nik_potret: whether the person stood in the announced list that
    the complaint speaks of, the youngest before it; of one that came earlier the first.

    `potret`: table potret_lalu; `diumumkan`: the announced tahap in it, by deadline. Null without any.
    """
    kosong = aduan.select(
        KUNCI, tahap_potret=pl.lit(None, pl.String), di_potret=pl.lit(None, pl.Boolean),
        nik_potret=pl.lit(None, pl.String),
    )  # fmt: skip
    if potret is None or not diumumkan:
        return kosong
    bertahap = aduan.with_columns(tahap_potret=_spoken_of(diumumkan))
    bagian = [
        _placed(isi, potret.filter(pl.col("tahap") == tahap))
        for (tahap,), isi in bertahap.group_by("tahap_potret", maintain_order=True)
    ]
    return pl.concat([kosong.clear(), *bagian])


def moment(saat: datetime | None) -> pl.Expr:
    """An aware moment as a literal in UTC, beside which columns in UTC can be laid; None is null."""
    utc = saat if saat is None else saat.astimezone(UTC)
    return pl.lit(utc, dtype=pl.Datetime("us", "UTC"))


def _placed(aduan: pl.DataFrame, daftar: pl.LazyFrame) -> pl.DataFrame:
    ada = match_orang(aduan, daftar.select("kode_instansi", "nik", "nama"), ["nik"])
    return aduan.join(
        ada.rename({"nik": "nik_potret"}), on=KUNCI, how="left", maintain_order="left"
    ).select(*KUNCI, "tahap_potret", pl.col("cara").is_not_null().alias("di_potret"), "nik_potret")


def _spoken_of(diumumkan: Sequence["Tahap"]) -> pl.Expr:
    pilihan = pl.lit(diumumkan[0].kode)
    for tahap in diumumkan[1:]:
        pilihan = (
            pl.when(pl.col("waktu").dt.convert_time_zone("UTC") > moment(tahap.batas))
            .then(pl.lit(tahap.kode))
            .otherwise(pilihan)
        )
    return pilihan


def _by_nik(dicari: pl.DataFrame, daftar: pl.LazyFrame, milik: Sequence[str]) -> pl.DataFrame:
    ada = (
        daftar.with_columns(nik_angka=nik_angka(pl.col("nik")))
        .join(dicari.lazy().select(_NOMOR).drop_nulls(), on=_NOMOR, how="semi")
        .select(*_NOMOR, *milik)
        .unique(_NOMOR, keep="first", maintain_order=True)
        .collect(engine="streaming")
    )
    kena = dicari.join(ada, on=_NOMOR, how="inner", maintain_order="left")
    return kena.select(*KUNCI, *milik, pl.lit(NIK).alias("cara"))


def _by_nama(sisa: pl.DataFrame, daftar: pl.LazyFrame, milik: Sequence[str]) -> pl.DataFrame:
    nama = sisa["banding"].drop_nulls().unique().to_list()
    dicari = pl.lit([satu for satu in nama if satu], dtype=pl.List(pl.String))
    # Titles are cut by patterns that are dear over a nation: whoever bears the name has its letters.
    huruf = pl.col("nama").str.to_uppercase().str.replace_all(r"[^\p{L}]", "")
    ada = (
        daftar.filter(huruf.str.contains_any(dicari))
        .with_columns(banding=nama_banding(pl.col("nama")))
        .join(sisa.lazy().select(_SEBUTAN), on=_SEBUTAN, how="semi")
        .group_by(_SEBUTAN)
        .agg(pl.col(milik).first(), banyak=pl.len())
        .filter(pl.col("banyak") == 1)
        .collect(engine="streaming")
    )
    kena = sisa.join(ada, on=_SEBUTAN, how="inner", maintain_order="left")
    return kena.select(*KUNCI, *milik, pl.lit(NAMA).alias("cara"))


def _elsewhere(aduan: pl.DataFrame, tenaga: pl.LazyFrame, instansi: pl.LazyFrame) -> pl.DataFrame:
    """KUNCI and the names of the other instansi that list the NIK."""
    dicari = aduan.select(*KUNCI, nik_angka=nik_angka(pl.col("nik"))).drop_nulls("nik_angka").lazy()
    ada = tenaga.select(di="kode_instansi", nik_angka=nik_angka(pl.col("nik")))
    return (
        ada.join(dicari, on="nik_angka")
        .filter(pl.col("di") != pl.col("kode_instansi"))
        .join(instansi.select("nama", di="kode_instansi"), on="di")
        .group_by(KUNCI)
        .agg(terdaftar_di=pl.col("nama").unique().sort().str.join("; "))
        .collect(engine="streaming")
    )
