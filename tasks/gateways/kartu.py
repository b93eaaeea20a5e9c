"""Kartu pendataan from a potret: one compressed file per instansi, or the card of one person."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from reports.kartu import Kartu, render_kartu, sptjm_from
from reports.render import query as sql_of
from rules.kalender import Tahap
from rules.ketentuan import Ketentuan
from rules.sptjm import PotretInstansi, final_potret
from tasks.gateways.bahan_potret import Bahan, law_of, quote, read_bahan
from tasks.gateways.bukti_anggota import Pernyataan, encode_bukti, prove_all, read_pernyataan
from tasks.gateways.gudang import open_susunan, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import potret_key
from tasks.gateways.potret_instansi import read_potret_instansi
from tasks.gateways.potret_tabel import ORANG, Bagian
from tasks.gateways.simpanan import KOTAK_KELUAR, Simpanan, open_simpanan
from tasks.gateways.susunan import Susunan

# Cards encoded at a time: each is some 6 KB, so memory stays flat.
_SEKALI = 2048
_TERMAMPAT = 6


@dataclass(frozen=True)
class Pencetak:
    """What the cards of one potret are made with; `diterima` are tahap and digest that the accepted SPTJM of
    an instansi names, `potret` all that it has."""

    simpanan: Simpanan
    tahap: Tahap
    tanda: str | None
    hukum: Ketentuan
    pernyataan: Pernyataan
    potret: dict[str, list[PotretInstansi]]
    diterima: dict[str, tuple[str, str]]

    def render(self, bahan: Bahan, nik: str | None = None) -> Iterator[pl.Series]:
        """The cards of one instansi, some lines at a time, in the order of the leaves; or those of one NIK."""
        kode = bahan.instansi.kode
        bagian = Bagian.of(self._scan(kode, ORANG).collect())
        orang = prove_all(bagian, bahan.manifes["tabel"][ORANG]["akar"])
        if nik is not None:
            orang = orang.filter(
                pl.col("letak").is_in((bagian.isi["nik"] == nik).arg_true().implode())
            )
        riwayat = self._scan(kode, "riwayat").collect()
        menolak = self._scan(kode, "temuan").filter(berat="tolak")
        alasan = menolak.select("nik", "kode_aturan", "pesan").collect()
        isi, dasar, daftar = self._shared(bahan), self.pernyataan.of(kode), bagian.isi
        del bagian
        for potong in orang.iter_slices(_SEKALI):
            bukti = encode_bukti(dasar, potong)
            yield render_kartu(isi, daftar[potong["letak"]], riwayat, alasan, bukti)

    def _scan(self, kode: str, nama: str) -> pl.LazyFrame:
        kunci = potret_key(self.tahap.kode, kode, f"{nama}.parquet")
        return pl.scan_parquet(self.simpanan.local_path(kunci))

    def _shared(self, bahan: Bahan) -> Kartu:
        kode = bahan.instansi.kode
        milik, diterima = self.potret.get(kode, []), self.diterima.get(kode)
        # The potret of this very moment counts too.
        final = final_potret(kode, self.tahap.batas + timedelta.resolution, milik)
        dinyatakan = (satu for satu in milik if (satu.tahap, satu.sidik) == diterima)
        return Kartu(
            tanda=self.tanda,
            instansi=bahan.instansi,
            potret=bahan.potret,
            minimum=self.hukum.masa_kerja_minimum_bulan,
            acuan=self.hukum.tanggal_acuan,
            sptjm=sptjm_from(
                next(dinyatakan, None), final, quote(self.hukum, "akibat_tanpa_sptjm")
            ),
        )


def read_pencetak(pengaturan: Pengaturan, tahap: Tahap) -> Pencetak:
    """For the potret of `tahap`. Raises FileNotFoundError where this machine has not the tables of that
    closing: they know which SPTJM were accepted."""
    simpanan = open_simpanan(pengaturan)
    susunan = Susunan(pengaturan.ruang_kerja / "susunan" / tahap.kode)
    if not susunan.has("sptjm"):
        raise FileNotFoundError(
            f"penutupan {tahap.kode} tidak dibuat di mesin ini. Bangun lagi dari arsip: pendataan "
            f"bangun-ulang --tahap {tahap.kode} --ke ulang; lalu jalankan perintah ini dengan "
            "PENDATAAN_RUANG_KERJA=ulang/kerja"
        )
    with open_susunan(susunan) as gudang:
        surat = query(gudang, sql_of("kartu"))
        dibatalkan = query(gudang, sql_of("kartu/dibatalkan"))
    return Pencetak(
        simpanan,
        tahap,
        pengaturan.tanda,
        law_of(tahap)[0],
        read_pernyataan(simpanan, tahap.kode),
        read_potret_instansi(simpanan, dibatalkan),
        {kode: (tahap, sidik) for kode, tahap, sidik in surat.iter_rows()},
    )


def write_kartu(pengaturan: Pengaturan, tahap: Tahap) -> int:
    """Puts kartu-<tahap>.jsonl.gz into the outbox of every instansi that has people; returns how many.

    One instansi at a time, its file on disk: the largest is never whole in memory.
    """
    pencetak, jumlah = read_pencetak(pengaturan, tahap), 0
    for bahan in read_bahan(pencetak.simpanan, tahap):
        if not bahan.manifes["jumlah"]["daftar"]:
            continue
        kunci = f"{KOTAK_KELUAR}{bahan.instansi.kode}/kartu-{tahap.kode}.jsonl.gz"
        with TemporaryDirectory(prefix="kartu-", dir=pengaturan.ruang_kerja) as folder:
            jalur = Path(folder) / "kartu"
            compress_lines(jalur, pencetak.render(bahan))
            pencetak.simpanan.put_changed(kunci, jalur, "application/gzip")
        jumlah += 1
    return jumlah


def read_kartu(pengaturan: Pengaturan, tahap: Tahap, kode: str, nik: str) -> dict[str, Any] | None:
    """The card of one person of an instansi, as its line says it; None for who is not in its list.

    Raises as read_pencetak.
    """
    pencetak = read_pencetak(pengaturan, tahap)
    for bahan in read_bahan(pencetak.simpanan, tahap):
        if bahan.instansi.kode == kode:
            baris = [satu for potong in pencetak.render(bahan, nik) for satu in potong]
            return json.loads(baris[0]) if baris else None
    return None


def compress_lines(jalur: Path, baris: Iterable[pl.Series]) -> None:
    """Writes lines as gzip; its head holds neither name nor time, so the same lines are the same bytes."""
    with (
        jalur.open("wb") as wadah,
        gzip.GzipFile("", "wb", _TERMAMPAT, wadah, mtime=0) as isi,
    ):
        for potong in baris:
            isi.write(f"{potong.str.join(chr(10)).item()}\n".encode())
