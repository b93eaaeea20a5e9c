"""The answer to one delivery: the instansi's own rows, marked, to be mended and sent back as they are."""

from reports.jawaban.buku import render_jawaban
from reports.jawaban.isi import Jawaban, KolomAsal, LembarAsal, Toleransi
from reports.jawaban.tanda import mark_semua, no_marks

__all__ = [
    "Jawaban",
    "KolomAsal",
    "LembarAsal",
    "Toleransi",
    "mark_semua",
    "no_marks",
    "render_jawaban",
]
