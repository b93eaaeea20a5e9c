"""Workbooks of a stretch of instansi: their rows made together, then one file per instansi."""

from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

from tasks.gateways.negara.bagian import Bagian
from tasks.gateways.negara.buku_kerja import Lembar, susun_buku
from tasks.gateways.negara.gaya import (
    JUDUL_HAPUS,
    JUDUL_LAPOR,
    JUDUL_RIWAYAT,
    JUDUL_UTAMA,
    baris_pertama,
    judul_gaya,
    pembuka,
    tulis_baris,
)
from tasks.gateways.negara.kiriman import Hasil, Kantor
from tasks.gateways.negara.kunci_jawaban import kunci_riwayat, kunci_utama
from tasks.gateways.negara.pola import BERUBAH
from tasks.gateways.negara.susunan import Susunan

UTAMA, RIWAYAT, HAPUS, LAPOR = "Data Utama", "Data Riwayat", "Penghapusan", "Lapor THK-II"
Nama = Callable[[int], str]


class Meja:
    """The desk where workbooks are written: everything a wave needs to deliver files and feed rows."""

    def __init__(self, s: Susunan, ke: Path) -> None:
        self.s, self.ke = s, ke
        self.hasil = Hasil()
        self.gaya = s.kolom["gaya"]

    def kirim(self, i: int, jenis: str, nama: str, isi: bytes, jendela: str, menit: int = 0) -> str:
        """Deliver one file of instansi `i` in a window of time; returns its inbox key."""
        kantor = self.kantor(i)
        return kantor.kirim(self.hasil, jenis, nama, isi, kantor.waktu(jendela, menit))

    def kantor(self, i: int) -> Kantor:
        """The sender."""
        return Kantor(self.ke, self.s.kolom["kode"][i], self.s.rencana.benih)

    def tambah(self, umpan: str, baris: pl.DataFrame) -> None:
        """Rows for a national feed, or for the answer key."""
        if baris.height:
            ada = self.hasil.umpan.get(umpan)
            self.hasil.umpan[umpan] = baris if ada is None else pl.concat([ada, baris])

    def lembar_utama(self, bagian: Bagian) -> dict[int, Lembar]:
        """Sheet Data Utama of each instansi."""
        return self._lembar(UTAMA, JUDUL_UTAMA, bagian.utama)

    def lembar_riwayat(self, bagian: Bagian) -> dict[int, Lembar]:
        """Sheet Data Riwayat of each instansi."""
        return self._lembar(RIWAYAT, JUDUL_RIWAYAT, bagian.riwayat)

    def lembar_hapus(self, isi: pl.DataFrame) -> dict[int, Lembar]:
        """Sheet Penghapusan of each instansi, from i, nik, alasan."""
        return self._polos(HAPUS, JUDUL_HAPUS, isi)

    def lembar_lapor(self, isi: pl.DataFrame) -> dict[int, Lembar]:
        """Sheet LAPOR THK-II of each instansi."""
        return self._polos(LAPOR, JUDUL_LAPOR, isi)

    def kirim_utama(self, bagian: Bagian, nama: Nama, jendela: Nama, menit: int = 0) -> None:
        """Deliver Data Utama of every instansi in `bagian`."""
        for i, lembar in self.lembar_utama(bagian).items():
            self.kirim(i, "data-utama", nama(i), susun_buku([lembar]), jendela(i), menit)
        self.hasil.baris += bagian.utama.height

    def kirim_riwayat(self, bagian: Bagian, nama: Nama, jendela: Nama) -> None:
        """Deliver Data Riwayat of every instansi in `bagian`."""
        for i, lembar in self.lembar_riwayat(bagian).items():
            self.kirim(i, "data-riwayat", nama(i), susun_buku([lembar]), jendela(i), 15)
        self.hasil.riwayat += bagian.riwayat.height

    def catat_utama(
        self, utama: pl.DataFrame, nama: Nama, gelombang: str, ubahan: set[int]
    ) -> None:
        """Answer key of Data Utama; in `ubahan` the gaps are filled in the correction period."""
        isi = kunci_utama(self._alamat(utama, "data-utama", nama, UTAMA), gelombang)
        kode = [self.s.kolom["kode"][i] for i in ubahan]
        dekat = (pl.col("jenis") == BERUBAH) & (pl.col("kode_aturan") != BERUBAH)
        gap = (
            pl.col("jenis").str.starts_with("TANPA-") & pl.col("kode_instansi").is_in(kode) | dekat
        )
        self.tambah("kunci", isi.with_columns(diperbaiki=pl.when(gap).then(pl.lit("perbaikan"))))

    def catat_riwayat(self, bagian: Bagian, nama: Nama, gelombang: str) -> None:
        """Answer key of Data Riwayat."""
        riwayat = self._alamat(bagian.riwayat, "data-riwayat", nama, RIWAYAT)
        self.tambah("kunci", kunci_riwayat(riwayat, bagian.utama, gelombang))

    def _alamat(self, tabel: pl.DataFrame, jenis: str, nama: Nama, lembar: str) -> pl.DataFrame:
        """Add kunci, lembar and baris: the cell where each record stands."""
        kunci = {i: self.kantor(i).kunci(jenis, nama(i)) for i in tabel["i"].unique().to_list()}
        return tabel.with_columns(
            kunci=pl.col("i").replace_strict(kunci, default=None, return_dtype=pl.String),
            lembar=pl.lit(lembar),
            baris=self._nomor(tabel),
        )

    def _nomor(self, tabel: pl.DataFrame) -> pl.Series:
        pertama = pl.Series([baris_pertama(x) for x in self.gaya], dtype=pl.Int64)
        return tabel["letak"] + pertama.gather(tabel["i"])

    def _lembar(self, nama: str, judul: dict[str, str], tabel: pl.DataFrame) -> dict[int, Lembar]:
        baris = tulis_baris(judul, tabel, self.gaya.gather(tabel["i"]), self._nomor(tabel))
        return {
            i: Lembar(
                nama, judul_gaya(judul, self.gaya[i]), baris[dari:sampai], pembuka(self.gaya[i])
            )
            for i, dari, sampai in ruas_instansi(tabel)
        }

    def _polos(self, nama: str, judul: dict[str, str], tabel: pl.DataFrame) -> dict[int, Lembar]:
        """Small sheets that every instansi lays out alike."""
        nomor = tabel.select(pl.int_range(2, pl.len() + 2).over("i")).to_series()
        polos = pl.Series(["baku"]).new_from_index(0, tabel.height)
        baris = tulis_baris(judul, tabel, polos, nomor)
        return {
            i: Lembar(nama, list(judul.values()), baris[dari:sampai])
            for i, dari, sampai in ruas_instansi(tabel)
        }


def ruas_instansi(tabel: pl.DataFrame) -> Iterator[tuple[int, int, int]]:
    """(instansi, from, to) of a table whose rows stand instansi by instansi."""
    hitung = tabel.group_by("i", maintain_order=True).agg(pl.len())
    sampai = 0
    for i, banyak in hitung.iter_rows():
        yield i, sampai, sampai + banyak
        sampai += banyak
