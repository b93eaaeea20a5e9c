"""The book of receipts: every delivery seen once, kept unchanged, written down once."""

import csv
import hashlib
import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from functools import cache, partial
from itertools import islice

import polars as pl

from rules.rujukan import rujukan
from tasks.gateways.simpanan import (
    ARSIP,
    BUKU_TERIMA,
    KOTAK_MASUK,
    GalatSimpanan,
    Objek,
    ObjekTidakTerbaca,
    Simpanan,
    samarkan_kunci,
)

# What programs leave beside a delivery without anybody sending it, in lower case.
SISA = (
    "~$*", ".~lock.*#", ".ds_store", "._*", "thumbs.db", "desktop.ini",
    "*.part", "*.partial", "*.filepart", "*.crdownload",
)  # fmt: skip

# Receipts are written after so many deliveries, so that a broken night repeats little.
SEKALI_TULIS = 256
_PEKERJA = 2

_TERCATAT = {
    "id": pl.String,
    "kunci": pl.String,
    "kode_instansi": pl.String,
    "jenis": pl.String,
    "nama_berkas": pl.String,
    "waktu": pl.String,
    "ukuran": pl.Int64,
    "etag": pl.String,
    "sha256": pl.String,
    "diabaikan": pl.Boolean,
    "dicatat": pl.String,
}
_KOLOM = (
    "id_berkas", "kunci", "kode_instansi", "jenis", "nama_berkas", "waktu", "ukuran", "sha256",
    "diabaikan", "dicatat",
)  # fmt: skip

_catatan = logging.getLogger(__name__)


class GalatTerima(Exception):
    """Some deliveries could not be read; all the others have their receipts."""


@dataclass(frozen=True, slots=True)
class Terima:
    """One receipt; times in UTC, `dicatat` is the tanggal of the run that first saw the delivery."""

    id: str
    kunci: str
    kode_instansi: str
    jenis: str
    nama_berkas: str
    waktu: datetime
    ukuran: int
    etag: str | None
    sha256: str
    diabaikan: bool
    dicatat: datetime


def receive(simpanan: Simpanan, tanggal: datetime) -> list[Terima]:
    """Archive and receipt every delivery up to tanggal (aware) that has no receipt yet.

    Safe to break off and to repeat: archive first, receipt after. A delivery that changes while
    it is read is left for the next run. Raises GalatTerima at the end for those that cannot be
    read, GalatSimpanan at once when the store fails."""
    if tanggal.tzinfo is None:
        raise ValueError("tanggal needs a time zone")
    tanggal = tanggal.astimezone(UTC)
    sudah = _sudah_tercatat(simpanan)
    baru = (
        objek
        for objek in simpanan.list_objek(KOTAK_MASUK)
        if objek.waktu <= tanggal and _tanda(objek) not in sudah
    )
    terima: list[Terima] = []
    gagal: list[str] = []
    with ThreadPoolExecutor(_PEKERJA) as kolam:
        while sekelompok := list(islice(baru, SEKALI_TULIS)):
            hasil = list(kolam.map(partial(_archive, simpanan, tanggal), sekelompok))
            tercatat = [satu for satu in hasil if isinstance(satu, Terima)]
            gagal += [str(satu) for satu in hasil if isinstance(satu, ObjekTidakTerbaca)]
            _write(simpanan, tanggal, tercatat)
            terima += tercatat
    if gagal:
        raise GalatTerima(f"{len(gagal)} kiriman tidak terbaca: {'; '.join(gagal[:5])}")
    return terima


def read_buku_terima(
    simpanan: Simpanan, sampai: datetime, dicatat: datetime | None = None
) -> pl.DataFrame:
    """All receipts of deliveries up to sampai, ranked by (waktu, kunci, sha256) as id_berkas from 1.

    With `dicatat` only those that had been written by then: what that run knew.

    Columns as table berkas (without status, keterangan, baris), then diabaikan and dicatat."""
    waktu = pl.col("waktu", "dicatat").str.to_datetime("%+", time_unit="us", time_zone="UTC")
    urut = (
        _semua(simpanan)
        .unique("id", keep="first", maintain_order=True)
        .with_columns(waktu)
        .filter(pl.col("waktu") <= sampai.astimezone(UTC), pl.col("dicatat") <= _bila(dicatat))
        .sort("waktu", "kunci", "sha256")
    )
    nomor = pl.int_range(1, pl.len() + 1, dtype=pl.Int32).alias("id_berkas")
    return urut.with_columns(nomor).select(_KOLOM)


