import polars as pl
import pytest

from rules.pembacaan.nik import baca_nik

BAIK = "3201014107900001"


def baca(*teks: str | None, angka: list[bool] | None = None) -> list[tuple[str | None, str | None]]:
    sel = baca_nik(pl.Series(teks, dtype=pl.String), None if angka is None else pl.Series(angka))
    sebab = dict(sel.catatan.iter_rows()) if sel.catatan is not None else {}
    return [(nilai, sebab.get(i)) for i, nilai in enumerate(sel.nilai)]


def test_a_clean_column_is_returned_as_it_is() -> None:
    teks = pl.Series([BAIK, None, "0201014107900001"])
    assert baca_nik(teks).nilai is teks


@pytest.mark.parametrize(
    "tulisan",
    [
        "'3201014107900001",
        "3201 0141 0790 0001",
        "320101.410790.0001",
        "3201-0141-0790-0001",
        "32010141–07900001",
        "３２０１０１４１０７９００００１",  # noqa: RUF001
        "32O1O14107900001",
        "3201014107900001\u200b",
    ],
)
def test_decorated_digits_are_read_and_told(tulisan: str) -> None:
    assert baca(tulisan) == [(BAIK, "DIBAKUKAN")]


def test_surrounding_space_is_not_worth_telling() -> None:
    assert baca(f"  {BAIK} ") == [(BAIK, None)]


@pytest.mark.parametrize(
    "tulisan",
    [
        "3.27E+15",
        "320101410790001",
        "32010141079000011",
        "+201014107900001",
        "TIDAK ADA",
        "l201014107900001",
        "O" * 16,
        "3201014107900001.0",
    ],
)
def test_what_is_not_sixteen_digits_is_unreadable(tulisan: str) -> None:
    assert baca(tulisan) == [(None, "TAK_TERBACA")]


def test_empty_is_empty() -> None:
    assert baca("", "  ", None, BAIK) == [(None, None), (None, None), (None, None), (BAIK, None)]


def test_a_number_is_trusted_only_where_no_digit_can_be_lost() -> None:
    nik = ["3201014107900010", "3201014107900011", "9201014107900011", "3201014107900010"]
    assert baca(*nik, angka=[True, True, True, False]) == [
        (None, "TAK_TERBACA"),
        (nik[1], None),
        (None, "TAK_TERBACA"),
        (nik[3], None),
    ]


@pytest.mark.parametrize(("jumlah", "terbaca"), [(9, 9), (10, 0)])
def test_a_column_whose_every_nik_ends_in_zero_lost_its_last_digit(
    jumlah: int, terbaca: int
) -> None:
    nik = pl.Series([f"32010141079{i:04d}0" for i in range(jumlah)])
    assert baca_nik(nik).nilai.count() == terbaca
    assert baca_nik(pl.concat([nik, pl.Series(["3201014107900011"])])).nilai.count() == jumlah + 1
