"""Diploma and the documents that rows name: present, of the allowed type and size."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule

SEBUTAN = {"ijazah": "ijazah", "sk": "SK", "bukti": "bukti pembayaran"}


@rule(
    "K-IJAZAH",
    nama="Ijazah ada",
    dasar=("ijazah_wajib", "ijazah_tanpa_keterangan_menolak"),
    berat="tolak",
    kriteria="pendidikan",
    kolom="nomor_ijazah",
    harapan="nomor atau berkas ijazah",
    pesan="Tidak ada keterangan ijazah: Nomor Ijazah dan File Ijazah kosong. Isi salah satunya, lebih baik "
    "keduanya.",
    pengubah="Yang diminta: ijazah atau bukti lulus, tercatat di Nomor Ijazah atau File Ijazah.",
    butuh=("nomor_ijazah", "file_ijazah"),
)
def ijazah(k: Ketentuan) -> pl.Expr:
    """The one gap that rejects: neither number nor file."""
    ada = pl.col("nomor_ijazah").is_not_null() | pl.col("file_ijazah").is_not_null()
    return ada | (not k.ijazah_tanpa_keterangan_menolak)


def _ada(kode: str, nama: str) -> Aturan:
    @rule(
        kode,
        nama=f"Berkas {SEBUTAN[nama]} ada di penyimpanan",
        dasar=("kolom_wajib",),
        berat="periksa",
        kolom=f"file_{nama}",
        harapan="berkas yang diunggah dengan nama yang sama",
        pesan=f'Berkas {SEBUTAN[nama]} "{{file_{nama}}}" tidak ditemukan di penyimpanan dokumen. '
        "Unggah berkas itu, atau perbaiki namanya.",
    )
    def ada(k: Ketentuan) -> pl.Expr:
        """Asked only of instansi whose documents are indexed."""
        return pl.col(f"dokumen_{nama}_ada")

    return ada


def _ukuran(kode: str, nama: str) -> Aturan:
    batas = "ijazah_ukuran_maksimum" if nama == "ijazah" else "dokumen_ukuran_maksimum"
    lantai = "ijazah_ukuran_minimum" if nama == "ijazah" else None
    harapan = f"paling besar {{{batas}}} byte" + (
        f", paling kecil {{{lantai}}} byte" if lantai else ""
    )

    @rule(
        kode,
        nama=f"Ukuran berkas {SEBUTAN[nama]} sesuai",
        dasar=(batas, lantai) if lantai else (batas,),
        berat="periksa",
        kolom=f"file_{nama}",
        nilai=f"{{dokumen_{nama}_ukuran}} byte",
        harapan=harapan,
        pesan=f"Ukuran berkas {SEBUTAN[nama]} {{dokumen_{nama}_ukuran}} byte; {harapan}. Pindai "
        "ulang atau perkecil, lalu unggah lagi.",
    )
    def ukuran(k: Ketentuan) -> pl.Expr:
        """Size as the index of the document store gives it."""
        nilai = pl.col(f"dokumen_{nama}_ukuran")
        return nilai.is_between(getattr(k, lantai) if lantai else 0, getattr(k, batas))

    return ukuran


def _tipe(kode: str, nama: str) -> Aturan:
    @rule(
        kode,
        nama=f"Jenis berkas {SEBUTAN[nama]} diterima",
        dasar=("dokumen_tipe",),
        berat="periksa",
        kolom=f"file_{nama}",
        nilai=f"dokumen_{nama}_tipe",
        harapan="{dokumen_tipe}",
        pesan=f"Jenis berkas {SEBUTAN[nama]} {{dokumen_{nama}_tipe}}; yang diterima {{dokumen_tipe}}. "
        "Unggah lagi dalam salah satu jenis itu.",
    )
    def tipe(k: Ketentuan) -> pl.Expr:
        """Type as the index gives it, not as the file name claims."""
        return pl.col(f"dokumen_{nama}_tipe").is_in(list(k.dokumen_tipe))

    return tipe


IJAZAH_ADA = _ada("K-DOKUMEN-IJAZAH", "ijazah")
SK_ADA = _ada("K-DOKUMEN-SK", "sk")
BUKTI_ADA = _ada("K-DOKUMEN-BUKTI", "bukti")
IJAZAH_UKURAN = _ukuran("K-DOKUMEN-IJAZAH-UKURAN", "ijazah")
SK_UKURAN = _ukuran("K-DOKUMEN-SK-UKURAN", "sk")
BUKTI_UKURAN = _ukuran("K-DOKUMEN-BUKTI-UKURAN", "bukti")
IJAZAH_TIPE = _tipe("K-DOKUMEN-IJAZAH-TIPE", "ijazah")
SK_TIPE = _tipe("K-DOKUMEN-SK-TIPE", "sk")
BUKTI_TIPE = _tipe("K-DOKUMEN-BUKTI-TIPE", "bukti")
