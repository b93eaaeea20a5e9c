"""Deliveries whose rows were in force already: refused under another name, told under the same."""

from dataclasses import asdict

import polars as pl

from reports.tulisan import saat
from rules.kiriman_ulang import find_ulang
from rules.pembacaan.jenis import bentuk_jenis
from rules.pembacaan.penolakan import tolak
from tasks.gateways.penyusun.tolakan import Bacaan, Tolakan

# Withdrawing the same people again is no repetition: they may have been listed again in between.
_BERULANG = frozenset({"penghapusan"})


def nama_bagian() -> pl.Expr:
    """The file name under which a part is sent: its key without the folders of sender and jenis."""
    return pl.col("bagian").str.splitn("/", 4).struct.field("field_3")


def refuse_ulang(terima: pl.DataFrame, bacaan: Bacaan) -> tuple[Tolakan, pl.DataFrame]:
    """What repeats another part, refused; and (id_berkas, ulang) with a sentence for what repeats itself.

    `terima` has every reason but this one decided (diabaikan, ditahan, ditolak, terlambat).
    """
    dipakai = terima.filter(
        pl.col("jenis").is_in(list(bentuk_jenis()))
        & ~pl.any_horizontal("diabaikan", "ditahan", "ditolak", "terlambat")
    ).join(_contents(bacaan), on="sha256", how="left", maintain_order="left")
    lama = terima.select(pl.col("id_berkas").alias("id_lama"), nama_bagian().alias("nama"), "waktu")
    ulang = find_ulang(dipakai).join(lama, on="id_lama", how="left", maintain_order="left")
    tolakan = {
        nomor: asdict(tolak("F-ISI-SAMA", nama=nama, waktu=saat(waktu)).penolakan)
        for nomor, nama, waktu in _rows(ulang, bagian_sama=False)
    }
    pesan = [
        (nomor, f"Baris datanya sama dengan kiriman {saat(waktu)}.")
        for nomor, _, waktu in _rows(ulang, bagian_sama=True)
    ]
    skema = {"id_berkas": pl.Int32, "ulang": pl.String}
    return tolakan, pl.DataFrame(pesan, schema=skema, orient="row")


def _rows(ulang: pl.DataFrame, bagian_sama: bool) -> list[tuple]:
    return ulang.filter(bagian_sama=bagian_sama).select("id_berkas", "nama", "waktu").rows()


def _contents(bacaan: Bacaan) -> pl.DataFrame:
    """sha256 and isi, one digest over the rows of all forms; null without any row to repeat."""
    baris = [
        (sidik, " ".join(f"{bentuk}={satu}" for bentuk, satu in sorted(isi["sidik_baris"].items())))
        for sidik, isi in bacaan.items()
        if isi["sidik_baris"].keys() - _BERULANG
    ]
    return pl.DataFrame(baris, schema={"sha256": pl.String, "isi": pl.String}, orient="row")
