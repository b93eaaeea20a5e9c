"""Which deliveries and rows are in an instansi's list."""

from datetime import UTC, datetime

import polars as pl
import pytest

from rules.daftar import status_baris, status_kiriman

BOOLEAN = ("diabaikan", "ditahan", "ditolak", "terlambat")


def hari(nomor: int) -> datetime:
    return datetime(2022, 9, nomor, tzinfo=UTC)


def kiriman(*baris: dict) -> pl.DataFrame:
    bawaan = dict.fromkeys((*BOOLEAN, "hanya_penghapusan", "bertambah"), False)
    return pl.DataFrame(
        [
            bawaan | {"id_berkas": i, "bagian": "A/data-utama/a.xlsx", "waktu": hari(i)} | satu
            for i, satu in enumerate(baris, 1)
        ]
    )


def statuses(rangka: pl.DataFrame) -> list[str]:
    return status_kiriman(rangka).sort("id_berkas")["status"].to_list()


@pytest.mark.parametrize(
    ("tanda", "status"),
    [
        ({"diabaikan": True, "ditahan": True}, "DIABAIKAN"),
        ({"ditahan": True, "ditolak": True}, "DITAHAN"),
        ({"ditolak": True, "terlambat": True}, "DITOLAK"),
        ({"terlambat": True}, "TERLAMBAT"),
        ({}, "BERLAKU"),
    ],
)
def test_first_reason_wins(tanda: dict, status: str) -> None:
    assert statuses(kiriman(tanda)) == [status]


def test_same_name_replaces_and_another_name_adds_a_part() -> None:
    lain = {"bagian": "A/data-utama/b.xlsx"}
    assert statuses(kiriman({}, lain, {})) == ["DIGANTI", "BERLAKU", "BERLAKU"]


def test_an_unusable_successor_leaves_the_old_part_standing() -> None:
    assert statuses(kiriman({}, {"ditolak": True}, {"terlambat": True})) == [
        "BERLAKU",
        "DITOLAK",
        "TERLAMBAT",
    ]


def test_a_late_withdrawal_leaves_the_people_of_its_part_standing() -> None:
    akhir = {"hanya_penghapusan": True}
    assert statuses(kiriman({}, {}, akhir, akhir)) == ["DIGANTI", "BERLAKU", "DIGANTI", "BERLAKU"]


def test_a_feed_that_adds_up_replaces_nothing() -> None:
    umpan = {"bagian": "portal-akun", "bertambah": True}
    assert statuses(kiriman(umpan, umpan)) == ["BERLAKU", "BERLAKU"]


A, B = "3201010101900001", "3201010101900002"


def daftar(baris: list[tuple], hapus: list[tuple] = ()) -> dict[int, str]:
    rangka = pl.LazyFrame(
        baris,
        schema={
            "id_tenaga": pl.Int32,
            "kode_instansi": pl.String,
            "nik": pl.String,
            "waktu": pl.Datetime("us", "UTC"),
        },
        orient="row",
    )
    dicabut = pl.LazyFrame(
        hapus,
        schema={"kode_instansi": pl.String, "nik": pl.String, "waktu": pl.Datetime("us", "UTC")},
        orient="row",
    )
    return dict(status_baris(rangka, dicabut).collect().iter_rows())


def test_the_later_delivery_stands_for_the_person() -> None:
    assert daftar([(0, "X", A, hari(1)), (1, "X", A, hari(2))]) == {0: "GANDA", 1: "DAFTAR"}


def test_within_one_delivery_the_first_row_stands() -> None:
    assert daftar([(0, "X", A, hari(1)), (1, "X", A, hari(1))]) == {0: "DAFTAR", 1: "GANDA"}


def test_two_instansi_both_keep_the_person() -> None:
    assert set(daftar([(0, "X", A, hari(1)), (1, "Y", A, hari(2))]).values()) == {"DAFTAR"}


def test_rows_without_a_readable_nik_stay_in_the_list() -> None:
    assert set(daftar([(0, "X", None, hari(1)), (1, "X", None, hari(1))]).values()) == {"DAFTAR"}


def test_withdrawal_takes_out_every_part_of_that_instansi_only() -> None:
    baris = [(0, "X", A, hari(1)), (1, "X", A, hari(2)), (2, "Y", A, hari(1)), (3, "X", B, hari(1))]
    assert daftar(baris, [("X", A, hari(2))]) == {
        0: "DITARIK",
        1: "DITARIK",
        2: "DAFTAR",
        3: "DAFTAR",
    }


def test_a_later_listing_puts_the_person_back() -> None:
    baris = [(0, "X", A, hari(1)), (1, "X", A, hari(3))]
    assert daftar(baris, [("X", A, hari(2))]) == {0: "DITARIK", 1: "DAFTAR"}
