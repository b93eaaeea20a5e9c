"""The uji publik announcement of one instansi, and the final one."""

from reports.pengumuman.daftar import KOLOM, count_rekap
from reports.pengumuman.isi import Kanal, Pengumuman, Sanggah, read_kanal
from reports.pengumuman.terbit import render_pengumuman

__all__ = [
    "KOLOM",
    "Kanal",
    "Pengumuman",
    "Sanggah",
    "count_rekap",
    "read_kanal",
    "render_pengumuman",
]
