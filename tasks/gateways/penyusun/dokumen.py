"""Documents that instansi delivered themselves, each looked at once."""

import polars as pl

from rules.dokumen_isi import TEPI, is_utuh, jenis_dokumen, tipe_isi
from rules.ketentuan import Ketentuan
from tasks.gateways.gudang import empty_table
from tasks.gateways.simpanan import ARSIP, Simpanan
from tasks.gateways.susunan import Susunan


def susun_dokumen(simpanan: Simpanan, susunan: Susunan, berkas: pl.DataFrame, k: Ketentuan) -> None:
    """Writes dokumen where any was delivered."""
    susunan.remove("dokumen")
    kiriman = berkas.filter(status="BERLAKU", jenis="dokumen").sort("kode_instansi", "kunci")
    if kiriman.is_empty():
        return
    baris = [
        (kode, nomor, nama, jenis_dokumen(nama, k), ukuran, *_look(simpanan, sidik), sidik)
        for kode, nomor, nama, ukuran, sidik in kiriman.select(
            "kode_instansi", "id_berkas", "nama_berkas", "ukuran", "sha256"
        ).iter_rows()
    ]
    kolom = (
        "kode_instansi", "id_berkas", "nama", "jenis_dokumen", "ukuran", "tipe", "utuh", "sha256",
    )  # fmt: skip
    skema = empty_table("dokumen").schema
    susunan.write("dokumen", pl.DataFrame(baris, schema={n: skema[n] for n in kolom}, orient="row"))


def _look(simpanan: Simpanan, sidik: str) -> tuple[str, bool]:
    """Type and soundness of an archived content, from its two ends."""
    with simpanan.local_path(f"{ARSIP}{sidik}").open("rb") as isi:
        awal = isi.read(TEPI)
        isi.seek(0, 2)
        isi.seek(max(isi.tell() - TEPI, 0))
        akhir = isi.read()
    tipe = tipe_isi(awal)
    return tipe, is_utuh(tipe, akhir)
