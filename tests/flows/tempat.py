"""A place of its own for a story: an inbox, a working folder, and nights run there by the real flow."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import fastexcel
import pytest

from flows.check import answer
from flows.nightly import Malam, nightly
from rules.kalender import Tahap, kalender_on
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import read_pengaturan
from tests.daur import hash_published
from tests.kotak_masuk import KIRIM
from tests.kunci_uji import write_kunci_uji

MALAM = KIRIM + timedelta(hours=15)


@dataclass(frozen=True)
class Tempat:
    """Folders below `akar`; the settings in the environment point at them."""

    akar: Path

    @property
    def simpanan(self) -> Path:
        """The folder store."""
        return self.akar / "simpanan"

    @property
    def kerja(self) -> Path:
        """The working folder."""
        return self.akar / "kerja"

    @property
    def gudang(self) -> Path:
        """The warehouse in use."""
        return self.kerja / "gudang.duckdb"

    def settle(self, ubah: pytest.MonkeyPatch, **lain: str) -> "Tempat":
        """Point PENDATAAN_* here; `lain` adds or replaces settings."""
        isi = {
            "simpanan": str(self.simpanan),
            "ruang_kerja": str(self.kerja),
            "kunci_potret": str(write_kunci_uji(self.akar / "kunci-potret.pem")),
            "proses": "1",
        } | lain
        for nama, nilai in isi.items():
            ubah.setenv(f"PENDATAAN_{nama.upper()}", nilai)
        return self

    def night(self, tanggal: datetime = MALAM) -> Malam:
        """One night."""
        return nightly(tanggal)

    def answer(self, tanggal: datetime = MALAM) -> None:
        """The part of a night that answers instansi, without Prefect's server."""
        answer(read_pengaturan(), tanggal)

    def select(self, sql: str) -> list[tuple]:
        """Rows of a query on the gudang in use."""
        with open_gudang(self.gudang) as gudang:
            return query(gudang, sql).rows()

    def findings(self) -> set[tuple]:
        """kode_instansi, NIK and rule of every finding in the gudang."""
        return set(self.select(_TEMUAN))

    def answered(self, kode: str) -> set[tuple[str, str]]:
        """NIK and rule of every finding in the workbook an instansi received."""
        jalur = self.simpanan / "kotak-keluar" / kode / "temuan.xlsx"
        return read_answer(jalur.read_bytes())

    def published(self) -> dict[str, str]:
        """Digests of everything published."""
        return hash_published(self.simpanan)


def without_deadlines(hari: date) -> tuple[Tahap, ...]:
    """The calendar of a day in which nothing comes too late."""
    return tuple(replace(tahap, menerima=()) for tahap in kalender_on(hari))


_TEMUAN = "SELECT m.kode_instansi, t.nik, m.kode_aturan FROM temuan AS m JOIN tenaga AS t USING (id_tenaga)"


def read_answer(isi: bytes) -> set[tuple[str, str]]:
    """NIK and rule of every finding in a temuan.xlsx."""
    lembar = fastexcel.read_excel(isi).load_sheet("Temuan", dtypes="string").to_polars()
    return set(lembar.select("NIK", "Kode aturan").drop_nulls().rows())
