"""How instansi lay out their workbooks: mostly the plain headings, some with their own."""

import polars as pl

from tasks.gateways.negara.buku_kerja import baris_xml
from tasks.gateways.negara.cacat import rusakkan_teks

JUDUL_UTAMA = {
    "nik": "NIK",
    "nama": "Nama Lengkap tanpa Gelar",
    "nomor_peserta_thk2": "No Peserta THK-II",
    "tanggal_lahir": "Tanggal Lahir",
    "tempat_lahir": "Tempat Lahir",
    "jenis_kelamin": "Jenis Kelamin",
    "pendidikan": "Pendidikan Terakhir",
    "nomor_ijazah": "Nomor Ijazah",
    "tanggal_lulus": "Tanggal Lulus",
    "sekolah": "Sekolah/Universitas",
    "file_ijazah": "File Ijazah",
    "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK",
    "tanggal_mulai": "Tanggal Mulai Kerja",
    "tanggal_akhir": "Tanggal Akhir Kerja",
    "pendidikan_sk": "Pendidikan (SK)",
    "jabatan": "Jabatan pada Pembayaran",
    "konversi_jabatan": "Konversi Jabatan ASN",
    "unit_kerja": "Unit Kerja",
    "jabatan_penandatangan": "Jabatan Penandatangan SK",
    "jenis_penandatangan": "Jenis Jabatan Penandatangan SK",
    "file_sk": "File SK",
    "file_bukti": "File Bukti Pembayaran",
}
JUDUL_RIWAYAT = {
    "nik": "NIK",
    "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK",
    "tanggal_awal": "Tanggal Awal",
    "tanggal_akhir": "Tanggal Akhir",
    "jabatan": "Jabatan",
    "pendidikan": "Pendidikan",
    "unit_kerja": "Unit Kerja",
    "jabatan_penandatangan": "Jabatan Penandatangan",
    "jenis_penandatangan": "Jenis Jabatan Penandatangan",
    "pembayaran": "Pembayaran Honorarium",
    "file_sk": "File SK",
    "file_bukti": "File Bukti Pembayaran",
}
JUDUL_HAPUS = {"nik": "NIK", "alasan": "Alasan"}
JUDUL_LAPOR = {
    "nomor_peserta": "No Peserta THK-II",
    "nik": "NIK",
    "nama": "Nama",
    "alasan": "Alasan",
    "kode_instansi_tujuan": "Kode Instansi Tujuan",
    "tanggal": "Tanggal",
    "keterangan": "Keterangan",
}
# Other headings for the same columns, all of them in reference_data/kolom/sinonim_judul.csv.
SINONIM = {
    "NIK": "Nomor Induk Kependudukan",
    "Nama Lengkap tanpa Gelar": "Nama Pegawai",
    "No Peserta THK-II": "No Peserta K2",
    "Tanggal Lahir": "Tgl Lahir",
    "Jenis Kelamin": "L/P",
    "Nomor SK": "No SK",
    "Tanggal SK": "Tgl SK",
    "Unit Kerja": "Satuan Kerja",
    "Pembayaran Honorarium": "Sumber Dana",
    "File Bukti Pembayaran": "Bukti Pembayaran",
}
BARIS_ATAS = ("PENDATAAN TENAGA NON ASN TAHUN 2022", "")
EPOK_EXCEL = pl.date(1899, 12, 30)


def baris_pertama(gaya: str) -> int:
    """Sheet row (from 1) of the first record."""
    return len(pembuka(gaya)) + 2


def pembuka(gaya: str) -> tuple[str, ...]:
    """Rows above the headings."""
    return BARIS_ATAS if gaya == "berjudul" else ()


def judul_gaya(judul: dict[str, str], gaya: str) -> list[str]:
    """Headings in the order and the words of this style."""
    kolom = _urutan(judul, gaya)
    return [SINONIM.get(judul[x], judul[x]) if gaya == "sinonim" else judul[x] for x in kolom]


def tulis_baris(
    judul: dict[str, str], isi: pl.DataFrame, gaya: pl.Series, nomor: pl.Series
) -> list[str]:
    """XML row of every record of `isi` (dates as pl.Date), each in the style of its instansi."""
    potong = []
    for satu in gaya.unique().sort().to_list():
        ini = gaya == satu
        baris = _satu_gaya(judul, isi.filter(ini), satu, nomor.filter(ini))
        potong.append(pl.DataFrame({"urut": ini.arg_true(), "baris": baris}))
    if not potong:
        return []
    return pl.concat(potong).sort("urut")["baris"].to_list()


def _urutan(judul: dict[str, str], gaya: str) -> list[str]:
    kolom = list(judul)
    if gaya != "sinonim":
        return kolom
    # Their own order: the last third of the columns first after the NIK.
    batas = len(kolom) * 2 // 3
    return [kolom[0], *kolom[batas:], *kolom[1:batas]]


def _satu_gaya(judul: dict[str, str], isi: pl.DataFrame, gaya: str, nomor: pl.Series) -> pl.Series:
    kolom = _urutan(judul, gaya)
    tanggal = [x for x in kolom if isi.schema[x] == pl.Date]
    teks = isi.select(kolom)
    if gaya == "tanggal_sel":
        teks = teks.with_columns((pl.col(tanggal) - EPOK_EXCEL).dt.total_days().cast(pl.String))
    else:
        teks = teks.with_columns(pl.col(x).dt.strftime("%d-%m-%Y") for x in tanggal)
    if "jenis" in isi.columns:
        teks = rusakkan_teks(teks, isi)
    if gaya == "kelamin_kata" and "jenis_kelamin" in kolom:
        teks = teks.with_columns(
            pl.col("jenis_kelamin").replace({"L": "Laki-laki", "P": "Perempuan"})
        )
    return baris_xml(teks, nomor, frozenset(tanggal) if gaya == "tanggal_sel" else frozenset())
