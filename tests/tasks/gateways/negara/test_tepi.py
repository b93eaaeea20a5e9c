"""Edges: waves one by one, too large a scale, words that are missing, nothing to report."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from tasks.gateways.negara import generate_negara, umpan_berkas
from tasks.gateways.negara.bagian import kenali
from tasks.gateways.negara.kosakata import kolam
from tasks.gateways.negara.kunci_jawaban import kunci_berkas, simpan_kunci
from tasks.gateways.negara.kuota import Kuota, _tabel
from tasks.gateways.negara.lapor import susun_lapor
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.sebaran import bagi
from tasks.gateways.negara.susunan import PRA, _pasang, susun


def test_waves_one_by_one_gather_one_key(tmp_path: Path) -> None:
    jalur = tmp_path / "kunci.parquet"
    for gelombang in ("perbaikan", "awal", "perbaikan"):
        simpan_kunci(jalur, kunci_berkas("BERKAS-RUSAK", "1010", "k", "", gelombang), {gelombang})
    assert pl.read_parquet(jalur)["gelombang"].to_list() == ["awal", "perbaikan"]


def test_progress_is_told(tmp_path: Path) -> None:
    cerita: list[tuple[str, int, int]] = []
    generate_negara(
        tmp_path / "s",
        0.0005,
        7,
        ("akhir",),
        1,
        lambda *x: cerita.append(x),
        tmp_path / "k.parquet",
    )
    assert cerita[-1][0] == "akhir"
    assert cerita[-1][1] == cerita[-1][2] == len(cerita)
    assert (tmp_path / "k.parquet").exists()


def test_a_scale_beyond_the_serials_of_a_nik_is_refused() -> None:
    besar = susun(susun_rencana(1.5, 2022))
    with pytest.raises(ValueError, match="more serials"):
        kenali(besar, "pra", [(0, 0, 5)])


def test_an_empty_list_of_words_is_refused() -> None:
    with pytest.raises(ValueError, match="empty list"):
        kolam([["a"], []])


def test_more_defects_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        _tabel(bagi(2, [1, 1, 1, 1, 1]), {"NAMA-GELAR": 5}, 1)


def test_nobody_reports_nothing() -> None:
    assert susun_lapor(susun(susun_rencana(0.0005, 2022)), []).height == 0


def test_a_failed_wave_leaves_no_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(umpan_berkas, "KELOMPOK_BARIS", 1)

    def padam() -> None:
        with umpan_berkas.PenampungUmpan(tmp_path, "awal") as umpan:
            umpan.tampung({"thk2": pl.DataFrame({"nik": ["1"]})})
            raise RuntimeError("listrik padam")

    with pytest.raises(RuntimeError, match="listrik"):
        padam()
    assert [x for x in tmp_path.rglob("*") if x.is_file()] == []


def test_a_feed_is_written_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(umpan_berkas, "KELOMPOK_BARIS", 1)
    with umpan_berkas.PenampungUmpan(tmp_path, "awal") as umpan:
        for nik in ("1", "2"):
            umpan.tampung({"thk2": pl.DataFrame({"nik": [nik]})})
    hasil = tmp_path / "kotak-masuk" / "bkn" / "thk2" / "thk2.parquet"
    assert pl.read_parquet(hasil)["nik"].to_list() == ["1", "2"]


def test_nobody_is_registered_twice_in_one_place() -> None:
    jenis = ("NIK_LINTAS_INSTANSI", "NIK_LINTAS_ASAL")
    kuota = Kuota(np.array([0, 0]), jenis, np.array([1, 2]), 0)
    hitung = {x: np.array([2 if x == "a_non" else 0]) for x in PRA}
    with pytest.raises(ValueError, match="another seed"):
        _pasang(kuota, ("NIK_LINTAS_INSTANSI", "NIK_LINTAS_ASAL"), hitung, np.array([0]))


def test_a_pair_of_one_kind_may_stand_in_one_instansi_where_it_cannot_do_else() -> None:
    jenis = ("SERUPA-EJAAN", "SERUPA-EJAAN-ASAL")
    kuota = Kuota(np.array([0, 0]), jenis, np.array([1, 2]), 0)
    hitung = {x: np.array([2 if x == "a_non" else 0]) for x in PRA}
    ((kedua, (asal, instansi, _)),) = _pasang(kuota, jenis, hitung, np.array([0])).items()
    assert {kedua, asal} == {0, 1}
    assert instansi == 0
