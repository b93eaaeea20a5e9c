"""Rows of a sheet that are no people: totals, signatures, column numbers, headings once more."""

import csv
from functools import lru_cache

import polars as pl

from rules.pembacaan.catatan import catat
from rules.pembacaan.edisi import kosakata
from rules.pembacaan.kata import baku_kata
from rules.pembacaan.nik import polos_nik
from rules.rujukan import rujukan

JENIS = "jenis"
NAMA_JENIS = {
    "jumlah": "baris jumlah",
    "tanda_tangan": "blok tanda tangan",
    "nomor_kolom": "nomor kolom",
    "judul": "judul berulang",
}
# A person has more filled cells than a line of a signature block.
SEL_TANDA_TANGAN = 3
NOMOR_PALING_SEDIKIT = 3
BARIS_DISEBUT = 10
HAMPIR_NIK = r"^'?[0-9](?:[ .-]?[0-9]){9,16}$"
ANGKA_KOLOM = r"^\(?\s*([0-9]{1,2})\s*\)?$"


@lru_cache
def _kata(jenis: str) -> str:
    """The words of one kind as a pattern at the beginning of a normalised cell."""
    with rujukan("kolom/bukan_orang.csv").open(encoding="utf-8", newline="") as berkas:
        kata = [b["kata"] for b in csv.DictReader(berkas) if b["jenis"] == jenis]
    return rf"^(?:{'|'.join(kata)})\b"


def bukan_orang(semua: pl.DataFrame, judul: dict[str, str]) -> pl.DataFrame:
    """Which rows are no people: posisi (UInt32), jenis (a key of NAMA_JENIS). Sure ones only.

    `semua`: every column of the sheet below the headings as text, ours under our names; `judul`: the
    headings of ours as written. A row with a whole NIK is always a person.
    """
    calon = semua.with_row_index("posisi").filter(~(polos_nik("nik") | _hampir_nik()))
    if calon.is_empty():
        return pl.DataFrame(schema={"posisi": pl.UInt32, JENIS: pl.String})
    orang_terakhir = semua.select(polos_nik("nik").arg_true().max()).item()
    sel = _sel(calon, judul)
    tanda = sel.group_by("posisi").agg(
        _jumlah().alias("jumlah"),
        _nomor_kolom().alias("nomor_kolom"),
        _judul().alias("judul"),
        (_mulai_tanda_tangan() & (pl.col("posisi").first() > (orang_terakhir or 0))).alias("mulai"),
        (pl.len() <= SEL_TANDA_TANGAN).alias("sedikit"),
    )
    mulai = tanda.filter("mulai", "sedikit")["posisi"].min()
    blok = pl.col("sedikit") & (pl.col("posisi") >= pl.lit(mulai, pl.UInt32))
    jenis = pl.coalesce(
        pl.when(pl.col(nama).fill_null(value=False)).then(pl.lit(nama))
        for nama in ("judul", "nomor_kolom", "jumlah", "tanda_tangan")
    )
    return (
        tanda.with_columns(blok.alias("tanda_tangan"))
        .select("posisi", jenis.alias(JENIS))
        .drop_nulls()
        .sort("posisi")
    )


def _hampir_nik() -> pl.Expr:
    """A NIK with a digit too few or too many: still a person's row. A NIP has two digits more."""
    return pl.col("nik").str.contains(HAMPIR_NIK).fill_null(value=False)


def _sel(calon: pl.DataFrame, judul: dict[str, str]) -> pl.DataFrame:
    """One row per filled cell: posisi, kolom, isi (as written), kata (normalised), sama_judul."""
    baku = baku_kata(pl.col("judul"))
    kepala = pl.DataFrame({"kolom": list(judul), "judul": list(judul.values())}).select(
        # A heading of two rows comes back as two rows.
        "kolom",
        pl.concat_list(
            baku, pl.col("judul").str.split("\n").list.eval(baku_kata(pl.element()))
        ).alias("judul"),
    )
    return (
        calon.unpivot(index="posisi", variable_name="kolom", value_name="isi")
        .with_columns(pl.col("isi").str.strip_chars())
        .filter(pl.col("isi").str.len_bytes() > 0)
        .join(kepala, on="kolom", how="left", maintain_order="left")
        .with_columns(baku_kata(pl.col("isi")).alias("kata"))
        .with_columns(pl.col("judul").list.contains(pl.col("kata")).alias("sama_judul"))
    )


def _jumlah() -> pl.Expr:
    """A total: the first filled cell begins so, and nothing but numbers follows it."""
    angka = pl.col("isi").slice(1).str.contains(r"^[0-9.,\s]+(?:[a-zA-Z]+)?$").all()
    return pl.col("kata").first().str.contains(_kata("jumlah")) & angka


def _nomor_kolom() -> pl.Expr:
    """1, 2, 3 … or (1) (2) (3) …, each one more than the one before."""
    angka = pl.col("isi").str.extract(ANGKA_KOLOM, 1).cast(pl.Int32, strict=False)
    naik = (angka.diff().slice(1) == 1).all() & angka.is_not_null().all()
    return naik & (pl.len() >= NOMOR_PALING_SEDIKIT)


def _judul() -> pl.Expr:
    """The heading row again, as it recurs on every printed page: at least two cells, half of all."""
    return (pl.col("sama_judul").sum() >= 2) & (pl.col("sama_judul").mean() >= 0.5)


def _mulai_tanda_tangan() -> pl.Expr:
    kata = pl.col("kata")
    return (kata.str.contains(_kata("tanda_tangan")) | kata.str.contains(_tempat_tanggal())).any()


@lru_cache(maxsize=1)
def _tempat_tanggal() -> str:
    """A place and a date: Cibinong, 30 September 2022."""
    return rf"^[A-Z ]+ [0-9]{{1,2}} (?:{'|'.join(kosakata('bulan').sinonim)}) [0-9]{{4}}$"


def catat_bukan_orang(bukan: pl.DataFrame, lembar: str, baris_pertama: int) -> dict[str, str]:
    """The remark about these rows of a sheet whose first row below the headings is `baris_pertama`."""
    nomor = (bukan["posisi"] + baris_pertama).cast(pl.String).to_list()
    lebih = " …" if len(nomor) > BARIS_DISEBUT else ""
    return catat(
        "B-BUKAN-ORANG",
        lembar=lembar,
        jumlah=len(nomor),
        jenis=", ".join(NAMA_JENIS[j] for j in bukan[JENIS].unique().sort()),
        baris=", ".join(nomor[:BARIS_DISEBUT]) + lebih,
    )
