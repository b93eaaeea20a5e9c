"""Numbers of decrees that cannot all come from one register."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "W-SK-NOMOR",
    nama="Satu nomor SK, satu tanggal dan satu penandatangan",
    dasar=("sk_nomor_ragam",),
    berat="info",
    sasaran="kewajaran",
    kolom="nomor_sk",
    pesan="Nomor SK {nomor_sk} dipakai {nomor_orang} orang dengan {nomor_tanggal} tanggal dan "
    "{nomor_penandatangan} jabatan penandatangan.",
)
def satu_nomor_satu_sk(k: Ketentuan) -> pl.Expr:
    """A collective SK is lawful: one number, many people, one date, one signer. Null where the number is
    missing; a date or signer that is missing is not counted as another one."""
    tunggal = pl.col("nomor_orang").is_null()
    satu = (pl.col("nomor_tanggal") <= k.sk_nomor_ragam) & (
        pl.col("nomor_penandatangan") <= k.sk_nomor_ragam
    )
    return pl.when(pl.col("nomor_sk").is_not_null()).then(tunggal | satu)


@rule(
    "W-SK-MASSAL",
    nama="SK kolektif sebesar wewenang penandatangannya",
    dasar=("sk_kolektif_orang", "sk_kolektif_orang_lain"),
    berat="info",
    sasaran="kewajaran",
    kolom="nomor_sk",
    pesan="Nomor SK {nomor_sk} memuat {nomor_orang} orang, ditandatangani {jenis_penandatangan}.",
)
def sk_kolektif_wajar(k: Ketentuan) -> pl.Expr:
    """A head of a school cannot employ hundreds; a bupati can. Null where number or signer is missing."""
    terbanyak = pl.col("jenis_penandatangan").replace_strict(
        k.sk_kolektif_orang, default=k.sk_kolektif_orang_lain, return_dtype=pl.Int32
    )
    ada = pl.col("nomor_sk").is_not_null() & pl.col("jenis_penandatangan").is_not_null()
    sendiri = pl.col("nomor_orang").is_null()
    return pl.when(ada).then(sendiri | (pl.col("nomor_orang") <= terbanyak))


@rule(
    "W-SK-URUT",
    nama="Nomor SK sejalan dengan tanggalnya",
    dasar=("sk_urut_nomor", "sk_urut_geser", "sk_urut_kacau"),
    berat="info",
    sasaran="kewajaran",
    kolom="nomor_sk",
    pesan="Nomor SK {nomor_sk} tidak sejalan dengan tanggalnya {tanggal_sk} di antara {urut_nomor} nomor "
    "instansi ini pada tahun itu.",
)
def nomor_sejalan(k: Ketentuan) -> pl.Expr:
    """An SK that was slipped in later has a number far from its neighbours of that date. Null where number
    or date is missing, the register is short, or so many numbers are out of step that the instansi
    keeps several registers."""
    dinilai = (pl.col("urut_nomor") >= k.sk_urut_nomor) & (pl.col("urut_kacau") <= k.sk_urut_kacau)
    return pl.when(dinilai).then(pl.col("urut_geser") <= k.sk_urut_geser)
