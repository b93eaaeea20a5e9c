"""A person's proof of membership, written by the command, followed by us and by a stranger."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tasks.gateways.bukti_anggota import BuktiSalahError, check_bukti
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.simpanan import open_simpanan
from tests.flows.potret_uji import KUNCI, beku, census_of_four, kotak_masuk
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, orang

__all__ = ["beku", "census_of_four", "kotak_masuk"]

PERCAYA = {KUNCI.sidik: KUNCI.pribadi.public_key()}


@pytest.fixture(scope="module")
def bukti(beku: Tempat, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The proof of somebody of BERSIH."""
    ke = tmp_path_factory.mktemp("bukti") / "bukti.json"
    hasil = CliRunner().invoke(app, ["bukti", orang(2)["nik"], "--instansi", BERSIH, "--ke", str(ke)])  # fmt: skip
    assert hasil.exit_code == 0, hasil.output
    return ke


def test_it_proves_the_person_and_masks_the_nik(bukti: Path) -> None:
    anggota = check_bukti(bukti.read_bytes(), PERCAYA)
    assert (anggota.tahap, anggota.kode_instansi) == ("finalisasi", BERSIH)
    assert anggota.isi["nik"] == orang(2)["nik"]
    hasil = CliRunner().invoke(app, ["verify", str(bukti)])
    assert hasil.exit_code == 0
    assert hasil.output.startswith("Sah: ")
    assert orang(2)["nik"] not in hasil.output
    assert bukti.stat().st_mode & 0o77 == 0


def test_it_tells_of_nobody_else(bukti: Path, beku: Tempat) -> None:
    isi = bukti.read_text()
    for nomor in (1, 3, 4, 5, 6, 7):
        lain = orang(nomor)
        assert lain["nik"] not in isi
        assert lain["nama"] not in isi
    # Who guesses a whole line of another still cannot recognise its digest without the salt.
    bukti_lain = _proof(beku, orang(1)["nik"])
    jalur = {satu["sidik"] for satu in json.loads(isi)["jalur"]}
    assert hashlib.sha256(b"\0" + bukti_lain["baris"].encode()).hexdigest() not in jalur
    assert bukti_lain["garam"] not in isi


def test_a_stranger_follows_it_with_sha256_alone(bukti: Path) -> None:
    isi = json.loads(bukti.read_text())

    def sidik(*bagian: bytes) -> bytes:
        return hashlib.sha256(b"".join(bagian)).digest()

    def naik(daun: bytes, jalur: list[dict[str, Any]]) -> bytes:
        for langkah in jalur:
            lain = bytes.fromhex(langkah["sidik"])
            daun = sidik(b"\1", lain, daun) if langkah["kiri"] else sidik(b"\1", daun, lain)
        return daun

    akar = naik(sidik(b"\0", f"{isi['baris']}\t{isi['garam']}".encode()), isi["jalur"])
    baris = f"{isi['kode_instansi']}\t{isi['orang_instansi']}\t{akar.hex()}"
    nasional = naik(sidik(b"\0", baris.encode()), isi["jalur_nasional"]).hex()
    assert f"akar {nasional}\n" in isi["pernyataan"]
    KUNCI.pribadi.public_key().verify(base64.b64decode(isi["tanda_tangan"]), isi["pernyataan"].encode())  # fmt: skip


@pytest.mark.parametrize("nama", ["baris", "garam", "kode_instansi", "orang_instansi", "jalur", "jalur_nasional"])  # fmt: skip
def test_whatever_is_changed_in_it_breaks_it(bukti: Path, nama: str) -> None:
    isi = json.loads(bukti.read_text())
    isi[nama] = {
        "baris": isi["baris"].replace("NON-ASN", "THK-II"),
        "garam": "0" * 32,
        "kode_instansi": BERTEMUAN,
        "orang_instansi": 4,
        "jalur": isi["jalur"][1:],
        "jalur_nasional": [satu | {"kiri": not satu["kiri"]} for satu in isi["jalur_nasional"]],
    }[nama]
    with pytest.raises(BuktiSalahError, match="tidak sampai ke akar"):
        check_bukti(json.dumps(isi).encode(), PERCAYA)


@pytest.mark.parametrize("nama", ["pernyataan", "tanda_tangan"])
def test_a_statement_that_was_not_signed_proves_nothing(bukti: Path, nama: str) -> None:
    isi = json.loads(bukti.read_text())
    isi[nama] = {"pernyataan": isi["pernyataan"].replace("orang 8", "orang 9"), "tanda_tangan": "AAAA"}[nama]  # fmt: skip
    with pytest.raises(BuktiSalahError, match="Tanda tangan pernyataan"):
        check_bukti(json.dumps(isi).encode(), PERCAYA)


@pytest.mark.parametrize("isi", [b"", b"[]", b"{}", b'{"bentuk": "lain"}', b"\xff"])
def test_another_file_is_no_proof(isi: bytes) -> None:
    with pytest.raises(BuktiSalahError, match="bukan bukti anggota"):
        check_bukti(isi, PERCAYA)


@pytest.mark.parametrize(
    ("argumen", "kode", "kalimat"),
    [
        ([orang(9)["nik"]], 1, "tidak ada dalam potret finalisasi"),
        ([orang(9)["nik"], "--instansi", BERSIH], 1, "tidak ada dalam potret finalisasi"),
        ([orang(2)["nik"], "--tahap", "tiada"], 2, "potret tiada belum ada"),
    ],
)
def test_who_is_not_in_it_has_none(beku: Tempat, tmp_path: Path, argumen: list[str], kode: int, kalimat: str) -> None:  # fmt: skip
    ke = tmp_path / "bukti.json"
    hasil = CliRunner().invoke(app, ["bukti", *argumen, "--ke", str(ke)])
    assert hasil.exit_code == kode
    assert kalimat in " ".join(hasil.output.split())
    assert not ke.exists()


def _proof(beku: Tempat, nik: str) -> dict[str, Any]:
    from tasks.gateways.bukti_anggota import make_bukti

    (satu,) = make_bukti(open_simpanan(read_pengaturan()), "finalisasi", BERSIH, [nik])
    return satu
