"""Dates of one life in their order: born, graduated, appointed, at work; none of them after today."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import Aturan, rule
from rules.ungkapan import usia_saat

LAHIR = pl.col("tanggal_lahir_dipakai")


def cukup_umur(k: Ketentuan) -> pl.Expr:
    """Whether the birth date itself is beyond question: an age below the limit is K-USIA-MIN's finding.
    Null without a birth date."""
    return pl.col("usia") >= k.usia_minimum


def usia_kerja(kolom: str, k: Ketentuan) -> pl.Expr:
    """Whether the person had reached working age on the date of `kolom`; null where a date is missing."""
    return usia_saat(LAHIR, pl.col(kolom)) >= k.usia_kerja_minimum


@rule(
    "B-LULUS-USIA",
    nama="Usia saat lulus wajar",
    dasar=("usia_lulus_minimum", "ijazah_wajib"),
    berat="periksa",
    jawab=False,
    kolom="tanggal_lulus",
    harapan="lulus pada usia {usia_lulus_minimum} tahun atau lebih",
    pesan="Tanggal Lulus {tanggal_lulus} mendahului usia {usia_lulus_minimum} tahun (lahir {tanggal_lahir_dipakai}). "
    "Bandingkan dengan ijazah dan KTP, lalu perbaiki yang keliru.",
)
def lulus_usia(k: Ketentuan) -> pl.Expr:
    """By the Dukcapil birth date where there is one; without birth or graduation date nobody can say."""
    return pl.when(cukup_umur(k)).then(
        usia_saat(LAHIR, pl.col("tanggal_lulus")) >= k.usia_lulus_minimum
    )


def _depan(kode: str, kolom: str, judul: str, dasar: str) -> Aturan:
    @rule(
        kode,
        nama=f"{judul} tidak sesudah hari pemeriksaan",
        dasar=(dasar,),
        berat="periksa",
        jawab=False,
        kolom=kolom,
        harapan="tanggal yang sudah lewat",
        pesan=f"{judul} {{{kolom}}} belum tiba pada hari pemeriksaan ini. Perbaiki tanggalnya.",
    )
    def sudah_lewat(k: Ketentuan) -> pl.Expr:
        """Against the day whose law judges the list; an empty date is the completeness rule's."""
        return pl.col(kolom) <= k.tanggal

    return sudah_lewat


LULUS_DEPAN = _depan("B-LULUS-DEPAN", "tanggal_lulus", "Tanggal Lulus", "ijazah_wajib")
MULAI_DEPAN = _depan("B-MULAI-DEPAN", "tanggal_mulai", "Tanggal Mulai Kerja", "masih_aktif")


def _dewasa(kode: str, kolom: str, judul: str, peristiwa: str) -> Aturan:
    @rule(
        kode,
        nama=f"Usia saat {peristiwa} wajar",
        dasar=("usia_kerja_minimum", "bentuk_tanggal"),
        berat="periksa",
        jawab=False,
        kolom=kolom,
        harapan=f"{peristiwa} pada usia {{usia_kerja_minimum}} tahun atau lebih",
        pesan=f"{judul} {{{kolom}}} mendahului usia {{usia_kerja_minimum}} tahun (lahir {{tanggal_lahir_dipakai}}). "
        "Bandingkan dengan SK dan KTP, lalu perbaiki yang keliru.",
    )
    def usia_wajar(k: Ketentuan) -> pl.Expr:
        """Silent where the age itself is in question, or where a date is missing."""
        return pl.when(cukup_umur(k)).then(usia_kerja(kolom, k))

    return usia_wajar


MULAI_USIA = _dewasa("B-MULAI-USIA", "tanggal_mulai", "Tanggal Mulai Kerja", "mulai bekerja")
SK_USIA = _dewasa("B-SK-USIA", "tanggal_sk", "Tanggal SK", "diangkat dengan SK")


@rule(
    "B-SK-MULAI",
    nama="SK tidak terbit lama sesudah mulai bekerja",
    dasar=("sk_mulai_jarak_maksimum", "bentuk_tanggal"),
    berat="periksa",
    kolom="tanggal_sk",
    harapan="paling lama {sk_mulai_jarak_maksimum} hari sesudah Tanggal Mulai Kerja",
    pesan="Tanggal SK {tanggal_sk} lebih dari {sk_mulai_jarak_maksimum} hari sesudah Tanggal Mulai Kerja "
    "{tanggal_mulai}. Tanggal Mulai Kerja menurut SK itu; masa kerja sebelumnya ditulis pada Data Riwayat.",
)
def sk_mulai(k: Ketentuan) -> pl.Expr:
    """Only where each date alone is plausible: a late SK and a start in childhood have rules of their own.
    Without one of the dates nobody can say."""
    jarak = (pl.col("tanggal_sk") - pl.col("tanggal_mulai")).dt.total_days()
    tepat = pl.col("tanggal_sk") <= k.sk_maksimum_tanggal
    dewasa = usia_kerja("tanggal_mulai", k).fill_null(True)
    return pl.when(tepat & dewasa).then(jarak <= k.sk_mulai_jarak_maksimum)


@rule(
    "B-SK-LULUS",
    nama="Pendidikan pada SK sudah lulus saat SK terbit",
    dasar=("ijazah_wajib", "kolom_wajib"),
    berat="periksa",
    kolom="tanggal_lulus",
    harapan="lulus paling lambat pada Tanggal SK",
    pesan="SK {tanggal_sk} menyebut pendidikan yang sama dengan pendidikan terakhir, padahal lulusnya "
    "{tanggal_lulus}. Perbaiki Tanggal Lulus, atau tulis pendidikan menurut SK itu.",
)
def sk_lulus(k: Ketentuan) -> pl.Expr:
    """A later degree than the SK's is legitimate; the same degree cannot have been earned after it. A
    graduation still to come is B-LULUS-DEPAN's, an SK in childhood B-SK-USIA's."""
    sama = pl.col("pendidikan") == pl.col("pendidikan_sk")
    tepat = (pl.col("tanggal_lulus") <= k.tanggal) & usia_kerja("tanggal_sk", k).fill_null(True)
    return pl.when(sama & tepat).then(pl.col("tanggal_lulus") <= pl.col("tanggal_sk"))
