"""Rules × frozen potret → which rules may not reject yet."""

from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.bayangan import soften
from rules.katalog import baris_aturan
from rules.ketentuan import ketentuan_on
from rules.rule import load_rules
from tasks.gateways.bayangan import weigh_aturan
from tasks.gateways.gudang import empty_table
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def check_aturan(pengaturan: Pengaturan, tanggal: datetime, folder: Path) -> list[str]:
    """Writes bayangan, and aturan with the rules that only warn; returns their codes.

    Only potret of earlier tahap count, so that a closing done again weighs the same.
    """
    susunan, k = Susunan(folder), ketentuan_on(tanggal_hukum(tanggal))
    timbangan = weigh_aturan(pengaturan, tanggal, k)
    baris = [
        (t.kode, t.tahap, t.orang, t.jumlah, t.boleh, t.oleh, t.hanya_memperingatkan)
        for t in timbangan
    ]
    skema = empty_table("bayangan").schema
    susunan.write("bayangan", pl.DataFrame(baris, schema=skema, orient="row"))
    lunak = sorted({t.kode for t in timbangan if t.hanya_memperingatkan})
    susunan.write("aturan", baris_aturan(soften(load_rules(), lunak), k))
    return lunak
