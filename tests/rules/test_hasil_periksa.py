from datetime import UTC, datetime, timedelta

import polars as pl

from rules.hasil_periksa import (
    baris_keputusan,
    baris_pemeriksaan,
    tandai_keputusan,
    tandai_pemeriksaan,
)
from tests.cases import kolom_skema
from tests.rules.orang import BERSIH, tenaga

NIK, SAAT = BERSIH["nik"], datetime(2022, 10, 1, tzinfo=UTC)
BERKAS = pl.LazyFrame(
    {"id_berkas": [1, 2], "nama_berkas": ["a.xlsx", "b.xlsx"]},
    schema_overrides={"id_berkas": pl.Int32},
)


def landed(tabel: str, *baris: dict) -> pl.LazyFrame:
    """Landed rows of a form, with the delivery they came by."""
    bawaan = {
        "id_berkas": 1,
        "kode_instansi": "5104",
        "lembar": "L",
        "waktu": SAAT,
        "tak_terbaca": [],
    }
    isi = [{"baris": n, **bawaan, **satu} for n, satu in enumerate(baris, 2)]
    skema = kolom_skema(tabel) | {"waktu": pl.Datetime("us", "UTC")}
    buang = {"id_tenaga", "waktu_kirim", "berlaku"}
    skema = {
        k: pl.Datetime("us", "UTC") if k.startswith("waktu") else t
        for k, t in skema.items()
        if k not in buang
    }
    return pl.LazyFrame(isi, schema=skema)


def test_the_last_verdict_about_a_person_is_in_force():
    baris = landed(
        "pemeriksaan",
        {"nik": NIK, "hasil": "TIDAK SESUAI", "waktu_periksa": SAAT + timedelta(hours=2)},
        {"nik": NIK, "hasil": "SESUAI"},
        {"nik": NIK, "hasil": None, "waktu_periksa": SAAT + timedelta(days=9)},
        {"nik": NIK, "hasil": "SESUAI", "kode_instansi": "5105"},
        {"nik": None, "hasil": "SESUAI"},
        {"nik": "3201014107900002", "hasil": "SESUAI"},
        {"nik": "3201014107900002", "hasil": "TIDAK SESUAI"},
    )
    hasil = tandai_pemeriksaan(baris, tenaga({})).collect()
    assert hasil["berlaku"].to_list() == [True, False, False, True, False, False, True]
    assert hasil["id_tenaga"].to_list() == [1, 1, 1, None, None, None, None]
    assert set(hasil.columns) == set(kolom_skema("pemeriksaan"))


def test_rows_for_the_rules_say_where_they_stand():
    tabel = tandai_pemeriksaan(
        landed("pemeriksaan", {"nik": NIK}, {"kode_instansi": "5105"}), tenaga({})
    )
    baris = baris_pemeriksaan(tabel, tenaga({}), BERKAS).collect()
    assert baris["tempat"].to_list() == [
        "berkas a.xlsx lembar L baris 2",
        "berkas a.xlsx lembar L baris 3",
    ]
    assert baris["ada_daftar"].to_list() == [True, None]


def test_a_decision_is_about_a_complaint_against_this_instansi():
    tabel = tandai_keputusan(
        landed(
            "keputusan_aduan",
            {"id_aduan": "A1", "keputusan_aduan": "DITOLAK"},
            {
                "id_aduan": "A1",
                "keputusan_aduan": "DITERIMA",
                "id_berkas": 2,
                "waktu": SAAT + timedelta(hours=1),
            },
            {"id_aduan": "A2", "keputusan_aduan": "DITERIMA"},
            {"id_aduan": "A3", "keputusan_aduan": "DITERIMA"},
        )
    )
    assert tabel.collect()["berlaku"].to_list() == [False, True, True, True]
    assert set(tabel.collect_schema()) == set(kolom_skema("keputusan_aduan"))
    aduan = pl.LazyFrame({"id": ["A1", "A2"], "kode_instansi": ["5104", "5105"]})
    baris = baris_keputusan(tabel, aduan, BERKAS).collect()
    assert baris["aduan_ada"].to_list() == [True, True, True, False]
    assert baris["aduan_milik"].to_list() == [True, True, False, False]
    belum = baris_keputusan(tabel, None, BERKAS).collect()
    assert belum["aduan_ada"].to_list() == [None] * 4
