from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.fakta import derive_fakta
from rules.masa_kerja import hitung_masa_kerja
from tests.rules.orang import K, masukan, riwayat, tenaga

ACUAN = date(2021, 12, 31)
PERIODE = {"id_tenaga": pl.Int32, "awal": pl.Date, "akhir": pl.Date, "dihitung": pl.Boolean}


def bulan(*periode):
    """Months per tenaga of (id, awal, akhir, dihitung)."""
    frame = pl.LazyFrame(periode, schema=PERIODE, orient="row")
    return dict(hitung_masa_kerja(frame, ACUAN).sort("id_tenaga").collect().rows())


def kerja(utama, *lama, **umpan):
    """Facts on tenure of one tenaga from its Data Utama and riwayat."""
    fakta = derive_fakta(masukan(tenaga(utama), riwayat(*lama), **umpan), K).collect()
    kolom = ["bulan_kerja", "ada_bayar_langsung", "periode_tak_terbaca", "pembayaran_sk"]
    return fakta.select(kolom).row(0)


def dari(tahun, bulan_awal, bulan_akhir, **lain):
    return {
        "tanggal_awal": date(tahun, bulan_awal, 1),
        "tanggal_akhir": date(tahun, bulan_akhir, 28),
        "nomor_sk": f"{tahun}/{bulan_awal}",
        **lain,
    }


APBN = {"pembayaran": "APBN"}
PENGADAAN = {"pembayaran": "PENGADAAN BARANG/JASA"}
# Jan-May 2021 as Data Utama, the rest as riwayat: the worked example of BKN's deck.
PAPARAN = {"tanggal_mulai": date(2021, 1, 1), "tanggal_akhir": date(2021, 5, 31)}


def test_the_worked_example_of_the_deck_is_exactly_one_year():
    lama = [
        dari(2020, 1, 3, **APBN),
        dari(2020, 9, 12, **APBN),
        dari(2021, 6, 6, **PENGADAAN) | {"tanggal_akhir": None},
    ]
    assert kerja(PAPARAN, *lama) == (12, True, False, None)


def test_the_worked_example_with_its_sk_repeated_in_riwayat():
    lama = [
        dari(2020, 1, 3, **APBN),
        dari(2020, 9, 12, **APBN),
        dari(2021, 1, 5, **APBN) | {"nomor_sk": "Nomor: 814.1/17/2019"},
        dari(2021, 6, 12, **PENGADAAN),
    ]
    assert kerja(PAPARAN, *lama) == (12, True, False, "APBN")


def test_eleven_months_are_eleven():
    assert kerja(PAPARAN, dari(2020, 1, 3, **APBN), dari(2020, 10, 12, **APBN))[0] == 11


def test_overlaps_count_once():
    lama = [dari(2020, 1, 8, **APBN), dari(2020, 3, 12, **APBN), dari(2020, 4, 5, **APBN)]
    assert (
        kerja({"tanggal_mulai": date(2020, 12, 15), "tanggal_akhir": date(2020, 12, 20)}, *lama)[0]
        == 12
    )


def test_a_month_after_the_reference_date_does_not_count():
    assert kerja({"tanggal_mulai": date(2021, 2, 1), "tanggal_akhir": date(2022, 1, 31)})[0] == 11


def test_all_procurement_is_no_direct_pay():
    lama = [dari(2019, 1, 12, **PENGADAAN) | {"nomor_sk": "814.1/17/2019"}]
    assert kerja({}, *lama) == (0, False, False, "PENGADAAN BARANG/JASA")


@pytest.mark.parametrize(
    ("pembayaran", "bulan_kerja"),
    [("APBN", 24), ("APBD", 24), ("BOS", 24), ("BLU", 12), ("KOMITE", 12), ("PIHAK KETIGA", 12)],
)
def test_only_direct_pay_and_bos_count(pembayaran, bulan_kerja):
    utama = {"tanggal_mulai": date(2021, 1, 1)}
    assert kerja(utama, dari(2020, 1, 12, pembayaran=pembayaran))[0] == bulan_kerja


