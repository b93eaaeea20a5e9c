"""Until when each instansi may correct, as a gudang tells it."""

from datetime import datetime

import duckdb

from rules.batas_instansi import BatasInstansi
from rules.kalender import batas_berikut, kalender_on
from tasks.gateways.gudang import query
from tasks.gateways.hukum import tanggal_hukum

_DIPERPANJANG = """
SELECT kode_instansi, max(batas)
FROM (
    SELECT kode_instansi, batas_diperpanjang AS batas FROM perpanjangan
    UNION ALL
    SELECT kode_instansi, sampai FROM pembukaan WHERE alasan_tertutup IS NULL AND dibatalkan IS NULL
)
WHERE batas IS NOT NULL
GROUP BY kode_instansi
"""


def read_batas(gudang: duckdb.DuckDBPyConnection, tanggal: datetime) -> BatasInstansi:
    """The deadlines as of `tanggal`: everybody's next one, and in this gudang the extensions and what was opened again."""
    umum = batas_berikut(kalender_on(tanggal_hukum(tanggal)), "masukan", tanggal)
    return BatasInstansi(umum, dict(query(gudang, _DIPERPANJANG).iter_rows()))
