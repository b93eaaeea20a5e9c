"""Rows × law → findings and verdicts."""

from datetime import date
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.fakta import derive_fakta
from rules.ketentuan import ketentuan_on
from rules.periksa import check
from rules.putusan import judge
from rules.rule import load_rules
from tasks.gateways.gudang import empty_table
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def check_tenaga(folder: Path, tanggal_hukum: date) -> list[str]:
    """Writes fakta, temuan, putusan and galat; returns the codes of the rules that crashed."""
    susunan, k, aturan = Susunan(folder), ketentuan_on(tanggal_hukum), load_rules()
    susunan.write("fakta", derive_fakta(_masukan(susunan), k))
    fakta = susunan.scan("fakta")
    hasil = check(fakta, k, aturan)
    susunan.write("temuan", hasil.temuan)
    susunan.write("putusan", judge(fakta, k, aturan))
    galat = pl.DataFrame(hasil.galat, schema=empty_table("galat").schema, orient="row")
    susunan.write("galat", galat)
    return galat["kode_aturan"].to_list()
