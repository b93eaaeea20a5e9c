"""Months one by one: the deck's example and its neighbours, every reason, and the same total as the nation's."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.bulan_kerja import Periode, rinci_bulan, urai_bulan
from rules.fakta import derive_fakta
from rules.masa_kerja import hitung_masa_kerja
from tests.rules.orang import INSTANSI, K, masukan, riwayat, tenaga
from tests.rules.test_masa_kerja import APBN, PAPARAN, PENGADAAN, PERIODE, dari

ACUAN, SAMPAI = date(2021, 12, 31), date(2022, 10, 8)
UNIT = [{"unit_kerja": "SDN 9 KUTACANE", "kode_instansi": "5105"}]
SK_UTAMA = {"nomor_sk": "814.1/17/2019"}
HURUF = {
    "DIHITUNG": "#",
    "JEDA": ".",
    "SESUDAH_ACUAN": ">",
    "BELUM_TERBACA": "?",
    "BAYAR_BELUM_DIKETAHUI": "b",
    "INSTANSI_LAIN": "i",
    "PENGADAAN": "p",
    "BLU": "u",
    "BUKAN_LANGSUNG": "x",
    "MENURUT_RIWAYAT": "r",
}


def rinci(utama, *lama, k=K, unit=None):
    masuk = masukan(tenaga(utama), riwayat(*lama), **({"unit_instansi": unit} if unit else {}))
    orang = masuk.tenaga.join(
        INSTANSI.select("kode_instansi", instansi_jenis="jenis"), on="kode_instansi"
    )
    hasil = rinci_bulan(orang, masuk.riwayat, masuk.unit_instansi, k)
    assert hasil.bulan_kerja == derive_fakta(masuk, k).collect()["bulan_kerja"].item()
    return hasil


def gambar(hasil):
    """Year → twelve letters, blank where the row of months has not begun or is over."""
    tahun: dict[int, list[str]] = {}
    for satu in hasil.bulan:
        tahun.setdefault(satu.tahun, [" "] * 12)[satu.bulan - 1] = HURUF[satu.keadaan]
    return {nomor: "".join(isi) for nomor, isi in tahun.items()}


def test_the_worked_example_of_the_deck_month_by_month():
    lama = [
        dari(2020, 1, 3, **APBN),
        dari(2020, 9, 12, **APBN),
        dari(2021, 6, 6, **PENGADAAN) | {"tanggal_akhir": None},
    ]
    hasil = rinci(PAPARAN, *lama)
    assert gambar(hasil) == {2020: "###.....####", 2021: "#####ppppppp", 2022: ">>>>>>>>>>  "}
    assert hasil.bulan_kerja == 12
    assert [satu.dihitung for satu in hasil.periode] == [3, 4, 5, 0]
    assert hasil.periode[-1].sebab == "PENGADAAN"
    assert (hasil.periode[-1].bulan, hasil.periode[-1].sesudah_acuan) == (7, 10)


def test_eleven_months():
    hasil = rinci(PAPARAN, dari(2020, 1, 3, **APBN), dari(2020, 10, 12, **APBN))
    assert (gambar(hasil)[2020], hasil.bulan_kerja) == ("###......###", 11)


def test_an_overlap_is_counted_once_and_said():
    hasil = rinci(PAPARAN, dari(2020, 6, 12, **APBN), dari(2020, 11, 12, **APBN))
    assert gambar(hasil)[2020] == "     #######"
    assert [(satu.dihitung, satu.bertumpang) for satu in hasil.periode] == [(7, 0), (2, 2), (5, 0)]
    desember = next(b for b in hasil.bulan if (b.tahun, b.bulan) == (2020, 12))
    assert desember.oleh == (0, 1)


def test_a_month_after_the_reference_date_is_shown_and_not_counted():
    hasil = rinci({"tanggal_mulai": date(2021, 2, 1), "tanggal_akhir": date(2022, 1, 31)})
    assert gambar(hasil) == {2021: " ###########", 2022: ">           "}
    assert (hasil.bulan_kerja, hasil.periode[0].sesudah_acuan) == (11, 1)


def test_all_procurement():
    hasil = rinci({"tanggal_mulai": date(2021, 1, 1)}, dari(2021, 1, 12, **PENGADAAN) | SK_UTAMA)
    assert (gambar(hasil)[2021], hasil.bulan_kerja) == ("p" * 12, 0)


@pytest.mark.parametrize(
    ("lama", "letak", "huruf"),
    [
        (dari(2020, 1, 12, pembayaran="BLUD"), 2020, "u" * 12),
        (dari(2020, 1, 12, pembayaran="KOMITE"), 2020, "x" * 12),
        (dari(2020, 1, 12, pembayaran=None), 2020, "b" * 12),
        (dari(2020, 1, 12, **APBN) | {"unit_kerja": "sdn 9 kutacane"}, 2020, "i" * 12),
        (dari(2020, 3, 5, **APBN) | {"tanggal_akhir": None, "tak_terbaca": ["tanggal_akhir"]}, 2020, "  ??????????"),
        (dari(2020, 3, 5, **APBN) | {"tanggal_akhir": date(2019, 1, 1)}, 2020, "  ?........."),
    ],
)  # fmt: skip
def test_every_reason_is_told(lama, letak, huruf):
    assert gambar(rinci({"tanggal_mulai": date(2021, 6, 1)}, lama, unit=UNIT))[letak] == huruf


def test_a_direct_period_wins_over_what_covers_the_same_month():
    lama = [dari(2020, 1, 12, **PENGADAAN), dari(2020, 3, 4, **APBN)]
    assert gambar(rinci({"tanggal_mulai": date(2021, 6, 1)}, *lama))[2020] == "pp##pppppppp"


def test_what_can_still_change_is_told_before_what_cannot():
    lama = [dari(2020, 1, 12, **PENGADAAN), dari(2020, 3, 4, pembayaran=None)]
    assert gambar(rinci({"tanggal_mulai": date(2021, 6, 1)}, *lama))[2020] == "ppbbpppppppp"


def test_the_period_of_an_sk_paid_two_ways_is_told_by_riwayat():
    lama = [dari(2021, 3, 5, **PENGADAAN) | SK_UTAMA, dari(2021, 6, 12, **APBN) | SK_UTAMA]
    hasil = rinci({"tanggal_mulai": date(2021, 1, 1)}, *lama)
    assert gambar(hasil)[2021] == "rrppp#######"
    assert hasil.periode[0].sebab == "MENURUT_RIWAYAT"


def test_without_any_start_there_are_no_months():
    hasil = rinci({"tanggal_mulai": None})
    assert (hasil.bulan, hasil.bulan_kerja) == ((), 0)
    assert hasil.periode[0].sebab == "BELUM_TERBACA"


@pytest.mark.parametrize(
    "ganti",
    [
        {"silang_anggaran_dihitung": False},
        {"data_utama_dianggap_langsung": False},
        {"akhir_kosong_berjalan": False},
        {"bos_dihitung": False},
        {"riwayat_asing_dihitung": True},
    ],
)
def test_the_total_follows_each_switch_of_the_law(ganti):
    lama = [
        dari(2018, 1, 12, **APBN),
        dari(2019, 1, 12, pembayaran="BOS"),
        dari(2020, 1, 12, pembayaran="APBD") | {"unit_kerja": "sdn 9 kutacane"},
    ]
    rinci({"tanggal_mulai": date(2021, 1, 1)}, *lama, k=K.model_copy(update=ganti), unit=UNIT)


HARI = st.dates(date(2018, 1, 1), date(2023, 12, 31))


@given(st.lists(st.tuples(HARI, st.one_of(st.none(), HARI), st.booleans()), max_size=8))
def test_the_months_one_by_one_add_up_to_the_months_of_the_nation(isi):
    urut = [(awal, akhir, bayar) for awal, akhir, bayar in isi if akhir is None or akhir >= awal]
    rinci = urai_bulan(
        [Periode(ke, a, z, None if b else "PENGADAAN") for ke, (a, z, b) in enumerate(urut)],
        ACUAN,
        SAMPAI,
    )
    frame = pl.LazyFrame([(1, *satu) for satu in urut], schema=PERIODE, orient="row")
    jumlah = hitung_masa_kerja(frame, ACUAN).collect()["bulan_kerja"].sum()
    assert rinci.bulan_kerja == jumlah
    assert sum(satu.dihitung - satu.bertumpang for satu in rinci.periode) == jumlah


BARIS = st.fixed_dictionaries(
    {
        "tanggal_awal": st.one_of(st.none(), HARI),
        "tanggal_akhir": st.one_of(st.none(), HARI),
        "pembayaran": st.sampled_from(
            [None, "APBN", "APBD", "BOS", "BLU", "PENGADAAN BARANG/JASA", "LAINNYA"]
        ),
        "nomor_sk": st.sampled_from(["814.1/17/2019", "x/1", None]),
        "unit_kerja": st.sampled_from(["SDN 1 TAPAKTUAN", "SDN 9 KUTACANE"]),
        "tak_terbaca": st.sampled_from([[], ["tanggal_akhir"], ["pembayaran"]]),
    }
)


@settings(max_examples=30, deadline=None)
@given(st.one_of(st.none(), HARI), st.one_of(st.none(), HARI), st.lists(BARIS, max_size=5))
def test_the_same_from_the_rows_of_a_person(mulai, akhir, lama):
    rinci({"tanggal_mulai": mulai, "tanggal_akhir": akhir}, *lama, unit=UNIT)
