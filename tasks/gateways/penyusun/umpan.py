"""The national feeds in force, as tables of the working folder."""

import polars as pl

from tasks.gateways.simpanan import ARSIP, Simpanan
from tasks.gateways.susunan import Susunan
from tasks.gateways.umpan import scan_umpan, skema_umpan, umpan_bertambah


def latest_umpan(simpanan: Simpanan, berkas: pl.DataFrame, feed: str) -> pl.LazyFrame | None:
    """The rows of one feed: its last delivery, or all of them where they add up; None before the first.

    `berkas` needs kode_instansi, jenis, waktu, id_berkas, sha256, diabaikan, ditolak.
    """
    kiriman = berkas.filter(kode_instansi="bkn", jenis=feed, diabaikan=False, ditolak=False).sort(
        "waktu", "id_berkas"
    )
    if kiriman.is_empty():
        return None
    dipakai = kiriman if feed in umpan_bertambah() else kiriman.tail(1)
    return pl.concat(
        scan_umpan(simpanan.local_path(f"{ARSIP}{sidik}"), feed) for sidik in dipakai["sha256"]
    )


def rows_umpan(simpanan: Simpanan, berkas: pl.DataFrame, feed: str) -> pl.LazyFrame | None:
    """The same rows with their place: id_berkas, and baris as a CSV would count it."""
    semua = berkas.filter(kode_instansi="bkn", jenis=feed)
    bagian = [
        isi.with_row_index("baris", 2).with_columns(pl.lit(nomor, pl.Int32).alias("id_berkas"))
        for nomor in semua.sort("waktu", "id_berkas")["id_berkas"]
        if (isi := latest_umpan(simpanan, semua.filter(id_berkas=nomor), feed)) is not None
    ]
    return pl.concat(bagian) if bagian else None


def susun_umpan(simpanan: Simpanan, susunan: Susunan, berkas: pl.DataFrame) -> None:
    """Writes each delivered feed as the table of its name (thk2, dukcapil, portal_akun …)."""
    for feed in skema_umpan():
        isi = latest_umpan(simpanan, berkas, feed)
        if isi is not None:
            susunan.write(feed.replace("-", "_"), isi)