def test_bos_counts_only_for_a_post_that_converts():
    utama = {"tanggal_mulai": date(2021, 1, 1), "konversi_jabatan": None}
    assert kerja(utama, dari(2020, 1, 12, pembayaran="BOS"))[0] == 12


def test_one_sk_paid_two_ways_counts_its_direct_row_only():
    sk = {"nomor_sk": "814.1/17/2019"}
    lama = [dari(2021, 1, 5, **APBN) | sk, dari(2021, 6, 12, **PENGADAAN) | sk]
    assert kerja({"tanggal_mulai": date(2021, 1, 1)}, *lama) == (
        5,
        True,
        False,
        "PENGADAAN BARANG/JASA",
    )


def test_partial_months_and_a_running_sk_count():
    assert kerja({"tanggal_mulai": date(2021, 11, 30)})[0] == 2


@pytest.mark.parametrize(
    ("mulai", "harapan"),
    [(date(2021, 12, 31), (1, True, False, None)), (date(2022, 1, 1), (0, False, False, None))],
)
def test_one_day_up_to_the_reference_date_is_one_month(mulai, harapan):
    assert kerja({"tanggal_mulai": mulai, "tanggal_akhir": mulai}) == harapan


def test_a_row_of_the_sk_without_its_start_still_says_who_paid():
    lama = [{"nomor_sk": "814.1/17/2019", "tanggal_awal": None, "pembayaran": "BLUD"}]
    assert kerja({}, *lama)[3] == "BLUD"


@pytest.mark.parametrize(
    ("pembayaran", "ditandai"), [("APBD", False), ("BOS", True), ("KOMITE", False), (None, False)]
)
def test_months_paid_for_an_asn_position_are_flagged(pembayaran, ditandai):
    masuk = masukan(tenaga({}), riwayat(dari(2018, 1, 3, pembayaran=pembayaran)))
    fakta = derive_fakta(masuk, K).collect()
    assert fakta["ada_bayar_jabatan_asn"].to_list() == [ditandai]


@pytest.mark.parametrize(
    ("utama", "lama", "harapan"),
    [
        ({"tanggal_mulai": None}, [], (0, None, True)),
        ({"tanggal_mulai": None, "tak_terbaca": ["tanggal_mulai"]}, [], (0, None, True)),
        ({"tak_terbaca": ["tanggal_akhir"]}, [], (0, None, True)),
        ({"tanggal_akhir": date(2018, 1, 1)}, [], (0, None, True)),
        ({"tanggal_mulai": date(2021, 6, 1)}, [{"tanggal_awal": None}], (7, True, True)),
        ({"tanggal_mulai": date(2021, 6, 1)}, [{"pembayaran": None}], (7, True, True)),
        (
            {"tanggal_mulai": date(2021, 6, 1)},
            [{"tanggal_awal": None, "pembayaran": "KOMITE"}],
            (7, True, False),
        ),
    ],
)
def test_an_unreadable_period_is_never_counted_and_never_forgotten(utama, lama, harapan):
    assert kerja(utama, *lama)[:3] == harapan


def test_an_unreadable_pay_of_the_sk_leaves_its_period_open():
    lama = [{"nomor_sk": "814.1/17/2019", "pembayaran": None, "tak_terbaca": ["pembayaran"]}]
    assert kerja({}, *lama) == (0, None, True, None)


@pytest.mark.parametrize(("bulan_gelap", "pembayaran_sk"), [(3, None), (2, None), (1, "BLUD")])
def test_the_latest_row_of_the_sk_says_who_paid_even_where_it_cannot_be_read(
    bulan_gelap, pembayaran_sk
):
    terang = {"tanggal_awal": date(2020, 2, 1), "pembayaran": "BLUD"}
    gelap = {"tanggal_awal": date(2020, bulan_gelap, 1), "pembayaran": None}
    gelap |= {"tak_terbaca": ["pembayaran"]}
    sk = {"nomor_sk": "814.1/17/2019", "tanggal_akhir": None}
    assert kerja({}, terang | sk, gelap | sk)[3] == pembayaran_sk


