"""Pairs joined to people: connected components, and what stops a chain from gluing strangers."""

import polars as pl

ID, KELOMPOK = "id", "kelompok"


def gabungkan(
    id_semua: pl.Series,
    otomatis: pl.DataFrame,
    putus: pl.DataFrame,
    bertentangan: pl.DataFrame,
    terbesar: int,
) -> pl.DataFrame:
    """One row per id: `kelompok`, the smallest id of its people, and `rantai` (see below).

    `otomatis`: pairs the engine is sure of; `putus`: pairs a reviewer joined; `bertentangan`: pairs that
    are known to be different people. Frames with id_a, id_b; MUNGKIN pairs are never given.

    A component that holds a contradicting pair, or more than `terbesar` rows, is not believed as a whole:
    of its links only the reviewer's remain (`rantai` is true), and none at all if even these contradict.
    Doubt never glues.
    """
    tepi = pl.concat([otomatis, putus])
    pertama = komponen(id_semua, tepi)
    ragu = _diragukan(pertama, bertentangan, terbesar)
    tersisa = pl.concat([_di_luar(otomatis, ragu), putus])
    kedua = komponen(id_semua, tersisa)
    lawan = _diragukan(kedua, bertentangan, len(id_semua))
    akhir = komponen(id_semua, pl.concat([_di_luar(otomatis, ragu), _di_luar(putus, lawan)]))
    return akhir.with_columns(rantai=pl.col(ID).is_in(ragu.implode()))


def komponen(id_semua: pl.Series, tepi: pl.DataFrame) -> pl.DataFrame:
    """Connected components by the smallest label: each round a row takes the smallest label among its
    neighbours', then that label's own label, so a chain of n links needs about log n rounds."""
    label = pl.DataFrame({ID: id_semua, KELOMPOK: id_semua}).sort(ID)
    if tepi.is_empty():
        return label
    arah = pl.concat([tepi.select("id_a", "id_b"), tepi.select(id_a="id_b", id_b="id_a")]).unique()
    tersentuh = label.filter(pl.col(ID).is_in(arah["id_a"].unique().implode()))
    while True:
        baru = _sebar(tersentuh, arah)
        if baru.equals(tersentuh):
            break
        tersentuh = baru
    hasil = label.join(tersentuh, on=ID, how="left", suffix="_baru", maintain_order="left")
    return hasil.select(ID, pl.coalesce(f"{KELOMPOK}_baru", KELOMPOK).alias(KELOMPOK))


def pasangan_dalam(label: pl.DataFrame, terbesar: int) -> pl.DataFrame:
    """Every pair of rows inside the components of three rows and more (up to `terbesar`): those that no
    link says to be alike must at least not be strangers."""
    jumlah = pl.len().over(KELOMPOK)
    rantai = label.filter(jumlah > 2, jumlah <= terbesar)
    return (
        rantai.join(rantai, on=KELOMPOK, suffix="_b")
        .filter(pl.col(ID) < pl.col(f"{ID}_b"))
        .select(id_a=ID, id_b=f"{ID}_b")
        .sort("id_a", "id_b")
    )


def _sebar(label: pl.DataFrame, arah: pl.DataFrame) -> pl.DataFrame:
    tetangga = (
        arah.join(label, left_on="id_b", right_on=ID)
        .group_by(pl.col("id_a").alias(ID))
        .agg(dekat=pl.col(KELOMPOK).min())
    )
    terkecil = label.join(tetangga, on=ID, how="left").select(
        ID, pl.min_horizontal(KELOMPOK, "dekat").alias(KELOMPOK)
    )
    loncat = terkecil.rename({ID: KELOMPOK, KELOMPOK: "loncat"})
    return (
        terkecil.join(loncat, on=KELOMPOK, how="left")
        .select(ID, pl.coalesce("loncat", KELOMPOK).alias(KELOMPOK))
        .sort(ID)
    )


def _diragukan(label: pl.DataFrame, bertentangan: pl.DataFrame, terbesar: int) -> pl.Series:
    """Ids of every component that is too large or holds a contradicting pair."""
    besar = label.filter(pl.len().over(KELOMPOK) > terbesar)[KELOMPOK]
    lawan = (
        bertentangan.join(label, left_on="id_a", right_on=ID)
        .join(label, left_on="id_b", right_on=ID, suffix="_dua")
        .filter(pl.col(KELOMPOK) == pl.col(f"{KELOMPOK}_dua"))[KELOMPOK]
    )
    buruk = pl.concat([besar, lawan]).unique()
    return label.filter(pl.col(KELOMPOK).is_in(buruk.implode()))[ID]


def _di_luar(tepi: pl.DataFrame, ragu: pl.Series) -> pl.DataFrame:
    return tepi.filter(~pl.col("id_a").is_in(ragu.implode()))
