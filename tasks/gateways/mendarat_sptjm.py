"""Letters of PPK that were examined, in the store, once per content."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.gateways.pembaca import PERINTAH, Kiriman, read_kiriman
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import ARSIP, MENDARAT, Simpanan
from tasks.gateways.sptjm_pdf import BENTUK, IsiSptjm, read_sptjm, render_sptjm

# Another way of examining is another folder: then every letter is looked at again.
AWALAN = f"{MENDARAT}sptjm-v2/"


def land_surat(simpanan: Simpanan, daftar: Iterable[str], pengaturan: Pengaturan) -> None:
    """Examines the archived contents (sha256) not examined before, each in a process that may die of it."""
    sudah = _examined(simpanan)
    baru = sorted({sidik for sidik in daftar if sidik not in sudah})
    pengaturan.ruang_kerja.mkdir(parents=True, exist_ok=True)
    akar = [str(pengaturan.sptjm_akar)] if pengaturan.sptjm_akar else []
    with TemporaryDirectory(prefix="sptjm-", dir=pengaturan.ruang_kerja) as folder:
        kiriman = [
            Kiriman(satu, "sptjm", simpanan.local_path(f"{ARSIP}{satu}"), Path(folder) / satu)
            for satu in baru
        ]
        read_kiriman(kiriman, pengaturan.proses, perintah=(*PERINTAH, "sptjm", *akar))
        for satu in kiriman:
            simpanan.put_once(f"{AWALAN}{satu.sha256}.json", _landed(satu.tujuan / BENTUK))


def read_surat(simpanan: Simpanan, daftar: Iterable[str]) -> dict[str, IsiSptjm]:
    """What examining gave, of those contents that were examined."""
    sudah = _examined(simpanan)
    return {
        satu: read_sptjm(simpanan.get(f"{AWALAN}{satu}.json")) for satu in daftar if satu in sudah
    }


def _examined(simpanan: Simpanan) -> set[str]:
    return {
        objek.kunci.removeprefix(AWALAN).removesuffix(".json")
        for objek in simpanan.list_objek(AWALAN)
    }


def _landed(jalur: Path) -> bytes:
    """What the process wrote; one that killed it twice is a broken file."""
    return jalur.read_bytes() if jalur.exists() else render_sptjm(IsiSptjm(cacat="F-SPTJM-RUSAK"))
