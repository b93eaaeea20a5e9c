"""From the store to an expected gudang, as of one moment: what a night and a closing have in common."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tasks.check_aturan import check_aturan
from tasks.check_kewajaran import check_kewajaran
from tasks.check_tenaga import check_tenaga
from tasks.expect_gudang import expect_gudang
from tasks.fetch_kiriman import fetch_kiriman
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.load_gudang import load_gudang
from tasks.load_susunan import load_susunan
from tasks.match_ganda import match_ganda
from tasks.match_kasus import match_kasus
from tasks.match_keputusan import match_keputusan
from tasks.match_serupa import match_serupa
from tasks.read_berkas import read_berkas


class GalatAturanError(RuntimeError):
    """Rules of ours crashed: answers went out without them, nothing was published."""

    def __init__(self, galat: list[str]) -> None:
        super().__init__(
            f"Aturan gagal berjalan: {', '.join(galat)}. Jawaban instansi tetap terkirim tanpa aturan itu; "
            "gudang dan publikasi malam ini ditahan. Sebabnya ada di tabel galat."
        )


@dataclass(frozen=True)
class Bangunan:
    """A gudang that was built and expected, with the folder of its tables."""

    folder: Path
    gudang: Path
    orang: int
    kasus_ganda: int
    galat: tuple[str, ...]


def take_in(pengaturan: Pengaturan, tanggal: datetime) -> tuple[int, dict[str, int]]:
    """Receipts what is new and lands it; returns the number received and what reading counted."""
    diterima = fetch_kiriman(pengaturan, tanggal)
    return diterima, read_berkas(pengaturan, tanggal)


def susun(
    pengaturan: Pengaturan,
    tanggal: datetime,
    nama: str,
    dicatat: datetime | None = None,
    bekerja: Collection[str] | None = None,
) -> Bangunan:
    """Builds the tables and the gudang `nama` of everything sent by `tanggal`; raises when unsound.

    With `dicatat` only of what had a receipt by then. `bekerja`: whose deliveries under a re-opened
    finalisasi count before their SPTJM is accepted; None for all, as a working night shows them.
    """
    folder = pengaturan.ruang_kerja / "susunan" / nama
    orang = load_susunan(pengaturan, tanggal, folder, dicatat, bekerja)
    check_aturan(pengaturan, tanggal, folder)
    match_serupa(folder)
    galat = check_tenaga(folder, tanggal_hukum(tanggal))
    galat += check_kewajaran(folder, tanggal_hukum(tanggal))
    match_keputusan(folder)
    match_ganda(folder)
    kasus = match_kasus(folder)
    gudang = load_gudang(pengaturan, folder, pengaturan.ruang_kerja / f"gudang-{nama}.duckdb.baru")
    expect_gudang(pengaturan, gudang, tanggal)
    return Bangunan(folder, gudang, orang, kasus, tuple(galat))
