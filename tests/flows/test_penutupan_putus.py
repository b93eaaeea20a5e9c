"""Closings that are killed, and closings at the same time: whole processes, real signals."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from flows.close_tahap import close_tahap
from tasks.gateways.giliran import SedangBerjalanError, alone
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.periksa_potret import check_potret
from tests.daur import hash_published
from tests.flows.empat_instansi import PRAFINAL, census_of_four, kotak_masuk, terisi
from tests.flows.potret_uji import KUNCI
from tests.flows.tempat import Tempat
from tests.kunci_uji import write_kunci_uji
from tests.sampingan import AKAR

__all__ = ["census_of_four", "kotak_masuk", "terisi"]

SAAT = PRAFINAL + timedelta(minutes=10)
KALI = 20


def test_a_second_closing_in_the_same_place_leaves_with_a_clear_word(terisi: Tempat) -> None:
    with (
        alone(read_pengaturan(), "close-tahap"),
        pytest.raises(SedangBerjalanError, match=rf"sedang berjalan .*proses {os.getpid()}, sejak"),
    ):
        close_tahap(SAAT)
    assert not (terisi.simpanan / "potret").exists()
    assert not (terisi.simpanan / "buku-terima").exists()


@pytest.mark.nightly
def test_two_closings_at_once_make_one_potret(kotak_masuk: Path, tmp_path: Path) -> None:
    sendiri = _place(kotak_masuk, tmp_path / "sendiri")
    assert _run(sendiri).wait(300) == 0
    bersama = _place(kotak_masuk, tmp_path / "bersama")
    # The same working folder: one has the turn. Another machine on the same store: both go through.
    semua = [_run(bersama), _run(bersama), _run(bersama, kerja="kerja-lain")]
    hasil = [satu.wait(300) for satu in semua]
    assert sorted(hasil[:2]) == [0, 1]
    assert hasil[2] == 0
    pesan = [satu.read_text() for satu in bersama.glob("galat-*.txt")]
    assert sum("SedangBerjalanError: close-tahap lain" in satu for satu in pesan) == 1
    assert _potret(bersama) == _potret(sendiri)
    _check(bersama)


@pytest.mark.nightly
def test_a_closing_killed_at_random_moments_gives_the_same_potret(kotak_masuk: Path, tmp_path: Path) -> None:  # fmt: skip
    utuh = _place(kotak_masuk, tmp_path / "utuh")
    mulai = time.monotonic()
    assert _run(utuh).wait(300) == 0
    lama = time.monotonic() - mulai
    acak, separuh = random.Random(2022), 0
    for kali in range(KALI):
        ini = _place(kotak_masuk, tmp_path / f"{kali}")
        proses = _run(ini)
        time.sleep(lama * acak.uniform(0.1, 0.95))
        proses.send_signal(signal.SIGKILL)
        proses.wait(60)
        separuh += 0 < len(_potret(ini)) < len(_potret(utuh))
        assert _run(ini).wait(300) == 0
        assert _potret(ini) == _potret(utuh), kali
        _check(ini)
        shutil.rmtree(ini)
    # At least some of the kills fell among the files of the potret themselves.
    assert separuh, "no kill fell into the freezing"


def _place(kotak_masuk: Path, akar: Path) -> Path:
    shutil.copytree(kotak_masuk, akar / "simpanan")
    write_kunci_uji(akar / "kunci-potret.pem")
    return akar


def _run(akar: Path, kerja: str = "kerja") -> subprocess.Popen[bytes]:
    atur = {
        "PENDATAAN_SIMPANAN": str(akar / "simpanan"),
        "PENDATAAN_RUANG_KERJA": str(akar / kerja),
        "PENDATAAN_KUNCI_POTRET": str(akar / "kunci-potret.pem"),
        "PENDATAAN_PROSES": "1",
    }
    with (akar / f"galat-{time.monotonic_ns()}.txt").open("wb") as galat:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.penutupan_kecil", SAAT.isoformat()],
            cwd=AKAR, env=os.environ | atur, stdout=subprocess.DEVNULL, stderr=galat,
        )  # fmt: skip


def _potret(akar: Path) -> dict[str, str]:
    """Digests of all that is frozen and what is published of it."""
    semua = hash_published(akar / "simpanan")
    return {k: v for k, v in semua.items() if k.startswith(("potret/", "publik/potret/"))}


def _check(akar: Path) -> None:
    check_potret(akar / "simpanan/potret/prafinalisasi", {KUNCI.sidik: KUNCI.pribadi.public_key()})
