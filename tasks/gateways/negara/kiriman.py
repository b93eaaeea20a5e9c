"""Deliveries: the key a file gets and the moment it arrives."""

import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np
import polars as pl

from tasks.gateways.negara.acak import pecahan
from tasks.gateways.negara.pengaturan import pengaturan

GELOMBANG = ("awal", "prafinal", "perbaikan", "akhir")


@dataclass
class Hasil:
    """What one piece of work delivered: counts, and rows for the national feeds and the answer key."""

    berkas: int = 0
    byte: int = 0
    baris: int = 0
    riwayat: int = 0
    umpan: dict[str, pl.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True)
class Kantor:
    """Someone who delivers into the store at `ke`: an instansi, or BKN itself."""

    ke: Path
    kode: str
    benih: int

    def kunci(self, jenis: str, nama: str) -> str:
        """Inbox key of a delivery."""
        return f"kotak-masuk/{self.kode}/{jenis}/{nama}"

    def waktu(self, jendela: str, menit: int = 0) -> datetime:
        """When this instansi delivers in a window: its own moment, `menit` minutes later."""
        batas = pengaturan()["gelombang"][jendela]
        mulai, akhir = batas["mulai"].timestamp(), batas["akhir"].timestamp()
        u = float(pecahan(self.benih, f"waktu/{jendela}", np.array([int(self.kode)]))[0])
        detik = int(min(mulai + u * (akhir - mulai - 7200) + 60 * menit, akhir))
        return datetime.fromtimestamp(detik, tz=batas["mulai"].tzinfo)

    def kirim(self, hasil: Hasil, jenis: str, nama: str, isi: bytes, waktu: datetime) -> str:
        """Put a file in the inbox with its time of delivery; returns the key."""
        kunci = self.kunci(jenis, nama)
        jalur = self.ke / kunci
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(isi)
        tandai_waktu(jalur, waktu)
        hasil.berkas += 1
        hasil.byte += len(isi)
        return kunci


def tandai_waktu(jalur: Path, waktu: datetime) -> None:
    """The modification time is the time of delivery."""
    detik = int(waktu.timestamp())
    os.utime(jalur, (detik, detik))
