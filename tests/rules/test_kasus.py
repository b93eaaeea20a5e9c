"""Cases as a lawyer would tell them: who stands twice, why, and where the person is counted."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from rules.kasus import SEBAB, choose_registration, classify_kasus
from tests.rules.orang import K

AWAL: dict[str, Any] = {
    "id_kasus": 1, "jenis": "NIK_LINTAS_INSTANSI", "kode_instansi": "5104", "nama": "SITI AMINAH",
    "tanggal_lahir": date(1990, 1, 1), "nama_dukcapil_sama": True, "tanggal_mulai": date(2019, 1, 2),
    "tanggal_akhir": None, "thk2_kode_instansi": None, "lapor_lepas": False, "dipertahankan": False,
    "konfirmasi_aktif": None, "tanggal_sk": date(2019, 1, 2), "waktu": datetime(2022, 9, 1),
}  # fmt: skip
SKEMA = {
    "id_tenaga": pl.Int32, "id_kasus": pl.Int32, "jenis": pl.String, "kode_instansi": pl.String,
    "nama": pl.String, "tanggal_lahir": pl.Date, "nama_dukcapil_sama": pl.Boolean,
    "tanggal_mulai": pl.Date, "tanggal_akhir": pl.Date, "thk2_kode_instansi": pl.String,
    "lapor_lepas": pl.Boolean, "dipertahankan": pl.Boolean, "konfirmasi_aktif": pl.String,
    "tanggal_sk": pl.Date, "waktu": pl.Datetime,
}  # fmt: skip
LAIN = {"kode_instansi": "5105"}
SIAPA_LAIN = {"nama": "BUDI SANTOSO", "tanggal_lahir": date(1985, 5, 5)}
NOMOR = {"jenis": "NOMOR_THK2"}


def baris(*beda: dict[str, Any]) -> pl.LazyFrame:
    isi = [{"id_tenaga": n, **AWAL, **satu} for n, satu in enumerate(beda, 1)]
    return pl.LazyFrame(isi, schema=SKEMA)


def kasus(*beda: dict[str, Any]) -> dict[str, Any]:
    return classify_kasus(baris(*beda), K).row(0, named=True)


def dihitung(*beda: dict[str, Any]) -> list[int]:
    """Rows (from 1) at which the person is counted."""
    semua = baris(*beda)
    hasil = choose_registration(semua, classify_kasus(semua, K).lazy())
    return hasil.filter("dihitung")["id_tenaga"].to_list()


@pytest.mark.parametrize(
    ("sebab", "satu", "dua"),
    [
        ("SATU_ORANG", {}, LAIN),
        ("SATU_ORANG", {}, LAIN | {"tanggal_lahir": date(1990, 2, 1)}),
        ("SATU_ORANG", {}, LAIN | {"nama": "SITI AMINAH, S.Pd", "tanggal_lahir": None}),
        ("SATU_ORANG", {"nama": None, "tanggal_lahir": None}, LAIN),
        ("SATU_DAFTAR", {"jenis": "NIK_DALAM_INSTANSI"}, {"jenis": "NIK_DALAM_INSTANSI"}),
        ("DUA_ORANG", {}, LAIN | SIAPA_LAIN),
        ("DUA_ORANG", {}, LAIN | {"nama": "BUDI", "tanggal_lahir": None}),
        ("SALAH_KETIK", {}, LAIN | SIAPA_LAIN | {"nama_dukcapil_sama": False}),
        ("DUA_ORANG", {}, LAIN | SIAPA_LAIN | {"nama_dukcapil_sama": None}),
        ("PINDAH", {"tanggal_akhir": date(2020, 12, 31)}, LAIN | {"tanggal_mulai": date(2021, 1, 1)}),
        ("SATU_ORANG", {"tanggal_akhir": date(2021, 1, 1)}, LAIN | {"tanggal_mulai": date(2021, 1, 1)}),
        ("PINDAH_THK2", {"thk2_kode_instansi": "5104"}, LAIN | {"thk2_kode_instansi": "5104"}),
        (
            "SATU_ORANG", {"thk2_kode_instansi": "5104"},
            LAIN | {"thk2_kode_instansi": "5104", "lapor_lepas": True},
        ),
        ("SALAH_KETIK", NOMOR, NOMOR | LAIN),
        ("DUA_ORANG", NOMOR, NOMOR | LAIN | SIAPA_LAIN),
    ],
)  # fmt: skip
def test_every_case_has_a_cause(sebab: str, satu: dict[str, Any], dua: dict[str, Any]) -> None:
    assert kasus(satu, dua)["sebab"] == sebab
    assert kasus(dua, satu)["sebab"] == sebab


def test_the_evidence_names_what_was_compared_and_no_value() -> None:
    satu = kasus({"tanggal_akhir": date(2020, 12, 31)}, LAIN | {"tanggal_mulai": date(2021, 1, 1)})
    assert satu["bukti"] == "Nama sama; tanggal lahir sama; masa kerjanya tidak bertumpang tindih."
    dua = kasus({"tanggal_lahir": None}, LAIN | {"nama": "BUDI", "nama_dukcapil_sama": False})
    assert dua["bukti"] == (
        "Nama berbeda; tanggal lahir tidak semua terbaca; "
        "Dukcapil mengenal NIK itu hanya atas nama pada salah satu baris."
    )


@pytest.mark.parametrize(
    ("keadaan", "satu", "dua"),
    [("TERBUKA", False, False), ("DIPUTUS", True, False), ("BERSELISIH", True, True)],
)
def test_a_case_is_open_decided_or_disputed(keadaan: str, satu: bool, dua: bool) -> None:
    hasil = kasus({"dipertahankan": satu}, LAIN | {"dipertahankan": dua})
    assert hasil["keadaan"] == keadaan


@pytest.mark.parametrize(
    ("tempat", "satu", "dua"),
    [
        ([2], {}, LAIN | {"tanggal_sk": date(2020, 1, 2)}),
        ([1], {"konfirmasi_aktif": "YA"}, LAIN | {"tanggal_sk": date(2020, 1, 2)}),
        ([2], {"konfirmasi_aktif": "TIDAK"}, LAIN | {"waktu": datetime(2022, 9, 2)}),
        ([1], {}, LAIN),
        ([1], {"dipertahankan": True}, LAIN | {"konfirmasi_aktif": "YA"}),
        ([2], {"dipertahankan": True}, LAIN | {"dipertahankan": True, "konfirmasi_aktif": "YA"}),
        (
            [1], {"thk2_kode_instansi": "5104"},
            LAIN | {"thk2_kode_instansi": "5104", "konfirmasi_aktif": "YA"},
        ),
        ([1, 2], {}, LAIN | SIAPA_LAIN),
        ([1, 2], {}, LAIN | SIAPA_LAIN | {"dipertahankan": True}),
    ],
)  # fmt: skip
def test_the_person_is_counted_where_decided_else_where_the_law_files_say(
    tempat: list[int], satu: dict[str, Any], dua: dict[str, Any]
) -> None:
    assert dihitung(satu, dua) == tempat


def test_two_cases_do_not_meet() -> None:
    semua = baris({}, LAIN, {"id_kasus": 2}, LAIN | {"id_kasus": 2, "tanggal_sk": date(2021, 1, 1)})
    tabel = classify_kasus(semua, K)
    assert tabel["id_kasus"].to_list() == [1, 2]
    hasil = choose_registration(semua, tabel.lazy())
    assert hasil.filter("dihitung").rows() == [(1, 1, True), (2, 4, True)]


def test_the_law_files_name_every_cause() -> None:
    assert set(K.ganda_bawaan) == set(SEBAB)
