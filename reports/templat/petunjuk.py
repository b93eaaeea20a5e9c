"""The sheet Petunjuk: what to do, how each column is filled, an example, and what is our reading.

No cell may equal a heading of a form, or the reader could take this sheet for one: columns are named
with their letter.
"""

from dataclasses import dataclass
from typing import Literal

from reports.templat.isi import Templat
from rules.pembacaan.edisi import Petunjuk, petunjuk
from rules.pembacaan.jenis import nama_bentuk

KEPALA = ("Kolom", "Wajib", "Cara mengisi", "Contoh (orang rekaan)", "Pilihan")
LEBAR = (32, 8, 64, 36, 26)


@dataclass(frozen=True)
class Baris:
    """One row of the sheet: its cells and how they look; a paragraph runs over all columns."""

    isi: tuple[str, ...]
    gaya: Literal["judul", "bagian", "kepala", "teks", "sel", "kosong"]


def baris_petunjuk(templat: Templat) -> list[Baris]:
    """The whole sheet, top to bottom."""
    atas = Baris((f"Templat impor pendataan tenaga non-ASN: {templat.instansi.nama}",), "judul")
    langkah = [Baris((satu,), "teks") for satu in (*_tentang(templat), *_langkah(templat))]
    tabel = [b for bentuk, kolom in petunjuk(templat.edisi).items() for b in _tabel(templat, bentuk, kolom)]  # fmt: skip
    return [atas, *langkah, *tabel, *_rujukan(templat)]


def _tentang(templat: Templat) -> tuple[str, ...]:
    return (
        f"Kode instansi {templat.instansi.kode}, edisi {templat.edisi}. Berkas ini hanya untuk instansi itu."
        + (f" {templat.tanda}" if templat.tanda else ""),
        "BKN tidak menerbitkan templat impor dan daftar kodenya. Judul kolom di sini mengikuti paparan BKN; "
        "yang bertanda (asumsi) adalah bacaan kami.",
    )


def _langkah(templat: Templat) -> tuple[str, ...]:
    return (
        "1. Isi Data Utama: satu baris untuk satu orang. Isi Data Riwayat: satu baris untuk satu masa kerja. "
        "Judul kolom biru tua wajib diisi.",
        "2. Penghapusan hanya untuk orang yang sudah pernah dikirim dan harus keluar dari daftar; biarkan "
        "kosong bila tidak ada.",
        "3. Jangan mengubah nama lembar dan judul kolom di baris pertama. Kolom tambahan milik Anda boleh "
        "di sebelah kanan.",
        "4. Tulis tanggal seperti 31-12-2020, lalu lihat apakah yang tampil tetap tanggal itu: pengaturan "
        "bahasa komputer dapat menukar hari dan bulan.",
        "5. Menyalin dari berkas lain: pakai Tempel Khusus, pilih Nilai, agar NIK tetap teks dan pilihan "
        "tidak hilang. NIK yang sudah menjadi angka (3,2E+15) harus diketik ulang.",
        "6. Sel dengan panah menyediakan pilihan. Pada daftar tertutup hanya pilihan itu yang terbaca; pada "
        "daftar terbuka Anda boleh mengetik nilai lain.",
        "7. Simpan sebagai .xlsx dan kirim ke "
        f"kotak-masuk/{templat.instansi.kode}/data-utama/. Nama berkas yang sama menggantikan kiriman "
        "sebelumnya; nama lain menambah bagian baru.",
        "8. Berkas ini memuat NIK dan data pribadi: simpan dan kirim hanya melalui jalur resmi.",
    )


def _tabel(templat: Templat, bentuk: str, kolom: tuple[Petunjuk, ...]) -> list[Baris]:
    wajib = templat.wajib.get(bentuk, ())
    return [
        Baris((), "kosong"),
        Baris((f"Lembar {nama_bentuk([bentuk])}",), "bagian"),
        Baris(KEPALA, "kepala"),
        *(
            Baris(_sel(satu, satu.kolom.wajib or satu.kolom.kolom in wajib), "sel")
            for satu in kolom
        ),
    ]


def _sel(satu: Petunjuk, wajib: bool) -> tuple[str, ...]:
    tanggal = " Bentuk tanggal dd-mm-yyyy." if satu.kolom.jenis == "tanggal" else ""
    sifat = "tertutup" if satu.kolom.tertutup else "terbuka"
    daftar = f"{satu.daftar}: {sifat}{' (asumsi)' if satu.asumsi else ''}" if satu.daftar else ""
    return (
        f"{satu.kolom.huruf}. {satu.kolom.judul}",
        "ya" if wajib else "",
        satu.petunjuk + tanggal,
        satu.contoh,
        daftar,
    )


def _rujukan(templat: Templat) -> list[Baris]:
    return [
        Baris((), "kosong"),
        Baris(("Lembar rujukan",), "bagian"),
        *(
            Baris((f"{d.nama}{' (asumsi)' if d.asumsi else ''}: {d.asal}",), "teks")
            for d in templat.daftar
        ),
    ]
