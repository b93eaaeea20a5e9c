"""Today's rules over every frozen potret, and what that lets each of them do."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from reports.bayangan import PotretDinilai
from rules.bayangan import weigh
from rules.ketentuan import ketentuan_on
from rules.rule import Aturan, load_rules
from tasks.gateways.bayangan import count_menolak, shadow
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import frozen_tahap, read_manifest
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.simulasi import TidakAdaDasarError

ORANG = "orang.csv"


def run_shadow(
    pengaturan: Pengaturan, tahap: str | None, folder: Path | None, ke: Path | None
) -> tuple[PotretDinilai, ...]:
    """Every potret (or the one of `tahap`) judged again, with the rules of `folder` in addition.

    With `ke` the people stand there as CSV (NIK masked). Raises TidakAdaDasarError for an unknown tahap.
    """
    beku = frozen_tahap(open_simpanan(pengaturan))
    if tahap and tahap not in beku:
        raise TidakAdaDasarError(
            f"potret {tahap} tidak ada; yang sudah dibekukan: {', '.join(beku) or 'belum satu pun'}"
        )
    tambahan = load_rules(folder) if folder else ()
    hasil = tuple(
        _judged(pengaturan, kode, satu.nama, tambahan)
        for kode, satu in beku.items()
        if tahap in (None, kode)
    )
    if ke and hasil:
        ke.mkdir(mode=0o700, parents=True, exist_ok=True)
        pl.concat(satu.orang for satu in hasil).write_csv(ke / ORANG, include_bom=True)
    return hasil


def _judged(
    pengaturan: Pengaturan, kode: str, nama: str, tambahan: tuple[Aturan, ...]
) -> PotretDinilai:
    k = ketentuan_on(tanggal_hukum(datetime.now(UTC)))
    orang = shadow(pengaturan, kode, tambahan)
    jumlah = read_manifest(open_simpanan(pengaturan), kode)["jumlah"]
    return PotretDinilai(
        nama=nama,
        jumlah=jumlah,
        orang=orang,
        timbangan=weigh(kode, count_menolak(orang), jumlah, k),
        nama_aturan={satu.kode: satu.nama for satu in (*load_rules(), *tambahan)},
    )
