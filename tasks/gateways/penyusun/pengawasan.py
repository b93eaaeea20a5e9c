"""Checkers' verdicts and decisions on complaints of the deliveries in force."""

import polars as pl

from rules.hasil_periksa import tandai_keputusan, tandai_pemeriksaan
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.baris import rows_landed
from tasks.gateways.susunan import Susunan


def susun_pengawasan(mendarat: Mendarat, susunan: Susunan, berkas: pl.DataFrame) -> None:
    """Writes pemeriksaan and keputusan_aduan where anything of them was delivered; needs tenaga."""
    berlaku = berkas.filter(status="BERLAKU")
    for tabel in ("pemeriksaan", "keputusan_aduan"):
        susunan.remove(tabel)
    hasil = rows_landed(mendarat, berlaku.filter(jenis="pemeriksaan"), "pemeriksaan")
    if hasil is not None:
        susunan.write("pemeriksaan", tandai_pemeriksaan(hasil, susunan.scan("tenaga")))
    putus = rows_landed(mendarat, berlaku.filter(jenis="keputusan-aduan"), "keputusan_aduan")
    if putus is not None:
        susunan.write("keputusan_aduan", tandai_keputusan(putus))
