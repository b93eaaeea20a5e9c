"""What a letter says of a pair: why the two rows are taken for one person, and nothing of their data."""

import polars as pl

from rules.serupa.pencocokan import Banding, Pencocokan


def kalimat_pasangan(c: Pencocokan) -> pl.Expr:
    """The sentences of the levels, in the order of the configuration, as one text without a full stop.

    Needs tingkat_<kolom>. Only levels are told, never what is written nor where it differs.
    """
    bagian = [_kalimat(satu) for satu in c.banding]
    teks = pl.concat_list(bagian).list.drop_nulls().list.join(", ")
    return pl.concat_str(teks.str.slice(0, 1).str.to_uppercase(), teks.str.slice(1))


def tingkat_pasangan(c: Pencocokan) -> pl.Expr:
    """The levels as one text for a reviewer: nik=TUKAR nama_rapi=SAMA …"""
    return pl.concat_str(
        [pl.format(f"{satu.kolom}={{}}", pl.col(f"tingkat_{satu.kolom}")) for satu in c.banding],
        separator=" ",
    )


def _kalimat(b: Banding) -> pl.Expr:
    pola = {nama: satu.kalimat for nama, satu in b.tingkat.items() if satu.kalimat}
    return pl.col(f"tingkat_{b.kolom}").replace_strict(pola, default=None, return_dtype=pl.String)
