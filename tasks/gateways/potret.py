"""Potret: where what was frozen at a closing stands, and what its manifests say."""

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import polars as pl

from rules.kalender import Tahap, kalender_on
from rules.katalog import hukum_terakhir
from rules.ketentuan import ketentuan_on
from rules.pembukaan import AWALAN, SURAT, make_ulang
from tasks.gateways.simpanan import Simpanan

MANIFES = "manifest.json"
MULAI = "mulai.json"
# The signed statement about the nation, and where everybody may read what is signed.
AKAR = "akar.txt"
POTRET_UMUM = "publik/potret/"
_ASAL = ("sha256", "lembar", "baris")


def potret_key(tahap: str, kode: str, nama: str) -> str:
    """Store key of one file of an instansi's potret."""
    return f"potret/{tahap}/{kode}/{nama}"


def is_frozen(simpanan: Simpanan, tahap: str) -> bool:
    """Whether the whole potret of this tahap stands: the national manifest is written last."""
    return simpanan.exists(f"potret/{tahap}/{MANIFES}")


def frozen_tahap(simpanan: Simpanan) -> dict[str, Tahap]:
    """The tahap of the youngest calendar whose potret stands, by code, in the order of their deadlines."""
    kalender = kalender_on(hukum_terakhir())
    return {satu.kode: satu for satu in kalender if is_frozen(simpanan, satu.kode)}


def every_potret(simpanan: Simpanan) -> dict[str, Tahap]:
    """The same together with every finalisasi of single instansi (rules/pembukaan.py)."""
    semua = frozen_tahap(simpanan) | {satu.kode: satu for satu in _frozen_ulang(simpanan)}
    return dict(sorted(semua.items(), key=lambda isi: (isi[1].batas, isi[0])))


def _frozen_ulang(simpanan: Simpanan) -> Iterator[Tahap]:
    k = ketentuan_on(hukum_terakhir())
    for objek in simpanan.list_objek(f"potret/{AWALAN}"):
        _, kode, *nama = objek.kunci.split("/")
        if nama == [MANIFES]:
            isi = read_manifest(simpanan, kode)
            batas, surat = (
                datetime.fromisoformat(isi["batas"]),
                isi["dasar"].removeprefix(f"{SURAT} "),
            )
            yield make_ulang(
                kode, batas, surat, [satu["kode_instansi"] for satu in isi["instansi"]], k
            )


def read_manifest(simpanan: Simpanan, tahap: str, kode: str | None = None) -> dict[str, Any]:
    """The manifest of the nation, or of one instansi; raises FileNotFoundError before the freeze."""
    kunci = f"potret/{tahap}/{MANIFES}" if kode is None else potret_key(tahap, kode, MANIFES)
    return json.loads(simpanan.get(kunci))


def find_rejected(simpanan: Simpanan, tahap: str, kode: str) -> str:
    """Where somebody of this instansi's potret who was rejected stands: 'key:sheet:row', as explain takes it.

    Raises LookupError when nobody was.
    """
    daftar = pl.read_parquet(
        io.BytesIO(simpanan.get(potret_key(tahap, kode, "daftar.parquet"))),
        columns=["putusan_keseluruhan", *_ASAL],
    )
    kunci = {
        satu["sha256"]: satu["kunci"] for satu in read_manifest(simpanan, tahap, kode)["kiriman"]
    }
    for sha256, lembar, baris in daftar.filter(putusan_keseluruhan="T").select(_ASAL).iter_rows():
        return f"{kunci[sha256].removeprefix('kotak-masuk/')}:{lembar}:{baris}"
    raise LookupError(f"nobody of {kode} was rejected at {tahap}")


def begin_freeze(simpanan: Simpanan, tahap: str, saat: datetime) -> datetime:
    """Keeps the moment of the first attempt to freeze `tahap`, which it returns: receipts written
    later are not in the potret, however often the closing is taken up again."""
    kunci = f"potret/{tahap}/{MULAI}"
    simpanan.put_once(kunci, _json({"dicatat_sampai": saat.isoformat()}))
    return _read_mulai(simpanan, kunci)


def freeze_began(simpanan: Simpanan, tahap: str) -> datetime | None:
    """The moment of the first attempt; None before it."""
    kunci = f"potret/{tahap}/{MULAI}"
    return _read_mulai(simpanan, kunci) if simpanan.exists(kunci) else None


def _read_mulai(simpanan: Simpanan, kunci: str) -> datetime:
    return datetime.fromisoformat(json.loads(simpanan.get(kunci))["dicatat_sampai"])


def sptjm_received(manifes: dict[str, Any]) -> datetime | None:
    """When the last SPTJM among the deliveries of a manifest came; None without one."""
    waktu = [
        datetime.fromisoformat(satu["waktu"])
        for satu in manifes["kiriman"]
        if satu["status"] == "BERLAKU" and satu["kunci"].split("/")[2] == "sptjm"
    ]
    return max(waktu, default=None)


def _json(isi: dict[str, Any]) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