def test_months_of_another_instansi_do_not_count():
    asing = dari(2020, 1, 12, **APBN) | {"unit_kerja": "sdn 9 kutacane"}
    unit = [{"unit_kerja": "SDN 9 KUTACANE", "kode_instansi": "5105"}]
    assert kerja({"tanggal_mulai": date(2021, 1, 1)}, asing, unit_instansi=unit)[0] == 12


def test_people_never_share_months():
    assert bulan(
        (1, date(2021, 1, 1), None, True),
        (2, date(2021, 12, 1), date(2030, 1, 1), True),
        (2, date(2021, 1, 1), None, False),
        (3, date(2022, 1, 1), None, True),
    ) == {1: 12, 2: 1}


@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            st.dates(date(2018, 1, 1), date(2022, 12, 31)),
            st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2022, 12, 31))),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_the_union_equals_the_set_of_months(periode):
    himpunan: dict[int, set[int]] = {}
    for nomor, awal, akhir, dihitung in periode:
        sampai = min(akhir or ACUAN, ACUAN)
        if dihitung and awal <= sampai:
            bulan_ini = range(awal.year * 12 + awal.month, sampai.year * 12 + sampai.month + 1)
            himpunan.setdefault(nomor, set()).update(bulan_ini)
    assert bulan(*periode) == {nomor: len(isi) for nomor, isi in sorted(himpunan.items())}


@pytest.mark.parametrize(
    ("ganti", "bulan_kerja"),
    [
        ({}, 24),
        ({"silang_anggaran_dihitung": False}, 12),
        ({"silang_anggaran_dihitung": False, "pembayaran_daerah": "APBN"}, 24),
        ({"data_utama_dianggap_langsung": False}, 12),
        ({"akhir_kosong_berjalan": False}, 12),
    ],
)
def test_each_reading_can_be_switched(ganti, bulan_kerja):
    masuk = masukan(tenaga({"tanggal_mulai": date(2021, 1, 1)}), riwayat(dari(2020, 1, 12, **APBN)))
    fakta = derive_fakta(masuk, K.model_copy(update=ganti)).collect()
    assert fakta["bulan_kerja"].to_list() == [bulan_kerja]


@pytest.mark.parametrize(
    ("kode_instansi", "pembayaran", "bulan_kerja"),
    [("3010", "APBN", 24), ("3010", "APBD", 12), ("5104", "APBD", 24), ("5104", "APBN", 12)],
)
def test_each_budget_pays_its_own_instansi_when_crossing_does_not_count(
    kode_instansi, pembayaran, bulan_kerja
):
    masuk = masukan(
        tenaga({"tanggal_mulai": date(2021, 1, 1), "kode_instansi": kode_instansi}),
        riwayat(dari(2020, 1, 12, pembayaran=pembayaran, kode_instansi=kode_instansi)),
    )
    ketat = K.model_copy(update={"silang_anggaran_dihitung": False})
    assert derive_fakta(masuk, ketat).collect()["bulan_kerja"].to_list() == [bulan_kerja]


def test_bos_and_foreign_months_can_be_switched():
    masuk = masukan(
        tenaga({"tanggal_mulai": date(2021, 1, 1)}),
        riwayat(
            dari(2020, 1, 12, pembayaran="BOS"),
            dari(2019, 1, 12, **APBN) | {"unit_kerja": "SDN 9 KUTACANE"},
        ),
        unit_instansi=[{"unit_kerja": "SDN 9 KUTACANE", "kode_instansi": "5105"}],
    )
    tanpa = K.model_copy(update={"bos_dihitung": False})
    dengan = K.model_copy(update={"riwayat_asing_dihitung": True})
    assert derive_fakta(masuk, tanpa).collect()["bulan_kerja"].to_list() == [12]
    assert derive_fakta(masuk, dengan).collect()["bulan_kerja"].to_list() == [36]
