"""Potret built again from archive and receipts: the same digest, or the cause by name."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tasks.freeze_potret
from flows.cli import app
from flows.close_tahap import close_tahap
from flows.nightly import nightly
from rules.instrumen import sidik_berkas_regulasi
from tasks.gateways.banding_potret import compare_potret
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.simpanan import open_simpanan
from tests.flows.empat_instansi import PRAFINAL
from tests.flows.potret_uji import beku, census_of_four, kotak_masuk
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, KIRIM

__all__ = ["beku", "census_of_four", "kotak_masuk"]


def _replay(tempat: Tempat, ke: Path, ubah: pytest.MonkeyPatch, tahap: str) -> tuple[int, list[str]]:  # fmt: skip
    tempat.settle(ubah)
    hasil = CliRunner().invoke(app, ["bangun-ulang", "--tahap", tahap, "--ke", str(ke)])
    return hasil.exit_code, hasil.output.splitlines()


def test_archive_and_receipts_give_the_same_potret_again(
    beku: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bukti = Tempat(tmp_path / "lain")
    shutil.copytree(beku.simpanan, bukti.simpanan, ignore=shutil.ignore_patterns("kotak-masuk", "mendarat", "kotak-keluar"))  # fmt: skip
    kode, baris = _replay(bukti, tmp_path / "ulang", monkeypatch, "finalisasi")
    assert kode == 0, baris
    assert [satu.split(":")[0] for satu in baris] == ["Potret prafinalisasi", "Potret finalisasi"]
    assert all(satu.endswith("; sama dengan yang berdiri.") for satu in baris)
    akar = (beku.simpanan / "potret/finalisasi/akar.txt").read_bytes()
    assert (tmp_path / "ulang/simpanan/potret/finalisasi/akar.txt").read_bytes() == akar


@pytest.mark.parametrize(
    "argumen",
    [["--tahap", "tiada"], ["--tahap", "finalisasi", "--tanggal", "2022-11-01"]],
    ids=" ".join,
)
def test_what_cannot_be_replayed_is_said(beku: Tempat, tmp_path: Path, argumen: list[str]) -> None:
    hasil = CliRunner().invoke(app, ["bangun-ulang", *argumen, "--ke", str(tmp_path / "x")])
    assert hasil.exit_code != 0
    assert "tiada" in str(hasil.exception) or "batasnya sendiri" in hasil.output


@pytest.mark.nightly
def test_another_law_file_and_another_version_are_named(
    beku: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lain = sidik_berkas_regulasi() | {"regulasi/asumsi.toml": "0" * 64}
    monkeypatch.setattr(tasks.freeze_potret, "sidik_berkas_regulasi", lambda: lain)
    monkeypatch.setattr(tasks.freeze_potret, "versi_kode", lambda: "0.1.0+lain")
    kode, baris = _replay(beku, tmp_path / "ulang", monkeypatch, "prafinalisasi")
    assert kode == 1
    assert "BERBEDA dari yang berdiri" in baris[0]
    assert "  Berkas hukum regulasi/asumsi.toml berubah." in baris
    assert any(satu.startswith("  Versi kode ") and satu.endswith("menjadi 0.1.0+lain.") for satu in baris)  # fmt: skip


@pytest.mark.nightly
def test_the_order_of_receipts_does_not_matter_and_a_missing_delivery_does(
    beku: Tempat, kotak_masuk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = open_simpanan(read_pengaturan())
    terbalik = Tempat(tmp_path / "terbalik").settle(monkeypatch)
    shutil.copytree(kotak_masuk, terbalik.simpanan)
    jaga = terbalik.simpanan / f"kotak-masuk/{BERSIH}/data-utama/jaga.xlsx"
    shutil.move(jaga, tmp_path / "jaga.xlsx")
    # All but one are receipted by an earlier night; the last comes with its old time.
    nightly(KIRIM + timedelta(hours=15))
    shutil.move(tmp_path / "jaga.xlsx", jaga)
    assert close_tahap(PRAFINAL + timedelta(minutes=10)) == ["prafinalisasi"]
    hasil = compare_potret(asli, open_simpanan(read_pengaturan()), "prafinalisasi")
    assert hasil.sama, hasil.sebab
    assert all(satu.startswith("Buku terima ketika itu") for satu in hasil.sebab)

    kurang = Tempat(tmp_path / "kurang").settle(monkeypatch)
    shutil.copytree(kotak_masuk, kurang.simpanan)
    (kurang.simpanan / f"kotak-masuk/{BERSIH}/data-utama/jaga.xlsx").unlink()
    assert close_tahap(PRAFINAL + timedelta(minutes=10)) == ["prafinalisasi"]
    hasil = compare_potret(asli, open_simpanan(read_pengaturan()), "prafinalisasi")
    assert not hasil.sama
    assert f"Daftar 1 instansi berbeda: {BERSIH}." in hasil.sebab
    assert any(satu.startswith(f"Instansi {BERSIH}: Kiriman jenis data-utama") and satu.endswith("tidak ada lagi.") for satu in hasil.sebab)  # fmt: skip
