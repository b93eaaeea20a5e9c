from datetime import date

import pytest

from rules.kewajaran_thk2 import tandai_tidur
from tests.rules.orang import K, riwayat, tenaga

SK = {"tanggal_mulai": date(2021, 1, 4), "tanggal_akhir": date(2022, 12, 31)}


def gap(sk, *lama):
    hasil = tandai_tidur(tenaga(SK | sk), riwayat(*lama), K).collect()
    return hasil.select("jeda_bulan", "jeda_sejak").row(0)


def year(awal, akhir):
    return {"tanggal_awal": date(awal, 1, 2), "tanggal_akhir": akhir and date(akhir, 12, 31)}


@pytest.mark.parametrize(
    ("sk", "lama", "jeda"),
    [
        ({}, [year(2020, 2020)], (0, date(2020, 12, 31))),
        ({}, [year(2014, 2014)], (72, date(2014, 12, 31))),
        ({}, [year(2014, 2014), year(2020, 2020)], (0, date(2020, 12, 31))),
        ({}, [year(2014, 2014), year(2021, 2021)], (72, date(2014, 12, 31))),
        ({"tanggal_akhir": date(2019, 5, 31), "tanggal_mulai": date(2019, 1, 2)}, [], None),
        ({"tanggal_akhir": None}, [year(2014, None)], (None, None)),
        ({"tanggal_akhir": None}, [], (None, None)),
        ({"tanggal_mulai": None, "tanggal_akhir": None}, [year(2014, 2014)], (None, None)),
    ],
)
def test_the_longest_gap_in_whole_months(sk, lama, jeda):
    if jeda is None:
        acuan = K.sk_berlaku_pada
        jeda = ((acuan.year - 2019) * 12 + acuan.month - 6, date(2019, 5, 31))
    hasil = gap(sk, *lama)
    assert hasil[0] == jeda[0]
    assert jeda[0] in (0, None) or hasil[1] == jeda[1]
