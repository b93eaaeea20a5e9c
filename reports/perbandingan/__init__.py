"""What changed between two potret: a workbook per instansi with its people, one of the nation with counts."""

from reports.perbandingan.buku import render_nasional, render_perbandingan
from reports.perbandingan.isi import Pasangan, Perbandingan

__all__ = ["Pasangan", "Perbandingan", "render_nasional", "render_perbandingan"]
