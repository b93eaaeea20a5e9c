"""National statistics: documented tables for dashboards, and the page that shows them."""

from reports.statistik.halaman import Statistik, render_statistik
from reports.statistik.tabel import KolomTabel, Tabel, load_tabel

__all__ = ["KolomTabel", "Statistik", "Tabel", "load_tabel", "render_statistik"]
