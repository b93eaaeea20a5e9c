"""Content of the comparison workbooks, and the columns of their sheets."""

from pydantic import AwareDatetime

from reports.sel import Kolom
from reports.unsur import Dokumen, Instansi

PERUBAHAN = {"BARU": "baru", "HILANG": "hilang", "BERUBAH": "berubah", "SAMA": "tetap sama"}
SEBAB = {
    "ADUAN": "usulan, sanggahan atau pengaduan yang diterima",
    "PENGHAPUSAN": "lembar Penghapusan",
    "LAPOR THK-II": "LAPOR THK-II",
    "MENINGGAL": "meninggal menurut Dukcapil",
    "PEMBUKAAN KEMBALI": "kiriman sesudah finalisasi dibuka kembali dengan surat BKN",
    "PERPANJANGAN": "kiriman dalam perpanjangan waktu",
    "JAWABAN": "jawaban atas temuan",
    "PERBAIKAN": "kiriman perbaikan",
    "TANPA KETERANGAN": "tanpa keterangan",
}


class Pasangan(Dokumen):
    """The two potret: names and deadlines."""

    lama: str
    batas_lama: AwareDatetime
    baru: str
    batas_baru: AwareDatetime


class Perbandingan(Pasangan):
    """The same for one instansi."""

    instansi: Instansi


RINGKASAN = (
    Kolom("perubahan", "Perubahan", 14),
    Kolom("sebab", "Sebab", 46, "bungkus"),
    Kolom("orang", "Orang", 10, "angka"),
    Kolom("jabatan", "Di antaranya jabatannya berubah", 16, "angka"),
)
BARU = (
    Kolom("nik", "NIK", 19),
    Kolom("nama", "Nama", 28, "bungkus"),
    Kolom("jabatan", "Jabatan", 28, "bungkus"),
    Kolom("unit_kerja", "Unit kerja", 28, "bungkus"),
    Kolom("sebab", "Sebab", 30, "bungkus"),
    Kolom("keterangan", "Keterangan", 60, "bungkus"),
)
HILANG = BARU
BERUBAH = (
    Kolom("nik", "NIK", 19),
    Kolom("nama", "Nama", 28, "bungkus"),
    Kolom("judul", "Kolom", 26, "bungkus"),
    Kolom("lama", "Dahulu", 32, "bungkus"),
    Kolom("baru", "Kini", 32, "bungkus"),
    Kolom("tanda", "Jabatan berubah", 12),
    Kolom("sebab", "Sebab", 30, "bungkus"),
    Kolom("keterangan", "Keterangan", 60, "bungkus"),
)
INSTANSI = (
    Kolom("peringkat", "Peringkat", 10, "nomor"),
    Kolom("kode_instansi", "Kode", 8),
    Kolom("nama", "Instansi", 40, "bungkus"),
    Kolom("dahulu", "Dahulu", 11, "angka"),
    Kolom("kini", "Kini", 11, "angka"),
    Kolom("tumbuh", "Tumbuh", 10, "angka"),
    Kolom("tumbuh_persen", "Tumbuh (%)", 10),
    Kolom("masuk", "Baru", 10, "angka"),
    Kolom("hilang", "Hilang", 10, "angka"),
    Kolom("berubah", "Berubah", 10, "angka"),
    Kolom("jabatan", "Jabatan berubah", 10, "angka"),
    Kolom("aduan", "Karena aduan", 10, "angka"),
    Kolom("tanpa_keterangan", "Tanpa keterangan", 12, "angka"),
)
