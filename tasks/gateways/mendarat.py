"""Landed readings in the store: mendarat/<versi>/<sha256>/, written once per content."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.gateways.pembaca import Hasil, Kiriman, read_kiriman
from tasks.gateways.simpanan import ARSIP, MENDARAT, Simpanan
from tasks.gateways.workbook import BACAAN, VERSI

AWALAN = f"{MENDARAT}{VERSI}/"


def kunci_mendarat(sha256: str, nama: str) -> str:
    """Key of one landed file of a content hash."""
    return f"{AWALAN}{sha256}/{nama}"


def sudah_mendarat(simpanan: Simpanan) -> set[str]:
    """Content hashes that this version of the reader has read; bacaan.json is written last."""
    akhir = f"/{BACAAN}"
    return {
        o.kunci.removeprefix(AWALAN).removesuffix(akhir)
        for o in simpanan.list_objek(AWALAN)
        if o.kunci.endswith(akhir)
    }


def read_bacaan(simpanan: Simpanan, sha256: str) -> dict:
    """What reading this content gave (bacaan.json); raises ObjekTidakAda before it was read."""
    return json.loads(simpanan.get(kunci_mendarat(sha256, BACAAN)))


def landed_path(simpanan: Simpanan, sha256: str, bentuk: str) -> Path | None:
    """Where the rows of one shape stand on this machine; None when the content has none."""
    kunci = kunci_mendarat(sha256, f"{bentuk}.parquet")
    return simpanan.local_path(kunci) if simpanan.exists(kunci) else None


def land_kiriman(
    simpanan: Simpanan, daftar: Iterable[tuple[str, str]], kerja: Path, proses: int
) -> dict[str, int]:
    """Read the archived contents (sha256, jenis) not yet read and land them in the store.

    Counts: dibaca, ditolak, sudah (read on an earlier day), baris (Data Utama rows read now).
    """
    jenis = dict(daftar)
    baru = sorted(jenis.keys() - sudah_mendarat(simpanan))
    kerja.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="baca-", dir=kerja) as folder:
        kiriman = [
            Kiriman(sha, jenis[sha], simpanan.local_path(f"{ARSIP}{sha}"), Path(folder) / sha)
            for sha in baru
        ]
        hasil = read_kiriman(kiriman, proses, lambda k, _: _land(simpanan, k))
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
