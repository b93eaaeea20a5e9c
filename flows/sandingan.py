"""The end of a demo: our figures beside those published in 2022."""

from collections.abc import Iterator

import polars as pl
from rich import box
from rich.table import Table

from reports import tulisan
from reports.statistik import published_figures
from rules.angka import angka_2022
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.terbitan import figures_until

_TAHAP = {
    "prafinalisasi": "Pra-finalisasi",
    "finalisasi": "Finalisasi",
    "pengumuman_akhir": "Hasil akhir",
}
# Eighty columns are few.
_RINGKAS = {
    "Semua tenaga, ": "Tenaga ",
    "Anomali: ": "Anomali ",
    "kurang dari satu tahun": "< 1 tahun",
    "tidak ada keterangan ijazah": "tanpa ijazah",
}


def compare_figures(simpanan: Simpanan, skala: float) -> pl.DataFrame:
    """Every published figure that describes a closing: tahap, kunci, ukuran, resmi, harapan, kami.

    `harapan` is the published figure at this scale; instansi are not scaled, all take part at any.
    """
    angka = angka_2022()
    resmi = published_figures(angka).drop_nulls("tahap")
    kami = figures_until(simpanan, angka.total("pengumuman_akhir").saat.replace(year=9999))
    bagian = pl.when(pl.col("kunci").str.contains("instansi")).then(1.0).otherwise(skala)
    return resmi.join(kami, on=["tahap", "kunci"], how="left", maintain_order="left").select(
        "tahap", "kunci", "ukuran", "resmi", harapan=pl.col("resmi") * bagian, kami="nilai"
    )


def render_sandingan(angka: pl.DataFrame, skala: float) -> Iterator[Table | str]:
    """A table of some 25 lines that fits 80 columns, then one sentence on all figures together."""
    yield _table(angka, skala)
    beda = angka.filter(((pl.col("kami") - pl.col("harapan")).abs() >= 1).fill_null(True))
    if beda.is_empty():
        yield f"Semua {angka.height} angka sama dengan angka terbit x skala, dibulatkan."
    else:
        yield f"{beda.height} dari {angka.height} angka berbeda dari angka terbit x skala: {', '.join(beda['kunci'])}."
    yield "Rinciannya di halaman statistik nasional.\n"


def _table(angka: pl.DataFrame, skala: float) -> Table:
    judul_tabel = f"Angka terbit 2022 dan angka sintetis, skala {_teks(skala)}"
    tabel = Table(title=judul_tabel, box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for judul in ("Tahap", "Angka"):
        tabel.add_column(judul, no_wrap=True)
    for judul in ("Terbit", "x skala", "Sintetis"):
        tabel.add_column(judul, justify="right", no_wrap=True)
    for kode, nama in _TAHAP.items():
        isi = angka.filter(tahap=kode).with_columns(baris=_label())
        jumlah = isi.group_by("baris", maintain_order=True).agg(
            pl.col("resmi", "harapan", "kami").sum()
        )
        for nomor, (baris, resmi, harapan, kami) in enumerate(jumlah.iter_rows()):
            tabel.add_row(
                "" if nomor else nama, baris, tulisan.angka(resmi), _teks(round(harapan, 1)), tulisan.angka(kami),
                end_section=nomor == jumlah.height - 1,
            )  # fmt: skip
    return tabel


def _label() -> pl.Expr:
    """What a line counts: the two kinds of people and of instansi are taken together."""
    bagian = pl.col("kunci").str.split(".").list
    instansi = pl.col("kunci").str.contains("instansi")
    sptjm = pl.format(
        "SPTJM {}, {}",
        bagian.get(1),
        pl.when(instansi).then(pl.lit("instansi")).otherwise(pl.lit("orang")),
    )
    return (
        pl.when(bagian.first() == "sptjm").then(sptjm)
        .when(bagian.first() == "kelompok").then(pl.format("Kelompok {}", bagian.get(1).str.to_lowercase()))
        .when(instansi).then(pl.lit("Instansi yang mendata"))
        .otherwise(pl.col("ukuran").str.replace_many(_RINGKAS))
    )  # fmt: skip


def _teks(nilai: float) -> str:
    return f"{nilai:,.10g}".translate(str.maketrans(",.", ".,"))
