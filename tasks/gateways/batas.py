"""Until when each instansi may correct, as a gudang tells it."""

from datetime import datetime

import duckdb

from rules.batas_instansi import BatasInstansi
from rules.kalender import batas_berikut, kalender_on
from tasks.gateways.gudang import query
from tasks.gateways.hukum import tanggal_hukum

_DIPERPANJANG = """
SELECT kode_instansi, batas_diperpanjang FROM perpanjangan WHERE batas_diperpanjang IS NOT NULL
"""


def read_batas(gudang: duckdb.DuckDBPyConnection, tanggal: datetime) -> BatasInstansi:
    """The deadlines as of `tanggal`: everybody's next one, and the extensions of this gudang."""
    umum = batas_berikut(kalender_on(tanggal_hukum(tanggal)), "masukan", tanggal)
    return BatasInstansi(umum, dict(query(gudang, _DIPERPANJANG).iter_rows()))
