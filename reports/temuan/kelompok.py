"""The workbooks of every sender, some instansi at a time."""

from collections.abc import Iterator
from datetime import datetime

import polars as pl

from reports.temuan.buku import BukuTemuan, render_buku
from reports.unsur import Instansi
from rules.batas_instansi import BatasInstansi

# Findings rendered at a time: enough to be quick, few enough that memory stays flat.
SEKALI = 100_000


def render_semua(
    pengirim: pl.DataFrame,
    temuan: pl.DataFrame,
    ganda: pl.DataFrame,
    neraca: pl.DataFrame,
    berkas: pl.DataFrame,
    keadaan: datetime,
    sampai: BatasInstansi | None = None,
    tanda: str | None = None,
) -> Iterator[tuple[str, bytes]]:
    """(kode_instansi, .xlsx) for every row of pengirim.sql, from the rows of the other queries.

    `sampai` is until when corrections count, of each instansi; `tanda` a warning on top.
    """
    batas = sampai or BatasInstansi()
    for bagian in _groups(pengirim, temuan):
        daftar = [
            BukuTemuan(
                instansi=Instansi(kode=kode, nama=nama, jenis=jenis),
                keadaan=keadaan,
                ditolak=ditolak,
                sampai=batas.bagi(kode, keadaan),
                tanda=tanda,
            )
            for kode, nama, jenis, ditolak, *_ in bagian.iter_rows()
        ]
        milik = bagian.select("kode_instansi")
        tabel = [
            isi.join(milik, on="kode_instansi", how="semi", maintain_order="left")
            for isi in (temuan, ganda, neraca, berkas)
        ]
        yield from render_buku(daftar, *tabel)


def _groups(pengirim: pl.DataFrame, temuan: pl.DataFrame) -> list[pl.DataFrame]:
    """The senders in stretches of about SEKALI findings."""
    banyak = temuan.group_by("kode_instansi").len("banyak")
    semua = pengirim.join(banyak, on="kode_instansi", how="left", maintain_order="left")
    kelompok = pl.col("banyak").fill_null(0).cum_sum() // SEKALI
    return semua.with_columns(kelompok.alias("kelompok")).partition_by(
        "kelompok", maintain_order=True
    )
