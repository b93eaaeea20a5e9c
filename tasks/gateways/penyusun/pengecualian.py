"""The waivers that BKN approved, as the table of their name."""

from datetime import date

import polars as pl

from rules.pengecualian import judge_pengecualian
from rules.rule import load_rules
from tasks.gateways.penyusun.umpan import latest_umpan
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan


def susun_pengecualian(
    simpanan: Simpanan, susunan: Susunan, berkas: pl.DataFrame, hari: date
) -> None:
    """Writes pengecualian as it holds on `hari`, where BKN ever delivered any."""
    susunan.remove("pengecualian")
    diterima = latest_umpan(simpanan, berkas, "pengecualian-disetujui")
    if diterima is not None:
        susunan.write("pengecualian", judge_pengecualian(diterima.collect(), load_rules(), hari))
