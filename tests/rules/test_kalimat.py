"""How values are written in a sentence to an instansi."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.jabatan import jabatan_baku
from rules.kalender import WIB
from rules.kalimat import isi_hukum, kalimat, placeholders, teks_kolom, tulis
from rules.ketentuan import ketentuan_on

K = ketentuan_on(date(2022, 10, 8))


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (True, "ya"),
        (False, "tidak"),
        (date(2021, 12, 31), "31-12-2021"),
        (datetime(2022, 10, 31, 17, tzinfo=WIB), "31-10-2022 pukul 17.00"),
        (("APBN", "APBD"), "APBN, APBD"),
        ({"A": "B"}, "daftar 1 butir"),
        (20, "20"),
        (1_048_576, "1.048.576"),
        (0.85, "0,85"),
        (3.0, "3"),
    ],
)
def test_values_of_the_law(nilai, teks):
    assert tulis(nilai) == teks


def test_values_of_a_row():
    frame = pl.DataFrame(
        {
            "lahir": [date(2000, 2, 29), None],
            "waktu": [datetime(2022, 10, 22, 17, 5), None],
            "aktif": [True, None],
            "mati": [False, None],
            "sel": [["nik", "nama"], None],
            "usia": [21, None],
            "ukuran": [1_048_576, None],
        }
    )
    tampil = frame.select(teks_kolom(nama, tipe).alias(nama) for nama, tipe in frame.schema.items())
    assert tampil.rows() == [
        ("29-02-2000", "22-10-2022 pukul 17.05", "ya", "tidak", "nik, nama", "21", "1.048.576"),
        (None,) * 7,
    ]


def test_the_law_is_filled_in_and_the_row_left():
    assert isi_hukum("{usia} < {usia_minimum}", K) == "{usia} < 20"
    assert isi_hukum("dari {pembayaran_langsung}", K) == "dari APBN atau APBD"
    assert placeholders("{usia} {{x}} {nama}") == ["usia", "nama"]


def test_a_sentence_without_placeholders_and_an_empty_one():
    baris = pl.DataFrame({"usia": [1]})
    assert baris.select(kalimat("Tetap.", K, baris.schema)).item() == "Tetap."
    assert baris.select(kalimat("", K, baris.schema)).item() == ""


@pytest.mark.parametrize(
    ("tertulis", "baku"),
    [
        (" Petugas  Kebersihan. ", "PETUGAS KEBERSIHAN"),
        ("Operator Sekolah/Dapodik", "OPERATOR SEKOLAH DAPODIK"),
        ("\uff33\uff21\uff34\uff30\uff21\uff2d", "SATPAM"),
        ("--", None),
        (None, None),
    ],
)
def test_one_form_of_a_title(tertulis, baku):
    kolom = pl.DataFrame({"jabatan": [tertulis]}, schema={"jabatan": pl.String})
    assert kolom.select(jabatan_baku(pl.col("jabatan"))).item() == baku
