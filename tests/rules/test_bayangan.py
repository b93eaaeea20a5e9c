from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from rules.bandingan import match_putusan
from rules.bayangan import LAIN, MELEPAS, MENOLAK, match_bayangan, soften, violations, weigh
from rules.kelayakan.orang import usia_maksimum, usia_minimum
from rules.ketentuan import PersetujuanAturan
from tests.cases import frame_of
from tests.rules.orang import K
from tests.rules.test_bandingan import putusan

LEAVE = PersetujuanAturan(
    aturan="K-X", tahap="finalisasi", orang=50, oleh="Direktur Contoh", tanggal=date(2022, 10, 9),
    alasan="surat tugas",
)  # fmt: skip
BATAS = K.model_copy(update={"bayangan_maksimum": 0.01})
DISETUJUI = BATAS.model_copy(update={"aturan_disetujui": (LEAVE,)})


def langgar(*pasangan: tuple[int, str]) -> pl.LazyFrame:
    skema = {"id_tenaga": pl.Int64, "kode_aturan": pl.String}
    return pl.LazyFrame(list(pasangan), schema=skema, orient="row")


def orang_berusia(*usia: str) -> pl.LazyFrame:
    return frame_of("tenaga", ["usia", "kategori"], [[satu, "NON-ASN"] for satu in usia])


def test_unmet_rules_are_listed_per_person_and_missing_input_is_none():
    orang = orang_berusia("30", "19", "60", "")
    hasil = violations(orang, K, (usia_maksimum, usia_minimum)).collect()
    assert sorted(hasil.rows()) == [(2, "K-USIA-MIN"), (3, "K-USIA-MAKS")]


def test_a_rule_that_only_asks_is_not_weighed():
    orang = orang_berusia("60")
    assert violations(orang, K, soften((usia_maksimum,), ["K-USIA-MAKS"])).collect().is_empty()


def test_a_waiver_counts_as_met():
    isi = [["60", "NON-ASN", "K-USIA-MAKS"], ["60", "NON-ASN", ""]]
    orang = frame_of("tenaga", ["usia", "kategori", "pengecualian"], isi)
    assert violations(orang, K, (usia_maksimum,)).collect().rows() == [(2, "K-USIA-MAKS")]


def test_a_rule_that_cannot_be_built_is_not_passed_over():
    rusak = replace(usia_maksimum, ungkapan=lambda k: pl.col("tidak_ada"))
    with pytest.raises(ValueError, match="K-USIA-MAKS cannot be run"):
        violations(orang_berusia("60"), K, (rusak,)).collect()


def test_who_is_rejected_released_or_changes_without_a_rule():
    dulu = putusan({}, {"usia": "T"}, {}, {"usia": "T"}, {"usia": "T", "blu": "T"})
    kini = putusan({"usia": "T"}, {}, {"usia": "B"}, {"usia": "T"}, {"blu": "T"})
    hasil = match_bayangan(
        langgar((2, "K-U"), (4, "K-U"), (5, "K-U"), (5, "K-B")),
        langgar((1, "K-U"), (4, "K-U"), (4, "K-V"), (5, "K-B")),
        match_putusan(dulu, kini),
    ).collect()
    assert sorted(hasil.rows()) == [
        (1, "K-U", MENOLAK, "M→T"),
        (2, "K-U", MELEPAS, "T→M"),
        (3, "-", LAIN, "M→B"),
    ]


@pytest.mark.parametrize(
    ("orang", "k", "lunak"),
    [
        (10, BATAS, False),
        (11, BATAS, True),
        (50, DISETUJUI, False),
        (51, DISETUJUI, True),
        (1, BATAS.model_copy(update={"bayangan_maksimum": 0.0}), True),
    ],
)
def test_above_the_share_a_rule_only_warns_until_somebody_named_approves(orang, k, lunak):
    (satu,) = weigh("finalisasi", {"K-X": orang}, 1000, k)
    assert satu.hanya_memperingatkan is lunak


@pytest.mark.parametrize(("tahap", "kode"), [("prafinalisasi", "K-X"), ("finalisasi", "K-Y")])
def test_an_approval_is_for_one_rule_over_one_potret(tahap, kode):
    (satu,) = weigh(tahap, {kode: 20}, 1000, DISETUJUI)
    assert satu.hanya_memperingatkan
    assert satu.oleh is None


def test_the_approval_names_who_and_when():
    (satu,) = weigh("finalisasi", {"K-X": 20}, 1000, DISETUJUI)
    assert satu.oleh == "Direktur Contoh, 09-10-2022"


def test_a_softened_rule_asks_and_the_others_stay():
    lunak, tetap = soften((usia_maksimum, usia_minimum), ["K-USIA-MAKS", "K-TIADA"])
    assert (lunak.berat, lunak.memutus, tetap) == ("periksa", False, usia_minimum)
