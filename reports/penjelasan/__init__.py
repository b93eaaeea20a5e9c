"""Why the verdict on one person is what it is."""

from reports.penjelasan.isi import (
    AturanDinilai,
    KriteriaDinilai,
    Nilai,
    Pendaftaran,
    Penjelasan,
    Periode,
    TemuanLain,
)
from reports.penjelasan.teks import render_penjelasan

__all__ = [
    "AturanDinilai",
    "KriteriaDinilai",
    "Nilai",
    "Pendaftaran",
    "Penjelasan",
    "Periode",
    "TemuanLain",
    "render_penjelasan",
]
