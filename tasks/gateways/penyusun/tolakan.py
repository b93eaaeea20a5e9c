"""Which deliveries cannot be used, and what their senders are told."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import polars as pl

from rules.pembacaan.jenis import bentuk_jenis, tolak_jenis
from rules.pembacaan.penolakan import BerkasDitolakError
from rules.pembacaan.templat import tolak_templat
from tasks.gateways.simpanan import ARSIP, Simpanan
from tasks.gateways.umpan import scan_umpan

# id_berkas → kode, pesan, tindakan: the same content may do for one sender, jenis or day and not for another.
Tolakan = dict[int, dict[str, str]]
Bacaan = Mapping[str, Mapping[str, Any]]


def refuse_workbooks(terima: pl.DataFrame, bacaan: Bacaan) -> Tolakan:
    """Workbooks of another template, those the reader refused, and those without the sheet of their jenis."""
    dibaca = terima.filter(pl.col("jenis").is_in(list(bentuk_jenis())) & ~pl.col("diabaikan"))
    tolakan: Tolakan = {}
    for nomor, kode, sidik, jenis in dibaca.select(
        "id_berkas", "kode_instansi", "sha256", "jenis"
    ).iter_rows():
        if (isi := bacaan.get(sidik)) and (satu := _refuse_workbook(isi, kode, jenis)):
            tolakan[nomor] = satu
    return tolakan


def _refuse_workbook(isi: Mapping[str, Any], kode: str, jenis: str) -> dict[str, str] | None:
    # The wrong template explains what else is wrong with a workbook, so it is told first.
    if satu := tolak_templat(isi["sifat"], kode):
        return asdict(satu)
    if isi["penolakan"]:
        return isi["penolakan"]
    lembar = [satu["nama"] for satu in isi["lembar"]]
    satu = tolak_jenis(jenis, isi["baris"], lembar)
    return satu and asdict(satu)


def refuse_umpan(simpanan: Simpanan, terima: pl.DataFrame) -> Tolakan:
    """National feeds that lack a column or hold values that cannot be read."""
    tolakan: Tolakan = {}
    umpan = terima.filter(kode_instansi="bkn", diabaikan=False)
    isi = umpan.group_by("sha256", "jenis", maintain_order=True).agg("id_berkas")
    for sidik, feed, nomor in isi.iter_rows():
        try:
            scan_umpan(simpanan.local_path(f"{ARSIP}{sidik}"), feed)
        except BerkasDitolakError as tolak:
            tolakan |= dict.fromkeys(nomor, asdict(tolak.penolakan))
    return tolakan


def mark_refused(terima: pl.DataFrame, tolakan: Tolakan) -> pl.DataFrame:
    """`terima` with the Boolean ditolak."""
    return terima.with_columns(pl.col("id_berkas").is_in(list(tolakan)).alias("ditolak"))


def refusals(berkas: pl.DataFrame, tolakan: Tolakan) -> pl.DataFrame:
    """Table penolakan: the sentences for the deliveries whose status is DITOLAK."""
    ditolak = berkas.filter(status="DITOLAK").select("id_berkas", "kode_instansi")
    baris = [
        (nomor, kode, *(tolakan[nomor][isi] for isi in ("kode", "pesan", "tindakan")))
        for nomor, kode in ditolak.iter_rows()
    ]
    skema = {"id_berkas": pl.Int32} | dict.fromkeys(
        ("kode_instansi", "kode", "pesan", "tindakan"), pl.String
    )
    return pl.DataFrame(baris, schema=skema, orient="row")
