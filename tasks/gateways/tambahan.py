"""The columns of a sheet that are none of the form's: an answer's decisions, and the instansi's own."""

from dataclasses import dataclass

import polars as pl

from rules.pembacaan.catatan import catat
from rules.pembacaan.jawaban import BERTANYA, KOLOM_KEPUTUSAN, baca_keputusan, kenali_jawaban
from rules.pembacaan.judul import Pengenalan, huruf_kolom
from tasks.gateways.mentah import Mentah

TAMBAHAN = {"lembar": pl.String, "baris": pl.UInt32, "huruf": pl.String, "nilai": pl.String}


@dataclass(frozen=True)
class Tambahan:
    """`sel`: filled cells of the instansi's own columns (TAMBAHAN); `kolom`: lembar, judul, huruf of
    each; `keputusan`: what an answer came back with (KOLOM_KEPUTUSAN); `catatan`: what to tell of it."""

    sel: pl.DataFrame
    kolom: list[dict[str, str]]
    keputusan: pl.DataFrame
    catatan: list[dict[str, str]]


def read_tambahan(
    mentah: Mentah, kenal: Pengenalan, lembar: str, baris: pl.Series
) -> Tambahan | None:
    """What stands beside the columns of the form in the sheet rows `baris`; None when nothing does."""
    letak = [i for i in range(mentah.isi.num_columns) if i not in set(kenal.letak.values())]
    if not letak:
        return None
    sisa = _teks(mentah, kenal.baris, letak)
    judul = {i: kenal.tambahan.get(i) for i in letak}
    isi = (
        sisa.slice(1)
        .with_row_index("baris", kenal.baris + 2)
        .filter(pl.col("baris").is_in(baris.implode()))
    )
    jawab = kenali_jawaban(judul) if kenal.bentuk in BERTANYA else {}
    milik = {i: judul[i] for i in letak if i not in set(jawab.values())}
    sel = [_cells(isi, i, lembar, huruf_kolom(mentah.kolom[i])) for i in milik]
    keputusan, catatan = _decisions(isi, jawab, kenal.bentuk, lembar)
    return Tambahan(
        pl.concat([pl.DataFrame(schema=TAMBAHAN), *sel]),
        [
            {"lembar": lembar, "judul": (teks or "").strip(), "huruf": huruf_kolom(mentah.kolom[i])}
            for (i, teks), ini in zip(milik.items(), sel, strict=True)
            if (teks or "").strip() or not ini.is_empty()
        ],
        keputusan,
        catatan,
    )


def _teks(mentah: Mentah, awal: int, letak: list[int]) -> pl.DataFrame:
    """The heading row and what is below it, as text, each column named by its position."""
    potongan = mentah.isi.slice(awal).select(letak)
    return pl.DataFrame(potongan.rename_columns([str(i) for i in letak])).cast(pl.String)


def _cells(isi: pl.DataFrame, letak: int, lembar: str, huruf: str) -> pl.DataFrame:
    return (
        isi.select(
            pl.lit(lembar).alias("lembar"),
            pl.col("baris").cast(pl.UInt32),
            pl.lit(huruf).alias("huruf"),
            pl.col(str(letak)).alias("nilai"),
        )
        .filter(pl.col("nilai").str.contains(r"\S"))
        .cast(TAMBAHAN)  # type: ignore[arg-type]
    )


def _decisions(
    isi: pl.DataFrame, jawab: dict[str, int], bentuk: str, lembar: str
) -> tuple[pl.DataFrame, list[dict[str, str]]]:
    if not jawab:
        return pl.DataFrame(schema=KOLOM_KEPUTUSAN), []
    teks = isi.select("baris", *(pl.col(str(i)).alias(nama) for nama, i in jawab.items()))
    keputusan, gagal = baca_keputusan(teks, bentuk, lembar)
    catatan = [catat("B-KEPUTUSAN", lembar=lembar, jumlah=gagal)] if gagal else []
    return keputusan, catatan
