"""The potret of past tahap again, from archive and receipts alone, beside those that stand."""

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from flows.close_tahap import freeze_tahap
from flows.lingkungan import run_name
from rules.kalender import Tahap, kalender_on
from rules.katalog import hukum_terakhir
from tasks.fetch_bukti import fetch_bukti
from tasks.gateways.banding_potret import Banding, compare_potret
from tasks.gateways.pengaturan import Pengaturan, read_pengaturan
from tasks.gateways.potret import every_potret, freeze_began
from tasks.gateways.simpanan import Simpanan, open_simpanan
from tasks.read_berkas import read_berkas


@flow(name="ulang-potret", flow_run_name=run_name)
def replay(tahap: str, ke: Path, dicatat: datetime | None = None) -> list[Banding]:
    """Freezes in `ke` every potret up to `tahap`, in order, and compares each with the one that stands.

    Counted is what had a receipt when the standing one was begun; without one, by `dicatat` (aware;
    now when left out). Raises RantaiPutusError when the evidence itself is not sound, ValueError for
    a tahap without a potret.
    """
    asal = read_pengaturan()
    baru = _beside(asal, ke)
    semua = _known(open_simpanan(asal))
    kode = [satu.kode for satu in semua]
    if tahap not in kode:
        raise ValueError(f"tahap {tahap} tidak ada; yang dibekukan {', '.join(kode)}")
    fetch_bukti(asal, baru, potret=False)
    semua = semua[: kode.index(tahap) + 1]
    read_berkas(baru, semua[-1].batas)
    hasil = []
    for satu in semua:
        mulai = freeze_began(open_simpanan(asal), satu.kode) or dicatat or datetime.now(UTC)
        freeze_tahap(baru, satu, mulai)[0].gudang.unlink()
        hasil.append(compare_potret(open_simpanan(asal), open_simpanan(baru), satu.kode))
    return hasil


def _known(simpanan: Simpanan) -> list[Tahap]:
    """The tahap of the calendar with a potret, and every finalisasi of single instansi that stands."""
    umum = {satu.kode: satu for satu in kalender_on(hukum_terakhir()) if satu.potret}
    return sorted((every_potret(simpanan) | umum).values(), key=lambda satu: satu.batas)


def _beside(asal: Pengaturan, ke: Path) -> Pengaturan:
    """The same settings in a place of its own; signed by the same key where there is one."""
    kunci = asal.berkas_kunci_potret
    lebih = {"kunci_potret": kunci if kunci.exists() else ke / "kunci-potret.pem"}
    return asal.model_copy(
        update={"simpanan": str(ke / "simpanan"), "ruang_kerja": ke / "kerja"} | lebih
    )
