"""The explanation as one page that can be printed, filed and read aloud."""

from reports.istilah import BERAT, KATEGORI, KRITERIA, STATUS_BARIS
from reports.penjelasan.bulan import KETERANGAN, PENDEK, rentetan, tahun_kerja, tulis_rentetan
from reports.penjelasan.isi import PUTUSAN, Bulan, Penjelasan
from reports.render import render
from reports.tulisan import BULAN

# What a month that does not count shows in its square; the words stand below and are read aloud.
TANDA = {
    "JEDA": "–",
    "SESUDAH_ACUAN": "→",
    "BELUM_TERBACA": "?",
    "BAYAR_BELUM_DIKETAHUI": "?",
}


def render_halaman(isi: Penjelasan) -> bytes:
    """The page as UTF-8 HTML: one file, no scripts, nothing from elsewhere."""
    istilah = {"berat": BERAT, "kategori": KATEGORI, "kriteria": KRITERIA, "status": STATUS_BARIS,
               "putusan": PUTUSAN, "bulan": PENDEK}  # fmt: skip
    kerja = {"tahun": tahun_kerja, "rentetan": rentetan, "tulis": tulis_rentetan, "tanda": _sign, "sebut": _spoken}  # fmt: skip
    return render("penjelasan/penjelasan.html.j2", isi, istilah=istilah, kerja=kerja).encode()


def _sign(bulan: Bulan) -> str:
    return "✓" if bulan.keadaan == "DIHITUNG" else TANDA.get(bulan.keadaan, "✗")


def _spoken(bulan: Bulan) -> str:
    """What a screen reader says of a square: 'Maret 2020: dihitung, periode 1'."""
    nomor = f", periode {', '.join(map(str, bulan.periode))}" if bulan.periode else ""
    return f"{BULAN[bulan.bulan - 1]} {bulan.tahun}: {KETERANGAN[bulan.keadaan]}{nomor}"
