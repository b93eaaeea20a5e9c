"""Landed readings in the store: mendarat/<versi>/<sha256>/, written once per content."""

import json
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tasks.gateways.pembaca import Hasil, Kiriman, read_kiriman
from tasks.gateways.simpanan import ARSIP, MENDARAT, Simpanan
from tasks.gateways.workbook import BACAAN, VERSI

AWALAN = f"{MENDARAT}{VERSI}/"
# Landing waits for the disk; the readers do not wait for it.
PENDARAT = 4


def kunci_mendarat(sha256: str, nama: str) -> str:
    """Key of one landed file of a content hash."""
    return f"{AWALAN}{sha256}/{nama}"


class Mendarat:
    """What this version of the reader has landed, looked up once: a night asks for thousands of files."""

    def __init__(self, simpanan: Simpanan) -> None:
        self.simpanan = simpanan
        self._kunci = {objek.kunci for objek in simpanan.list_objek(AWALAN)}

    def has(self, sha256: str) -> bool:
        """Whether this content was read; bacaan.json is written last."""
        return kunci_mendarat(sha256, BACAAN) in self._kunci

    def read_bacaan(self, sha256: str) -> dict[str, Any]:
        """What reading this content gave (bacaan.json); raises ObjekTidakAda before it was read."""
        return json.loads(self.simpanan.get(kunci_mendarat(sha256, BACAAN)))

    def path(self, sha256: str, bentuk: str) -> Path | None:
        """Where the rows of one shape stand on this machine; None when the content has none."""
        kunci = kunci_mendarat(sha256, f"{bentuk}.parquet")
        return self.simpanan.local_path(kunci) if kunci in self._kunci else None


def land_kiriman(
    simpanan: Simpanan, daftar: Iterable[tuple[str, str]], kerja: Path, proses: int
) -> dict[str, int]:
    """Read the archived contents (sha256, jenis) not yet read and land them in the store.

    Counts: dibaca, ditolak, sudah (read on an earlier day), baris (Data Utama rows read now).
    """
    jenis = dict(daftar)
    mendarat = Mendarat(simpanan)
    baru = sorted(sidik for sidik in jenis if not mendarat.has(sidik))
    kerja.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="baca-", dir=kerja) as folder:
        kiriman = [
            Kiriman(sha, jenis[sha], simpanan.local_path(f"{ARSIP}{sha}"), Path(folder) / sha)
            for sha in baru
        ]
        with ThreadPoolExecutor(PENDARAT) as pendarat:
            tugas: list[Future[None]] = []
            hasil = read_kiriman(
                kiriman, proses, lambda k, _: tugas.append(pendarat.submit(_land, simpanan, k))
            )
            for satu in tugas:
                satu.result()
    return _hitung(hasil, sudah=len(jenis) - len(baru))


def _land(simpanan: Simpanan, kiriman: Kiriman) -> None:
    """bacaan.json goes last: a landing cut short is read again."""
    for jalur in sorted(kiriman.tujuan.iterdir(), key=lambda j: j.name == BACAAN):
        simpanan.put_file(kunci_mendarat(kiriman.sha256, jalur.name), jalur)
    shutil.rmtree(kiriman.tujuan)


def _hitung(hasil: list[Hasil], sudah: int) -> dict[str, int]:
    return {
        "dibaca": sum(h.penolakan is None for h in hasil),
        "ditolak": sum(h.penolakan is not None for h in hasil),
        "sudah": sudah,
        "baris": sum(h.baris.get("data_utama", 0) for h in hasil),
    }
