"""Reads from the gudang what an explanation needs: of one NIK, or of the row a cell stands in."""

from datetime import datetime

import duckdb
import polars as pl

from reports import tulisan
from reports.penjelasan import Penjelasan, render_penjelasan
from reports.render import query as sql_of
from rules.ketentuan import ketentuan_on
from rules.rule import load_rules
from rules.samaran import samarkan_nik
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pendaftaran import PembacaPendaftaran
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import KOTAK_MASUK, samarkan_kunci


class NikTidakAdaError(LookupError):
    """Nobody registered this NIK, or nobody stands in this row."""


def explain_nik(pengaturan: Pengaturan, nik: str) -> str:
    """The explanation of one NIK as text; raises NikTidakAdaError, FileNotFoundError before the first night."""
    samar = pl.select(samarkan_nik(pl.lit(nik))).item()
    return _explain(pengaturan, f"NIK {samar}", "penjelasan/nik", nik)


def explain_sel(pengaturan: Pengaturan, kunci: str, lembar: str, baris: int) -> str:
    """The explanation of who stands in a row of a workbook (`kunci` with or without kotak-masuk/).

    For rows whose NIK cannot be read; a row of Data Riwayat leads to its person. Raises as explain_nik.
    """
    kunci = KOTAK_MASUK + kunci.removeprefix(KOTAK_MASUK)
    perihal = f"{samarkan_kunci(kunci)}, lembar {lembar} baris {baris}"
    return _explain(pengaturan, perihal, "penjelasan/sel", kunci, lembar, baris)


def _explain(pengaturan: Pengaturan, perihal: str, pencari: str, *isi: object) -> str:
    jalur = pengaturan.ruang_kerja / "gudang.duckdb"
    if not jalur.exists():
        raise FileNotFoundError(f"{jalur} belum ada; jalankan pendataan nightly lebih dahulu")
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        saat, hari = _moment(gudang)
        siapa = query(gudang, sql_of(pencari), *isi)["id_tenaga"].to_list()
        if not siapa:
            raise NikTidakAdaError(
                f"{perihal}: tidak ada dalam gudang keadaan {tulisan.saat(saat)}"
            )
        orang = query(gudang, sql_of("penjelasan/query"), siapa)
        pembaca = PembacaPendaftaran(gudang, ketentuan_on(hari), load_rules())
        pendaftaran = tuple(pembaca.registration(orang[i]) for i in range(orang.height))
    return render_penjelasan(
        Penjelasan(
            perihal=perihal,
            keadaan=saat,
            tanggal_hukum=tulisan.tanggal(hari),
            pendaftaran=pendaftaran,
        )
    )


def _moment(gudang: duckdb.DuckDBPyConnection) -> tuple[datetime, datetime]:
    return gudang.execute("SELECT tanggal, tanggal_hukum FROM malam").fetchone()
