"""The findings of one instansi as a workbook that its admin works from."""

from reports.temuan.buku import BukuTemuan, render_buku
from reports.temuan.kelompok import render_semua
from reports.temuan.lembar import GANDA, NERACA, RINGKASAN, TEMUAN
from reports.temuan.mesin import render_mesin

__all__ = [
    "GANDA",
    "NERACA",
    "RINGKASAN",
    "TEMUAN",
    "BukuTemuan",
    "render_buku",
    "render_mesin",
    "render_semua",
]
