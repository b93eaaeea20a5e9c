"""Every rule has its spec table: a case that meets it, one that breaks it, and what missing data mean."""

import pytest

from rules.rule import load_rules, rule
from tests.cases import TANPA_DATA, Tabel, assert_cases, read_tabel, recorded
from tests.daftar_kasus import daftar_kasus
from tests.rules.orang import K

ATURAN = {satu.kode: satu for satu in load_rules()}


def lacks(tabel: list[Tabel]) -> list[str]:
    """What the tables of one rule do not show."""
    putusan = {satu for isi in tabel for satu in isi.harapan}
    kosong = [isi for isi in tabel if isi.tanpa_data]
    return [
        kurang
        for kurang, ada in (
            ("a table", bool(tabel)),
            ("a case that meets it (T)", True in putusan),
            ("a case that breaks it (F)", False in putusan),
            (f"missing data: a case - or a line '{TANPA_DATA} …'", None in putusan or bool(kosong)),
            ("an empty cell beside its reason", all(map(_has_gap, kosong))),
            ("one answer on missing data: both a case - and a reason", not (None in putusan and kosong)),
        )
        if not ada
    ]  # fmt: skip


def _has_gap(isi: Tabel) -> bool:
    return any("" in satu[:-1] for satu in isi.baris)


@pytest.mark.parametrize("kode", sorted(ATURAN))
def test_every_rule_shows_what_meets_it_what_breaks_it_and_what_missing_data_mean(kode):
    assert lacks(daftar_kasus().get(kode, [])) == []


def test_no_table_is_about_a_rule_that_does_not_exist():
    assert set(daftar_kasus()) <= set(ATURAN)


@rule("X-CONTOH", nama="Contoh", dasar=("usia_minimum",), berat="info", pesan="-")
def contoh(k):
    raise AssertionError("a recorded table is not judged")


@pytest.mark.parametrize(
    ("baris", "kurang"),
    [
        (["20 | T", "19 | F", " | -"], []),
        (["20 | T", "19 | F", " | T", "tanpa data: dianggap cukup"], []),
        (["20 | T", "19 | F"], ["missing data"]),
        (["20 | T", " | -"], ["a case that breaks it"]),
        (["19 | F", " | -"], ["a case that meets it"]),
        (["20 | T", "19 | F", "tanpa data: tidak mungkin"], ["an empty cell"]),
        (["20 | T", "19 | F", " | -", "tanpa data: dianggap cukup"], ["one answer"]),
    ],
)
def test_what_is_lacking_is_named(baris, kurang):
    isi = read_tabel(contoh, K, "\n".join(["usia | putusan", "-----+--", *baris]))
    ditemukan = lacks([isi])
    assert len(ditemukan) == len(kurang)
    assert all(satu.startswith(awal) for satu, awal in zip(ditemukan, kurang, strict=True))
    assert lacks([])[0] == "a table"


def test_a_recorded_table_is_data():
    with recorded() as catatan:
        assert_cases(contoh, K, """
            usia | putusan
            20   | T
                 | -
        """)  # fmt: skip
    (satu,) = catatan
    assert (satu.aturan, satu.judul) == (contoh, ("usia", "putusan"))
    assert satu.harapan == [True, None]
    assert satu.frame["usia"].to_list() == [20, None]
