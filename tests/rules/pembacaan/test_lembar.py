from datetime import date

import polars as pl

from rules.pembacaan.lembar import ASLI, baca_lembar

NIK = "3201014107900001"


def test_types_and_columns_are_those_of_the_table() -> None:
    terbaca = baca_lembar(pl.DataFrame({"nik": [NIK], "nama": [" SITI "]}), "data_utama", "A", 2)
    assert terbaca.data.columns[:4] == ["baris", "lembar", "nik", "nama"]
    assert terbaca.data.columns[-1] == "tak_terbaca"
    assert terbaca.data.schema["baris"] == pl.UInt32
    assert terbaca.data.schema["tanggal_lahir"] == pl.Date
    assert terbaca.data.schema["tak_terbaca"] == pl.List(pl.String)
    assert terbaca.data["nama"].to_list() == ["SITI"]
    assert terbaca.asli.schema == pl.Schema(ASLI)


def test_blank_rows_go_and_the_others_keep_their_numbers() -> None:
    teks = pl.DataFrame({"nik": [NIK, None, " ", None], "nama": ["A", None, "", "D"]})
    terbaca = baca_lembar(teks, "data_utama", "A", 5)
    assert terbaca.data["baris"].to_list() == [5, 8]


def test_the_number_mask_follows_the_rows_that_stay() -> None:
    teks = pl.DataFrame({"nik": [None, NIK[:-1] + "0", NIK[:-1] + "0"]})
    angka = pl.Series([False, False, True])
    data = baca_lembar(teks, "data_utama", "A", 2, angka).data
    assert data["nik"].to_list() == [NIK[:-1] + "0", None]


def test_unreadable_cells_are_named_in_the_row_and_kept_as_written() -> None:
    teks = pl.DataFrame(
        {
            "nik": [NIK, "3.2E+15"],
            "tanggal_lahir": ["1/7/1990", "31-02-1990"],
            "jenis_kelamin": ["P", "P"],
        }
    )
    terbaca = baca_lembar(teks, "data_utama", "A", 2)
    assert terbaca.data["tak_terbaca"].to_list() == [[], ["nik", "tanggal_lahir"]]
    assert terbaca.data["tanggal_lahir"].to_list() == [date(1990, 7, 1), None]
    assert sorted(terbaca.asli.rows()) == [
        ("A", 2, "tanggal_lahir", "1/7/1990", "DIBAKUKAN"),
        ("A", 3, "nik", "3.2E+15", "TAK_TERBACA"),
        ("A", 3, "tanggal_lahir", "31-02-1990", "TAK_TERBACA"),
    ]


def test_a_sheet_of_headings_only_has_no_rows() -> None:
    teks = pl.DataFrame({"nik": []}, schema={"nik": pl.String})
    assert baca_lembar(teks, "data_riwayat", "A", 2).data.is_empty()
