"""What an instansi decided about proposals and objections, row by row of its workbook."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule
from rules.ungkapan import terbaca, terisi


@rule(
    "A-TAK-DIKENAL",
    nama="Aduan yang diputus ada",
    dasar=("keputusan_aduan_kata",),
    berat="periksa",
    jawab=False,
    sasaran="keputusan_aduan",
    kolom="id_aduan",
    harapan="ID aduan yang diterima BKN",
    pesan="Keputusan pada {tempat} menyebut ID aduan {id_aduan}, yang tidak ada di antara aduan yang "
    "diterima. Perbaiki ID aduannya.",
)
def dikenal(k: Ketentuan) -> pl.Expr:
    """Null before any complaints were delivered: then nobody can tell."""
    return pl.when(pl.col("id_aduan").is_not_null()).then(pl.col("aduan_ada"))


@rule(
    "A-INSTANSI-LAIN",
    nama="Aduan yang diputus ditujukan ke instansi ini",
    dasar=("keputusan_aduan_kata",),
    berat="periksa",
    jawab=False,
    sasaran="keputusan_aduan",
    kolom="id_aduan",
    harapan="ID aduan tentang instansi ini",
    pesan="Keputusan pada {tempat} menyebut ID aduan {id_aduan}, yang tidak ditujukan ke instansi ini; "
    "keputusannya tidak dipakai. Perbaiki ID aduannya.",
)
def milik_sendiri(k: Ketentuan) -> pl.Expr:
    """Never says whose complaint it is."""
    return pl.when(pl.col("aduan_ada")).then(pl.col("aduan_milik"))


@rule(
    "A-KEPUTUSAN",
    nama="Keputusan aduan terbaca",
    dasar=("keputusan_aduan_kata",),
    berat="periksa",
    jawab=False,
    sasaran="keputusan_aduan",
    kolom="keputusan_aduan",
    harapan="{keputusan_aduan_kata}",
    pesan="Keputusan pada {tempat} kosong atau tidak terbaca, jadi aduannya masih terbuka. Isi dengan "
    "{keputusan_aduan_kata}.",
)
def terputus(k: Ketentuan) -> pl.Expr:
    """A complaint stays open until a decision can be read."""
    kata = pl.col("keputusan_aduan").is_in(list(k.keputusan_aduan_kata))
    return terisi("keputusan_aduan") & terbaca("keputusan_aduan") & kata


@rule(
    "A-WAKTU",
    nama="Waktu keputusan aduan terbaca",
    dasar=("keputusan_aduan_kata", "bentuk_tanggal"),
    berat="periksa",
    jawab=False,
    sasaran="keputusan_aduan",
    kolom="waktu_putus",
    harapan="{bentuk_tanggal} jam:menit",
    pesan="Waktu keputusan pada {tempat} tidak terbaca; waktu kirimannya yang dipakai. Isi dengan "
    "{bentuk_tanggal} jam:menit.",
)
def waktu(k: Ketentuan) -> pl.Expr:
    """An empty one is no defect: the delivery has a time of its own."""
    return terbaca("waktu_putus")
