import polars as pl

from rules.pembacaan.isi import sidik_isi
from rules.pembacaan.lembar import baca_lembar

NIK = ["3201014107900001", "3201014107900002", "3201014107900003"]


def baca(nik: list[str], nama: list[str], awal: int = 2, lembar: str = "A") -> pl.DataFrame:
    return baca_lembar(pl.DataFrame({"nik": nik, "nama": nama}), "data_utama", lembar, awal).data


def test_where_rows_stand_does_not_matter() -> None:
    utuh = sidik_isi(baca(NIK, ["A", "B", "C"]), "data_utama")
    dibagi = pl.concat([baca(NIK[2:], ["C"], 9, "Dua"), baca(NIK[:2], ["A", "B"])])
    assert sidik_isi(dibagi, "data_utama") == utuh
    assert sidik_isi(baca(NIK[::-1], ["C", "B", "A"]), "data_utama") == utuh


def test_any_other_value_or_number_of_rows_gives_another() -> None:
    sidik = {
        sidik_isi(baca(nik, nama), "data_utama")
        for nik, nama in (
            (NIK, ["A", "B", "C"]),
            (NIK, ["A", "C", "B"]),
            (NIK[:2], ["A", "B"]),
            ([*NIK[:2], NIK[1]], ["A", "B", "B"]),
            (["tak terbaca", *NIK[1:]], ["A", "B", "C"]),
            (["", *NIK[1:]], ["A", "B", "C"]),
        )
    }
    assert len(sidik) == 6
