from datetime import date

import polars as pl
import pytest

from rules.fakta import derive_fakta
from rules.jabatan_fakta import match_jabatan
from rules.kelayakan.jabatan import bukan_dikecualikan, tidak_mirip
from rules.ketentuan import ketentuan_on
from tests.cases import assert_cases
from tests.rules.orang import K, masukan, tenaga


def test_bukan_dikecualikan():
    assert_cases(bukan_dikecualikan, K, """
        jabatan_baku | kelas_dikecualikan | putusan
        -------------+--------------------+--------
        GURU KELAS   |                    | T
        SATPAM       | SATPAM             | F
                     |                    | -
    """)  # fmt: skip


def test_tidak_mirip_only_warns():
    assert not tidak_mirip.memutus
    assert_cases(tidak_mirip, K, """
        kelas_mirip | putusan
        ------------+--------
                    | T
        SATPAM      | F
        tanpa data: kosong berarti tidak ada sebutan yang mirip; jabatan kosong ditemukan L-JABATAN
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("jabatan", "konversi", "kelas", "mirip", "sebutan"),
    [
        ("Guru Kelas", "Guru", None, None, "Guru"),
        ("satuan  pengamanan", "Guru", "SATPAM", None, "Guru"),
        ("Petugas Kebersihan", "Petugas Kebersihan", "KEBERSIHAN", None, "Petugas Kebersihan"),
        (
            "Koordinator Kebersihan Pasar", None, None, "KEBERSIHAN",
            "Koordinator Kebersihan Pasar",
        ),
        ("Operator", "Pengemudi", None, "PENGEMUDI", "Pengemudi"),
        ("Operator", "Kepala Keamanan", None, "SATPAM", "Kepala Keamanan"),
        ("Analis Keamanan Pangan", None, None, "SATPAM", "Analis Keamanan Pangan"),
        ("Penyopiran", None, None, None, None),
        (None, None, None, None, None),
    ],
)  # fmt: skip
def test_whole_titles_reject_and_words_warn(jabatan, konversi, kelas, mirip, sebutan):
    orang = pl.LazyFrame(
        {"id_tenaga": [1], "jabatan": [jabatan], "konversi_jabatan": [konversi]},
        schema={"id_tenaga": pl.Int32, "jabatan": pl.String, "konversi_jabatan": pl.String},
    )
    hasil = match_jabatan(orang, K).collect()
    kolom = ("kelas_dikecualikan", "kelas_mirip", "sebutan_mirip")
    assert hasil.select(kolom).row(0) == (kelas, mirip, sebutan)


def test_one_title_of_several_people_gives_each_one_row_and_a_group():
    orang = pl.LazyFrame(
        {
            "id_tenaga": [1, 2, 3, 4],
            "jabatan": ["Juru Ukur", "Juru Ukur", "Perawat Poli Anak", "Juru Ukur"],
            "konversi_jabatan": [None, "Juru Ukur", None, "Bidan"],
        },
        schema={"id_tenaga": pl.Int32, "jabatan": pl.String, "konversi_jabatan": pl.String},
    )
    kelompok = match_jabatan(orang, K).select("id_tenaga", "kelompok_jabatan").sort("id_tenaga")
    assert kelompok.collect().rows() == [
        (1, "Teknis"), (2, "Teknis"), (3, "Kesehatan"), (4, "Kesehatan"),
    ]  # fmt: skip


def test_the_list_of_october_is_wider_than_that_of_august():
    sebelum, sesudah = ketentuan_on(date(2022, 10, 6)), ketentuan_on(date(2022, 10, 7))
    baru = sorted(set(sesudah.jabatan_dikecualikan) - set(sebelum.jabatan_dikecualikan))
    masuk = masukan(tenaga({"jabatan": baru[0]}))
    for k, kena in ((sebelum, False), (sesudah, True)):
        kelas = derive_fakta(masuk, k).collect()["kelas_dikecualikan"][0]
        assert (kelas is not None) is kena
