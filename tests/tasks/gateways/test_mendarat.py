from pathlib import Path

import polars as pl
import pytest

from tasks.gateways.mendarat import (
    Mendarat,
    kunci_mendarat,
    land_kiriman,
)
from tasks.gateways.simpanan import ARSIP, Simpanan
from tests.workbooks import data_utama


def arsipkan(simpanan: Simpanan, sha256: str, jalur: Path) -> str:
    simpanan.put_file(f"{ARSIP}{sha256}", jalur)
    return sha256


def test_archived_contents_land_once_in_the_store(simpanan: Simpanan, tmp_path: Path) -> None:
    kosong = tmp_path / "kosong"
    kosong.touch()
    baik = arsipkan(simpanan, "a" * 64, data_utama(tmp_path / "b.xlsx", [{}, {}]))
    buruk = arsipkan(simpanan, "b" * 64, kosong)
    daftar = [(baik, "data-utama"), (buruk, "data-utama")]
    kerja = tmp_path / "kerja"
    assert land_kiriman(simpanan, daftar, kerja, 1) == {
        "dibaca": 1, "ditolak": 1, "sudah": 0, "baris": 2,
    }  # fmt: skip
    mendarat = Mendarat(simpanan)
    assert all(mendarat.has(sidik) for sidik in (baik, buruk))
    assert mendarat.read_bacaan(buruk)["penolakan"]["kode"] == "F-KOSONG"
    jalur = simpanan.local_path(kunci_mendarat(baik, "data_utama.parquet"))
    assert pl.read_parquet(jalur).height == 2
    assert not list(kerja.glob("baca-*"))
    assert land_kiriman(simpanan, daftar, kerja, 1)["sudah"] == 2


def test_a_landing_cut_short_is_read_again(
    simpanan: Simpanan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha = arsipkan(simpanan, "a" * 64, data_utama(tmp_path / "b.xlsx"))
    asli = type(simpanan).put_file

    def putus(self: Simpanan, kunci: str, jalur: Path) -> None:
        if kunci.endswith("bacaan.json"):
            raise ConnectionError("store went away")
        asli(self, kunci, jalur)

    with monkeypatch.context() as tambal:
        tambal.setattr(type(simpanan), "put_file", putus)
        with pytest.raises(ConnectionError):
            land_kiriman(simpanan, [(sha, "data-utama")], tmp_path / "kerja", 1)
    assert not Mendarat(simpanan).has(sha)
    assert land_kiriman(simpanan, [(sha, "data-utama")], tmp_path / "kerja", 1)["dibaca"] == 1
