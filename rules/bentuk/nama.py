"""Form of the name: letters, and enough of them. Never a rejection."""

import re

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule


@rule(
    "B-NAMA-TANDA",
    nama="Nama hanya memuat huruf dan tanda yang wajar",
    dasar=("kolom_wajib", "nama_tanda"),
    berat="periksa",
    kolom="nama",
    harapan="huruf, spasi dan tanda {nama_tanda}",
    pesan='Nama "{nama}" memuat angka atau tanda yang tidak lazim dalam nama. Tulis seperti pada KTP.',
)
def tanda(k: Ketentuan) -> pl.Expr:
    """A digit or another sign is typed by mistake; an empty name is L-NAMA's."""
    boleh = re.escape(k.nama_tanda)
    return ~pl.col("nama").str.contains(rf"[^\p{{L}}\p{{M}}\s{boleh}]")


@rule(
    "B-NAMA-PENDEK",
    nama="Nama lebih dari satu huruf",
    dasar=("kolom_wajib", "nama_huruf_minimum"),
    berat="periksa",
    kolom="nama",
    harapan="paling sedikit {nama_huruf_minimum} huruf",
    pesan='Nama "{nama}" kurang dari {nama_huruf_minimum} huruf. Tulis nama lengkap seperti pada KTP; bila memang '
    "demikian, jawab benar.",
)
def pendek(k: Ketentuan) -> pl.Expr:
    """Asked only where Dukcapil does not already have another name for this NIK (D-NAMA says so then)."""
    huruf = pl.col("nama").str.count_matches(r"\p{L}")
    beda = (~pl.col("nama_dukcapil_sama")).fill_null(False)
    return pl.when(~beda).then(huruf >= k.nama_huruf_minimum)
