"""What became of a complaint: spec tables of deadline, state and execution."""

from datetime import datetime, timedelta

import polars as pl
import pytest

from rules.aduan_keadaan import track_aduan
from rules.kalender import WIB

BATAS = datetime(2022, 10, 22, 17, tzinfo=WIB)
IZIN = datetime(2022, 10, 28, 17, tzinfo=WIB)
MASUK = datetime(2022, 10, 9, 9, tzinfo=WIB)
DETIK = timedelta(seconds=1)
WAKTU = pl.Datetime("us", "UTC")


def track(
    tanggal,
    keputusan=None,
    jenis="USULAN",
    izin=None,
    umum=BATAS,
    berubah=False,
    waktu=MASUK,
    **lain,
):
    tempat = {"cara": None, "terdaftar": "TIDAK", "di_potret": None} | lain
    kunci = {"kode_instansi": ["3012"], "id": ["X"]}
    aduan = pl.DataFrame(
        kunci | {"jenis": [jenis], "waktu": [waktu]} | {n: [isi] for n, isi in tempat.items()},
        schema_overrides={"cara": pl.String, "di_potret": pl.Boolean},
    )
    putus = pl.DataFrame(kunci | {"keputusan_aduan": [keputusan]}, schema_overrides={"keputusan_aduan": pl.String})  # fmt: skip
    batas = pl.DataFrame(
        {"kode_instansi": ["3012"], "batas_diperpanjang": [izin]},
        schema={"kode_instansi": pl.String, "batas_diperpanjang": WAKTU},
    )
    sebagian = pl.DataFrame(kunci).head(int(berubah))
    hasil = track_aduan(aduan, putus.head(keputusan is not None), batas, sebagian, umum, tanggal)
    assert hasil.height == 1
    return hasil.row(0, named=True)


@pytest.mark.parametrize(
    ("tanggal", "keputusan", "izin", "keadaan", "sisa"),
    [
        pytest.param(MASUK, None, None, "TERBUKA", 13, id="open"),
        pytest.param(BATAS, None, None, "TERBUKA", 0, id="the last moment"),
        pytest.param(BATAS + DETIK, None, None, "TERLAMBAT", None, id="a second later"),
        pytest.param(BATAS + DETIK, None, IZIN, "TERBUKA", 6, id="extended"),
        pytest.param(IZIN + DETIK, None, IZIN, "TERLAMBAT", None, id="after the extension"),
        pytest.param(BATAS + DETIK, "DITOLAK", None, "DITOLAK", None, id="decided"),
        pytest.param(datetime(2022, 10, 21, 23, 30, tzinfo=WIB), None, None, "TERBUKA", 1, id="days are counted in WIB"),
    ],
)  # fmt: skip
def test_open_overdue_decided(tanggal, keputusan, izin, keadaan, sisa):
    hasil = track(tanggal, keputusan, izin=izin)
    assert (hasil["keadaan"], hasil["sisa_hari"]) == (keadaan, sisa)
    assert hasil["batas"] == (izin or BATAS)


def test_what_came_after_the_deadline_is_never_overdue():
    hasil = track(BATAS + timedelta(days=9), waktu=BATAS + DETIK)
    assert (hasil["keadaan"], hasil["batas"], hasil["sisa_hari"]) == ("TERBUKA", None, None)


def test_a_calendar_without_corrections_has_no_deadline():
    assert track(MASUK, umum=None)["batas"] is None


SINI, DI_POTRET, TIDAK_DI_POTRET = {"terdaftar": "DI SINI"}, {"di_potret": True}, {"di_potret": False}  # fmt: skip
NIK, NAMA = {"cara": "NIK"}, {"cara": "NAMA"}


@pytest.mark.parametrize(
    ("jenis", "isi", "jadi"),
    [
        pytest.param("USULAN", SINI | NIK, "DILAKSANAKAN", id="the proposed person is listed"),
        pytest.param("USULAN", SINI | NAMA | TIDAK_DI_POTRET, "DILAKSANAKAN", id="by name, and new"),
        pytest.param("USULAN", SINI | NAMA | DI_POTRET, "BELUM", id="a namesake who was there before"),
        pytest.param("USULAN", {}, "BELUM", id="listed nowhere"),
        pytest.param("USULAN", {"terdaftar": "INSTANSI LAIN"}, "BELUM", id="listed elsewhere"),
        pytest.param("SANGGAHAN", DI_POTRET, "DILAKSANAKAN", id="the person was taken out"),
        pytest.param("SANGGAHAN", SINI | NIK | DI_POTRET, "BELUM", id="there as before"),
        pytest.param("SANGGAHAN", SINI | NIK | DI_POTRET | {"berubah": True}, "DILAKSANAKAN", id="the row was changed"),
        pytest.param("SANGGAHAN", SINI | NIK, None, id="nothing to compare with"),
        pytest.param("SANGGAHAN", {}, None, id="nobody is known"),
        pytest.param("PENGADUAN", SINI | NIK | DI_POTRET, None, id="a complaint may ask for anything"),
    ],
)  # fmt: skip
def test_accepted_and_carried_out(jenis, isi, jadi):
    assert track(BATAS, "DITERIMA", jenis, **isi)["pelaksanaan"] == jadi
    assert track(BATAS, "DITOLAK", jenis, **isi)["pelaksanaan"] is None
    assert track(BATAS, None, jenis, **isi)["pelaksanaan"] is None
