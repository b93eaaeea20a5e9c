"""What is told about the deliveries in force: remarks of the reader, and names that look like copies."""

import polars as pl

from reports.tulisan import saat
from rules.pembacaan.catatan import catat
from rules.pembacaan.jenis import bentuk_jenis
from rules.pembacaan.nama_berkas import find_mirip
from tasks.gateways.penyusun.tolakan import Bacaan
from tasks.gateways.penyusun.ulangan import nama_bagian

_SKEMA = {"id_berkas": pl.Int32} | dict.fromkeys(("kode", "berat", "pesan"), pl.String)


def remarks(berkas: pl.DataFrame, bacaan: Bacaan) -> pl.DataFrame:
    """Table catatan_berkas, those of one delivery in the order in which its reading met them."""
    berlaku = berkas.filter(
        pl.col("jenis").is_in(list(bentuk_jenis())) & (pl.col("status") == "BERLAKU")
    )
    dibaca = [
        {"id_berkas": nomor} | satu
        for nomor, sidik in berlaku.select("id_berkas", "sha256").iter_rows()
        for satu in bacaan.get(sidik, {}).get("catatan", ())
    ]
    return pl.concat([_mirip(berlaku), pl.DataFrame(dibaca, schema=_SKEMA)])


def _mirip(berlaku: pl.DataFrame) -> pl.DataFrame:
    bagian = berlaku.filter(~pl.col("hanya_penghapusan")).select(
        "id_berkas", "kode_instansi", "jenis", nama_bagian().alias("nama"), "waktu"
    )
    baris = [
        {"id_berkas": satu["id_berkas"]}
        | catat(
            "B-NAMA-MIRIP",
            nama=satu["nama"],
            nama_lama=satu["nama_lama"],
            waktu_lama=saat(satu["waktu_lama"]),
        )
        for satu in find_mirip(bagian).iter_rows(named=True)
    ]
    return pl.DataFrame(baris, schema=_SKEMA)
