"""The catalogue: every rule is cited, explained and says only what a row can fill in."""

import json
from datetime import date
from typing import get_args

import polars as pl

from rules.kalender import kalender_on
from rules.kalimat import kolom_baris
from rules.katalog import (
    baris_aturan,
    baris_ketentuan,
    baris_tahapan,
    hukum_terakhir,
    tabel_aturan,
    tabel_kalender,
    tabel_ketentuan,
    tabel_penolakan,
)
from rules.ketentuan import ketentuan_on
from rules.rule import Sasaran, load_rules, rule
from tests.cases import kolom_sasaran, kolom_skema

K = ketentuan_on(hukum_terakhir())
ATURAN = load_rules()


@rule("X-A", nama="A", dasar=("usia_minimum", "usia_maksimum"), berat="tolak", kriteria="usia",
      kolom="usia", pesan="Usia {usia}; paling rendah {usia_minimum} | {akhir}.")  # fmt: skip
def contoh(k):
    return pl.lit(True)


def test_every_rule_is_cited_in_the_law_in_force():
    for satu in ATURAN:
        assert satu.kutipan(K), satu.kode
        assert satu.dasar, satu.kode


def test_every_placeholder_of_a_sentence_exists():
    salah = {
        satu.kode: tak_ada
        for satu in ATURAN
        if (tak_ada := _placeholders(satu) - set(kolom_sasaran(satu.sasaran)))
    }
    assert salah == {}


def test_every_rule_is_explained_and_points_at_a_column():
    for satu in ATURAN:
        assert satu.penjelasan, satu.kode
        assert satu.pesan.endswith("."), satu.kode
        assert satu.kolom is None or satu.kolom in kolom_sasaran(satu.sasaran), satu.kode


def test_no_ketentuan_hides_a_column_of_the_row():
    for sasaran in get_args(Sasaran):
        assert set(K.sumber) & set(kolom_sasaran(sasaran)) == set()


def test_the_rows_of_the_warehouse_have_its_columns():
    assert baris_aturan((contoh,), K).columns == list(kolom_skema("aturan"))
    assert baris_ketentuan(K).schema == pl.Schema(kolom_skema("ketentuan"))
    kalender = kalender_on(hukum_terakhir())
    assert baris_tahapan(kalender).schema == pl.Schema(kolom_skema("tahapan"))
    assert baris_tahapan(kalender).height == 5


def test_a_value_of_the_law_is_kept_as_json():
    nilai = dict(baris_ketentuan(K).select("nama", "nilai").rows())
    assert json.loads(nilai["tanggal_acuan"]) == "2021-12-31"
    assert json.loads(nilai["pembayaran_langsung"]) == ["APBN", "APBD"]
    assert set(nilai) == set(K.sumber)


def test_a_citation_names_each_clause_once():
    assert contoh.kutipan(K) == "B/1511/M.SM.01.00/2022 huruf e"


def test_the_catalogue_fills_in_the_law_and_keeps_the_row():
    baris = tabel_aturan((contoh,), K).splitlines()[-1]
    assert baris.endswith("| Usia {usia}; paling rendah 20 \\| {akhir}. |")
    assert tabel_aturan().count("\n") == len(ATURAN) + 2


def test_the_calendar_tells_the_hour_and_what_it_was_before():
    assert (
        "31-10-2022 pukul 17.00; semula 31-10-2022 pukul 23.59 (Paparan BKN 2022)"
        in tabel_kalender()
    )
    assert "perbaikan" not in tabel_kalender(date(2022, 9, 29))


def test_an_assumption_is_shown_as_one_with_its_ground():
    resmi, asumsi = tabel_ketentuan().split("Asumsi, bukan ketentuan resmi:")
    assert "`usia_minimum` | 20 | B/1511/M.SM.01.00/2022 huruf e | 22-07-2022 |" in resmi
    assert "26-08-2022 (tanggal asumsi)" in resmi
    assert "`bos_dihitung`" in asumsi
    assert "`bos_dihitung`" not in resmi
    assert "| `sk_lewat_menolak` | tidak | tidak | SK tahunan" in asumsi
    assert "| `jabatan_dikecualikan` | daftar 93 butir | ya | Surat menyebut 264" in asumsi


def test_a_refusal_is_listed_with_its_blanks_open():
    assert "| `F-KOSONG` | Berkas kosong (0 byte). | Kirim ulang" in tabel_penolakan()
    assert "{lembar}" in tabel_penolakan()


def _placeholders(satu):
    pola = [satu.pesan, satu.harapan or "", satu.nilai or ""]
    langsung = {satu.nilai} if satu.nilai and "{" not in satu.nilai else set()
    return langsung | {nama for isi in pola for nama in kolom_baris(isi, K)}
