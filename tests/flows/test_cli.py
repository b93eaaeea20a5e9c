"""The command line: what it lists, how it helps, and how it says that something is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app, main
from tasks.gateways.pengaturan import AWALAN
from tests.flows.tempat import Tempat
from tests.kotak_masuk import tiga_instansi
from tests.sampingan import AKAR

PERINTAH = (
    "demo", "generate", "template", "nightly", "close-tahap", "check", "explain", "simulate",
    "bayangan", "terima", "bangun-ulang", "kembali", "verify", "bukti", "kartu", "kunci",
    "kebijakan-s3", "serve",
)  # fmt: skip
_LEMBAR = "5105/data-utama/data.xlsx:Data Utama"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """A command settles the environment for its process; tests share theirs."""
    semula = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(semula)


def test_only_what_works_is_listed() -> None:
    bantuan = CliRunner().invoke(app, ["--help"]).output
    daftar = bantuan.partition("Commands:")[2].splitlines()
    assert [baris.split()[0] for baris in daftar if baris.startswith("  ") and baris[2] != " "] == list(PERINTAH)  # fmt: skip


@pytest.mark.parametrize("perintah", PERINTAH)
def test_every_command_helps_with_an_example(perintah: str) -> None:
    hasil = CliRunner().invoke(app, [perintah, "--help"])
    assert hasil.exit_code == 0
    assert f"Contoh: pendataan {perintah}" in " ".join(hasil.output.split())


@pytest.mark.parametrize(
    "argumen",
    [
        [],
        ["tiada"],
        ["--tiada"],
        ["demo", "--skala", "2"],
        ["demo", "--skala", "0.0001"],
        ["demo", "--benih", "-1"],
        ["generate"],
        ["generate", "--ke", "x", "--gelombang", "musim"],
        ["template", "--ke", "t.xlsx"],
        ["template", "--instansi", "5105", "--ke", "t.xls"],
        ["nightly", "--tanggal", "kemarin"],
        ["close-tahap", "--tanggal", "31-10-2022"],
        ["check", "tiada.xlsx", "--instansi", "5105"],
        ["explain"],
        ["explain", "3201"],
        ["explain", "٣٢٠١٠١٤١٠٧٩٠٠٠٠١"],
        ["explain", "3201014107900001", "--sel", f"{_LEMBAR}:3"],
        ["explain", "--sel", "data.xlsx"],
        ["explain", "--sel", f"{_LEMBAR}:tiga"],
        ["explain", "--sel", ":Lembar:3"],
        ["terima", "--instansi", "9999"],
        ["terima", "--periksa", "--instansi", "5105"],
        ["terima", "--kepala", "ab"],
        ["bangun-ulang"],
        ["bangun-ulang", "--ke", "/proc"],
        ["kembali", "9999", "--oleh", "A", "--alasan", "B"],
        ["kembali", "5105"],
        ["kebijakan-s3", "--instansi", "9999"],
    ],
    ids=" ".join,
)
def test_wrong_use_exits_2_and_says_so(argumen: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    hasil = CliRunner().invoke(app, argumen)
    assert hasil.exit_code == 2
    assert "Usage: " in hasil.output
    assert list(tmp_path.iterdir()) == [], "nothing was done"


@pytest.mark.parametrize(
    ("lingkungan", "argumen", "kode", "sebab"),
    [
        ({}, ["explain", "3201014107900001"], 1, "jalankan pendataan nightly"),
        ({}, ["template", "--instansi", "9999", "--ke", "t.xlsx"], 1, "kode instansi 9999 tidak dikenal"),
        ({}, ["template", "--instansi", "5105", "--ke", "/proc/tiada/t.xlsx"], 1, "tidak ada, atau tidak dapat dibuat"),
        ({"SIMPNAN": "x"}, ["nightly"], 2, "maksudnya PENDATAAN_SIMPANAN?"),
        ({}, ["kebijakan-s3"], 2, "bukan s3://bucket"),
        ({"PROSES": "nol"}, ["close-tahap"], 2, "proses harus bilangan bulat"),
        ({"SIMPANAN": "s3://ember"}, ["nightly"], 2, "memerlukan s3_endpoint"),
        ({"BERKAS_PENGATURAN": "tiada.toml"}, ["explain", "3201014107900001"], 2, "berkas itu tidak ada"),
        ({"SIMPANAN": "/proc/tiada"}, ["generate", "--ke", "/proc/tiada"], 1, "tidak ada, atau tidak dapat dibuat"),
    ],
)  # fmt: skip
def test_a_failure_is_one_line_with_its_exit_code(
    lingkungan: dict[str, str], argumen: list[str], kode: int, sebab: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for nama, nilai in lingkungan.items():
        monkeypatch.setenv(AWALAN + nama, nilai)
    monkeypatch.setattr(sys, "argv", ["pendataan", *argumen])
    with pytest.raises(SystemExit) as keluar:
        main()
    assert keluar.value.code == kode
    keluaran = capfd.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.startswith("Galat: ")
    assert keluaran.err.count("\n") == 1
    assert sebab in keluaran.err


def test_a_failure_inside_a_flow_is_one_line_too(tempat: Tempat) -> None:
    tiga_instansi(tempat.simpanan)
    tempat.kerja.mkdir()
    (tempat.kerja / "susunan").write_text("here a folder should be")
    hasil = _run("nightly", "--tanggal", "2022-09-21")
    assert hasil.returncode == 1
    assert hasil.stdout == ""
    assert hasil.stderr.startswith("Galat: ")
    assert hasil.stderr.count("\n") == 1, hasil.stderr


def test_debug_shows_the_traceback(tempat: Tempat) -> None:
    hasil = _run("--debug", "explain", "3201014107900001")
    assert hasil.returncode == 1
    assert "Traceback (most recent call last)" in hasil.stderr
    assert "3201014107900001" not in hasil.stderr


def test_a_night_and_a_closing_say_what_they_did(tempat: Tempat) -> None:
    tiga_instansi(tempat.simpanan)
    malam = CliRunner().invoke(app, ["nightly", "--tanggal", "2022-09-21T01:00"])
    assert malam.exit_code == 0
    assert " ".join(malam.output.split()) == (
        "5 kiriman diterima, 2 berkas dibaca, 1 ditolak, 6 orang dalam daftar, 1 kasus ganda, "
        "12 jawaban diperbarui."
    )
    tutup = CliRunner().invoke(app, ["close-tahap", "--tanggal", "2022-09-21T01:00"])
    assert (tutup.exit_code, tutup.output) == (0, "Tidak ada tahap yang harus ditutup.\n")


def test_the_policy_is_printed_as_json(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for nama, nilai in {"SIMPANAN": "s3://ember", "S3_ENDPOINT": "s3:9000", "S3_KUNCI": "k", "S3_RAHASIA": "r"}.items():  # fmt: skip
        monkeypatch.setenv(AWALAN + nama, nilai)
    hasil = CliRunner().invoke(app, ["kebijakan-s3", "--instansi", "5105"])
    assert hasil.exit_code == 0
    assert len(json.loads(hasil.output)["Statement"]) == 5


def test_generate_writes_the_inbox_and_the_key_beside_it(tmp_path: Path) -> None:
    argumen = ["generate", "--ke", str(tmp_path / "simpanan"), "--skala", "0.0005", "--gelombang", "akhir"]  # fmt: skip
    hasil = CliRunner().invoke(app, argumen)
    assert hasil.exit_code == 0, hasil.output
    assert (tmp_path / "simpanan-kunci.parquet").exists()
    hapus = (tmp_path / "simpanan" / "kotak-masuk").glob("*/data-utama/penghapusan-akhir.xlsx")
    assert list(hapus)


def test_a_template_is_written_once_and_never_over_another(tmp_path: Path) -> None:
    ke = tmp_path / "templat.xlsx"
    argumen = ["template", "--instansi", "5105", "--ke", str(ke)]
    hasil = CliRunner().invoke(app, argumen)
    assert (hasil.exit_code, hasil.output) == (
        0, f"Templat Pemerintah Kab. Aceh Selatan (edisi 2022): {ke}\n",
    )  # fmt: skip
    isi = ke.read_bytes()
    lagi = CliRunner().invoke(app, argumen)
    assert lagi.exit_code == 1
    assert str(lagi.exception) == f"{ke} sudah ada dan tidak ditimpa; pilih nama lain"
    assert ke.read_bytes() == isi


def _run(*argumen: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as from a shell."""
    perintah = "import sys; from flows.cli import main; sys.argv[0] = 'pendataan'; main()"
    return subprocess.run(
        [sys.executable, "-c", perintah, *argumen],
        env=os.environ | {"PYTHONPATH": str(AKAR)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
