"""Which SPTJM is accepted: a table a lawyer can read."""

from datetime import datetime

import pytest

from rules.kalender import WIB
from rules.pembacaan.penolakan import daftar_penolakan
from rules.sptjm import PotretInstansi, Sebutan, Tolak, find_sebutan, judge_sptjm

PRA, FINAL, ULANG, LAIN = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)


def saat(hari: int, jam: int = 12, bulan: int = 11) -> datetime:
    return datetime(2022, bulan, hari, jam, tzinfo=WIB)


POTRET = (
    PotretInstansi("prafinalisasi", "Pra-finalisasi", saat(30, 23, 9), "5105", PRA, False),
    PotretInstansi("finalisasi", "Finalisasi", saat(31, 17, 10), "5105", FINAL, True),
    PotretInstansi("finalisasi_ulang", "Finalisasi ulang", saat(10, 17), "5105", ULANG, True),
    PotretInstansi("finalisasi", "Finalisasi", saat(31, 17, 10), "3012", LAIN, True),
)


def surat(*sidik: str, kode: str = "5105") -> tuple[Sebutan, ...]:
    return tuple(Sebutan("finalisasi", kode, satu) for satu in sidik)


# delivered, names → the potret it is accepted for, or the code of the refusal
KASUS = [
    ("sebelum ada potret final", saat(31, 16, 10), surat(FINAL), "F-SPTJM-DINI"),
    ("tepat pada batas", saat(31, 17, 10), surat(FINAL), "F-SPTJM-DINI"),
    ("potret final", saat(1), surat(FINAL), FINAL),
    ("potret pra-final", saat(1), surat(PRA), "F-SPTJM-LAMA"),
    ("tanpa sidik", saat(1), surat(), "F-SPTJM-TANPA-SIDIK"),
    ("dua sidik", saat(1), surat(FINAL, PRA), "F-SPTJM-DUA"),
    ("sidik asing", saat(1), surat("e" * 64), "F-SPTJM-ASING"),
    ("sidik instansi lain dengan kode sendiri", saat(1), surat(LAIN), "F-SPTJM-ASING"),
    ("surat instansi lain", saat(1), surat(LAIN, kode="3012"), "F-SPTJM-INSTANSI"),
    ("potret yang belum dibekukan ketika itu", saat(9), surat(ULANG), "F-SPTJM-ASING"),
    ("potret yang sudah diganti", saat(11), surat(FINAL), "F-SPTJM-LAMA"),
    ("pengganti", saat(11), surat(ULANG), ULANG),
    ("terlambat berbulan-bulan", datetime(2023, 2, 1, tzinfo=WIB), surat(ULANG), ULANG),
]


@pytest.mark.parametrize(("waktu", "sebutan", "harapan"), [k[1:] for k in KASUS], ids=[k[0] for k in KASUS])  # fmt: skip
def test_the_verdict_on_a_letter(waktu: datetime, sebutan: tuple[Sebutan, ...], harapan: str) -> None:  # fmt: skip
    hasil = judge_sptjm(sebutan, "5105", waktu, POTRET)
    assert (hasil.kode if isinstance(hasil, Tolak) else hasil.sidik) == harapan


def test_a_superseded_letter_is_told_both_potret() -> None:
    hasil = judge_sptjm(surat(FINAL), "5105", saat(11), POTRET)
    assert isinstance(hasil, Tolak)
    assert hasil.isi == {
        "potret_surat": "Finalisasi", "batas_surat": "2022-10-31T17:00:00+07:00", "sidik_surat": "bbbbbbbb",
        "potret": "Finalisasi ulang", "batas": "2022-11-10T17:00:00+07:00", "sidik": "cccccccc",
    }  # fmt: skip


def test_every_refusal_has_its_sentence() -> None:
    ada = {satu.kode for satu in daftar_penolakan()}
    assert {kode for *_, kode in KASUS if str(kode).startswith("F-")} <= ada


@pytest.mark.parametrize(
    "teks",
    [
        "x SPTJM/NONASN/1/finalisasi/5105/" + FINAL + " y",
        "SPTJM/NONASN/1/finali\nsasi/51 05/" + "b" * 30 + "\r\n" + "b" * 34,
        " ".join("SPTJM/NONASN/1/finalisasi/5105/" + FINAL),
        2 * ("SPTJM/NONASN/1/finalisasi/5105/" + FINAL + "\n"),
    ],
)
def test_a_broken_line_still_names_its_potret(teks: str) -> None:
    assert find_sebutan(teks) == surat(FINAL)


@pytest.mark.parametrize("teks", ["", FINAL, "SPTJM/NONASN/1/finalisasi/5105/" + "b" * 63, "SPTJM/NONASN/2/finalisasi/5105/" + FINAL])  # fmt: skip
def test_less_names_none(teks: str) -> None:
    assert find_sebutan(teks) == ()


def test_the_line_and_the_groups() -> None:
    (satu,) = surat(FINAL)
    assert satu.teks == "SPTJM/NONASN/1/finalisasi/5105/" + FINAL
    assert satu.kelompok == ["b" * 8] * 8
