"""Two sets of verdicts on the same people beside each other: who would be judged otherwise, and how many."""

import polars as pl

from rules.rule import KRITERIA

# Every way in which a verdict can change, in the order in which tables show them.
PERUBAHAN = ("M→T", "M→B", "T→M", "T→B", "B→M", "B→T")
KESELURUHAN = "keseluruhan"
_TETAP = pl.lit(None, dtype=pl.String)


def match_putusan(lama: pl.LazyFrame, baru: pl.LazyFrame) -> pl.LazyFrame:
    """Everybody of whom any verdict differs between two tables putusan of the same people.

    Result: id_tenaga, and for each criterion and keseluruhan the change ("M→T"), null where it stays.
    """
    putusan = (*KRITERIA, KESELURUHAN)
    kiri = lama.select("id_tenaga", pl.col(putusan).cast(pl.String).name.suffix("_lama"))
    kanan = baru.select("id_tenaga", pl.col(putusan).cast(pl.String))
    return (
        kiri.join(kanan, on="id_tenaga", how="inner")
        .select("id_tenaga", *(_change(nama) for nama in putusan))
        .filter(pl.any_horizontal(pl.col(putusan).is_not_null()))
    )


def count_kriteria(berubah: pl.DataFrame) -> pl.DataFrame:
    """Per criterion that changes for anybody, and overall: how many in each way of PERUBAHAN."""
    panjang = berubah.select(*KRITERIA, KESELURUHAN).unpivot(
        variable_name="kriteria", value_name="perubahan"
    )
    urut = {nama: nomor for nomor, nama in enumerate((KESELURUHAN, *KRITERIA))}
    return _ways(panjang.drop_nulls(), "kriteria").sort(
        pl.col("kriteria").replace_strict(urut, return_dtype=pl.Int8)
    )


def count_menurut(berubah: pl.DataFrame, semua: pl.DataFrame, ciri: str) -> pl.DataFrame:
    """Overall verdicts that change, by a column of the people (`semua`: that column and jumlah).

    Columns: the column, jumlah (people in the list), berubah, PERUBAHAN; most changes first.
    """
    cara = _ways(berubah.select(ciri, perubahan=pl.col(KESELURUHAN)).drop_nulls("perubahan"), ciri)
    return (
        semua.join(cara, on=ciri, how="left", nulls_equal=True)
        .with_columns(pl.col("berubah", *PERUBAHAN).fill_null(0))
        .select(ciri, "jumlah", "berubah", *PERUBAHAN)
        .sort("berubah", ciri, descending=[True, False], nulls_last=True)
    )


def _change(nama: str) -> pl.Expr:
    dulu, kini = pl.col(f"{nama}_lama"), pl.col(nama)
    return pl.when(dulu != kini).then(dulu + "→" + kini).otherwise(_TETAP).alias(nama)


def _ways(panjang: pl.DataFrame, kunci: str) -> pl.DataFrame:
    """`panjang` (kunci, perubahan) counted: kunci, berubah, one column per way."""
    cara = [(pl.col("perubahan") == satu).sum().cast(pl.Int64).alias(satu) for satu in PERUBAHAN]
    return panjang.group_by(kunci).agg(pl.len().cast(pl.Int64).alias("berubah"), *cara)
