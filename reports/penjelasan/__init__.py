"""Why the verdict on one person is what it is, as text, JSON and a page."""

from reports.penjelasan.bulan import KETERANGAN, bulan_from
from reports.penjelasan.catatan import catatan_from
from reports.penjelasan.halaman import render_halaman
from reports.penjelasan.hukum import klausul_from
from reports.penjelasan.isi import (
    AturanDinilai,
    Bulan,
    Catatan,
    KasusGanda,
    Klausul,
    KriteriaDinilai,
    Letak,
    MasaKerja,
    Nilai,
    Pendaftaran,
    Penjelasan,
    Periode,
    Pihak,
    TemuanLain,
)
from reports.penjelasan.teks import render_penjelasan

__all__ = [
    "KETERANGAN",
    "AturanDinilai",
    "Bulan",
    "Catatan",
    "KasusGanda",
    "Klausul",
    "KriteriaDinilai",
    "Letak",
    "MasaKerja",
    "Nilai",
    "Pendaftaran",
    "Penjelasan",
    "Periode",
    "Pihak",
    "TemuanLain",
    "bulan_from",
    "catatan_from",
    "klausul_from",
    "render_halaman",
    "render_penjelasan",
]
