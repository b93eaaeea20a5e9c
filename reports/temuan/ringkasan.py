"""What to fix first: findings counted per rule."""

import polars as pl

URUTAN_BERAT = {"tolak": 0, "periksa": 1, "info": 2}


def count_ringkasan(temuan: pl.DataFrame) -> pl.DataFrame:
    """One row per instansi and rule that found something: heaviest, then most findings, then code."""
    return (
        temuan.group_by("kode_instansi", "kode_aturan")
        .agg(
            pl.first("berat", "aturan", "dasar", "pesan"),
            temuan=pl.len(),
            orang=pl.n_unique("id_tenaga"),
        )
        .sort(
            pl.col("kode_instansi"),
            pl.col("berat").replace_strict(URUTAN_BERAT, return_dtype=pl.Int8),
            pl.col("temuan"),
            pl.col("kode_aturan"),
            descending=[False, False, True, False],
        )
        .with_columns(urutan=1 + pl.int_range(pl.len()).over("kode_instansi"))
    )


def count_orang(temuan: pl.DataFrame) -> dict[str, tuple[int, int]]:
    """Per kode_instansi: findings, and the people they are about."""
    hitung = temuan.group_by("kode_instansi").agg(pl.len(), orang=pl.n_unique("id_tenaga"))
    return {kode: (jumlah, orang) for kode, jumlah, orang in hitung.iter_rows()}
