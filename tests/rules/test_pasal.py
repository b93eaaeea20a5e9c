"""The clause table leaves nothing out: every clause is answered, every answer exists, every rule has a clause."""

import csv
import re

import pytest

from rules.kalender import kalender_on
from rules.katalog import hukum_terakhir
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.pasal import SUMBER, Pasal, load_pasal, tabel_pasal
from rules.rujukan import AKAR, rujukan
from rules.rule import load_rules

K = ketentuan_on(hukum_terakhir())
PASAL = load_pasal()
KODE = [satu.kode for satu in load_rules()]


def sebutan(satu: Pasal) -> str:
    return f"{satu.sumber} {satu.instrumen} {satu.butir}"


def test_no_clause_is_empty_handed():
    assert len(PASAL) > 150
    assert [sebutan(satu) for satu in PASAL if not satu.terjawab] == []
    assert [sebutan(satu) for satu in PASAL if not (satu.bunyi and satu.butir)] == []


def test_every_named_rule_exists():
    hilang = {
        (sebutan(satu), pola)
        for satu in PASAL
        for pola in satu.aturan
        if not Pasal(*[""] * 4, (pola,), (), (), (), "").kode_aturan(KODE)
    }
    assert hilang == set()


def test_every_named_ketentuan_and_tahap_exists():
    kenal = set(Ketentuan.model_fields) - {"tanggal", "sumber"}
    tahap = {satu.kode for satu in kalender_on(hukum_terakhir())}
    assert {nama for satu in PASAL for nama in satu.ketentuan} - kenal == set()
    assert {nama for satu in PASAL for nama in satu.tahap} - tahap == set()


def test_every_rule_is_named_by_a_clause_or_is_our_reading():
    disebut = {kode for satu in PASAL for kode in satu.kode_aturan(KODE)}
    bacaan = {satu.kode for satu in load_rules() if any(K.sumber[d].asumsi for d in satu.dasar)}
    assert set(KODE) - disebut - bacaan == set()


def test_every_published_ketentuan_and_every_tahap_is_named():
    ketentuan = {nama for satu in PASAL for nama in satu.ketentuan}
    assert {nama for nama, sumber in K.sumber.items() if not sumber.asumsi} - ketentuan == set()
    tahap = {nama for satu in PASAL for nama in satu.tahap}
    assert {satu.kode for satu in kalender_on(hukum_terakhir())} - tahap == set()


def test_every_product_exists():
    skema = rujukan("schema.sql").read_text(encoding="utf-8")
    tabel = set(re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", skema, re.MULTILINE))
    with rujukan("jenis_kiriman.csv").open(encoding="utf-8", newline="") as berkas:
        kiriman = {baris["jenis"] for baris in csv.DictReader(berkas)}
    for satu in PASAL:
        for nama in satu.produk:
            jenis, _, isi = nama.partition(":")
            ada = {"gudang": isi in tabel, "kiriman": isi in kiriman}
            assert ada.get(jenis, (AKAR.parent / nama).exists()), f"{sebutan(satu)}: {nama}"


def test_every_source_is_read():
    awal = {bagian[0] for satu in PASAL for bagian in satu.sumber.split() if bagian[0] in "SD"}
    assert awal == {"S", "D"}
    for sumber in SUMBER:
        assert any(bagian.startswith(sumber) for satu in PASAL for bagian in satu.sumber.split()), (
            sumber
        )


def test_the_table_shows_what_answers_or_why_nothing_can():
    tabel = tabel_pasal()
    assert tabel.count("\n") == len(PASAL) + 2
    assert "| huruf d | Bekerja paling singkat satu tahun pada 31-12-2021 | aturan `K-MASA-KERJA`; ketentuan `masa_kerja_minimum_bulan`" in tabel  # fmt: skip
    satu = Pasal("S1", "X", "1", "Isi", ("K-BLU",), (), ("finalisasi",), ("reports/sptjm",), "Sebab.")  # fmt: skip
    assert tabel_pasal((satu,)).splitlines()[-1] == (
        "| S1 | X | 1 | Isi | aturan `K-BLU`; tahap `finalisasi`; produk `reports/sptjm`; Sebab. |"
    )
    kosong = Pasal("S1", "X", "1", "Isi", (), (), (), (), "")
    assert not kosong.terjawab


@pytest.mark.parametrize(("pola", "banyak"), [("P-*", 5), ("K-BLU", 1), ("TIDAK-ADA", 0)])
def test_a_star_stands_for_every_code_of_that_beginning(pola, banyak):
    assert len(Pasal(*[""] * 4, (pola,), (), (), (), "").kode_aturan(KODE)) == banyak
