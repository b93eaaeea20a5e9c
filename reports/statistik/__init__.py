"""National statistics: documented tables for dashboards, and the page that shows them."""

from reports.statistik.halaman import Statistik, render_statistik
from reports.statistik.resmi import published_figures
from reports.statistik.tabel import KolomTabel, Tabel, dasbor_statements, load_tabel

__all__ = [
    "KolomTabel",
    "Statistik",
    "Tabel",
    "dasbor_statements",
    "load_tabel",
    "published_figures",
    "render_statistik",
]
