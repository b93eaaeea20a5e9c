"""The answer key: who was seeded with what, in which cell, and what the rules must say of it."""

from functools import cache
from pathlib import Path

import polars as pl

from tasks.gateways.negara.bagian import DALAM
from tasks.gateways.negara.kiriman import GELOMBANG
from tasks.gateways.negara.kuota import BERSIH, NASIB
from tasks.gateways.negara.pengaturan import pengaturan

SKEMA: dict[str, pl.DataType] = {
    "jenis": pl.String(),
    "kode_instansi": pl.String(),
    "nik": pl.String(),
    "kunci": pl.String(),
    "lembar": pl.String(),
    "baris": pl.UInt32(),
    "kode_aturan": pl.String(),
    "gelombang": pl.String(),
    "ditarik": pl.String(),
    "diperbaiki": pl.String(),
}


@cache
def kode_temuan() -> dict[str, list[str]]:
    """Finding codes expected of each seeded kind, consequences included."""
    p = pengaturan()
    kode = {jenis: [x] for jenis, x in p["anomali"].items()}
    kode |= {jenis: [c["kode"], *c.get("akibat", [])] for jenis, c in p["cacat"].items()}
    return kode | {x: [x] for x in p["dokumen_cacat"]["kode"]}


def kunci_utama(
    utama: pl.DataFrame, kunci: str, lembar: str, pertama: int, gelombang: str
) -> pl.DataFrame:
    """Key rows of a Data Utama sheet whose records begin at row `pertama`; empty code = no finding."""
    di_riwayat = [x for x in kode_temuan() if _di_riwayat(x)]
    tanam = (
        utama.with_row_index("baris", pertama)
        .filter((pl.col("jenis") != BERSIH) & ~pl.col("jenis").is_in(di_riwayat))
        .with_columns(kode_aturan=_kode())
        .explode("kode_aturan")
    )
    return _bentuk(tanam, kunci, lembar, gelombang)


def kunci_riwayat(
    riwayat: pl.DataFrame,
    utama: pl.DataFrame,
    kunci: str,
    lembar: str,
    pertama: int,
    gelombang: str,
) -> pl.DataFrame:
    """Key rows of a Data Riwayat sheet: the defects that stand in the second row of a person."""
    di_riwayat = [x for x in kode_temuan() if _di_riwayat(x)]
    nasib = utama.filter(~pl.col("ulangan")).select("pid", "nasib", "ulangan")
    tanam = (
        riwayat.with_row_index("baris", pertama)
        .filter(pl.col("jenis").is_in(di_riwayat) & (pl.col("urut") == 1))
        .join(nasib, on="pid", how="left", maintain_order="left")
        .with_columns(kode_aturan=_kode())
        .explode("kode_aturan")
    )
    return _bentuk(tanam, kunci, lembar, gelombang)


def kunci_berkas(
    jenis: str, kode: str, kunci: str, kode_aturan: str, gelombang: str
) -> pl.DataFrame:
    """One key row about a whole file."""
    isi = {
        "jenis": jenis,
        "kode_instansi": kode,
        "kunci": kunci,
        "kode_aturan": kode_aturan,
        "gelombang": gelombang,
    }
    return pl.DataFrame([{**dict.fromkeys(SKEMA), **isi}], schema=SKEMA)


def simpan_kunci(jalur: Path, baru: pl.DataFrame, gelombang: set[str]) -> None:
    """Write the key; rows of waves not written now are kept."""
    if jalur.exists():
        lama = pl.read_parquet(jalur).filter(~pl.col("gelombang").is_in(list(gelombang)))
        baru = pl.concat([lama, baru])
    urut = pl.col("gelombang").replace_strict({g: i for i, g in enumerate(GELOMBANG)})
    jalur.parent.mkdir(parents=True, exist_ok=True)
    baru.sort(urut, maintain_order=True).write_parquet(jalur)


def _di_riwayat(jenis: str) -> bool:
    return jenis.startswith("RIWAYAT-") and jenis != "RIWAYAT-LEBIH"


def _kode() -> pl.Expr:
    kode = pl.col("jenis").replace_strict(
        kode_temuan(), default=[""], return_dtype=pl.List(pl.String)
    )
    # The first row stands in the list; the finding is on the repeated one.
    ganda = (pl.col("jenis") == DALAM) & pl.col("ulangan")
    return pl.when(ganda).then(pl.lit(["G-NIK-INSTANSI"])).otherwise(kode)


def _bentuk(tanam: pl.DataFrame, kunci: str, lembar: str, gelombang: str) -> pl.DataFrame:
    pergi = {NASIB.index("b"): "perbaikan", NASIB.index("d"): "akhir"}
    return tanam.select(
        pl.col("jenis").replace("NIK_LINTAS_ASAL", "NIK_LINTAS_INSTANSI"),
        kode_instansi=pl.lit(kunci.split("/")[1]),
        nik="nik",
        kunci=pl.lit(kunci),
        lembar=pl.lit(lembar),
        baris=pl.col("baris").cast(pl.UInt32),
        kode_aturan="kode_aturan",
        gelombang=pl.lit(gelombang),
        ditarik=pl.col("nasib").replace_strict(pergi, default=None, return_dtype=pl.String),
        diperbaiki=pl.lit(None, dtype=pl.String),
    )
