"""Content of the inspectors' workbook, and the columns of its sheets."""

from pydantic import AwareDatetime

from reports.sel import Kolom
from reports.unsur import Dokumen


class Kewajaran(Dokumen):
    """What the workbook says besides its rows: the moment of the data, people listed, how many have a
    finding or vanished, and how many rows are shown of the longer sheets."""

    keadaan: AwareDatetime
    daftar: int
    orang: int
    hilang: int
    orang_tampil: int
    hilang_tampil: int


ATURAN = (
    Kolom("kode_aturan", "Kode", 22),
    Kolom("nama", "Yang wajar", 40, "bungkus"),
    Kolom("orang", "Orang", 10, "angka"),
    Kolom("instansi", "Instansi", 10, "angka"),
    Kolom("bobot", "Bobot", 8, "nomor"),
    Kolom("alasan_bobot", "Alasan bobot", 40, "bungkus"),
    Kolom("cara", "Cara menilai", 70, "bungkus"),
    Kolom("dasar", "Ambang (asumsi)", 60, "bungkus"),
)
INSTANSI = (
    Kolom("peringkat", "Peringkat", 10, "nomor"),
    Kolom("kode_instansi", "Kode", 8),
    Kolom("nama", "Instansi", 40, "bungkus"),
    Kolom("daftar", "Dalam daftar", 12, "angka"),
    Kolom("orang", "Patut dilihat", 12, "angka"),
    Kolom("hilang", "Hilang", 10, "angka"),
    Kolom("skor", "Skor", 10, "angka"),
    Kolom("padat", "Skor per 100 orang", 12),
    Kolom("sebab", "Sebab terbesar (orang)", 60, "bungkus"),
)
ORANG = (
    Kolom("peringkat", "Peringkat", 10, "nomor"),
    Kolom("skor", "Skor", 8, "nomor"),
    Kolom("instansi", "Instansi", 34, "bungkus"),
    Kolom("nik_samar", "NIK disamarkan", 19),
    Kolom("nama", "Nama", 28),
    Kolom("jabatan", "Jabatan", 28, "bungkus"),
    Kolom("unit_kerja", "Unit kerja", 28, "bungkus"),
    Kolom("berkas", "Berkas", 24),
    Kolom("lembar", "Lembar", 13),
    Kolom("baris", "Baris", 8, "nomor"),
    Kolom("sebab", "Mengapa di sini (kode, bobot, kalimat)", 90, "bungkus"),
)
HILANG = (
    Kolom("instansi", "Instansi", 34, "bungkus"),
    Kolom("nik_samar", "NIK disamarkan", 19),
    Kolom("nama", "Nama", 28),
    Kolom("jabatan", "Jabatan dalam potret", 28, "bungkus"),
    Kolom("tahap_terakhir", "Potret terakhir", 18),
    Kolom("putusan", "Putusan ketika itu", 22),
    Kolom("terdaftar_di", "Kini didaftarkan oleh", 40, "bungkus"),
)
