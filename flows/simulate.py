"""What another law would change, over the nation as it is or a potret as it was frozen."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from reports.simulasi import RINCIAN, Simulasi
from rules.bandingan import count_kriteria, count_menurut, match_putusan
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.ubahan import (
    changed_ketentuan,
    law_label,
    load_pengandaian,
    suppose_instrumen,
    suppose_values,
)
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret_beku import frozen_putusan
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.simulasi import (
    Dasar,
    assemble,
    changed_people,
    dasar_gudang,
    dasar_potret,
    judge_under,
    people_per,
)
from tasks.gateways.susunan import Susunan

ORANG = "orang.csv"


@dataclass(frozen=True)
class Andaian:
    """What is supposed: the law of another day, a law file, single values, in this order."""

    hari: date | None = None
    berkas: Path | None = None
    nilai: dict[str, Any] | None = None

    def applied(self, hari: date) -> Ketentuan:
        """The supposed law where that of `hari` holds. Raises UbahanTidakSah."""
        k = ketentuan_on(self.hari or hari)
        if self.berkas:
            k = suppose_instrumen(k, load_pengandaian(self.berkas), self.berkas.parent)
        return suppose_values(k, self.nilai or {})


def simulate(
    pengaturan: Pengaturan, tahap: str | None, andaian: Andaian, ke: Path | None
) -> Simulasi:
    """Judges a state twice, under its own law and the supposed one, and counts what differs.

    `tahap` None is the nation of the gudang in use. Writes nothing but the tables below `ke` (a new
    folder, mode 0700). Raises TidakAdaDasarError, UbahanTidakSah.
    """
    simpanan = open_simpanan(pengaturan)
    dasar = dasar_potret(simpanan, tahap) if tahap else dasar_gudang(pengaturan)
    k, andai = ketentuan_on(dasar.hari), andaian.applied(dasar.hari)
    with assemble(pengaturan, dasar) as susunan:
        lama, baru = judge_under(susunan, k, "lama"), judge_under(susunan, andai, "baru")
        orang = changed_people(susunan, lama, baru)
        beda = _differs(pengaturan, dasar, susunan, lama) if tahap else None
        isi = Simulasi(
            perihal=_called(dasar),
            hukum=law_label(k, dasar.hari),
            orang=lama.scan("putusan").select(pl.len()).collect().item(),
            ubahan=tuple(changed_ketentuan(k, andai)),
            kriteria=count_kriteria(orang),
            menurut={
                berkas: count_menurut(orang, people_per(susunan, lama, kolom), kolom)
                for berkas, (kolom, _) in RINCIAN.items()
            },
            beda_kode=beda,
        )
    if ke:
        _write(isi, orang, ke)
    return isi


def _differs(pengaturan: Pengaturan, dasar: Dasar, susunan: Susunan, lama: Susunan) -> int:
    beku = frozen_putusan(open_simpanan(pengaturan), dasar.tahap.kode, susunan)
    return match_putusan(beku, lama.scan("putusan")).select(pl.len()).collect().item()


def _called(dasar: Dasar) -> str:
    return f"potret {dasar.tahap.nama}" if dasar.tahap else "gudang yang dipakai"


def _write(isi: Simulasi, orang: pl.DataFrame, ke: Path) -> None:
    ke.mkdir(mode=0o700, parents=True, exist_ok=True)
    isi.kriteria.write_csv(ke / "per-kriteria.csv", include_bom=True)
    for berkas, tabel in isi.menurut.items():
        tabel.write_csv(ke / berkas, include_bom=True)
    orang.write_csv(ke / ORANG, include_bom=True)
