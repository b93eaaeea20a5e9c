"""What looks implausible, for BKN's inspectors: apart from the findings that instansi are told."""

from datetime import date
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.ketentuan import ketentuan_on
from rules.kewajaran_fakta import derive_kewajaran
from rules.kewajaran_potret import find_hilang
from rules.periksa import check
from rules.peringkat import rank_instansi, rank_orang, timbangan, weigh_temuan
from rules.rule import load_rules
from tasks.gateways.masukan import scan_masukan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def check_kewajaran(folder: Path, tanggal_hukum: date) -> list[str]:
    """Writes kewajaran, hilang, peringkat_orang and peringkat_instansi, adds to galat; returns the codes
    of the rules that crashed. Needs fakta and galat of the same night."""
    susunan, k, t = Susunan(folder), ketentuan_on(tanggal_hukum), timbangan()
    masukan = scan_masukan(susunan)
    susunan.write("fakta_kewajaran", derive_kewajaran(masukan, susunan.scan("fakta"), k))
    hasil = check(susunan.scan("fakta_kewajaran"), k, load_rules(), "kewajaran")
    temuan = weigh_temuan(hasil.temuan, t)
    hilang = find_hilang(masukan, k).collect()
    daftar = masukan.tenaga.group_by("kode_instansi").agg(daftar=pl.len()).collect()
    orang = rank_orang(temuan)
    susunan.write("kewajaran", temuan)
    susunan.write("hilang", hilang)
    susunan.write("peringkat_orang", orang)
    susunan.write("peringkat_instansi", rank_instansi(orang, hilang, daftar, t))
    galat = susunan.read("galat")
    susunan.write("galat", galat.extend(_rows(hasil.galat, galat)))
    return [kode for kode, _ in hasil.galat]


def _rows(galat: list[tuple[str, str]], seperti: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(galat, schema=seperti.schema, orient="row")
