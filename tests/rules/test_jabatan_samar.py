import polars as pl
import pytest

from rules import jabatan_samar
from rules.jabatan_samar import EJAAN, SEBUTAN_LAIN, kamus_samar
from tests.rules.orang import K


def judge(*sebutan, k=K):
    hasil = kamus_samar(pl.LazyFrame({"jabatan": sebutan}, schema={"jabatan": pl.String}), k)
    return {satu[0]: satu[1:] for satu in hasil.collect().iter_rows()}


@pytest.mark.parametrize(
    ("sebutan", "mirip", "kelas", "cara"),
    [
        ("Waker  Sekolah", "WAKER SEKOLAH", "SATPAM", SEBUTAN_LAIN),
        ("Operator Kendaraan Dinas", "OPERATOR KENDARAAN DINAS", "PENGEMUDI", SEBUTAN_LAIN),
        ("Petugas Kemanan", "PETUGAS KEAMANAN", "SATPAM", EJAAN),
        ("Pengmudi", "PENGEMUDI", "PENGEMUDI", EJAAN),
        ("Tenaga Kebersian", "TENAGA KEBERSIHAN", "KEBERSIHAN", EJAAN),
        ("Penata Kebersihna Taman Kota", "KEBERSIHAN", "KEBERSIHAN", EJAAN),
        ("Staf Urusan Kemaanan Wilayah", "KEAMANAN", "SATPAM", EJAAN),
    ],
)
def test_another_name_for_an_excluded_post(sebutan, mirip, kelas, cara):
    (hasil,) = judge(sebutan).values()
    assert hasil == (mirip, kelas, cara)


@pytest.mark.parametrize(
    "sebutan",
    [
        "Guru Kelas",
        "Satpam",  # excluded outright
        "Koordinator Keamanan",  # found near by a whole word
        "Petugas Pengamatan Gunung Api",
        "Tenaga Keuangan",
        "Tenaga Keagamaan",
        "Soper",  # too short to tell
        "Petugas Kearsipan",
        "Pengadministrasi Umum",
        "",
    ],
)
def test_what_is_no_disguise(sebutan):
    assert judge(sebutan) == {}


def test_the_thresholds_decide():
    assert judge("Pengmudi", k=K.model_copy(update={"jabatan_samar_kemiripan": 0.89})) == {}
    assert judge("Pengmudi", k=K.model_copy(update={"jabatan_samar_kemiripan": 0.8888}))
    assert judge("Pengmudi", k=K.model_copy(update={"jabatan_samar_huruf": 9})) == {}
    assert judge("Pengmudi", k=K.model_copy(update={"jabatan_samar_huruf": 8}))
    assert judge("Petugas Pengamatan", k=K.model_copy(update={"jabatan_samar_bukan": ()}))
    assert judge(None) == {}


def test_titles_are_compared_piece_by_piece(monkeypatch):
    semua = judge("Pengmudi", "Petugas Kemanan", "Guru", "Juru Sapu")
    monkeypatch.setattr(jabatan_samar, "_SEKALI", 1)
    assert judge("Pengmudi", "Petugas Kemanan", "Guru", "Juru Sapu") == semua
    assert len(semua) == 3
