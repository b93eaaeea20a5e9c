"""The answers to the SPTJM of a night, one letter an instansi that sent any."""

from collections.abc import Iterator
from datetime import datetime

import duckdb

from reports.render import query as sql_of
from reports.sptjm_jawaban import letter_from, render_jawaban
from reports.unsur import Potret
from rules.ketentuan import ketentuan_on
from rules.sptjm import PotretInstansi, final_potret
from tasks.gateways.bahan_potret import quote
from tasks.gateways.gudang import query
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.potret_instansi import read_potret_instansi
from tasks.gateways.simpanan import KOTAK_KELUAR, Simpanan

JAWABAN_SPTJM = "sptjm-jawaban.html"
_DIBATALKAN = "SELECT kode_instansi, tahap, dibatalkan FROM pembukaan WHERE dibatalkan IS NOT NULL"


def sptjm_answers(
    simpanan: Simpanan,
    gudang: duckdb.DuckDBPyConnection,
    tanggal: datetime,
    tanda: str | None = None,
) -> Iterator[tuple[str, bytes]]:
    """(key, page) of every answer as of `tanggal`; what is said already has the same bytes again."""
    surat = query(gudang, sql_of("sptjm_jawaban"))
    if surat.is_empty():
        return
    akibat = quote(ketentuan_on(tanggal_hukum(tanggal)), "akibat_tanpa_sptjm")
    potret = read_potret_instansi(simpanan, query(gudang, _DIBATALKAN))
    for (kode,), baris in surat.group_by("kode_instansi", maintain_order=True):
        milik = potret.get(kode, [])
        berlaku = final_potret(kode, tanggal, milik)
        isi = letter_from(
            baris.to_dicts(),
            {satu.tahap: _potret(satu) for satu in milik},
            berlaku and _potret(berlaku),
            akibat,
            tanda,
        )
        yield f"{KOTAK_KELUAR}{kode}/{JAWABAN_SPTJM}", render_jawaban(isi)


def _potret(satu: PotretInstansi) -> Potret:
    return Potret(tahap=satu.tahap, nama=satu.nama, batas=satu.batas, sidik=satu.sidik)
