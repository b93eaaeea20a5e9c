"""The empty import workbook of one instansi, with its instructions and lists to choose from."""

from reports.templat.buku import render_templat
from reports.templat.isi import Daftar, Templat

__all__ = ["Daftar", "Templat", "render_templat"]
