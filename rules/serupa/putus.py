"""From levels to a class: weights added up, fences around what no sum may say."""

import polars as pl

from rules.serupa.pencocokan import Pagar, Pencocokan
from rules.serupa.tingkat import KOSONG, bandingkan

POTONGAN = 500_000


def nilai_pasangan(calon: pl.DataFrame, baris: pl.DataFrame, c: Pencocokan) -> pl.DataFrame:
    """Pairs (`id_a`, `id_b`) that are not BUKAN: with kelas, skor, and per comparison its level
    (`tingkat_<kolom>`). `baris` has id and every compared column."""
    return _per_potong(calon, baris, c, pl.col("kelas") != "BUKAN")


def cari_tentangan(calon: pl.DataFrame, baris: pl.DataFrame, c: Pencocokan) -> pl.DataFrame:
    """Those of the pairs that cannot be one person: behind a fence, or scoring below ambang_tentangan."""
    terpagar = (pl.col("kelas") == "BUKAN") & (pl.col("skor") >= c.ambang_mungkin)
    lain = _per_potong(calon, baris, c, terpagar | (pl.col("skor") < c.ambang_tentangan))
    return lain.select("id_a", "id_b")


def _per_potong(
    calon: pl.DataFrame, baris: pl.DataFrame, c: Pencocokan, ambil: pl.Expr
) -> pl.DataFrame:
    """Pairs are weighed a slice at a time, so that memory does not grow with their number."""
    kolom = [nama for satu in c.banding for nama in (satu.kolom, satu.ejaan) if nama]
    isi = baris.lazy().select("id", *dict.fromkeys(kolom))
    bagian = [
        _nilai(calon.slice(mulai, POTONGAN).lazy(), isi, c).filter(ambil)
        for mulai in range(0, max(calon.height, 1), POTONGAN)
    ]
    return pl.concat(bagian).sort("id_a", "id_b")


def _nilai(calon: pl.LazyFrame, isi: pl.LazyFrame, c: Pencocokan) -> pl.DataFrame:
    dua = (
        calon.join(isi, left_on="id_a", right_on="id")
        .join(isi, left_on="id_b", right_on="id", suffix="_dua")
        .collect()
    )
    tingkat = [
        bandingkan(dua, satu).rename({"tingkat": f"tingkat_{satu.kolom}"}) for satu in c.banding
    ]
    semua = pl.concat([dua.select("id_a", "id_b"), *tingkat], how="horizontal")
    return semua.with_columns(skor=_skor(c)).with_columns(kelas=_kelas(c))


def _skor(c: Pencocokan) -> pl.Expr:
    """Sum of the weights; a level the configuration does not name, and a missing value, weigh nothing."""
    bobot = [
        pl.col(f"tingkat_{satu.kolom}").replace_strict(
            {nama: t.bobot for nama, t in satu.tingkat.items()} | {KOSONG: 0.0},
            default=0.0,
            return_dtype=pl.Float64,
        )
        for satu in c.banding
    ]
    return pl.sum_horizontal(bobot).round(6)


def _kelas(c: Pencocokan) -> pl.Expr:
    skor = pl.col("skor")
    kelas = pl.when(skor >= c.ambang_sama).then(pl.lit("SAMA"))
    dasar = kelas.when(skor >= c.ambang_mungkin).then(pl.lit("MUNGKIN")).otherwise(pl.lit("BUKAN"))
    bukan = _dipagari([satu for satu in c.pagar if satu.paling_tinggi == "BUKAN"])
    mungkin = _dipagari([satu for satu in c.pagar if satu.paling_tinggi == "MUNGKIN"])
    return (
        pl.when(bukan)
        .then(pl.lit("BUKAN"))
        .when(mungkin & (dasar == "SAMA"))
        .then(pl.lit("MUNGKIN"))
        .otherwise(dasar)
    )


def _dipagari(pagar: list[Pagar]) -> pl.Expr:
    bila = [
        pl.all_horizontal(
            pl.col(f"tingkat_{kolom}").is_in(tingkat) for kolom, tingkat in satu.bila.items()
        )
        for satu in pagar
    ]
    return pl.any_horizontal(pl.lit(False), *bila)
