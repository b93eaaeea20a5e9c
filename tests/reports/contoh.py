"""Invented contents of documents; every test changes only what it is about."""

from datetime import date, datetime

import polars as pl

from reports.pengumuman import Pengumuman, Sanggah, read_kanal
from reports.tulisan import WIB
from reports.unsur import Dasar, Instansi, Kutipan, Potret

INSTANSI = Instansi(kode="7303", nama="Pemerintah Kab. Contoh & Uji", jenis="D")
POTRET = Potret(
    tahap="prafinalisasi",
    nama="Pra-finalisasi",
    batas=datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB),
    sidik="ab12" * 16,
)
DASAR = (
    Dasar(instrumen="Surat Contoh Nomor B/1", tentang="Pendataan", butir=("huruf d", "huruf e")),
    Dasar(instrumen="Surat Edaran Contoh Nomor B/2"),
)
DIAM = Kutipan(teks="dianggap dan dinyatakan tidak memiliki tenaga non-ASN", sumber="B/1 butir 4")
TANPA_SPTJM = Kutipan(teks="tidak akan dimasukkan dalam data dasar", sumber="B/2 butir 5")


def daftar(*orang: dict[str, str | None]) -> pl.DataFrame:
    """Rows of a potret; what a row leaves out is an ordinary teacher who meets the law."""
    biasa: dict[str, str | None] = {
        "nik": "3201010101900001",
        "nama": "SITI AMINAH",
        "kategori": "NON-ASN",
        "jabatan": "Guru Kelas",
        "unit_kerja": "SDN 1 Contoh",
        "keseluruhan": "M",
        "pengecualian_menurut": None,
    }
    return pl.DataFrame([biasa | satu for satu in orang], schema=dict.fromkeys(biasa, pl.String))


def pengumuman(jumlah: int, **lain: object) -> Pengumuman:
    """A uji publik announcement of INSTANSI."""
    isi: dict[str, object] = {
        "ragam": "prafinalisasi",
        "instansi": INSTANSI,
        "potret": POTRET,
        "dasar": DASAR,
        "jumlah": jumlah,
        "sanggah": Sanggah(
            mulai=date(2022, 10, 8),
            lama_hari=5,
            sampai=datetime(2022, 10, 22, 17, tzinfo=WIB),
            kanal=read_kanal(),
        ),
    }
    return Pengumuman.model_validate(isi | lain)
