"""Table data_dasar: whom an accepted SPTJM vouches for, as they were frozen."""

import polars as pl

from tasks.gateways.gudang import empty_table
from tasks.gateways.potret import potret_key
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

TABEL = "data_dasar"


def susun_data_dasar(simpanan: Simpanan, susunan: Susunan) -> None:
    """Writes data_dasar from the potret that each accepted letter names; needs sptjm.

    B/1917 butir 5: data without an SPTJM do not enter it. What an instansi changes later stands here
    only once a letter for its successor is accepted.
    """
    surat = susunan.read("sptjm")
    if surat.is_empty():
        susunan.write(TABEL, empty_table(TABEL))
        return
    berkas = [
        simpanan.local_path(potret_key(tahap, kode, "daftar.parquet"))
        for kode, tahap in surat.select("kode_instansi", "tahap").iter_rows()
    ]
    dinyatakan = surat.lazy().select("kode_instansi", "tahap", "sidik")
    # Joined on the instansi alone: each has one letter that counts, and one file was read for it.
    semua = pl.scan_parquet(berkas).rename({"putusan_keseluruhan": "putusan"})
    lengkap = semua.join(dinyatakan, on="kode_instansi", how="left", maintain_order="left")
    susunan.write(TABEL, lengkap.select(empty_table(TABEL).columns))
