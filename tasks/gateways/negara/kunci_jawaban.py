"""The answer key: who was seeded with what, in which cell, and what the rules must say of it."""

from functools import cache
from pathlib import Path

import polars as pl

from tasks.gateways.negara.bagian import DALAM
from tasks.gateways.negara.kiriman import GELOMBANG
from tasks.gateways.negara.kuota import BERSIH, NASIB
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.pola import BERUBAH

HILANG = "HILANG"
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
    "orang": pl.Int64(),
}


@cache
def kode_temuan() -> dict[str, list[str]]:
    """Finding codes expected of each seeded kind, consequences included."""
    p = pengaturan()
    kode = {jenis: [x] for jenis, x in p["anomali"].items()}
    kode |= {jenis: [c["kode"], *c.get("akibat", [])] for jenis, c in p["cacat"].items()}
    kode |= {jenis: [c.get("kode", jenis), *c.get("akibat", [])] for jenis, c in p["pola"].items()}
    return kode | {x: [x] for x in p["dokumen_cacat"]["kode"]}


def kunci_utama(utama: pl.DataFrame, gelombang: str) -> pl.DataFrame:
    """Key rows of Data Utama (with kunci, lembar, baris of each record); empty code = no finding."""
    tanam = (
        utama.filter((pl.col("jenis") != BERSIH) & ~pl.col("jenis").is_in(_jenis_riwayat()))
        .with_columns(kode_aturan=_kode(gelombang))
        .explode("kode_aturan")
    )
    return _bentuk(tanam, gelombang)


def kunci_riwayat(riwayat: pl.DataFrame, utama: pl.DataFrame, gelombang: str) -> pl.DataFrame:
    """Key rows of Data Riwayat (with kunci, lembar, baris): defects of a person's second row."""
    nasib = utama.filter(~pl.col("ulangan")).select(
        "i", "pid", "kode", "nasib", "ulangan", "pid_orang"
    )
    tanam = (
        riwayat.filter(pl.col("jenis").is_in(_jenis_riwayat()) & (pl.col("urut") == 1))
        .join(nasib, on=["i", "pid"], how="left", maintain_order="left")
        .with_columns(kode_aturan=_kode(gelombang))
        .explode("kode_aturan")
    )
    return _bentuk(tanam, gelombang)


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


def kunci_hilang(kode: pl.Series, hapus: pl.DataFrame, gelombang: str) -> pl.DataFrame:
    """Key rows of people (i, nik) taken out without a reason."""
    isi = hapus.select(
        jenis=pl.lit(HILANG),
        kode_instansi=kode.gather(hapus["i"]),
        nik="nik",
        kode_aturan=pl.lit(HILANG),
        gelombang=pl.lit(gelombang),
    )
    kosong = [
        pl.lit(None, dtype=tipe).alias(nama) for nama, tipe in SKEMA.items() if nama not in isi
    ]
    return isi.with_columns(kosong).select(*SKEMA)


def simpan_kunci(jalur: Path, baru: pl.DataFrame, gelombang: set[str]) -> None:
    """Write the key; rows of waves not written now are kept."""
    if jalur.exists():
        lama = pl.read_parquet(jalur).filter(~pl.col("gelombang").is_in(list(gelombang)))
        baru = pl.concat([lama, baru])
    urut = pl.col("gelombang").replace_strict({g: i for i, g in enumerate(GELOMBANG)})
    jalur.parent.mkdir(parents=True, exist_ok=True)
    baru.sort(urut, maintain_order=True).write_parquet(jalur)


@cache
def _jenis_riwayat() -> list[str]:
    return [x for x in kode_temuan() if x.startswith("RIWAYAT-") and x != "RIWAYAT-LEBIH"]


def _kode(gelombang: str) -> pl.Expr:
    kode = pl.col("jenis").replace_strict(
        kode_temuan(), default=[""], return_dtype=pl.List(pl.String)
    )
    # The first row stands in the list; the finding is on the repeated one.
    ganda = (pl.col("jenis") == DALAM) & pl.col("ulangan")
    # Put right in the correction period: what remains of it is the change itself.
    berubah = (pl.col("jenis") == BERUBAH) & pl.lit(gelombang == "perbaikan")
    return (
        pl.when(ganda)
        .then(pl.lit(["G-NIK-INSTANSI"]))
        .when(berubah)
        .then(pl.lit([BERUBAH]))
        .otherwise(kode)
    )


def _bentuk(tanam: pl.DataFrame, gelombang: str) -> pl.DataFrame:
    pergi = {NASIB.index("b"): "perbaikan", NASIB.index("d"): "akhir"}
    return tanam.select(
        pl.col("jenis").replace("NIK_LINTAS_ASAL", "NIK_LINTAS_INSTANSI"),
        kode_instansi="kode",
        nik="nik",
        kunci="kunci",
        lembar="lembar",
        baris=pl.col("baris").cast(pl.UInt32),
        kode_aturan="kode_aturan",
        gelombang=pl.lit(gelombang),
        ditarik=pl.col("nasib").replace_strict(pergi, default=None, return_dtype=pl.String),
        diperbaiki=pl.lit(None, dtype=pl.String),
        orang=pl.col("pid_orang").cast(pl.Int64),
    )
