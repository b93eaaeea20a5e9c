"""What a letter says of a pair: why the two rows are taken for one person, and nothing of their data."""

import polars as pl

from rules.serupa.pencocokan import Banding, Pencocokan


def kalimat_pasangan(c: Pencocokan) -> pl.Expr:
    """The sentences of the levels, in the order of the configuration, as one text without a full stop.

    Needs tingkat_<kolom> and posisi_<kolom>. Only levels and places are told, never what is written.
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
    posisi = pl.col(f"posisi_{b.kolom}")
    teks = pl.col(f"tingkat_{b.kolom}").replace_strict(pola, default=None, return_dtype=pl.String)
    return (
        teks.str.replace("{posisi}", posisi.cast(pl.String).fill_null("?"), literal=True)
        .str.replace("{berikut}", (posisi + 1).cast(pl.String).fill_null("?"), literal=True)
    )  # fmt: skip
