"""What another law would change: the verdicts of a state of the nation beside those it has."""

from reports.simulasi.isi import RINCIAN, Simulasi
from reports.simulasi.teks import render_simulasi

__all__ = ["RINCIAN", "Simulasi", "render_simulasi"]
