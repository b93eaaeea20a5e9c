"""The balance of rows adds up at every level, and says so when it does not."""

import polars as pl

from rules.neraca import POS, hitung_neraca

BERKAS = pl.DataFrame(
    {
        "id_berkas": [1, 2, 3, 4, 5, 6],
        "kode_instansi": ["A", "A", "A", "B", "B", "B"],
        "status": ["BERLAKU", "DIGANTI", "TERLAMBAT", "DITAHAN", "DITOLAK", "BERLAKU"],
        "hanya_penghapusan": [False, False, False, False, False, True],
        "baris": [6, 5, 4, 3, 7, 2],
    }
)
TENAGA = pl.DataFrame(
    {"id_berkas": [1, 1, 1], "status_baris": ["DAFTAR", "GANDA", "DITARIK"], "jumlah": [3, 2, 1]}
)


def post(neraca: pl.DataFrame, tingkat: str, **saring: object) -> dict[str, int]:
    baris = neraca.filter(tingkat=tingkat, **saring).row(0, named=True)
    return {nama: baris[nama] for nama in ("diterima", *POS) if baris[nama]}


def test_each_delivery_has_its_post() -> None:
    neraca = hitung_neraca(BERKAS, TENAGA)
    assert post(neraca, "berkas", id_berkas=1) == {
        "diterima": 6,
        "daftar": 3,
        "ganda": 2,
        "ditarik": 1,
    }
    assert post(neraca, "berkas", id_berkas=2) == {"diterima": 5, "diganti": 5}
    assert post(neraca, "berkas", id_berkas=3) == {"diterima": 4, "terlambat": 4}
    assert post(neraca, "berkas", id_berkas=4) == {"diterima": 3, "ditahan": 3}
    assert post(neraca, "berkas", id_berkas=5) == {"diterima": 7, "ditolak": 7}


def test_people_of_a_delivery_that_may_only_withdraw_came_too_late() -> None:
    assert post(hitung_neraca(BERKAS, TENAGA), "berkas", id_berkas=6) == {
        "diterima": 2,
        "terlambat": 2,
    }


def tak_seimbang(neraca: pl.DataFrame) -> list[str]:
    return neraca.filter(pl.col("diterima") != pl.sum_horizontal(*POS))["tingkat"].to_list()


def test_levels_add_up() -> None:
    neraca = hitung_neraca(BERKAS, TENAGA)
    assert post(neraca, "nasional") == {
        "diterima": 27, "daftar": 3, "ganda": 2, "ditarik": 1, "diganti": 5, "terlambat": 6, "ditahan": 3,
        "ditolak": 7,
    }  # fmt: skip
    assert tak_seimbang(neraca) == []


def test_a_lost_row_is_seen_at_every_level() -> None:
    hilang = hitung_neraca(BERKAS, TENAGA.with_columns(jumlah=pl.Series([2, 2, 1])))
    assert tak_seimbang(hilang) == ["berkas", "instansi", "nasional"]
