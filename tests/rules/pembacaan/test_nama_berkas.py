from datetime import UTC, datetime

import polars as pl
import pytest

from rules.pembacaan.nama_berkas import find_mirip, nama_pokok


@pytest.mark.parametrize(
    "nama",
    [
        "Data Utama.xlsx", "data utama.xls", "Data  Utama (1).xlsx", "Data Utama (1) (2).xlsx",
        "Data Utama - Copy.xlsx", "Data Utama - Copy (2).xlsx", "Data Utama copy 2.xlsx",
        "Data Utama - Salinan.xlsx", "Salinan Data Utama.xlsx", "Copy of Data Utama.xlsx",
        "Data Utama_rev.xlsx", "Data Utama_rev2.xlsx", "Data Utama-final.xlsx",
        "Data Utama_revisi_final (3).xlsx",
    ],
)  # fmt: skip
def test_a_copy_has_the_name_of_its_original(nama: str) -> None:
    assert nama_pokok(nama) == "data utama"


@pytest.mark.parametrize(
    "nama", ["Data Utama 2.xlsx", "Data Utama Dinas.xlsx", "final.xlsx", "(1).xlsx", "Revisi.xlsx"]
)
def test_another_name_is_another_name(nama: str) -> None:
    assert nama_pokok(nama) != "data utama"
    assert nama_pokok(nama)


def test_folders_keep_parts_apart() -> None:
    assert nama_pokok("dinas a/Data (1).xlsx") == "dinas a/data"


def test_every_part_after_the_first_names_the_first() -> None:
    isi = [("x", "utama", "a.xlsx"), ("x", "utama", "b.xlsx"), ("x", "utama", "a (1).xlsx"),
           ("x", "riwayat", "a.xlsx"), ("y", "utama", "a.xlsx"), ("x", "utama", "a (2).xlsx")]  # fmt: skip
    bagian = pl.DataFrame(
        isi, schema=["kode_instansi", "jenis", "nama"], orient="row"
    ).with_columns(
        id_berkas=pl.int_range(1, 7),
        waktu=pl.Series([datetime(2022, 9, hari, tzinfo=UTC) for hari in (2, 3, 1, 4, 5, 6)]),
    )
    mirip = find_mirip(bagian).sort("nama")
    assert mirip.select("nama", "nama_lama").rows() == [
        ("a (2).xlsx", "a (1).xlsx"),
        ("a.xlsx", "a (1).xlsx"),
    ]
    assert mirip["waktu_lama"].dt.day().to_list() == [1, 1]
