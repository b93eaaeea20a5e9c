from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from rules.batas_instansi import BatasInstansi, susun_perpanjangan
from rules.kalender import WIB, kalender_on
from rules.perpanjangan import judge_perpanjangan

KALENDER = kalender_on(date(2022, 11, 1))
PERBAIKAN = datetime(2022, 10, 22, 17, tzinfo=WIB)
FINALISASI = datetime(2022, 10, 31, 17, tzinfo=WIB)
SAAT, SEHARI = datetime(2022, 10, 20, tzinfo=WIB), timedelta(days=1)


@pytest.mark.parametrize(
    ("umum", "khusus", "saat", "batas"),
    [
        (PERBAIKAN, {}, SAAT, PERBAIKAN),
        (PERBAIKAN, {"5105": FINALISASI}, SAAT, FINALISASI),
        (PERBAIKAN, {"5105": SAAT}, SAAT, PERBAIKAN),
        (PERBAIKAN, {"5104": FINALISASI}, SAAT, PERBAIKAN),
        (None, {"5105": FINALISASI}, FINALISASI, FINALISASI),
        (None, {"5105": PERBAIKAN}, FINALISASI, None),
        (None, {}, SAAT, None),
    ],
)
def test_an_instansi_has_the_longer_of_two_deadlines(umum, khusus, saat, batas):
    assert BatasInstansi(umum, khusus).bagi("5105", saat) == batas


def _surat(*baris):
    skema = {"kode_instansi": pl.String, "id_berkas": pl.Int32, "waktu": pl.Datetime("us", "UTC")}
    return pl.LazyFrame(baris, schema=skema, orient="row")


def test_asked_and_approved_stand_side_by_side():
    waktu = datetime(2022, 10, 19, 1, tzinfo=UTC)
    surat = _surat(("5104", 1, waktu), ("5104", 2, waktu + SEHARI), ("5105", 3, waktu))
    izin = pl.LazyFrame(
        {
            "kode_instansi": ["5105", "5105", "5108"],
            "nomor_surat": ["lama", "baru", "lepas"],
            "tanggal_surat": [date(2022, 10, 20)] * 3,
            "sampai": [PERBAIKAN + SEHARI, PERBAIKAN + 2 * SEHARI, FINALISASI + SEHARI],
        }
    ).with_columns(pl.col("sampai").dt.convert_time_zone("UTC"))
    izin = judge_perpanjangan(izin, None, None)
    hasil = susun_perpanjangan(surat, izin, KALENDER)
    assert hasil.select(
        "kode_instansi", "id_berkas", "diminta", "nomor_surat", "batas_diperpanjang"
    ).rows() == [
        ("5104", 2, waktu + SEHARI, None, None),
        ("5105", 3, waktu, "baru", PERBAIKAN + 2 * SEHARI),
        ("5108", None, None, "lepas", FINALISASI),
    ]
    assert susun_perpanjangan(surat, None, KALENDER)["nomor_surat"].to_list() == [None, None]
