"""What was received from whom and when, and what became of it, as of a moment."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from tasks.gateways.instansi import read_instansi
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.kiriman import susun_kiriman
from tasks.gateways.simpanan import Simpanan, samarkan_kunci
from tasks.gateways.susunan import Susunan


def read_daftar_terima(simpanan: Simpanan, tanggal: datetime, kode: str | None) -> pl.DataFrame:
    """One row per receipt written by `tanggal`, of one sender or of all, in the order of delivery.

    Columns waktu, jenis, status, kode_instansi, nama_berkas, sebab (null or why); folders, file
    names and reasons may hold a NIK and come masked."""
    with TemporaryDirectory(prefix="terima-") as folder:
        susunan = Susunan(Path(folder))
        susun_kiriman(Mendarat(simpanan), susunan, tanggal, read_instansi(), tanggal)
        berkas, penolakan = susunan.read("berkas"), susunan.read("penolakan")
    if kode is not None:
        berkas = berkas.filter(kode_instansi=kode)
    surat = penolakan.select("id_berkas", surat=pl.format("{}: {}", "kode", "pesan"))
    samar = pl.col("kode_instansi", "nama_berkas", "sebab").map_elements(samarkan_kunci, pl.String)
    return (
        berkas.join(surat, on="id_berkas", how="left")
        .sort("id_berkas")
        .with_columns(sebab=pl.coalesce("surat", "keterangan"))
        .select("waktu", "jenis", "status", samar)
    )
