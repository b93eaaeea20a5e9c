"""Which deliveries cannot be used, and what their senders are told."""

from dataclasses import asdict
from typing import Any

import polars as pl

from rules.pembacaan.jenis import tolak_jenis
from rules.pembacaan.penolakan import BerkasDitolakError
from tasks.gateways.simpanan import ARSIP, Simpanan
from tasks.gateways.umpan import scan_umpan

# (sha256, jenis) → kode, pesan, tindakan: the same content may do for one jenis and not for another.
Tolakan = dict[tuple[str, str], dict[str, str]]


def refuse_workbooks(dibaca: list[tuple[str, str]], bacaan: dict[str, dict[str, Any]]) -> Tolakan:
    """Refusals the reader met, and workbooks without the sheet that their jenis delivers."""
    tolakan: Tolakan = {}
    for sidik, jenis in dibaca:
        isi = bacaan.get(sidik)
        if isi is None:
            continue
        lembar = [satu["nama"] for satu in isi.get("lembar", [])]
        if isi["penolakan"]:
            tolakan[sidik, jenis] = isi["penolakan"]
        elif satu := tolak_jenis(jenis, isi["baris"], lembar):
            tolakan[sidik, jenis] = asdict(satu)
    return tolakan


def refuse_umpan(simpanan: Simpanan, terima: pl.DataFrame) -> Tolakan:
    """National feeds that lack a column or hold values that cannot be read."""
    tolakan: Tolakan = {}
    umpan = terima.filter(kode_instansi="bkn", diabaikan=False).select("sha256", "jenis").unique()
    for sidik, feed in umpan.iter_rows():
        try:
            scan_umpan(simpanan.local_path(f"{ARSIP}{sidik}"), feed)
        except BerkasDitolakError as tolak:
            tolakan[sidik, feed] = asdict(tolak.penolakan)
    return tolakan


def mark_refused(terima: pl.DataFrame, tolakan: Tolakan) -> pl.DataFrame:
    """`terima` with the Boolean ditolak."""
    ditolak = pl.DataFrame(
        list(tolakan), schema={"sha256": pl.String, "jenis": pl.String}, orient="row"
    ).with_columns(ditolak=pl.lit(True))
    kunci = ["sha256", "jenis"]
    return terima.join(ditolak, on=kunci, how="left", maintain_order="left").with_columns(
        pl.col("ditolak").fill_null(False)
    )


def refusals(berkas: pl.DataFrame, tolakan: Tolakan) -> pl.DataFrame:
    """Table penolakan: the sentences for the deliveries whose status is DITOLAK."""
    ditolak = berkas.filter(status="DITOLAK").select(
        "id_berkas", "kode_instansi", "sha256", "jenis"
    )
    baris = [
        (nomor, kode, *(tolakan[sidik, jenis][isi] for isi in ("kode", "pesan", "tindakan")))
        for nomor, kode, sidik, jenis in ditolak.iter_rows()
    ]
    skema = {"id_berkas": pl.Int32} | dict.fromkeys(
        ("kode_instansi", "kode", "pesan", "tindakan"), pl.String
    )
    return pl.DataFrame(baris, schema=skema, orient="row")
