"""Riwayat rows as tenure reads them, and what is told of all rows of one person."""

from datetime import date

import polars as pl
import pytest

from rules.riwayat_kerja import (
    kenali_riwayat,
    kenali_unit,
    rangkum_riwayat,
    unit_terbukti,
    unit_tunggal,
)
from tests.rules.orang import INSTANSI, K, riwayat, tenaga

SDN9 = {"unit_kerja": "sdn 9, Kutacane"}
UNIT = pl.LazyFrame({"unit_kerja": ["SDN 9 KUTACANE"], "kode_instansi": ["5105"]})
SK = {"nomor_sk": "Nomor: 814.1/17/2019"}
GELAP = {"pembayaran": None, "tak_terbaca": ["pembayaran"]}


def units(*baris):
    return pl.LazyFrame(
        baris, schema={"unit_kerja": pl.String, "kode_instansi": pl.String}, orient="row"
    )


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        ([("SDN 1", "A")], [("SDN 1", "A")]),
        ([("SDN 1", "A"), ("sdn  1", "A")], [("SDN 1", "A")]),
        ([("SDN 1", "A"), ("sdn 1", "B")], []),
        ([("SDN 1", "A"), ("sdn 1", "B"), ("SDN-1", "C")], []),
        ([(None, "A"), (" - ", "A"), ("SDN 1", None)], []),
    ],
)
def test_a_unit_of_one_instansi_alone_is_its_own(baris, harapan):
    assert unit_tunggal(units(*baris)).collect().rows() == harapan


@pytest.mark.parametrize(
    ("dinyatakan", "harapan"),
    [
        ([], [("SDN 1", "A")]),
        ([("sdn 1", "A")], [("SDN 1", "A")]),
        ([("sdn 1", "B")], []),
        ([("SDN 2", "B")], [("SDN 1", "A")]),
    ],
)
def test_a_known_unit_stays_proven_while_nobody_else_declares_it(dinyatakan, harapan):
    hasil = unit_terbukti(units(("SDN 1", "A")), units(*dinyatakan))
    assert hasil.collect().rows() == harapan


@pytest.mark.parametrize(
    ("unit_kerja", "kode", "asing"),
    [
        ("sdn 9, Kutacane", "5105", True),
        ("SDN 1 TAPAKTUAN", None, False),
        (None, None, False),
    ],
)
def test_a_unit_is_foreign_only_where_it_is_recognised(unit_kerja, kode, asing):
    kolom = ("unit_kode_instansi", "asing")
    baris = riwayat({"unit_kerja": unit_kerja}, {"unit_kerja": unit_kerja})
    hasil = kenali_unit(baris, UNIT).select(kolom).collect()
    assert hasil.rows() == [(kode, asing)] * 2
    assert kenali_unit(baris, None).select(kolom).collect().rows() == [(None, False)] * 2


def own(*lama, konversi="Guru"):
    orang = tenaga({"konversi_jabatan": konversi}).join(
        INSTANSI.select("kode_instansi", instansi_jenis="jenis"), on="kode_instansi"
    )
    return kenali_riwayat(riwayat(*lama), orang, UNIT, K)


@pytest.mark.parametrize(
    ("baris", "dihitung", "sk_bayar", "sk_gelap"),
    [
        ({}, True, None, False),
        (SK, True, "APBD", False),
        (SK | {"pembayaran": "BLUD"}, False, "BLUD", False),
        (SK | GELAP, None, None, True),
        (SK | {"pembayaran": None}, None, None, False),
        (SK | {"tak_terbaca": ["pembayaran"]}, True, "APBD", False),
        (GELAP, None, None, False),
        (SK | SDN9, False, None, False),
        ({"nomor_sk": None}, True, None, False),
        ({"nomor_sk": None} | GELAP, None, None, False),
    ],
)  # fmt: skip
def test_how_a_row_is_paid_and_what_it_says_of_the_sk(baris, dihitung, sk_bayar, sk_gelap):
    hasil = own(baris).select("dihitung", "sk_bayar", "sk_gelap").collect()
    assert hasil.rows() == [(dihitung, sk_bayar, sk_gelap)]


@pytest.mark.parametrize(
    ("pembayaran", "konversi", "dihitung", "jabatan_asn"),
    [
        ("BOS", "Guru", True, True),
        ("BOS", None, False, True),
        ("APBN", None, True, False),
        ("KOMITE", "Guru", False, False),
        (None, "Guru", None, None),
    ],
)
def test_pay_for_an_asn_position_counts_where_the_post_converts(
    pembayaran, konversi, dihitung, jabatan_asn
):
    hasil = own({"pembayaran": pembayaran}, konversi=konversi)
    assert hasil.select("dihitung", "bayar_jabatan_asn").collect().rows() == [
        (dihitung, jabatan_asn)
    ]


def test_rows_of_nobody_are_left_out():
    assert own({"id_tenaga": None}).collect().is_empty()


JAUH = date(9999, 12, 31)


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        ([{}], (1, 0, date(2018, 12, 31))),
        ([{}, {}], (1, 0, date(2018, 12, 31))),
        ([{}, {"nomor_sk": "LAIN"}], (2, 0, date(2018, 12, 31))),
        ([{}, {"tanggal_akhir": date(2019, 6, 30)}], (2, 0, date(2019, 6, 30))),
        ([{}, {"tanggal_akhir": None}], (2, 0, JAUH)),
        ([{"tanggal_akhir": None, "tak_terbaca": ["tanggal_akhir"]}], (1, 0, None)),
        ([{"tanggal_awal": None, "tanggal_akhir": None}], (1, 0, None)),
        ([{}, SDN9 | {"tanggal_akhir": None}], (2, 1, date(2018, 12, 31))),
        ([SDN9, SDN9], (1, 1, None)),
    ],
)
def test_what_is_told_of_all_rows(baris, harapan):
    hasil = rangkum_riwayat(own(*baris), K).drop("id_tenaga").collect()
    assert hasil.rows() == [harapan]


def test_identical_rows_can_be_counted_each():
    semua = K.model_copy(update={"riwayat_kembar_sekali": False})
    assert rangkum_riwayat(own({}, {}), semua).collect()["jumlah_riwayat"].to_list() == [2]
