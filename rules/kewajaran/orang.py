"""People who come late, or come back."""

import polars as pl

from rules.fakta import KATEGORI_THK2
from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "W-LONJAKAN",
    nama="Instansi tumbuh seperti yang lain sesudah potret pertama",
    dasar=("lonjakan_orang", "lonjakan_kelipatan"),
    berat="info",
    lingkup="nasional",
    sasaran="kewajaran",
    kolom="nik",
    nilai="lonjakan_jumlah",
    pesan="Didaftarkan sesudah potret pertama, bersama {lonjakan_jumlah} orang: daftar instansi ini tumbuh "
    "{lonjakan_persen}%, yang lain {lonjakan_persen_lain}%.",
)
def tanpa_lonjakan(k: Ketentuan) -> pl.Expr:
    """Each instansi against its own first potret and the growth of all others. Null before a potret, and for
    an instansi that had nobody in the first: it has nothing to be compared with."""
    wajar = pl.col("lonjakan_persen") < k.lonjakan_kelipatan * pl.col("lonjakan_persen_lain")
    return ~pl.col("lonjakan_baru") | (pl.col("lonjakan_jumlah") < k.lonjakan_orang) | wajar


@rule(
    "W-THK2-TIDUR",
    nama="THK-II terus bekerja",
    dasar=("thk2_tidur_bulan", "sk_berlaku_pada"),
    berat="info",
    sasaran="kewajaran",
    kolom="tanggal_mulai",
    nilai="jeda_sejak",
    pesan="THK-II dengan jeda {jeda_bulan} bulan sejak {jeda_sejak} menurut riwayat dan SK-nya sendiri.",
)
def thk2_terus_bekerja(k: Ketentuan) -> pl.Expr:
    """Who left and came back with the old number. Others are not asked; null where no dated riwayat or end
    of the SK tells of a gap."""
    return (pl.col("kategori") != KATEGORI_THK2) | (pl.col("jeda_bulan") <= k.thk2_tidur_bulan)
