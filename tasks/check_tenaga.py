"""Rows and law in, findings and verdicts out."""

from datetime import date
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.bayangan import soften
from rules.enam_kriteria import enam_kriteria
from rules.fakta import derive_fakta, derive_riwayat
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.kolom_hilang import missing_columns, tell_once
from rules.pasangan import baris_ganda
from rules.periksa import check
from rules.peta_jalan import derive_peta_jalan
from rules.putusan import judge
from rules.rule import load_rules
from tasks.gateways.bayangan import softened
from tasks.gateways.gudang import empty_table
from tasks.gateways.masukan import scan_masukan
from tasks.gateways.pengawasan import scan_pengawasan
from tasks.gateways.susunan import Susunan


@task(cache_policy=NO_CACHE)
def check_tenaga(folder: Path, tanggal_hukum: date) -> list[str]:
    """Writes fakta, temuan, putusan, what follows from them, and galat; returns the codes of the rules that crashed."""
    susunan, k = Susunan(folder), ketentuan_on(tanggal_hukum)
    aturan = soften(load_rules(), softened(susunan))
    masukan = scan_masukan(susunan)
    susunan.write("fakta", derive_fakta(masukan, k))
    fakta = susunan.scan("fakta")
    hasil = [
        check(fakta, k, aturan),
        check(derive_riwayat(masukan, k), k, aturan, "riwayat"),
        check(baris_ganda(susunan.scan("tenaga")), k, aturan, "ganda"),
        *(check(baris, k, aturan, sasaran) for sasaran, baris in scan_pengawasan(susunan)),
    ]
    hilang = missing_columns(susunan.read("berkas"), susunan.read("kolom_berkas"))
    temuan = pl.concat(satu.temuan for satu in hasil)
    susunan.write("temuan", tell_once(temuan, susunan.scan("tenaga"), hilang, aturan))
    susunan.write("putusan", judge(fakta, k, aturan))
    _turunan(susunan, k)
    gagal = [baris for satu in hasil for baris in satu.galat]
    galat = pl.DataFrame(gagal, schema=empty_table("galat").schema, orient="row")
    susunan.write("galat", galat)
    return galat["kode_aturan"].to_list()


def _turunan(susunan: Susunan, k: Ketentuan) -> None:
    """Tables that say for what use a person was counted: the six later criteria, the roadmap."""
    fakta, instansi = susunan.scan("fakta"), susunan.scan("instansi")
    enam = enam_kriteria(susunan.scan("putusan"), fakta, susunan.scan("sptjm"), k)
    susunan.write("enam_kriteria", enam)
    dokumen = susunan.scan("dokumen") if susunan.has("dokumen") else None
    susunan.write("peta_jalan", derive_peta_jalan(fakta, instansi, dokumen, k))
