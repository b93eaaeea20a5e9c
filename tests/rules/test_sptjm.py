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


def surat_kelompok(sidik: str) -> tuple[Sebutan, ...]:
    """A letter typed anew, with the digest in groups and no line for machines."""
    return find_sebutan(
        f"dengan sidik\n{' '.join([sidik[:8]] * 4)}\n{' '.join([sidik[:8]] * 4)} dan"
    )


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
    ("hanya kelompok sidik", saat(1), surat_kelompok(FINAL), FINAL),
    ("hanya kelompok sidik lama", saat(11), surat_kelompok(FINAL), "F-SPTJM-LAMA"),
    ("hanya kelompok sidik instansi lain", saat(1), surat_kelompok(LAIN), "F-SPTJM-ASING"),
    ("kelompok lain daripada barisnya", saat(1), surat(FINAL) + surat_kelompok(PRA), "F-SPTJM-DUA"),
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
        "dengan sidik " + " ".join(["b" * 8] * 8) + "\nSPTJM/NONASN/1/finalisasi/5105/" + FINAL,
    ],
)
def test_a_broken_line_still_names_its_potret(teks: str) -> None:
    assert find_sebutan(teks) == surat(FINAL)


def test_a_hyphen_lost_at_the_end_of_a_line_makes_no_second_potret() -> None:
    ini = Sebutan("finalisasi-ulang-2022-11-10", "5105", ULANG)
    (satu,) = find_sebutan(f"{ini.teks}\n{ini.teks.replace('ulang-', 'ulang')}")
    assert (satu.kode_instansi, satu.sidik) == ("5105", ULANG)
    assert find_sebutan(ini.teks) == (ini,)


def test_groups_are_written_as_they_are_found() -> None:
    (satu,) = surat_kelompok(FINAL)
    assert satu == Sebutan("", "", FINAL)
    assert find_sebutan(satu.teks) == (satu,)


@pytest.mark.parametrize("teks", ["", FINAL, " ".join(["b" * 8] * 7), " ".join(["b" * 8] * 7) + " bbbbbbbbb", "SPTJM/NONASN/1/finalisasi/5105/" + "b" * 63, "SPTJM/NONASN/2/finalisasi/5105/" + FINAL])  # fmt: skip
def test_less_names_none(teks: str) -> None:
    assert find_sebutan(teks) == ()


def test_the_line_and_the_groups() -> None:
    (satu,) = surat(FINAL)
    assert satu.teks == "SPTJM/NONASN/1/finalisasi/5105/" + FINAL
    assert satu.kelompok == ["b" * 8] * 8
