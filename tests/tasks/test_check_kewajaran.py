"""The night's tables for BKN's inspectors, from rows to ranking, without a flow."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import tasks.check_kewajaran as modul
from rules.fakta import derive_fakta
from rules.ketentuan import Ketentuan
from rules.rule import Aturan, load_rules, rule
from tasks.gateways.gudang import build_gudang, empty_table, open_gudang
from tasks.gateways.susunan import Susunan
from tests.rules.orang import INSTANSI, K, masukan, riwayat, tenaga
from tests.rules.test_kewajaran_potret import people, potret

HARI = date(2022, 10, 8)


@pytest.fixture
def susunan(tmp_path: Path) -> Susunan:
    """Three people; one with a misspelt guard's title, one of whose potret said more."""
    orang = people(1, 2, 3)
    for n, satu in enumerate(orang):
        satu |= {"nomor_sk": f"{n}/2019", "file_sk": f"{n}.pdf", "file_bukti": f"b{n}.pdf"}
    orang[0]["jabatan"] = "Petugas Kemanan"
    hasil = Susunan(tmp_path)
    dasar = masukan(tenaga(*orang))
    hasil.write("tenaga", dasar.tenaga)
    hasil.write("riwayat", riwayat())
    hasil.write("instansi", INSTANSI)
    hasil.write("fakta", derive_fakta(dasar, K))
    hasil.write("galat", empty_table("galat"))
    hasil.write("potret_lalu", potret(people(2)[0] | {"jabatan": "Sopir"}, *people(9)))  # fmt: skip
    return hasil


def run(susunan: Susunan) -> list[str]:
    return modul.check_kewajaran.fn(susunan.folder, HARI)


def test_findings_ranking_and_the_vanished(susunan: Susunan) -> None:
    assert run(susunan) == []
    kewajaran = susunan.read("kewajaran").select("kode_aturan", "id_tenaga", "bobot").rows()
    assert kewajaran == [("W-JABATAN-BERUBAH", 2, 6), ("W-JABATAN-SAMAR", 1, 4)]
    assert susunan.read("peringkat_orang")["id_tenaga"].to_list() == [2, 1]
    assert susunan.read("hilang")["nama"].to_list() == ["ORANG J9"]
    assert susunan.read("peringkat_instansi").rows() == [(1, "5104", 3, 2, 12, 1, 24.0)]


def test_the_tables_fit_the_gudang(susunan: Susunan, tmp_path: Path) -> None:
    run(susunan)
    sempit = Susunan(tmp_path / "sempit")
    for tabel in ("kewajaran", "hilang", "peringkat_orang", "peringkat_instansi"):
        sempit.write(tabel, susunan.scan(tabel))
    build_gudang(tmp_path / "gudang.duckdb", sempit)
    with open_gudang(tmp_path / "gudang.duckdb") as gudang:
        assert gudang.execute("SELECT count(*), sum(bobot) FROM kewajaran").fetchall() == [(2, 10)]


def test_a_night_without_potret_finds_nobody_gone(susunan: Susunan) -> None:
    susunan.remove("potret_lalu")
    run(susunan)
    assert susunan.read("hilang").is_empty()
    assert susunan.read("kewajaran")["kode_aturan"].to_list() == ["W-JABATAN-SAMAR"]


def test_one_rules_crash_is_one_galat(susunan: Susunan, monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("W-RUSAK", nama="R", dasar=("tumpuk_hari",), berat="info", sasaran="kewajaran", pesan=".")
    def rusak(k: Ketentuan) -> pl.Expr:
        return pl.col("tidak_ada") > 1

    def semua(*_: Any) -> tuple[Aturan, ...]:
        return (*load_rules(), rusak)

    lama = pl.DataFrame([("K-LAIN", "sebab")], schema=empty_table("galat").schema, orient="row")
    susunan.write("galat", lama)
    monkeypatch.setattr(modul, "load_rules", semua)
    assert run(susunan) == ["W-RUSAK"]
    assert susunan.read("galat")["kode_aturan"].to_list() == ["K-LAIN", "W-RUSAK"]
    assert susunan.read("kewajaran").height == 2
