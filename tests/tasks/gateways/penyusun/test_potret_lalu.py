"""The people of earlier potret as a table of the night."""

import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from rules.kalender import WIB, Tahap, kalender_on
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.potret_lalu import TABEL, copy_potret, susun_potret_lalu
from tasks.gateways.simpanan import Simpanan, open_simpanan
from tasks.gateways.susunan import Susunan

KALENDER = tuple(t for t in kalender_on(datetime(2022, 12, 1, tzinfo=WIB).date()) if t.potret)
SATU, DUA = KALENDER[:2]
SESUDAH = timedelta(seconds=1)
ORANG = {
    "kode_instansi": "5104",
    "nik": "1101011708900001",
    "nomor_peserta_thk2": None,
    "nama": "A",
    "tanggal_lahir": None,
    "jabatan": "Guru",
    "putusan_keseluruhan": "M",
    "lain": 1,
}
SKEMA = {nama: pl.String for nama in ORANG} | {"tanggal_lahir": pl.Date, "lain": pl.Int32}


@pytest.fixture
def simpanan(tmp_path: Path) -> Simpanan:
    (tmp_path / "simpanan").mkdir()
    return open_simpanan(Pengaturan(simpanan=str(tmp_path / "simpanan"), ruang_kerja=tmp_path))


def freeze(simpanan: Simpanan, tahap: Tahap, *baris: dict) -> None:
    isi = pl.DataFrame([ORANG | satu for satu in baris], schema=SKEMA)
    wadah = io.BytesIO()
    isi.write_parquet(wadah)
    simpanan.put_once(f"potret/{tahap.kode}/5104/daftar.parquet", wadah.getvalue())
    ringkas = [
        {"kode_instansi": "5104", "jumlah": {"daftar": isi.height}},
        {"kode_instansi": "5105", "jumlah": {"daftar": 0}},
    ]
    isi_manifes = json.dumps({"instansi": ringkas}).encode()
    simpanan.put_once(f"potret/{tahap.kode}/manifest.json", isi_manifes)


def susun(simpanan: Simpanan, folder: Path, tanggal: datetime) -> list[tuple] | None:
    susunan = Susunan(folder / "susunan")
    susunan.folder.mkdir(exist_ok=True)
    susun_potret_lalu(simpanan, susunan, tanggal, KALENDER)
    return susunan.read(TABEL).select("tahap", "urut", "jabatan").rows() if susunan.has(TABEL) else None  # fmt: skip


def test_a_closing_sees_only_the_potret_before_it(simpanan: Simpanan, tmp_path: Path) -> None:
    freeze(simpanan, SATU, {"jabatan": "Sopir"})
    freeze(simpanan, DUA, {"jabatan": "Guru"})
    assert susun(simpanan, tmp_path, SATU.batas) is None
    assert susun(simpanan, tmp_path, DUA.batas) == [(SATU.kode, 0, "Sopir")]
    dua = susun(simpanan, tmp_path, DUA.batas + SESUDAH)
    assert dua == [(SATU.kode, 0, "Sopir"), (DUA.kode, 1, "Guru")]


def test_nothing_frozen_leaves_no_table_of_an_earlier_night(
    simpanan: Simpanan, tmp_path: Path
) -> None:
    Susunan(tmp_path / "susunan").write(TABEL, pl.DataFrame({"nik": ["sisa"]}))
    assert susun(simpanan, tmp_path, DUA.batas) is None


def test_a_potret_of_nobody_is_an_empty_table(simpanan: Simpanan, tmp_path: Path) -> None:
    freeze(simpanan, SATU)
    assert susun(simpanan, tmp_path, DUA.batas) == []


def test_the_frozen_lists_go_along_into_a_store_that_is_built_again(
    simpanan: Simpanan, tmp_path: Path
) -> None:
    freeze(simpanan, SATU, {})
    simpanan.put_once(f"potret/{SATU.kode}/5104/temuan.parquet", b"x")
    (tmp_path / "ulang").mkdir()
    ke = open_simpanan(Pengaturan(simpanan=str(tmp_path / "ulang"), ruang_kerja=tmp_path))
    copy_potret(simpanan, ke)
    assert [objek.kunci for objek in ke.list_objek("potret/")] == [
        f"potret/{SATU.kode}/5104/daftar.parquet",
        f"potret/{SATU.kode}/manifest.json",
    ]
    assert susun(ke, tmp_path, DUA.batas) == [(SATU.kode, 0, "Guru")]
