"""No full NIK leaves the machine: publik/, letters, logs, Prefect's database and the Data Docs are searched."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

import polars as pl
import pytest

from tests.daur import TAHAP, Daur, read_dasbor

_DERET = re.compile(rb"\d{16,}")
_BER_NIK = ("tenaga", "riwayat", "penghapusan", "dukcapil", "thk2", "register_asn", "portal_akun")


def test_the_search_finds_a_nik_where_there_is_one(daur: Daur) -> None:
    contoh = sorted(_all_nik(daur))[7]
    assert len(_all_nik(daur)) > 5000
    for teks in (b"a" + contoh + b"b", b"00" + contoh + b"9", contoh):
        assert _leaks([("x", teks)], _all_nik(daur)) == {"x"}
    utuh = (daur.simpanan / "potret").rglob("daftar.parquet")
    assert contoh in {n.encode() for j in utuh for n in pl.read_parquet(j)["nik"].drop_nulls()}


@pytest.mark.parametrize(
    "area", ["simpanan/publik", "simpanan/buku-terima", "kerja/mutu", "kerja/prefect"]
)
def test_no_full_nik_stands_in_any_file_of(daur: Daur, area: str) -> None:
    berkas = [j for j in (daur.folder / "demo" / area).rglob("*") if j.is_file()]
    assert berkas
    assert _leaks(((str(j), j.read_bytes()) for j in berkas), _all_nik(daur)) == set()


def test_no_full_nik_stands_in_an_announcement_or_letter(daur: Daur) -> None:
    halaman = list((daur.simpanan / "kotak-keluar").rglob("*.html"))
    assert len(halaman) > 626
    assert _leaks(((str(j), j.read_bytes()) for j in halaman), _all_nik(daur)) == set()


def test_no_full_nik_was_printed_or_logged(daur: Daur) -> None:
    assert "Finished in state" in daur.output(1, "stderr"), "the second demo logs everything"
    teks = (
        (f"{kali}.{a}", daur.output(kali, a).encode())
        for kali in (0, 1)
        for a in ("stdout", "stderr")
    )
    assert _leaks(teks, _all_nik(daur)) == set()


def test_no_full_nik_stands_in_the_rows_of_prefect(daur: Daur) -> None:
    with sqlite3.connect(f"file:{daur.kerja}/prefect/prefect.db?mode=ro", uri=True) as prefect:
        nama = [
            n for (n,) in prefect.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        isi = {n: "\n".join(map(repr, prefect.execute(f'SELECT * FROM "{n}"'))) for n in nama}
    prefect.close()
    assert "malam" in isi["artifact"]
    assert "close-tahap" in isi["flow"]
    assert _leaks(((n, teks.encode()) for n, teks in isi.items()), _all_nik(daur)) == set()


def test_no_full_nik_and_no_name_stands_in_the_dashboards(daur: Daur) -> None:
    nama = set(daur.table("prafinalisasi", "tenaga")["nama"].drop_nulls())
    nilai = {
        str(satu)
        for tabel in read_dasbor(daur.simpanan).values()
        for baris in tabel.rows()
        for satu in baris
    }
    assert len(nilai) > 1000
    assert not nilai & nama
    assert _leaks([("dasbor", "\n".join(nilai).encode())], _all_nik(daur)) == set()


@cache
def _all_nik(daur: Daur) -> frozenset[bytes]:
    """Every NIK that stands anywhere in what was delivered, however it was typed."""
    tabel = [daur.kunci["nik"]]
    for tahap in TAHAP:
        folder = daur.kerja / "susunan" / tahap
        tabel += [
            daur.table(tahap, n)["nik"] for n in _BER_NIK if (folder / f"{n}.parquet").exists()
        ]
    return frozenset(
        nik.encode() for nik in pl.concat(tabel).drop_nulls().unique() if len(nik) == 16
    )


def _leaks(isi: Iterable[tuple[str, bytes]], nik: frozenset[bytes]) -> set[str]:
    """The names whose bytes hold a NIK, alone or inside a longer row of digits."""
    return {nama for nama, teks in isi if not nik.isdisjoint(_windows(teks))}


def _windows(teks: bytes) -> Iterator[bytes]:
    for deret in _DERET.findall(teks):
        yield from (deret[i : i + 16] for i in range(len(deret) - 15))
