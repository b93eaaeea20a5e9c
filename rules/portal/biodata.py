"""What the person says of themselves beside what the instansi says: the instansi's entry stands."""

import polars as pl

from rules.jabatan import jabatan_baku
from rules.ketentuan import Ketentuan
from rules.pembacaan.edisi import kosakata
from rules.portal_orang import AWALAN, KOLOM_BANTU_BIODATA
from rules.rule import Aturan, rule
from rules.siapa_berlaku import bidang_biodata
from rules.ungkapan import nama_banding, rapikan

BIDANG = bidang_biodata("INSTANSI")
# What is compared without regard to titles, punctuation, case.
BANDING = {
    "nama": nama_banding,
    "jenis_kelamin": lambda isi: rapikan(isi).replace(kosakata("jenis_kelamin").sinonim),
    "jabatan": jabatan_baku,
    "unit_kerja": jabatan_baku,
    "nomor_ijazah": jabatan_baku,
}


def _beda(kode: str, kolom: str) -> Aturan:
    bidang = BIDANG[kolom]
    utama = bidang.kolom_utama

    @rule(
        kode,
        nama=f"{bidang.sebutan} sama dengan isian orangnya di portal",
        dasar=("isian_portal_dibandingkan",),
        berat=bidang.temuan or "info",
        sasaran="biodata",
        kolom=utama,
        harapan=f"{{{AWALAN}{kolom}}} (menurut yang bersangkutan)",
        pesan=f'{bidang.sebutan} menurut instansi "{{{utama}}}", menurut yang bersangkutan di portal '
        f'"{{{AWALAN}{kolom}}}". Isian instansi yang berlaku; perbaiki bila yang bersangkutan benar.',
    )
    def sama(k: Ketentuan) -> pl.Expr:
        """Asked where both say something; who wins stands in siapa_berlaku.csv."""
        instansi, orang = _banding(utama, kolom), _banding(AWALAN + kolom, kolom)
        return (instansi == orang) if k.isian_portal_dibandingkan else pl.lit(True)

    return sama


def _banding(kolom: str, bidang: str) -> pl.Expr:
    if KOLOM_BANTU_BIODATA[AWALAN + bidang] == pl.Date():
        return pl.col(kolom)
    return BANDING.get(bidang, rapikan)(pl.col(kolom))


NAMA = _beda("O-NAMA", "nama")
TANGGAL_LAHIR = _beda("O-TANGGAL-LAHIR", "tanggal_lahir")
TEMPAT_LAHIR = _beda("O-TEMPAT-LAHIR", "tempat_lahir")
KELAMIN = _beda("O-KELAMIN", "jenis_kelamin")
PENDIDIKAN = _beda("O-PENDIDIKAN", "pendidikan")
NOMOR_IJAZAH = _beda("O-NOMOR-IJAZAH", "nomor_ijazah")
SEKOLAH = _beda("O-SEKOLAH", "sekolah")
TANGGAL_LULUS = _beda("O-TANGGAL-LULUS", "tanggal_lulus")
JABATAN = _beda("O-JABATAN", "jabatan")
UNIT = _beda("O-UNIT", "unit_kerja")
