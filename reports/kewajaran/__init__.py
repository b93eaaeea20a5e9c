"""What BKN's inspectors should look at first, as one workbook of theirs; no instansi receives it."""

from reports.kewajaran.buku import render_kewajaran
from reports.kewajaran.isi import Kewajaran

__all__ = ["Kewajaran", "render_kewajaran"]
