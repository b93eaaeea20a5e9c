"""The book of receipts: every delivery seen once, kept unchanged, written down once."""

import csv
import hashlib
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from functools import cache, partial
from itertools import islice

import polars as pl

from rules.rujukan import rujukan
from tasks.gateways.rantai_terima import Terima, open_rantai, scan_lembar, teks_waktu
from tasks.gateways.simpanan import (
    ARSIP,
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


def receive(simpanan: Simpanan, tanggal: datetime) -> list[Terima]:
    """Archive and receipt every delivery up to tanggal (aware) that has no receipt yet.

    Safe to break off and to repeat: archive first, receipt after. A delivery that changes while
    it is read is left for the next run. Raises GalatTerima at the end for those that cannot be
    read, GalatSimpanan at once when the store fails."""
    if tanggal.tzinfo is None:
        raise ValueError("tanggal needs a time zone")
    tanggal = tanggal.astimezone(UTC)
    lembar = list(scan_lembar(simpanan))
    rantai = open_rantai(simpanan, lembar)
    sudah = _sudah_tercatat(lembar)
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
            gagal += [str(satu) for satu in hasil if isinstance(satu, ObjekTidakTerbaca)]
            terima += rantai.write([satu for satu in hasil if isinstance(satu, Terima)])
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
        _semua(list(scan_lembar(simpanan)))
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
    isi = "\0".join((objek.kunci, teks_waktu(objek.waktu), str(objek.ukuran), sha256))
    return hashlib.sha256(isi.encode()).hexdigest()[:32]


def _tanda(objek: Objek) -> tuple[object, ...]:
    """What tells one delivery from another without reading it."""
    return objek.kunci, teks_waktu(objek.waktu), objek.ukuran, objek.etag


def _sudah_tercatat(lembar: list[tuple[str, bytes]]) -> set[tuple[object, ...]]:
    return set(_semua(lembar).select("kunci", "waktu", "ukuran", "etag").iter_rows())


def _semua(lembar: list[tuple[str, bytes]]) -> pl.DataFrame:
    kosong = pl.DataFrame(schema=_TERCATAT)
    return pl.concat([kosong, *(_rangka(kunci, isi) for kunci, isi in lembar)])


def _rangka(kunci: str, isi: bytes) -> pl.DataFrame:
    try:
        return pl.read_ndjson(isi, schema=_TERCATAT)
    except pl.exceptions.PolarsError:
        raise GalatSimpanan(f"Buku terima rusak: {samarkan_kunci(kunci)}") from None


def _bila(dicatat: datetime | None) -> datetime | pl.Expr:
    return pl.col("dicatat") if dicatat is None else dicatat.astimezone(UTC)
