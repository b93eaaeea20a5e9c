"""The national feeds beside one person, fact by fact."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.umpan_nasional import latest_konfirmasi, match_dukcapil, match_register, satu_per
from tests.rules.orang import UMPAN, K

NIK = "1101011708900001"
CATATAN = {
    "nik": NIK, "nama": "TEUKU UMAR", "tanggal_lahir": date(1990, 8, 17), "jenis_kelamin": "L", "status": "HIDUP",
}  # fmt: skip
PANJANG = "A" * 29


def feed(nama, *baris):
    return pl.LazyFrame(baris, schema=dict(UMPAN[nama]))


def dukcapil(nama, nik, *baris):
    tenaga = pl.LazyFrame(
        [(1, int(nik) if nik else None, nama)],
        schema={"id_tenaga": pl.Int32, "nik_angka": pl.UInt64, "nama": pl.String},
        orient="row",
    )
    return match_dukcapil(tenaga, feed("dukcapil", *baris), K).collect()


@pytest.mark.parametrize(
    ("nama", "nik", "catatan", "harapan"),
    [
        ("TEUKU UMAR", NIK, [CATATAN], (True, "TEUKU UMAR", True)),
        ("Teuku Umar", NIK, [CATATAN], (True, "TEUKU UMAR", True)),
        ("Teuku Umar, S.Pd", NIK, [CATATAN], (True, "TEUKU UMAR", True)),
        ("POCUT BAREN", NIK, [CATATAN], (True, "TEUKU UMAR", False)),
        (None, NIK, [CATATAN], (True, "TEUKU UMAR", None)),
        ("TEUKU UMAR", NIK, [CATATAN | {"nama": None}], (True, None, None)),
        ("TEUKU UMAR", NIK, [CATATAN | {"nik": "1101011708900002"}], (False, None, None)),
        ("TEUKU UMAR", NIK, [CATATAN | {"nik": "x"}], (False, None, None)),
        ("TEUKU UMAR", None, [CATATAN], (None, None, None)),
        (PANJANG + "BC", NIK, [CATATAN | {"nama": PANJANG + "B"}], (True, PANJANG + "B", True)),
        (PANJANG + "B", NIK, [CATATAN | {"nama": PANJANG}], (True, PANJANG, False)),
        ("TEUKU UMAR", NIK, [CATATAN, CATATAN | {"nama": "AAN"}], (True, "AAN", False)),
        ("TEUKU UMAR", NIK, [CATATAN | {"nama": None}, CATATAN], (True, "TEUKU UMAR", True)),
    ],
)
def test_what_dukcapil_says(nama, nik, catatan, harapan):
    hasil = dukcapil(nama, nik, *catatan)
    assert hasil.select("dukcapil_ada", "dukcapil_nama", "nama_dukcapil_sama").rows() == [harapan]


def test_the_record_comes_with_date_sex_and_state():
    hasil = dukcapil("TEUKU UMAR", NIK, CATATAN | {"status": "MENINGGAL"})
    kolom = ("dukcapil_tanggal_lahir", "dukcapil_jenis_kelamin", "status_dukcapil")
    assert hasil.select(kolom).rows() == [(date(1990, 8, 17), "L", "MENINGGAL")]


@pytest.mark.parametrize(
    ("status", "harapan"),
    [
        (["PPPK"], ["PPPK"]),
        (["PENSIUN"], []),
        (["PNS", "CPNS"], ["CPNS"]),
        (["PENSIUN", "PNS"], ["PNS"]),
        (["PPPK", "PPPK"], ["PPPK"]),
    ],
)
def test_what_the_register_says(status, harapan):
    baris = [{"nik": NIK, "status": satu} for satu in status]
    assert (
        match_register(feed("register_asn", *baris), K).collect()["status_asn"].to_list() == harapan
    )


@pytest.mark.parametrize(
    ("kata", "harapan"),
    [
        ([("YA", 1), ("TIDAK", 2)], ["TIDAK"]),
        ([("TIDAK", 2), ("YA", 1)], ["TIDAK"]),
        ([("TIDAK", 1), ("YA", 1)], ["YA"]),
        ([("TIDAK", 1), (None, 2)], ["TIDAK"]),
        ([(None, 1)], []),
    ],
)
def test_the_last_word_counts(kata, harapan):
    baris = [
        {"nik": NIK, "kode_instansi": "5104", "aktif": aktif, "waktu": datetime(2022, 9, hari)}
        for aktif, hari in kata
    ]
    hasil = latest_konfirmasi(feed("portal_konfirmasi", *baris)).collect()
    assert hasil["konfirmasi_aktif"].to_list() == harapan


def test_one_row_per_key_whatever_the_order():
    baris = [("a", 2), ("b", 9), ("a", 1), ("a", None)]
    for urutan in (baris, baris[::-1]):
        frame = pl.LazyFrame(urutan, schema={"x": pl.String, "y": pl.Int64}, orient="row")
        assert sorted(satu_per(frame, ["x"], ["y"]).collect().rows()) == [("a", 1), ("b", 9)]
