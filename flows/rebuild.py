"""The gudang of any past moment again, from archive and receipts alone."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prefect import flow

from flows.lingkungan import run_name
from flows.susun import GalatAturanError, susun
from tasks.fetch_bukti import fetch_bukti
from tasks.gateways.gudang import open_gudang
from tasks.gateways.pengaturan import Pengaturan, read_pengaturan
from tasks.gateways.sidik_gudang import sidik_gudang, sidik_tabel
from tasks.publish_gudang import publish_gudang
from tasks.read_berkas import read_berkas


@dataclass(frozen=True)
class Ulangan:
    """A gudang built again; `berbeda` are the tables that differ from the one in use, None without one."""

    terima: int
    orang: int
    gudang: Path
    sidik: str
    berbeda: list[str] | None


@flow(name="bangun-ulang", flow_run_name=run_name)
def rebuild(tanggal: datetime, ke: Path, dicatat: datetime) -> Ulangan:
    """Builds the gudang of `tanggal` in `ke` of what had a receipt by `dicatat` (both aware).

    Nothing is taken from what was read, built or published before but the frozen lists, which later
    nights are compared with. Raises RantaiPutusError when
    the evidence itself is not sound.
    """
    asal = read_pengaturan()
    baru = asal.model_copy(update={"simpanan": str(ke / "simpanan"), "ruang_kerja": ke})
    terima = fetch_bukti(asal, baru)
    read_berkas(baru, tanggal)
    bangunan = susun(baru, tanggal, "ulang", dicatat)
    if bangunan.galat:
        raise GalatAturanError(list(bangunan.galat))
    gudang = publish_gudang(baru, bangunan.gudang)
    tabel = sidik_tabel(gudang, baru.kunci_gudang)
    return Ulangan(
        terima, bangunan.orang, gudang, sidik_gudang(tabel), _differ(asal, tanggal, tabel)
    )


def _differ(asal: Pengaturan, tanggal: datetime, tabel: dict[str, str]) -> list[str] | None:
    """Tables in which the gudang in use differs; None when it is of another moment."""
    dipakai = asal.ruang_kerja / "gudang.duckdb"
    if not dipakai.exists() or _moment(dipakai, asal) != tanggal:
        return None
    lain = sidik_tabel(dipakai, asal.kunci_gudang)
    return [nama for nama, sidik in tabel.items() if lain.get(nama) != sidik]


def _moment(jalur: Path, pengaturan: Pengaturan) -> datetime:
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        (saat,) = gudang.execute("SELECT tanggal FROM malam").fetchone()
    return saat
