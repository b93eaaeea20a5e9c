"""Taking a re-opened finalisasi back: what could be withdrawn, and the delivery that withdraws it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tasks.gateways.gudang import open_gudang, query, used_gudang
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import KOTAK_MASUK, Simpanan

UMPAN = "pembukaan-dibatalkan"
_TERBUKA = """
SELECT nomor_surat FROM pembukaan
WHERE kode_instansi = ? AND alasan_tertutup IS NULL AND dibatalkan IS NULL AND diterima IS NULL
ORDER BY sampai, nomor_surat
"""
_DINYATAKAN = "SELECT tahap, sidik, waktu FROM sptjm WHERE kode_instansi = ?"


@dataclass(frozen=True)
class Terbuka:
    """The letters by which one instansi is open again and nothing is accepted yet, and what it signed
    before: tahap, digest, moment of its accepted SPTJM; None where none is accepted."""

    surat: tuple[str, ...]
    dinyatakan: tuple[str, str, datetime] | None


def read_terbuka(pengaturan: Pengaturan, kode: str) -> Terbuka:
    """What the gudang in use knows of one instansi; raises FileNotFoundError before the first night."""
    with open_gudang(used_gudang(pengaturan), pengaturan.kunci_gudang) as isi:
        surat = query(isi, _TERBUKA, kode)["nomor_surat"].to_list()
        dinyatakan = query(isi, _DINYATAKAN, kode).rows()
    return Terbuka(tuple(surat), dinyatakan[0] if dinyatakan else None)


def withdraw(
    simpanan: Simpanan, kode: str, surat: Sequence[str], oleh: str, alasan: str, saat: datetime
) -> str:
    """Puts the withdrawal of these letters into the inbox of BKN, from where it is receipted, archived and
    replayed like any delivery; returns its key."""
    isi = io.StringIO()
    baris = csv.writer(isi, lineterminator="\n")
    baris.writerow(("kode_instansi", "nomor_surat", "waktu", "oleh", "alasan"))
    baris.writerows((kode, satu, saat.astimezone(UTC).isoformat(), oleh, alasan) for satu in surat)
    kunci = f"{KOTAK_MASUK}bkn/{UMPAN}/{saat.astimezone(UTC):%Y%m%dT%H%M%SZ}-{kode}.csv"
    simpanan.put_once(kunci, isi.getvalue().encode())
    return kunci
