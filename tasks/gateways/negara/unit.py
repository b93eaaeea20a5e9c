"""Work units of an instansi: its own published ones, else the usual offices under its name."""

from functools import cache

import polars as pl

from rules.rujukan import rujukan
from tasks.gateways.negara.kosakata import Kolam, kolam
from tasks.gateways.negara.pengaturan import pengaturan

# How many of its published units an instansi uses beside the usual ones.
SENDIRI = 4


@cache
def kolam_unit() -> tuple[dict[str, int], Kolam]:
    """(instansi, kelompok) as list number 5 * index of instansi + kelompok; index by name."""
    instansi = pl.read_csv(rujukan("instansi.csv"), infer_schema=False).with_columns(
        pl.col("nama").str.strip_chars()
    )
    sendiri = dict(
        _contoh().group_by("instansi").agg(pl.col("opd").unique(maintain_order=True)).iter_rows()
    )
    p = pengaturan()
    nomor: dict[str, int] = {}
    daftar: list[list[str]] = []
    for nama, jenis in instansi.select("nama", "jenis").iter_rows():
        nomor[nama] = len(nomor)
        pendek = nama.removeprefix("Pemerintah ")
        for kelompok in p["terbit"]["kelompok"]:
            tetap = [x.format(n=pendek) for x in p["unit"][jenis][kelompok]]
            daftar.append(tetap + sendiri.get(nama, [])[:SENDIRI])
    return nomor, kolam(daftar)


@cache
def unit_khas() -> pl.DataFrame:
    """Units (opd, instansi) that only one instansi has, however they are spelled, and that its people use."""
    contoh = _contoh()
    nama = pl.concat([contoh.select("instansi", nama=x) for x in ("opd", "sub_unit")]).drop_nulls()
    sendiri = (
        nama.select("instansi", baku=_baku(pl.col("nama")))
        .unique()
        .filter(pl.len().over("baku") == 1)
        .select("baku")
    )
    dipakai = contoh.unique(["instansi", "opd"], maintain_order=True).filter(
        pl.int_range(pl.len()).over("instansi") < SENDIRI
    )
    return dipakai.filter(_baku(pl.col("opd")).is_in(sendiri["baku"].to_list())).select(
        "opd", "instansi"
    )


def _baku(nama: pl.Expr) -> pl.Expr:
    return nama.str.to_uppercase().str.replace_all(r"[^A-Z0-9]", "")


def _contoh() -> pl.DataFrame:
    return (
        pl.read_csv(rujukan("unit_kerja_contoh.csv"), infer_schema=False)
        .filter(pl.col("opd").str.contains(r"^[A-Za-z0-9 .,()-]+$"))
        .with_columns(pl.col("instansi").str.strip_chars(), pl.col("opd").str.strip_chars())
    )
