"""Six later criteria, one verdict each: which verdicts of the census they rest on is in the law files."""

import itertools

import polars as pl
import pytest

from rules.enam_kriteria import enam_kriteria, gabung_putusan
from rules.rule import KRITERIA, load_rules
from tests.cases import kolom_skema
from tests.rules.orang import K

TENAGA = pl.LazyFrame({"id_tenaga": [1, 2], "kode_instansi": ["0001", "0002"]})
SPTJM = pl.LazyFrame({"kode_instansi": ["0002", "0002"]})


def enam(k=K, sptjm=SPTJM, **kriteria):
    """Verdicts of two people; every criterion not named is met."""
    isi = {satu: kriteria.get(satu, ["M", "M"]) for satu in KRITERIA}
    putusan = pl.LazyFrame({"id_tenaga": [1, 2], **isi, "keseluruhan": ["M", "M"]})
    return enam_kriteria(putusan, TENAGA, sptjm, k).collect()


def test_the_columns_are_those_of_the_gudang():
    hasil = enam()
    assert ["id_tenaga", *K.kriteria_lanjutan] == hasil.columns
    with_enum = kolom_skema("enam_kriteria") | dict.fromkeys(K.kriteria_lanjutan, pl.String())
    assert dict(hasil.schema) == with_enum


@pytest.mark.parametrize("asal", KRITERIA)
@pytest.mark.parametrize("huruf", ["T", "B"])
def test_a_verdict_moves_the_criterion_that_the_law_files_give_it(asal, huruf):
    hasil = enam(**{asal: [huruf, "M"]}).drop("id_tenaga", "sptjm").row(0, named=True)
    pindah = {nama for nama, isi in K.kriteria_lanjutan.items() if asal in isi}
    assert {nama for nama, putusan in hasil.items() if putusan == huruf} == pindah
    assert set(hasil.values()) <= {"M", huruf}


def test_status_and_activity_are_none_of_the_six():
    dipakai = {satu for isi in K.kriteria_lanjutan.values() for satu in isi}
    assert set(KRITERIA) - dipakai == {"status", "aktif"}


@pytest.mark.parametrize(("satu", "dua"), [*itertools.product("MTB", repeat=2)])
def test_one_unmet_rejects_one_unknown_leaves_it_open(satu, dua):
    baris = pl.DataFrame({"a": [satu], "b": [dua]})
    harus = next((huruf for huruf in "TB" if huruf in (satu, dua)), "M")
    assert baris.select(gabung_putusan(("a", "b"))).item() == harus


def test_sptjm_is_the_phase_of_the_instansi():
    assert enam()["sptjm"].to_list() == ["B", "M"]
    assert enam(sptjm=SPTJM.clear())["sptjm"].to_list() == ["B", "B"]
    assert enam(K.model_copy(update={"sptjm_wajib": False}))["sptjm"].to_list() == ["M", "M"]


def test_another_mapping_gives_other_verdicts():
    lain = {"honorarium": ("honorarium",), "aktif": ("aktif", "blu")}
    hasil = enam(K.model_copy(update={"kriteria_lanjutan": lain}), blu=["T", "M"])
    assert hasil.columns == ["id_tenaga", "honorarium", "aktif"]
    assert hasil.row(0) == (1, "M", "T")


def test_every_deciding_rule_declares_a_criterion_that_is_judged():
    assert {satu.kriteria for satu in load_rules() if satu.memutus} == set(KRITERIA)
