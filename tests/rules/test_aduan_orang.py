"""Who a complaint is about: spec tables of NIK and name."""

from datetime import datetime, timedelta

import polars as pl
import pytest

from rules.aduan_orang import place_orang, place_potret
from rules.kalender import WIB, Tahap

A, B, C = (f"320101410790000{n}" for n in (1, 2, 3))
SAAT = datetime(2022, 10, 9, 9, tzinfo=WIB)
INSTANSI = pl.LazyFrame({"kode_instansi": ["3012", "7303", "9109"], "nama": ["Kementerian", "Kab. Uji", "Kab. Lain"]})  # fmt: skip
DAFTAR = [
    (1, "3012", A, "SITI AMINAH, S.Pd"),
    (2, "3012", None, "BUDI SANTOSO"),
    (3, "3012", "3201014107900008", "NUR HIDAYAH"),
    (4, "3012", "3201014107900009", "NUR HIDAYAH"),
    (5, "7303", B, "ANDI"),
    (6, "9109", B, "ANDI"),
]


def frame(*aduan, saat=SAAT):
    kolom = ("id", "kode_instansi", "nama", "nik")
    isi = [(*satu, saat) for satu in aduan]
    tipe = dict.fromkeys(kolom, pl.String) | {"waktu": pl.Datetime("us", "Asia/Jakarta")}
    return pl.DataFrame(isi, schema=tipe, orient="row")


def daftar(*baris):
    tipe = {"id_tenaga": pl.Int32, "kode_instansi": pl.String, "nik": pl.String, "nama": pl.String}
    return pl.LazyFrame(baris, schema=tipe, orient="row")


@pytest.mark.parametrize(
    ("kode", "nama", "nik", "id_tenaga", "cara", "terdaftar", "di"),
    [
        pytest.param("3012", "LAIN SAMA SEKALI", A, 1, "NIK", "DI SINI", None, id="the NIK is there"),
        pytest.param("3012", "Dra. Siti  Aminah", None, 1, "NAMA", "DI SINI", None, id="the only one of that name, titles aside"),
        pytest.param("3012", "SITIAMINAH", C, 1, "NAMA", "DI SINI", None, id="another NIK, but the only one of that name"),
        pytest.param("3012", "budi santoso", None, 2, "NAMA", "DI SINI", None, id="listed without a NIK"),
        pytest.param("3012", "NUR HIDAYAH", None, None, None, "TIDAK", None, id="two bear the name"),
        pytest.param("3012", "ANDI", B, None, None, "INSTANSI LAIN", "Kab. Lain; Kab. Uji", id="in two other lists"),
        pytest.param("7303", "ANDI", B, 5, "NIK", "DI SINI", "Kab. Lain", id="here and elsewhere"),
        pytest.param("7303", "SITI AMINAH", None, None, None, "TIDAK", None, id="a name counts only in its own instansi"),
        pytest.param("3012", "SITI", "123", None, None, "TIDAK", None, id="part of a name and no NIK"),
        pytest.param("3012", None, None, None, None, "TIDAK", None, id="nobody is named"),
        pytest.param("3012", "--", None, None, None, "TIDAK", None, id="a name without a letter"),
    ],
)  # fmt: skip
def test_who_is_meant(kode, nama, nik, id_tenaga, cara, terdaftar, di):
    hasil = place_orang(frame(("X", kode, nama, nik)), daftar(*DAFTAR), INSTANSI)
    kolom = ("id_tenaga", "cara", "terdaftar", "terdaftar_di")
    assert hasil.select(kolom).rows() == [(id_tenaga, cara, terdaftar, di)]


def test_one_number_may_be_used_by_two_instansi():
    aduan = frame(("X", "3012", None, A), ("X", "7303", None, B))
    assert place_orang(aduan, daftar(*DAFTAR), INSTANSI)["id_tenaga"].to_list() == [1, 5]


def tahap(kode, batas):
    return Tahap(kode, kode, batas, True, (), ("pengumuman",), "uji", "1", asumsi=False)


TAHAP = (tahap("satu", SAAT), tahap("dua", SAAT + timedelta(days=30)))
POTRET = pl.LazyFrame(
    {"tahap": ["satu", "dua", "dua"], "kode_instansi": ["3012"] * 3, "nik": [A, A, C],
     "nama": ["SITI", "SITI", "CICI"]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("hari", "nik", "tahap", "ada"),
    [
        pytest.param(-5, A, "satu", True, id="before any potret: the first"),
        pytest.param(5, C, "satu", False, id="between two: the one before"),
        pytest.param(40, C, "dua", True, id="after the second"),
        pytest.param(0, A, "satu", True, id="at the very deadline"),
    ],
)
def test_the_announced_list_it_speaks_of(hari, nik, tahap, ada):
    aduan = frame(("X", "3012", None, nik), saat=SAAT + timedelta(days=hari))
    hasil = place_potret(aduan, POTRET, TAHAP)
    assert hasil.rows() == [("3012", "X", tahap, ada, nik if ada else None)]


@pytest.mark.parametrize(("potret", "diumumkan"), [(None, ()), (POTRET, ())])
def test_before_any_announcement_nothing_is_said(potret, diumumkan):
    hasil = place_potret(frame(("X", "3012", None, A)), potret, diumumkan)
    assert hasil.rows() == [("3012", "X", None, None, None)]
