"""Dates and numbers of an instansi's decrees, seen beside each other."""

from datetime import date, timedelta

import pytest

from rules.kewajaran_sk import (
    batas_mulai,
    tandai_libur,
    tandai_nomor,
    tandai_tumpuk,
    tandai_urut,
)
from tests.rules.orang import K, tenaga

SENIN = date(2021, 1, 4)


def rows(frame):
    return frame.sort("id_tenaga").collect()


@pytest.mark.parametrize(
    ("bulan", "batas"),
    [
        (12, date(2021, 1, 31)),
        (11, date(2021, 2, 28)),
        (13, date(2020, 12, 31)),
        (24, date(2020, 1, 31)),
        (1, date(2021, 12, 31)),
    ],
)
def test_the_last_day_that_still_gives_the_tenure(bulan, batas):
    assert batas_mulai(K.model_copy(update={"masa_kerja_minimum_bulan": bulan})) == batas


def test_the_window_ends_with_the_limit():
    hari = [date(2021, 1, 31), date(2021, 2, 1), date(2020, 12, 28), date(2020, 12, 27), None]
    orang = tenaga(*({"tanggal_mulai": satu} for satu in hari))
    hasil = rows(tandai_tumpuk(orang, K))["mulai_tumpuk_dekat"]
    assert hasil.to_list() == [True, False, True, False, None]
    sk = [date(2021, 12, 31), date(2022, 1, 1), date(2021, 11, 27), date(2021, 11, 26)]
    hasil = rows(tandai_tumpuk(tenaga(*({"tanggal_sk": satu} for satu in sk)), K))
    assert hasil["sk_tumpuk_dekat"].to_list() == [True, False, True, False]


def test_a_heap_is_measured_against_all_other_instansi():
    dekat, jauh = {"tanggal_mulai": date(2020, 12, 31)}, {"tanggal_mulai": date(2018, 1, 2)}
    lain = [{"kode_instansi": "5105", **(dekat if n < 10 else jauh)} for n in range(100)]
    hasil = rows(tandai_tumpuk(tenaga(*[dekat] * 16, *[jauh] * 4, *lain), K))
    satu = hasil.row(0, named=True)
    assert (satu["mulai_tumpuk_orang"], satu["mulai_tumpuk_persen"]) == (16, 80)
    assert satu["mulai_tumpuk_persen_lain"] == 10
    # Eleven of 102 with one smoothed in: 20 people expect 2.157.
    bagian = 11 / 102
    harapan = (16 - 20 * bagian) / (20 * bagian * (1 - bagian)) ** 0.5
    assert satu["mulai_tumpuk_simpangan"] == pytest.approx(harapan)
    assert hasil.row(21, named=True)["mulai_tumpuk_simpangan"] < 0
    assert hasil.row(35, named=True)["mulai_tumpuk_simpangan"] is None


def test_only_the_same_days_make_one_heap():
    # The stretches count back from 31-01-2021: 28-12 to 03-01 is the fifth, 04-01 to 10-01 the fourth.
    hari = [date(2020, 12, 28), date(2021, 1, 3), date(2021, 1, 4), date(2021, 1, 10)]
    jauh = [{"tanggal_mulai": date(2018, 1, 2), "kode_instansi": "5105"}] * 5
    hasil = rows(tandai_tumpuk(tenaga(*({"tanggal_mulai": satu} for satu in hari), *jauh), K))
    assert hasil["mulai_tumpuk_orang"].to_list() == [2, 2, 2, 2, *[None] * 5]
    satu = rows(tandai_tumpuk(tenaga({"tanggal_mulai": hari[0]}, *jauh), K)).row(0, named=True)
    assert (satu["mulai_tumpuk_persen"], satu["mulai_tumpuk_persen_lain"]) == (100, 0)
    dekat = K.model_copy(update={"tumpuk_ruas": 8})
    lain = rows(tandai_tumpuk(tenaga(*({"tanggal_mulai": satu} for satu in hari), *jauh), dekat))
    assert lain["mulai_tumpuk_orang"].to_list() == [1, 2, 2, 1, *[None] * 5]


def test_one_instansi_alone_is_compared_with_nothing():
    satu = rows(tandai_tumpuk(tenaga({}, {}), K)).row(0, named=True)
    assert satu["mulai_tumpuk_simpangan"] is None
    assert satu["mulai_tumpuk_persen_lain"] is None


