"""Rows of deliveries that have rules of their own, as the rules read them."""

from collections.abc import Iterator

import polars as pl

from rules.hasil_periksa import baris_dokumen, baris_keputusan, baris_pemeriksaan
from rules.portal_orang import baris_biodata
from rules.rule import Sasaran
from tasks.gateways.susunan import Susunan


def scan_pengawasan(susunan: Susunan) -> Iterator[tuple[Sasaran, pl.LazyFrame]]:
    """(sasaran, rows) of every such kind that was delivered; the others cost nothing."""
    berkas = susunan.scan("berkas")
    if susunan.has("pemeriksaan"):
        tenaga = susunan.scan("tenaga")
        baris = baris_pemeriksaan(susunan.scan("pemeriksaan"), tenaga, berkas)
        yield "pemeriksaan", baris.collect().lazy()
    if susunan.has("keputusan_aduan"):
        aduan = susunan.scan("aduan") if susunan.has("aduan") else None
        baris = baris_keputusan(susunan.scan("keputusan_aduan"), aduan, berkas)
        yield "keputusan_aduan", baris.collect().lazy()
    if susunan.has("biodata"):
        baris = baris_biodata(susunan.scan("biodata"), susunan.scan("tenaga"))
        yield "biodata", baris.collect(engine="streaming").lazy()
    if susunan.has("dokumen"):
        yield "dokumen", baris_dokumen(susunan.scan("dokumen")).collect().lazy()
