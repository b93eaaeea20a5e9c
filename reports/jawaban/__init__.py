"""The answer to one delivery: the instansi's own rows, marked, to be mended and sent back as they are."""

from reports.jawaban.buku import render_jawaban
from reports.jawaban.isi import Jawaban, KolomAsal, LembarAsal, Toleransi

__all__ = ["Jawaban", "KolomAsal", "LembarAsal", "Toleransi", "render_jawaban"]
