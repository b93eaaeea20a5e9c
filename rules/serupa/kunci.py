"""Who is compared with whom: named blocking keys over hashed integers, never everybody with everybody."""

from dataclasses import dataclass

import polars as pl

from rules.serupa.pencocokan import Pencocokan

SKEMA_LAPORAN: dict[str, pl.DataType] = {
    "kunci": pl.String(),
    "blok": pl.Int64(),
    "baris": pl.Int64(),
    "terbesar": pl.Int64(),
    "dijendela": pl.Int64(),
    "pasangan": pl.Int64(),
}


@dataclass(frozen=True)
class Calon:
    """Candidate pairs (`id_a` < `id_b`, each once) and, per key, what it found and what it windowed.

    `dijendela` counts the rows of blocks too large to be compared in full: those meet only their
    neighbours, and whoever reads the report sees it.
    """

    pasangan: pl.DataFrame
    laporan: pl.DataFrame


def cari_calon(baris: pl.LazyFrame, c: Pencocokan) -> Calon:
    """Pairs of rows (`id`, and the columns that the keys name) which share at least one key.

    A key with an empty part puts a row into no block.
    """
    bagian = sorted({nama for satu in c.kunci for nama in satu.kolom})
    sidik = baris.select("id", *(_sidik(pl.col(nama)).alias(f"_{nama}") for nama in bagian))
    utuh = sidik.collect(engine="streaming")
    nama = baris.select("id", urut=c.urut)
    hasil = [_menurut(utuh, nama, satu.nama, satu.kolom, c.blok_terbesar) for satu in c.kunci]
    pasangan = pl.concat([satu for satu, _ in hasil]).unique().sort("id_a", "id_b")
    return Calon(pasangan, pl.DataFrame([baris for _, baris in hasil], schema=SKEMA_LAPORAN))


def _sidik(nilai: pl.Expr) -> pl.Expr:
    """The value as 64 bits. Two values that fall together cost a comparison, never a wrong answer."""
    return pl.when(nilai.is_not_null()).then(nilai.hash(seed=1))


def _menurut(
    sidik: pl.DataFrame, urut: pl.LazyFrame, nama: str, kolom: tuple[str, ...], terbesar: int
) -> tuple[pl.DataFrame, dict[str, object]]:
    """Pairs of one key, and its line of the report."""
    blok = _blok(sidik, [f"_{satu}" for satu in kolom])
    besar = blok.filter(pl.col("besar") > terbesar + 1)
    if not besar.is_empty():
        # Only here does the order matter: alike names stand side by side in the window.
        ini = urut.filter(pl.col("id").is_in(besar["id"].implode())).collect()
        blok = blok.join(ini, on="id", how="left").sort("kunci", "urut", "id").drop("urut")
    pasangan = _bergeser(blok, terbesar)
    laporan = {
        "kunci": nama,
        "blok": blok["kunci"].n_unique(),
        "baris": blok.height,
        "terbesar": blok["besar"].max() or 0,
        "dijendela": besar.height,
        "pasangan": pasangan.height,
    }
    return pasangan, laporan


def _blok(sidik: pl.DataFrame, bagian: list[str]) -> pl.DataFrame:
    """id, kunci, besar (rows of the block) of every row that is not alone; found by sorting integers."""
    kunci = pl.struct(bagian).hash(seed=2) if len(bagian) > 1 else pl.col(bagian[0])
    penuh = pl.all_horizontal(pl.col(satu).is_not_null() for satu in bagian)
    urut = sidik.lazy().filter(penuh).select("id", kunci=kunci).sort("kunci", "id").collect()
    dua = pl.col("kunci")
    berteman = (dua == dua.shift(1)).fill_null(False) | (dua == dua.shift(-1)).fill_null(False)
    return urut.filter(berteman).with_columns(besar=pl.len().over("kunci"))


def _bergeser(blok: pl.DataFrame, terbesar: int) -> pl.DataFrame:
    """Each row with the next 1, 2 … `terbesar` rows of its block: linear in the rows, whatever the block."""
    daftar = [pl.DataFrame(schema={"id_a": pl.Int32, "id_b": pl.Int32})]
    for geser in range(1, terbesar + 1):
        blok = blok.filter(pl.col("besar") > geser)
        if blok.is_empty():
            break
        daftar.append(
            blok.lazy()
            .with_columns(dua=pl.col("id").shift(-geser), kunci_dua=pl.col("kunci").shift(-geser))
            .filter(pl.col("kunci") == pl.col("kunci_dua"))
            .select(
                id_a=pl.min_horizontal("id", "dua").cast(pl.Int32),
                id_b=pl.max_horizontal("id", "dua").cast(pl.Int32),
            )
            .collect()
        )
    return pl.concat(daftar)
