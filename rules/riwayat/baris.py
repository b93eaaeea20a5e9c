"""Rows of Data Riwayat: readable, complete where tenure depends on it, of the own instansi."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule
from rules.ungkapan import terbaca, terisi


@rule(
    "R-JUMLAH",
    nama="Jumlah riwayat tidak melebihi batas",
    dasar=("riwayat_maksimum", "riwayat_kembar_sekali", "riwayat_lebih_dihitung"),
    berat="periksa",
    kolom="nik",
    nilai="{jumlah_riwayat} baris",
    harapan="paling banyak {riwayat_maksimum} baris",
    pesan="Ada {jumlah_riwayat} baris riwayat berbeda; paling banyak {riwayat_maksimum}. Sisakan yang terakhir.",
)
def jumlah(k: Ketentuan) -> pl.Expr:
    """Identical rows count once; the months of a sixth row still count."""
    return pl.col("jumlah_riwayat") <= k.riwayat_maksimum


@rule(
    "R-INSTANSI-LAIN",
    nama="Riwayat dari instansi sendiri",
    dasar=("hanya_instansi_sendiri", "riwayat_asing_dihitung"),
    berat="periksa",
    sasaran="riwayat",
    kolom="unit_kerja",
    harapan="unit kerja instansi ini",
    pesan='Unit kerja "{unit_kerja}" dikenali milik {unit_instansi_lain}; bulan baris ini tidak '
    "dihitung. Perbaiki unit kerjanya bila keliru, atau hapus baris ini.",
)
def instansi_sendiri(k: Ketentuan) -> pl.Expr:
    """The sheet has no instansi column, so only a unit that one instansi alone has can tell."""
    return ~pl.col("asing")


@rule(
    "R-TANGGAL-URUT",
    nama="Tanggal akhir riwayat tidak mendahului tanggal awal",
    dasar=("bentuk_tanggal",),
    berat="periksa",
    jawab=False,
    sasaran="riwayat",
    kolom="tanggal_akhir",
    harapan="sama dengan atau sesudah Tanggal Awal",
    pesan="Tanggal Akhir {tanggal_akhir} mendahului Tanggal Awal {tanggal_awal}, jadi masa kerja baris ini "
    "belum dapat dihitung. Perbaiki tanggal yang keliru.",
)
def urut(k: Ketentuan) -> pl.Expr:
    """A reversed period is left out of the months until it is corrected."""
    return pl.col("tanggal_akhir") >= pl.col("tanggal_awal")


@rule(
    "R-JABATAN",
    nama="Jabatan lama bukan jabatan yang dikecualikan",
    dasar=("jabatan_dikecualikan", "jabatan_mirip_menolak"),
    berat="periksa",
    sasaran="riwayat",
    kolom="jabatan",
    harapan="jabatan di luar daftar yang dikecualikan",
    pesan='Jabatan "{jabatan}" pada riwayat dikecualikan dari pendataan (kelas {riwayat_kelas}), sedangkan '
    "jabatan sekarang tidak; pastikan tugasnya yang sebenarnya.",
)
def jabatan_lama(k: Ketentuan) -> pl.Expr:
    """Titles that changed name before the census; an excluded present title is K-JABATAN's."""
    return pl.col("riwayat_kelas").is_null()


def _terbaca(kode: str, kolom: str, judul: str, harapan: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} riwayat terbaca",
        dasar=("bentuk_tanggal", "kolom_riwayat_wajib"),
        berat="periksa",
        jawab=False,
        sasaran="riwayat",
        kolom=kolom,
        harapan=harapan,
        pesan=f"{judul} pada riwayat tidak terbaca. Isi dengan {harapan}.",
    )
    def bisa_dibaca(k: Ketentuan) -> pl.Expr:
        """The cell is filled, but cannot be read without guessing."""
        return terbaca(kolom)

    return bisa_dibaca


def _wajib(kode: str, kolom: str, judul: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} riwayat terisi",
        dasar=("kolom_riwayat_wajib",),
        berat="periksa",
        jawab=False,
        sasaran="riwayat",
        kolom=kolom,
        harapan="terisi",
        pesan=f"{judul} pada riwayat kosong, jadi masa kerja baris ini belum dapat dihitung. Isi menurut "
        "SK-nya.",
    )
    def wajib(k: Ketentuan) -> pl.Expr:
        """Only the columns that tenure hangs on; unreadable is not empty."""
        return terisi(kolom) if kolom in k.kolom_riwayat_wajib else pl.lit(True)

    return wajib


TANGGAL_AWAL = _terbaca("R-TANGGAL-AWAL", "tanggal_awal", "Tanggal Awal", "{bentuk_tanggal}")
TANGGAL_AKHIR = _terbaca("R-TANGGAL-AKHIR", "tanggal_akhir", "Tanggal Akhir", "{bentuk_tanggal}")
TANGGAL_SK = _terbaca("R-TANGGAL-SK", "tanggal_sk", "Tanggal SK", "{bentuk_tanggal}")
KODE_PEMBAYARAN = _terbaca(
    "R-KODE-PEMBAYARAN",
    "pembayaran",
    "Pembayaran Honorarium",
    "{pembayaran_langsung}, {pembayaran_jabatan_asn}, {pembayaran_blu}, {pembayaran_pengadaan}, "
    "KOMITE atau LAINNYA",
)
AWAL_ADA = _wajib("R-AWAL-KOSONG", "tanggal_awal", "Tanggal Awal")
PEMBAYARAN_ADA = _wajib("R-PEMBAYARAN-KOSONG", "pembayaran", "Pembayaran Honorarium")
