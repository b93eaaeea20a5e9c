"""The decree: who signed it, when it was signed, whether it has run out."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule
from rules.ungkapan import tak_terbaca


@rule(
    "K-PENGANGKATAN",
    nama="Diangkat paling rendah oleh pimpinan unit kerja",
    dasar=("penandatangan_sah", "penandatangan_bertanda", "penandatangan_bertanda_diterima"),
    berat="tolak",
    kriteria="pengangkatan",
    kolom="jenis_penandatangan",
    harapan="{penandatangan_sah}; dengan catatan {penandatangan_bertanda}",
    pesan="SK ditandatangani {jenis_penandatangan}; pengangkatan paling rendah oleh pimpinan unit kerja. Cantumkan "
    "SK dari pejabat yang berwenang bila ada; perbaiki bila jenis jabatannya keliru.",
    pengubah="Yang diminta: SK pengangkatan yang ditandatangani {penandatangan_sah}, atau dengan catatan "
    "{penandatangan_bertanda}.",
    butuh=("jenis_penandatangan",),
)
def pengangkatan(k: Ketentuan) -> pl.Expr:
    """A commitment officer is never the staffing officer, although both are abbreviated PPK."""
    return pl.col("jenis_penandatangan").is_in(list(k.penandatangan_diterima))


@rule(
    "K-PENANDATANGAN-TANDA",
    nama="Penandatangan tidak dipersoalkan",
    dasar=("penandatangan_bertanda",),
    berat="periksa",
    kriteria="pengangkatan",
    kolom="jenis_penandatangan",
    harapan="{penandatangan_sah}",
    pesan="SK ditandatangani {jenis_penandatangan}; diterima, tetapi siapkan pelimpahan wewenang dari "
    "Pejabat Pembina Kepegawaian.",
)
def tanpa_tanda(k: Ketentuan) -> pl.Expr:
    """Heads of schools and puskesmas lead a unit, yet later audits contested their decrees. Where the law
    no longer accepts them, K-PENGANGKATAN has said it."""
    tanpa = ~pl.col("jenis_penandatangan").is_in(list(k.penandatangan_bertanda))
    return tanpa | (not k.penandatangan_bertanda_diterima)


@rule(
    "K-SK-TANGGAL",
    nama="SK tidak sesudah tanggal acuan",
    dasar=("sk_maksimum_tanggal",),
    berat="tolak",
    kriteria="sk_tanggal",
    kolom="tanggal_sk",
    harapan="paling akhir {sk_maksimum_tanggal}",
    pesan="Tanggal SK {tanggal_sk}; paling akhir {sk_maksimum_tanggal}. Cantumkan SK yang berlaku sampai tanggal itu, "
    "atau perbaiki tanggalnya bila keliru.",
    pengubah="Yang diminta: SK yang memang bertanggal paling akhir {sk_maksimum_tanggal}.",
    butuh=("tanggal_sk",),
)
def sk_tanggal(k: Ketentuan) -> pl.Expr:
    """Data Utama's SK is the proof of service; those of riwayat may be later."""
    return pl.col("tanggal_sk") <= k.sk_maksimum_tanggal


@rule(
    "K-SK-BERAKHIR",
    nama="SK atau riwayat masih berlaku",
    dasar=("sk_berlaku_pada", "sk_lewat_menolak"),
    berat="periksa",
    kriteria="aktif",
    kolom="tanggal_akhir",
    harapan="SK atau riwayat yang berlaku pada {sk_berlaku_pada} atau sesudahnya",
    pesan="SK berakhir {tanggal_akhir} dan tidak ada riwayat yang lebih baru; lengkapi riwayat atau "
    "perbaiki Tanggal Akhir Kerja bila masih bekerja.",
)
def sk_berlaku(k: Ketentuan) -> pl.Expr:
    """An expired decree alone is a warning; any later period of riwayat answers it."""
    berjalan = pl.col("tanggal_akhir").is_null() & ~tak_terbaca("tanggal_akhir")
    lanjut = (pl.col("akhir_riwayat") >= k.sk_berlaku_pada).fill_null(False)
    # A reversed period has its own finding, and its end proves nothing.
    terbalik = pl.col("tanggal_akhir") < pl.col("tanggal_mulai")
    akhir = pl.when(~terbalik.fill_null(False)).then("tanggal_akhir")
    return berjalan | lanjut | (akhir >= k.sk_berlaku_pada)
