"""What checkers of the instansi found, row by row of their workbook."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule
from rules.ungkapan import terbaca, terisi


@rule(
    "P-TIDAK-SESUAI",
    nama="Checker menyatakan data sesuai",
    dasar=("pemeriksaan_sesuai",),
    berat="periksa",
    sasaran="pemeriksaan",
    kolom="nik",
    nilai="catatan",
    harapan="hasil pemeriksaan {pemeriksaan_sesuai}",
    pesan="Checker menyatakan data orang ini {hasil}. Catatannya: {catatan}. Perbaiki datanya, lalu kirim "
    "hasil pemeriksaan yang baru.",
)
def sesuai(k: Ketentuan) -> pl.Expr:
    """Only the last verdict about somebody in the list; an earlier one is history."""
    dinilai = pl.col("berlaku") & pl.col("id_tenaga").is_not_null()
    return pl.when(dinilai).then(pl.col("hasil") == k.pemeriksaan_sesuai)


@rule(
    "P-DAFTAR",
    nama="Yang diperiksa ada dalam daftar",
    dasar=("pemeriksaan_sesuai",),
    berat="periksa",
    jawab=False,
    sasaran="pemeriksaan",
    kolom="nik",
    harapan="NIK dalam daftar instansi ini",
    pesan="Hasil pemeriksaan pada {tempat} tentang NIK yang tidak ada dalam daftar instansi ini. Perbaiki "
    "NIK-nya, atau daftarkan orangnya.",
)
def terdaftar(k: Ketentuan) -> pl.Expr:
    """Asked of instansi that have a list at all."""
    return pl.when(pl.col("ada_daftar") & pl.col("berlaku")).then(pl.col("id_tenaga").is_not_null())


def _wajib(kode: str, kolom: str, judul: str, harapan: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} pemeriksaan terbaca",
        dasar=("pemeriksaan_sesuai",),
        berat="periksa",
        jawab=False,
        sasaran="pemeriksaan",
        kolom=kolom,
        harapan=harapan,
        pesan=f"{judul} pada {{tempat}} kosong atau tidak terbaca, jadi hasil pemeriksaan itu belum dipakai. "
        f"Isi dengan {harapan}.",
    )
    def bisa_dipakai(k: Ketentuan) -> pl.Expr:
        """Without it the row says nothing about anybody."""
        return terisi(kolom) & terbaca(kolom)

    return bisa_dipakai


@rule(
    "P-WAKTU",
    nama="Waktu pemeriksaan terbaca",
    dasar=("pemeriksaan_sesuai", "bentuk_tanggal"),
    berat="periksa",
    jawab=False,
    sasaran="pemeriksaan",
    kolom="waktu_periksa",
    harapan="{bentuk_tanggal} jam:menit",
    pesan="Waktu pemeriksaan pada {tempat} tidak terbaca; waktu kirimannya yang dipakai. Isi dengan "
    "{bentuk_tanggal} jam:menit.",
)
def waktu(k: Ketentuan) -> pl.Expr:
    """An empty one is no defect: the delivery has a time of its own."""
    return terbaca("waktu_periksa")


NIK_TERBACA = _wajib("P-NIK", "nik", "NIK", "NIK 16 angka")
HASIL_TERBACA = _wajib("P-HASIL", "hasil", "Hasil", "SESUAI atau TIDAK SESUAI")
