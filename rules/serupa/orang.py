"""One person counted once: rows of the list → probable pairs → orang, under what reviewers decided."""

from dataclasses import dataclass

import polars as pl

from rules.serupa.baris import sebut_terbukti
from rules.serupa.kalimat import kalimat_pasangan, tingkat_pasangan
from rules.serupa.kelompok import gabungkan, komponen, pasangan_dalam
from rules.serupa.kunci import cari_calon
from rules.serupa.pencocokan import Pencocokan
from rules.serupa.putus import cari_tentangan, nilai_pasangan
from rules.serupa.turunan import turunkan

BERBEDA = "BERBEDA"
SISI: dict[str, pl.DataType] = {"id_a": pl.Int32(), "id_b": pl.Int32()}
KEPUTUSAN: dict[str, pl.DataType] = {"keputusan": pl.String(), "oleh": pl.String(), "waktu": pl.Datetime("us", "UTC"),
             "alasan": pl.String()}  # fmt: skip


@dataclass(frozen=True)
class Serupa:
    """Tables pasangan and orang, and what the blocking keys found (see rules/serupa/kunci.py)."""

    pasangan: pl.DataFrame
    orang: pl.DataFrame
    laporan: pl.DataFrame


def match_serupa(
    baris: pl.LazyFrame,
    dukcapil: pl.LazyFrame | None,
    keputusan: pl.LazyFrame | None,
    c: Pencocokan,
) -> Serupa:
    """Every pair that is SAMA or MUNGKIN, or that a reviewer decided, and who is whom.

    `baris` as siapkan gives it; `dukcapil` and `keputusan` (keputusan-pasangan) are feeds, None before
    their first delivery. The order of rows never matters.
    """
    siap = turunkan(baris, c.turunan)
    calon = cari_calon(siap, c)
    diputus = _diputus(siap, keputusan)
    semua = (
        pl.concat([calon.pasangan, diputus.select("id_a", "id_b")]).unique().sort("id_a", "id_b")
    )
    tersentuh = pl.concat([semua["id_a"], semua["id_b"]]).unique()
    # Only who is in a pair is looked at closer: few of the nation.
    dekat = siap.filter(pl.col("id").is_in(tersentuh.implode())).collect(engine="streaming")
    isi = sebut_terbukti(dekat, dukcapil)
    dinilai = nilai_pasangan(semua, isi, c)
    berkata = dinilai.select(
        "id_a", "id_b", "kelas", "skor",
        tingkat=tingkat_pasangan(c), kalimat=kalimat_pasangan(c),
        nik_sama=pl.col("tingkat_nik") == "SAMA", nomor_sama=pl.col("tingkat_nomor_thk2") == "SAMA",
    )  # fmt: skip
    pasangan = berkata.join(diputus, on=["id_a", "id_b"], how="full", coalesce=True)
    anggota = _anggota(siap.select("id").collect()["id"], pasangan, isi, c)
    orang = anggota.select(
        id_tenaga="id", id_orang="kelompok", jumlah_baris=pl.len().over("kelompok").cast(pl.Int32)
    )
    return Serupa(_tabel(pasangan, anggota), orang, calon.laporan)


def _anggota(
    semua: pl.Series, pasangan: pl.DataFrame, isi: pl.DataFrame, c: Pencocokan
) -> pl.DataFrame:
    """Who is whom: only SAMA pairs join, and what a reviewer joined; MUNGKIN never does."""
    kata, sisi = pl.col("keputusan"), ("id_a", "id_b")
    otomatis = pasangan.filter((pl.col("kelas") == "SAMA") & kata.is_null()).select(sisi)
    putus = pasangan.filter(kata == "SAMA").select(sisi)
    dalam = pasangan_dalam(komponen(semua, pl.concat([otomatis, putus])), c.kelompok_terbesar)
    belum = dalam.join(pasangan.select(*sisi, "keputusan").drop_nulls(), on=sisi, how="anti")
    lawan = pl.concat(
        [pasangan.filter(kata == BERBEDA).select(sisi), cari_tentangan(belum, isi, c)]
    )
    return gabungkan(semua, otomatis, putus, lawan, c.kelompok_terbesar)


def _tabel(pasangan: pl.DataFrame, anggota: pl.DataFrame) -> pl.DataFrame:
    """Table pasangan."""
    a, b = (
        anggota.rename({"id": f"id_{x}", "kelompok": f"k_{x}", "rantai": f"r_{x}"}) for x in "ab"
    )
    berkelompok = pasangan.join(a, on="id_a", how="left").join(b, on="id_b", how="left")
    return berkelompok.select(
        "id_a", "id_b", pl.col("kelas").fill_null("BUKAN"), "skor", "tingkat", "kalimat",
        pl.col("nik_sama", "nomor_sama").fill_null(False), *KEPUTUSAN,
        digabung=pl.col("k_a") == pl.col("k_b"), rantai=pl.col("r_a") | pl.col("r_b"),
    ).sort("id_a", "id_b")  # fmt: skip


def _diputus(siap: pl.LazyFrame, keputusan: pl.LazyFrame | None) -> pl.DataFrame:
    """The last word on each pair of rows: registrations are known by instansi and NIK as written, so a
    decision outlives every rebuild; once a NIK is corrected the pair is another one."""
    if keputusan is None:
        return pl.DataFrame(schema=SISI | KEPUTUSAN)
    tempat = siap.select("id", "kode_instansi", "nik").drop_nulls("nik")
    sisi = [
        tempat.rename({"id": f"id_{x}", "kode_instansi": f"kode_instansi_{x}", "nik": f"nik_{x}"})
        for x in ("satu", "dua")
    ]
    terbaca = keputusan.filter(pl.col("keputusan").is_in(["SAMA", BERBEDA]))
    return (
        terbaca.join(sisi[0], on=["kode_instansi_satu", "nik_satu"])
        .join(sisi[1], on=["kode_instansi_dua", "nik_dua"])
        .filter(pl.col("id_satu") != pl.col("id_dua"))
        .select(
            id_a=pl.min_horizontal("id_satu", "id_dua"),
            id_b=pl.max_horizontal("id_satu", "id_dua"),
            **{nama: pl.col(nama) for nama in KEPUTUSAN},
        )
        .sort("waktu", "keputusan", nulls_last=False)
        .unique(["id_a", "id_b"], keep="last", maintain_order=True)
        .collect()
    )