def _archive(simpanan: Simpanan, tanggal: datetime, objek: Objek) -> Terima | GalatSimpanan | None:
    try:
        sha256 = simpanan.copy_hashed(objek, ARSIP)
    except ObjekTidakTerbaca as galat:
        return galat
    if sha256 is None:
        _catatan.warning("Berubah selagi dibaca, ditunda: %s", samarkan_kunci(objek.kunci))
        return None
    return _terima(objek, sha256, tanggal)


def _terima(objek: Objek, sha256: str, tanggal: datetime) -> Terima:
    kode_instansi, jenis, nama_berkas = urai_kunci(objek.kunci)
    return Terima(
        id=_id(objek, sha256),
        kunci=objek.kunci,
        kode_instansi=kode_instansi,
        jenis=jenis,
        nama_berkas=nama_berkas,
        waktu=objek.waktu,
        ukuran=objek.ukuran,
        etag=objek.etag,
        sha256=sha256,
        diabaikan=is_sisa(nama_berkas),
        dicatat=tanggal,
    )


def urai_kunci(kunci: str) -> tuple[str, str, str]:
    """(kode_instansi, jenis, nama_berkas) of an inbox key; what does not fit gets '' and is kept.

    The name keeps its folders below jenis, so that two files of one name stay two parts."""
    bagian = kunci.removeprefix(KOTAK_MASUK).split("/", 2)
    kode_instansi = bagian[0] if len(bagian) > 1 else ""
    if len(bagian) == 3 and bagian[1] in jenis_kiriman(kode_instansi):
        return kode_instansi, bagian[1], bagian[2]
    return kode_instansi, "", "/".join(bagian[1:] or bagian)


@cache
def jenis_kiriman(pengirim: str) -> frozenset[str]:
    """The kinds of delivery known for a sender: the national feeds for bkn, else an instansi's."""
    pihak = "bkn" if pengirim == "bkn" else "instansi"
    with rujukan("jenis_kiriman.csv").open(encoding="utf-8", newline="") as berkas:
        return frozenset(b["jenis"] for b in csv.DictReader(berkas) if b["pengirim"] == pihak)


def is_sisa(nama_berkas: str) -> bool:
    """Whether a program left this file and nobody sent it: receipted, then ignored."""
    nama = nama_berkas.rpartition("/")[2].lower()
    return any(fnmatchcase(nama, pola) for pola in SISA)


def _id(objek: Objek, sha256: str) -> str:
    isi = "\0".join((objek.kunci, _teks(objek.waktu), str(objek.ukuran), sha256))
    return hashlib.sha256(isi.encode()).hexdigest()[:32]


def _tanda(objek: Objek) -> tuple[object, ...]:
    """What tells one delivery from another without reading it."""
    return objek.kunci, _teks(objek.waktu), objek.ukuran, objek.etag


def _sudah_tercatat(simpanan: Simpanan) -> set[tuple[object, ...]]:
    return set(_semua(simpanan).select("kunci", "waktu", "ukuran", "etag").iter_rows())


def _semua(simpanan: Simpanan) -> pl.DataFrame:
    kosong = pl.DataFrame(schema=_TERCATAT)
    return pl.concat([kosong, *_lembar(simpanan)])


def _lembar(simpanan: Simpanan) -> Iterator[pl.DataFrame]:
    for objek in simpanan.list_objek(BUKU_TERIMA):
        try:
            yield pl.read_ndjson(simpanan.get(objek.kunci), schema=_TERCATAT)
        except pl.exceptions.PolarsError:
            raise GalatSimpanan(f"Buku terima rusak: {objek.kunci}") from None


def _bila(dicatat: datetime | None) -> datetime | pl.Expr:
    return pl.col("dicatat") if dicatat is None else dicatat.astimezone(UTC)


def _write(simpanan: Simpanan, tanggal: datetime, terima: list[Terima]) -> None:
    """One object for all of them; the digest in its name makes a repeated write the same object."""
    if not terima:
        return
    baris = (json.dumps(asdict(t), default=_teks, ensure_ascii=False) for t in terima)
    isi = "".join(f"{satu}\n" for satu in baris).encode()
    jumlah = hashlib.sha256(isi).hexdigest()[:16]
    simpanan.put_once(f"{BUKU_TERIMA}{tanggal:%Y%m%dT%H%M%SZ}-{jumlah}.jsonl", isi)


def _teks(waktu: datetime) -> str:
    return waktu.isoformat(timespec="microseconds")
