"""Content and list put together into one page."""

import polars as pl

from reports.pengumuman.daftar import count_rekap, render_daftar
from reports.pengumuman.isi import Pengumuman
from reports.render import render
from reports.ungkapan_markah import insert_rows


def render_pengumuman(isi: Pengumuman, daftar: pl.DataFrame) -> bytes:
    """The announcement as UTF-8 HTML; `daftar` holds the potret's rows (columns of daftar.KOLOM).

    Raises ValueError when the list does not have as many people as the potret's manifest says, so
    that no page can disagree with the frozen data.
    """
    if daftar.height != isi.jumlah:
        raise ValueError(
            f"{isi.instansi.kode}: list has {daftar.height} rows, potret has {isi.jumlah}"
        )
    halaman = render("pengumuman/pengumuman.html.j2", isi, rekap=count_rekap(daftar))
    return insert_rows(halaman, render_daftar(daftar))