def test_the_day_of_signing_and_of_beginning():
    baris = {"tanggal_sk": date(2021, 5, 13), "tanggal_mulai": date(2021, 1, 3)}
    satu = rows(tandai_libur(tenaga(baris))).row(0, named=True)
    assert satu["mulai_hari"] == "Minggu"
    assert "Idul Fitri" in satu["sk_hari"]


def test_one_number_of_several_people():
    hasil = rows(
        tandai_nomor(
            tenaga(
                {"nomor_sk": "Nomor 814 / 1", "tanggal_sk": SENIN},
                {"nomor_sk": "814/1", "tanggal_sk": date(2021, 2, 1)},
                {
                    "nomor_sk": "814/1",
                    "tanggal_sk": None,
                    "jabatan_penandatangan": "Kepala  dinas pendidikan",
                },
                {"nomor_sk": "814/1", "jabatan_penandatangan": None, "tanggal_sk": SENIN},
                {"nomor_sk": "814/1", "kode_instansi": "5105"},
                {"nomor_sk": "814/2"},
                {"nomor_sk": None},
                {"nomor_sk": None},
            )
        )
    )
    assert hasil["id_tenaga"].to_list() == [1, 2, 3, 4]
    assert hasil.row(0, named=True) | {"id_tenaga": 0} == {
        "id_tenaga": 0,
        "nomor_orang": 4,
        "nomor_tanggal": 2,
        "nomor_penandatangan": 1,
    }


def register(*nomor, tahun=2021):
    """One SK a day in the order given."""
    awal = date(tahun, 1, 4)
    return [
        {"nomor_sk": f"800/{satu}/BKD/{tahun}", "tanggal_sk": awal + timedelta(days=n)}
        for n, satu in enumerate(nomor)
    ]


def test_a_register_in_step():
    hasil = rows(tandai_urut(tenaga(*register(*range(101, 121))), K))
    assert hasil["urut_geser"].to_list() == [0.0] * 20
    assert hasil["urut_nomor"].unique().to_list() == [20]
    assert hasil["urut_kacau"].unique().to_list() == [0.0]


def test_a_number_that_was_slipped_in_stands_far_from_its_date():
    hasil = rows(tandai_urut(tenaga(*register(901, *range(101, 120))), K))
    assert hasil["urut_geser"][0] == pytest.approx(19 / 20)
    assert hasil["urut_geser"][1:].max() <= 1 / 20
    assert hasil["urut_kacau"][0] == pytest.approx(1 / 20)


def test_many_numbers_of_one_day_are_in_step_whatever_their_order():
    baris = [{"nomor_sk": f"800/{n}/BKD/2021", "tanggal_sk": SENIN} for n in range(30, 1, -1)]
    assert set(rows(tandai_urut(tenaga(*baris), K))["urut_geser"]) == {0.0}


def test_a_collective_number_counts_once_and_years_and_instansi_are_apart():
    kolektif = [{"nomor_sk": "800/105/BKD/2021", "tanggal_sk": date(2021, 1, 9)}] * 50
    lain = [satu | {"kode_instansi": "5105"} for satu in register(*range(5))]
    hasil = rows(
        tandai_urut(tenaga(*register(*range(101, 111)), *kolektif, *lain, *register(7, tahun=2020)), K)
    )  # fmt: skip
    assert hasil["urut_nomor"].to_list() == [11] * 60 + [5] * 5 + [1]


def test_a_number_that_cannot_be_read_is_left_out():
    baris = [{"nomor_sk": "SK Bupati"}, {"nomor_sk": None}, {"tanggal_sk": None}]
    assert rows(tandai_urut(tenaga(*baris), K)).is_empty()


def test_the_order_of_rows_changes_nothing():
    orang = tenaga(*register(901, *range(101, 120))).collect()
    acak = orang.sample(fraction=1, shuffle=True, seed=3).lazy()
    assert rows(tandai_urut(acak, K)).equals(rows(tandai_urut(orang.lazy(), K)))
    assert rows(tandai_tumpuk(acak, K)).equals(rows(tandai_tumpuk(orang.lazy(), K)))
