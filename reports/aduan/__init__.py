"""What the public proposed, objected to or complained of, as a workbook in which the instansi decides."""

from reports.aduan.buku import render_aduan
from reports.aduan.isi import BukuAduan

__all__ = ["BukuAduan", "render_aduan"]
