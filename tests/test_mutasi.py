"""Every wrong step in a rule is caught by the cases of that rule; the mutator itself is tested on a rule of its own."""

import polars as pl
import pytest

import rules.masa_kerja
from rules.rule import load_rules, rule
from tests.cases import read_tabel
from tests.mutan import mutants_of, value_mutants
from tests.mutasi import (
    FAKTA,
    Skor,
    _score_rule,
    equivalents,
    print_scores,
    score_age,
    score_all,
    score_facts,
    score_rules,
    score_shared,
)
from tests.rules.orang import K


@pytest.fixture(scope="module")
def skor() -> list[Skor]:
    return [
        *score_rules(),
        *score_shared(),
        *score_age(),
        *score_facts(rules.masa_kerja, FAKTA["rules.masa_kerja"]),
    ]


def test_every_wrong_step_is_caught(skor: list[Skor], capsys: pytest.CaptureFixture[str]) -> None:
    lolos = print_scores(skor)
    assert lolos == 0, capsys.readouterr().out


def test_every_rule_and_what_it_shares_has_steps(skor: list[Skor]) -> None:
    assert [satu.subjek for satu in skor[: len(load_rules())] if not satu.tertangkap] == []


@pytest.mark.nightly
def test_every_step_of_rules_and_facts_is_caught_but_those_that_change_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Skor, "teliti", True)
    semua = score_all()
    lolos = print_scores(semua)
    assert lolos == 0, capsys.readouterr().out
    setara = {f"{satu.subjek}: {nama}" for satu in semua for nama in satu.setara}
    assert set(equivalents()) == setara


@rule("X-USIA", nama="Usia", dasar=("usia_minimum",), berat="tolak", pesan="-")
def usia(k):
    """Of age."""
    return (pl.col("usia") >= k.usia_minimum).fill_null(False)


def test_a_weak_table_lets_steps_through_by_name() -> None:
    lemah = read_tabel(usia, K, "usia | putusan\n30 | T\n10 | F\n | F")
    lolos = _score_rule(usia, [lemah]).lolos
    assert lolos == [
        "pl.col('usia') >= k.usia_minimum -> pl.col('usia') > k.usia_minimum",
        "usia_minimum 20 -> 21",
        "usia_minimum 20 -> 19",
    ]
    kuat = read_tabel(usia, K, "usia | putusan\n20 | T\n19 | F\n | F")
    skor = _score_rule(usia, [kuat])
    assert (skor.lolos, skor.tertangkap, skor.persen) == ([], 6, 100)


def test_the_steps_of_a_function_are_named_and_run() -> None:
    def contoh(x):
        return x > 1 and not (x == 5 or x == 6)

    contoh.__module__ = __name__
    hasil = {nama: palsu(5) for nama, palsu in mutants_of(contoh)}
    assert hasil["not (x == 5 or x == 6) -> x == 5 or x == 6"] is True
    assert hasil["x == 5 -> x != 5"] is True
    assert hasil["x > 1 and (not (x == 5 or x == 6)) -> x > 1 or not (x == 5 or x == 6)"] is True
    assert set(hasil) >= {"x > 1 -> x >= 1", "1 -> 2", "1 -> 0", "5 -> 6", "5 -> 4"}


@pytest.mark.parametrize(
    ("nilai", "langkah"),
    [
        (True, [[False]]),
        (12, [[13], [11]]),
        ("A", [["AASING"]]),
        (("A", "B"), [[("B",)], [("A",)], [("A", "B", "C")]]),
        ({"A": 1}, [[{}]]),
    ],
)
def test_the_steps_of_a_value(nilai, langkah) -> None:
    assert [isi for _, isi in value_mutants(nilai, ["A", "C"])] == langkah
