"""One person, one registration, even where the NIK was written in two ways."""

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "G-SERUPA",
    nama="Tidak serupa dengan pendaftaran lain",
    dasar=("status_pendataan", "masih_aktif"),
    berat="periksa",
    lingkup="nasional",
    kolom="nik",
    nilai="serupa_tempat",
    harapan="satu pendaftaran per orang",
    pesan="Pendaftaran ini hampir pasti orang yang sama dengan {serupa_tempat}. Alasannya: {serupa_kalimat}. "
    "Bandingkan dengan KTP: perbaiki NIK yang keliru, atau cabut pendaftaran yang berlebih.",
)
def satu_pendaftaran(k: Ketentuan) -> pl.Expr:
    """Only pairs of class SAMA (reference_data/pencocokan.toml, our assumption) that no other rule of this
    group tells, or that a reviewer of BKN joined; a pair the reviewer told apart is never mentioned again.
    Missing fields make a pair less sure, never surer."""
    return pl.col("serupa_tempat").is_null()
