"""One frozen pra-finalisasi of four instansi, and ways to change a copy of it."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from flows.close_tahap import close_tahap
from tasks.gateways.kunci_potret import Kunci, sidik_kunci
from tasks.gateways.segel import read_daftar, render_daftar
from tasks.gateways.simpanan import sidik
from tests.flows.empat_instansi import FINAL, census_of_four, kotak_masuk, only_four
from tests.flows.tempat import Tempat
from tests.kunci_uji import kunci_uji

__all__ = ["Salinan", "beku", "census_of_four", "kotak_masuk", "salinan"]

KUNCI = Kunci(kunci_uji())


@dataclass(frozen=True)
class Salinan:
    """A copy of a store with two frozen tahap; `folder` is the potret that is looked at."""

    simpanan: Path

    @property
    def folder(self) -> Path:
        """The potret of finalisasi."""
        return self.simpanan / "potret" / "finalisasi"

    @property
    def kunci(self) -> dict[str, Ed25519PublicKey]:
        """The key that everybody trusts."""
        return {KUNCI.sidik: KUNCI.pribadi.public_key()}

    def manifest(self, kode: str | None = None) -> dict[str, Any]:
        """The manifest of the nation or of one instansi."""
        return json.loads(self.path("manifest.json", kode).read_bytes())

    def path(self, nama: str, kode: str | None = None) -> Path:
        """A file of the nation or of one instansi."""
        return self.folder / kode / nama if kode else self.folder / nama

    def edit(self, kode: str | None = None, **ubah: Any) -> None:
        """Changes fields of a manifest; dots in a name lead inside it (as double underscores)."""
        isi = self.manifest(kode)
        for nama, nilai in ubah.items():
            *jalan, akhir = nama.split("__")
            letak = isi
            for satu in jalan:
                letak = letak[satu]
            letak[akhir] = nilai
        self.path("manifest.json", kode).write_text(json.dumps(isi))

    def rows(self, kode: str, rangka: pl.DataFrame, tabel: str = "daftar") -> None:
        """Puts other rows in the place of a table."""
        rangka.write_parquet(self.path(f"{tabel}.parquet", kode))

    def table(self, kode: str, tabel: str = "daftar") -> pl.DataFrame:
        """A frozen table."""
        return pl.read_parquet(self.path(f"{tabel}.parquet", kode))

    def reseal(self, kunci: Kunci = KUNCI) -> None:
        """Seals everything again as it stands now: what somebody would do who holds a key."""
        for satu in sorted(p for p in self.folder.iterdir() if p.is_dir()):
            _seal(satu, kunci)
        self.path("akar.txt.sig").write_bytes(kunci.sign(self.path("akar.txt").read_bytes()))
        _seal(self.folder, kunci)


def _seal(folder: Path, kunci: Kunci) -> None:
    daftar = folder / "SHA256SUMS"
    nama = read_daftar(daftar.read_bytes())
    isi = render_daftar({satu: sidik((folder / satu).read_bytes()) for satu in nama})
    daftar.write_bytes(isi)
    (folder / "SHA256SUMS.sig").write_bytes(kunci.sign(isi))


@pytest.fixture(scope="module")
def beku(tmp_path_factory: pytest.TempPathFactory, kotak_masuk: Path) -> Iterator[Tempat]:
    """A place in which pra-finalisasi and finalisasi were closed; nobody changes it."""
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("beku")).settle(ubah)
        shutil.copytree(kotak_masuk, tempat.simpanan)
        assert close_tahap(FINAL + timedelta(minutes=10)) == ["prafinalisasi", "finalisasi"]
        yield tempat


@pytest.fixture
def salinan(beku: Tempat, tmp_path: Path) -> Salinan:
    """A copy of its store to be changed."""
    shutil.copytree(beku.simpanan, tmp_path / "simpanan")
    return Salinan(tmp_path / "simpanan")


def sidik_uji(benih: int) -> str:
    """Digest of the public key of another seed."""
    return sidik_kunci(kunci_uji(benih).public_key())
