"""The letters of a night: one for each refused file, and one for all that waits or came too late."""

from collections.abc import Iterator
from datetime import datetime

import duckdb
import polars as pl

from reports.belum_dipakai import Sampai, letter_from, render_belum_dipakai
from reports.penolakan import render_penolakan, surat_from
from reports.render import query as sql_of
from reports.unsur import Instansi
from rules.batas_instansi import BatasInstansi
from rules.kalender import JENIS_TERBATAS, Tahap, batas_berikut, tahap_menerima
from tasks.gateways.gudang import query
from tasks.gateways.simpanan import KOTAK_KELUAR, Simpanan, sidik

BELUM_DIPAKAI = "kiriman-belum-dipakai.html"


def letters(
    simpanan: Simpanan,
    gudang: duckdb.DuckDBPyConnection,
    kalender: tuple[Tahap, ...],
    sampai: BatasInstansi,
    tanggal: datetime,
    tanda: str | None = None,
) -> Iterator[tuple[str, bytes]]:
    """(key, page) of every letter as of `tanggal`, `sampai` being each instansi's deadline; what is said
    already has the same bytes again."""
    yield from _refusals(gudang, sampai, tanggal, tanda)
    yield from _waiting(simpanan, gudang, kalender, tanggal, tanda)


def _refusals(
    gudang: duckdb.DuckDBPyConnection, sampai: BatasInstansi, tanggal: datetime, tanda: str | None
) -> Iterator[tuple[str, bytes]]:
    ditolak = query(gudang, sql_of("penolakan/query"))
    # A file that was replaced needs no answer any more; the letter it got stays as it was.
    for satu in ditolak.filter(~pl.col("diganti")).to_dicts():
        # The same bytes may be refused under two names, each with a letter of its own.
        nomor = sidik(f"{satu['kunci']}\0{satu['sha256']}".encode())[:12]
        kunci = f"{KOTAK_KELUAR}{satu['kode_instansi']}/penolakan/{nomor}-{satu['kode']}.html"
        terbatas = satu["jenis"] in JENIS_TERBATAS
        batas = sampai.bagi(satu["kode_instansi"], tanggal) if terbatas else None
        yield kunci, render_penolakan(surat_from(satu, batas, tanda))


def _waiting(
    simpanan: Simpanan,
    gudang: duckdb.DuckDBPyConnection,
    kalender: tuple[Tahap, ...],
    tanggal: datetime,
    tanda: str | None,
) -> Iterator[tuple[str, bytes]]:
    """One letter an instansi, kept up to date; it says so when nothing waits any more."""
    menunggu = query(gudang, sql_of("belum_dipakai"))
    milik = menunggu.partition_by("kode_instansi", as_dict=True, maintain_order=True)
    lewat = tahap_menerima(kalender, "masukan")
    sampai = Sampai(
        lewat.batas if lewat else None,
        lewat.kutipan if lewat else None,
        batas_berikut(kalender, "perpanjangan", tanggal),
        batas_berikut(kalender, "penghapusan", tanggal),
    )
    for kode, nama, jenis, *_ in query(gudang, sql_of("temuan/pengirim")).iter_rows():
        kunci = f"{KOTAK_KELUAR}{kode}/{BELUM_DIPAKAI}"
        baris = milik[kode,].to_dicts() if (kode,) in milik else []
        if baris or simpanan.exists(kunci):
            instansi = Instansi(kode=kode, nama=nama, jenis=jenis)
            isi = letter_from(instansi, baris, sampai, tanda)
            yield kunci, render_belum_dipakai(isi)
