"""The new gudang → did we load it right? A failed expectation keeps the old gudang in place."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.mutu import Ukuran, expect_measures
from tasks.gateways.pengaturan import Pengaturan

_UKURAN = Path(__file__).parent / "gateways" / "ukuran"
_HARAPAN = (
    ("ExpectColumnValuesToBeUnique", {"column": "hal"}),
    ("ExpectColumnPairValuesToBeEqual", {"column_A": "harapan", "column_B": "nyata"}),
)


class GudangTidakLayakError(RuntimeError):
    """Our own fault: the warehouse that was built does not hold what it must."""


@task(cache_policy=NO_CACHE)
def expect_gudang(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Measures the gudang at `jalur`, writes the Data Docs; raises GudangTidakLayakError, else counts checks."""
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        ukuran = [
            Ukuran(sql.stem, query(gudang, sql.read_text()), _HARAPAN)
            for sql in sorted(_UKURAN.glob("*.sql"))
        ]
    mutu = expect_measures(ukuran, tanggal, pengaturan.ruang_kerja / "mutu")
    if mutu.gagal:
        raise GudangTidakLayakError("; ".join(mutu.gagal))
    return mutu.diperiksa
