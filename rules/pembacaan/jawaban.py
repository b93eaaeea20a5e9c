"""The columns an answer workbook adds to the rows of an instansi, and what comes back in them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from rules.pembacaan.judul import baku_judul
from rules.pembacaan.kata import baca_kata
from rules.rujukan import rujukan

# The forms whose rows carry findings that an instansi can answer.
BERTANYA = ("data_utama", "data_riwayat")
BENAR, PERBAIKI = "BENAR", "PERBAIKI"
# Between the questions of one row, and between a rule's code and the cells it asked about.
PEMISAH_TANYA, PEMISAH_ISIAN = "\N{SYMBOL FOR RECORD SEPARATOR}", "="
TANYA, KUNCI = "ditanyakan", "kunci_baris"
KOLOM_KEPUTUSAN: dict[str, pl.DataType] = {
    "lembar": pl.String(),
    "bentuk": pl.String(),
    "baris": pl.UInt32(),
    TANYA: pl.String(),
    "keputusan": pl.String(),
    "alasan": pl.String(),
    KUNCI: pl.String(),
}


@dataclass(frozen=True)
class KolomJawaban:
    """One column the answer adds: our name, its heading, its width in characters."""

    kolom: str
    judul: str
    lebar: int


@lru_cache(maxsize=1)
def kolom_jawaban() -> tuple[KolomJawaban, ...]:
    """The added columns in their order (reference_data/kolom/jawaban.csv)."""
    with rujukan("kolom/jawaban.csv").open(encoding="utf-8", newline="") as berkas:
        return tuple(
            KolomJawaban(b["kolom"], b["judul"], int(b["lebar"])) for b in csv.DictReader(berkas)
        )


def kenali_jawaban(judul: Mapping[int, str | None]) -> dict[str, int]:
    """Position of each added column among headings that are none of the form's; empty when this is no answer.

    What was asked must stand beside the decisions: an instansi's own column Keputusan decides nothing.
    """
    baku = {baku_judul(k.judul): k.kolom for k in kolom_jawaban()}
    letak: dict[str, int] = {}
    for posisi, teks in judul.items():
        if kolom := baku.get(baku_judul(teks or "")):
            letak.setdefault(kolom, posisi)
    return letak if {TANYA, "keputusan_temuan"} <= letak.keys() else {}


def baca_keputusan(teks: pl.DataFrame, bentuk: str, lembar: str) -> tuple[pl.DataFrame, int]:
    """KOLOM_KEPUTUSAN for the rows that say anything, and how many decisions could not be read.

    `teks`: baris and the added columns as text. A key that stands in several rows was copied along
    with a row and says nothing of any of them.
    """
    ada = [k.kolom for k in kolom_jawaban() if k.kolom in teks.columns]
    rapi = teks.with_columns(_rapi(nama) for nama in ada).with_columns(
        pl.lit(None, pl.String).alias(k.kolom) for k in kolom_jawaban() if k.kolom not in ada
    )
    putus = baca_kata(rapi["keputusan_temuan"], "keputusan_temuan").nilai
    gagal = (rapi["keputusan_temuan"].is_not_null() & putus.is_null()).sum()
    sendiri = pl.col(KUNCI).is_first_distinct() & pl.col(KUNCI).is_last_distinct()
    isi = rapi.with_columns(
        putus.alias("keputusan"),
        pl.col("alasan_keputusan").alias("alasan"),
        pl.lit(lembar).alias("lembar"),
        pl.lit(bentuk).alias("bentuk"),
        pl.when(sendiri).then(KUNCI).alias(KUNCI),
    )
    berisi = pl.any_horizontal(pl.col(TANYA, "keputusan", KUNCI).is_not_null())
    return isi.filter(berisi).select(pl.col(n).cast(t) for n, t in KOLOM_KEPUTUSAN.items()), int(
        gagal
    )


def _rapi(nama: str) -> pl.Expr:
    isi = pl.col(nama).str.strip_chars()
    return pl.when(isi.str.len_bytes() > 0).then(isi).alias(nama)


def gabung_tanya(kode: pl.Expr, isian: pl.Expr) -> pl.Expr:
    """All questions of a row in one cell: each rule's code and the cells it asked about."""
    return pl.concat_str(kode, pl.lit(PEMISAH_ISIAN), isian).str.join(PEMISAH_TANYA)


def pecah_tanya(keputusan: pl.LazyFrame) -> pl.LazyFrame:
    """One row per question: column ditanyakan becomes kode_aturan and isian."""
    pasang = pl.col(TANYA).str.splitn(PEMISAH_ISIAN, 2)
    return (
        keputusan.with_columns(pl.col(TANYA).str.split(PEMISAH_TANYA))
        .explode(TANYA)
        .with_columns(
            pasang.struct.field("field_0").alias("kode_aturan"),
            pasang.struct.field("field_1").fill_null("").alias("isian"),
        )
        .drop(TANYA)
    )


def kunci_dari(bentuk: str, kolom: Sequence[str]) -> pl.Expr:
    """The key of a row by its content: who it is about; for a history row also which SK.

    The NIK where it was read; a row without one is known by the name and birth date it gives.
    """
    ada = set(kolom)
    orang = _gabung([k for k in ("nama", "tanggal_lahir", "nomor_peserta_thk2") if k in ada])
    siapa = pl.coalesce("nik", orang)
    if bentuk != "data_riwayat":
        return siapa.alias(KUNCI)
    return pl.concat_str(siapa, _gabung(["nomor_sk", "tanggal_awal"]), separator=" ").alias(KUNCI)


def _gabung(kolom: Sequence[str]) -> pl.Expr:
    return pl.concat_str(
        [pl.lit("~"), *(pl.col(k).cast(pl.String).fill_null("") for k in kolom)], separator=" "
    )
