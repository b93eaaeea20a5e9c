"""Weights and ranking."""

import polars as pl
import pytest
from pydantic import ValidationError

from rules.katalog import hukum_terakhir
from rules.ketentuan import ketentuan_on
from rules.periksa import SKEMA_TEMUAN
from rules.peringkat import (
    HILANG,
    Bobot,
    Timbangan,
    describe_bobot,
    rank_instansi,
    rank_orang,
    timbangan,
    weigh_temuan,
)
from rules.rule import load_rules

T = Timbangan(
    bobot={
        nama: Bobot(nilai=nilai, alasan="uji", cara="uji")
        for nama, nilai in (("W-A", 5), ("W-B", 2), ("W-C", 2), (HILANG, 3))
    },
    orang_tampil=10,
    hilang_tampil=10,
    orang_dasar=50,
)


def findings(*baris):
    isi = [
        {"kode_aturan": kode, "id_tenaga": n, "kode_instansi": instansi, "pesan": "."}
        for kode, n, instansi in baris
    ]
    return weigh_temuan(pl.DataFrame(isi, schema=SKEMA_TEMUAN), T)


TEMUAN = findings(
    ("W-A", 3, "01"), ("W-B", 1, "01"), ("W-C", 1, "01"), ("W-B", 2, "02"), ("W-C", 4, "02")
)


def test_every_rule_of_the_group_has_a_weight_with_its_ground_and_no_other():
    kode = {satu.kode for satu in load_rules() if satu.sasaran == "kewajaran"}
    assert len(kode) == 15
    assert kode == {satu.kode for satu in load_rules() if satu.kelompok == "kewajaran"}
    assert set(timbangan().bobot) == kode | {HILANG}
    assert all(satu.nilai > 0 and satu.alasan for satu in timbangan().bobot.values())


def test_no_rule_of_the_group_rejects_or_asks():
    for satu in load_rules():
        if satu.kelompok == "kewajaran":
            assert (satu.berat, satu.kriteria, satu.bertanya, satu.memutus) == (
                "info",
                None,
                False,
                False,
            )


def test_the_inspector_reads_the_thresholds_in_force():
    cara = dict(
        describe_bobot(timbangan(), ketentuan_on(hukum_terakhir()))
        .select("kode_aturan", "cara")
        .rows()
    )
    assert "lebih dari 180 hari" in cara["W-SK-SUSULAN"]
    assert not any("{" in satu for satu in cara.values())


def test_a_finding_without_a_weight_is_our_fault():
    with pytest.raises(pl.exceptions.InvalidOperationError):
        findings(("W-Z", 1, "01"))
    with pytest.raises(ValidationError):
        Timbangan.model_validate({"bobot": {}})


def test_people_are_ranked_by_the_sum_of_weights():
    hasil = rank_orang(TEMUAN)
    assert hasil.rows() == [
        (1, 3, "01", 5, 1, "W-A"),
        (2, 1, "01", 4, 2, "W-B, W-C"),
        (3, 2, "02", 2, 1, "W-B"),
        (3, 4, "02", 2, 1, "W-C"),
    ]


def test_instansi_are_ranked_by_weight_per_hundred_people():
    hilang = pl.DataFrame({"kode_instansi": ["02", "03"]})
    daftar = pl.DataFrame({"kode_instansi": ["01", "02"], "daftar": [300, 20]})
    hasil = rank_instansi(rank_orang(TEMUAN), hilang, daftar, T)
    assert hasil.rows() == [
        (1, "02", 20, 2, 7, 1, 14.0),
        (2, "03", 0, 0, 3, 1, 6.0),
        (3, "01", 300, 2, 9, 0, 3.0),
    ]


def test_nothing_found_is_an_empty_ranking():
    kosong = rank_orang(TEMUAN.clear())
    assert kosong.is_empty()
    daftar = pl.DataFrame({"kode_instansi": ["01"], "daftar": [300]})
    hilang = pl.DataFrame(schema={"kode_instansi": pl.String})
    assert rank_instansi(kosong, hilang, daftar, T).is_empty()


def test_the_order_of_findings_changes_nothing():
    acak = TEMUAN.sample(fraction=1, shuffle=True, seed=1)
    assert rank_orang(acak).equals(rank_orang(TEMUAN))
