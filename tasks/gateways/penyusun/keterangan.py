"""One sentence beside the state of a delivery, where the state alone does not say what to think of it."""

from datetime import datetime

import polars as pl

from rules.kalender import Tahap
from rules.terlambat import say_late, say_late_letter

_DITAHAN = "Menunggu persetujuan BKN atas admin instansi; tersimpan, dan diambil dengan sendirinya sesudahnya."
_HANYA_PENGHAPUSAN = (
    "Datang sesudah batas: hanya lembar Penghapusan yang dihitung, orang di dalamnya tidak."
)


def note(berkas: pl.DataFrame, ulang: pl.DataFrame) -> pl.DataFrame:
    """`berkas` with keterangan filled in; `ulang` (id_berkas, ulang) says what repeats itself."""
    bertanda = berkas.join(ulang, on="id_berkas", how="left", maintain_order="left")
    tahan = pl.when(pl.col("status") == "DITAHAN").then(pl.lit(_DITAHAN))
    hanya = pl.when(
        pl.col("hanya_penghapusan") & (pl.col("status") == "BERLAKU") & (pl.col("baris") == 0)
    )
    keterangan = pl.coalesce("keterangan", tahan, hanya.then(pl.lit(_HANYA_PENGHAPUSAN)), "ulang")
    return bertanda.with_columns(keterangan=keterangan).drop("ulang")


def note_late(
    berkas: pl.DataFrame,
    perpanjangan: pl.DataFrame,
    pembukaan: pl.DataFrame,
    kalender: tuple[Tahap, ...],
    tanggal: datetime,
) -> pl.DataFrame:
    """`berkas` with the keterangan of what came after its deadline; needs tables perpanjangan and
    pembukaan."""
    orangnya = (pl.col("status") == "BERLAKU") & (pl.col("baris") > 0)
    terlambat = berkas.filter(pl.col("terlambat") & ((pl.col("status") == "TERLAMBAT") | orangnya))
    if not terlambat.is_empty():
        pesan = say_late(terlambat, perpanjangan, pembukaan, kalender, tanggal)
        berkas = (
            berkas.join(pesan, on="id_berkas", how="left", maintain_order="left")
            .with_columns(keterangan=pl.coalesce("pesan", "keterangan"))
            .drop("pesan")
        )
    surat = pl.when((pl.col("jenis") == "perpanjangan") & (pl.col("status") == "BERLAKU"))
    return berkas.with_columns(
        keterangan=pl.coalesce("keterangan", surat.then(say_late_letter(kalender)))
    )
