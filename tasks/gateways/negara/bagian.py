"""A stretch of some instansi's lists: the people, their rows of Data Utama and of Data Riwayat."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.acak import bilangan, pecahan
from tasks.gateways.negara.cacat import (
    rusakkan_bersama,
    rusakkan_riwayat,
    rusakkan_utama,
    rusakkan_waktu,
)
from tasks.gateways.negara.identitas import Identitas, identitas
from tasks.gateways.negara.isian import isi_data_utama, tahun_sk
from tasks.gateways.negara.kuota import BERSIH, NASIB
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.pola import beri_nomor_sk, rusakkan_pola, tandai_pola
from tasks.gateways.negara.riwayat import isi_riwayat
from tasks.gateways.negara.susunan import Orang, Susunan

Ruas = tuple[int, int, int]
DALAM = "NIK_DALAM_INSTANSI"


@dataclass(frozen=True)
class Kelompok:
    """People of some instansi with their identities; `pertama` as in Susunan.pasangan_pertama."""

    orang: Orang
    ident: Identitas
    pertama: dict[int, int]

    def saring(self, instansi: Iterable[int]) -> "Kelompok":
        """Only the people of these instansi."""
        ini = np.isin(self.orang.instansi, list(instansi))
        ident = Identitas(
            self.ident.tabel.filter(pl.Series(ini)), self.ident.tahun[ini], self.ident.jabatan[ini]
        )
        return Kelompok(self.orang.saring(ini), ident, self.pertama)


@dataclass(frozen=True)
class Bagian:
    """Rows as delivered, by instansi i, each at its letak: `utama` with jenis, nasib, ulangan; `riwayat`
    with jenis, urut."""

    utama: pl.DataFrame
    riwayat: pl.DataFrame


def kenali(s: Susunan, fase: str, ruas: Iterable[Ruas]) -> Kelompok:
    """Identities of the people of these stretches (instansi, from, to)."""
    ruas = list(ruas)
    o = Orang.gabung([s.orang(i, fase, dari, sampai) for i, dari, sampai in ruas])
    pertama: dict[int, int] = {}
    if fase == "pra":
        for i, dari, sampai in ruas:
            pertama |= s.pasangan_pertama(i, dari, sampai)
    return Kelompok(o, identitas(s, o, pertama), pertama)


def kenali_semua(s: Susunan, fase: str, instansi: Iterable[int]) -> Kelompok:
    """Everyone of this fase in these instansi."""
    return kenali(s, fase, [(i, 0, s.banyak(i, fase)) for i in instansi])


def kenali_terpilih(
    s: Susunan, instansi: Iterable[int], pilih: Callable[[Orang], NDArray[np.bool_]]
) -> pl.DataFrame:
    """Identities, with i, of those before pra-final whom `pilih` takes; nobody else is made."""
    daftar = []
    for i in instansi:
        o = s.orang(i, "pra", 0, s.banyak(i, "pra"))
        daftar.append(o.saring(pilih(o)))
    o = Orang.gabung(daftar)
    return identitas(s, o, {}).tabel.with_columns(i=pl.Series(o.instansi))


def kenali_nasib(s: Susunan, instansi: Iterable[int], nasib: str) -> pl.DataFrame:
    """i and nik of everyone of this fate."""
    nomor = NASIB.index(nasib)
    return kenali_terpilih(s, instansi, lambda o: o.nasib == nomor).select("i", "nik")


def susun_bagian(s: Susunan, k: Kelompok, perbaiki: tuple[str, ...] = ()) -> Bagian:
    """Rows of these people; defects whose kind starts with one of `perbaiki` are put right."""
    jenis = _cacat_dokumen(s, k.orang, pl.Series(s.jenis).gather(k.orang.jenis))
    jenis = tandai_pola(s, k.orang, jenis)
    tahun, banyak = tahun_sk(s, k.orang, k.ident)
    waktu = rusakkan_waktu(pl.DataFrame({"jenis": jenis, "tahun": tahun, "banyak": banyak}))
    utama = isi_data_utama(s, k.orang, k.ident, waktu["tahun"].to_numpy()).hstack(waktu)
    utama = utama.with_columns(nasib=k.orang.nasib, ulangan=pl.lit(False))
    utama = beri_nomor_sk(rusakkan_pola(rusakkan_bersama(s, utama)))
    riwayat = rusakkan_riwayat(s, isi_riwayat(s, utama))
    utama = rusakkan_utama(utama, perbaiki)
    ulangan = utama.filter(pl.col("jenis") == DALAM).with_columns(ulangan=pl.lit(True))
    utama = pl.concat([utama, ulangan]).sort("i", maintain_order=True)
    return Bagian(_letakkan(utama), _letakkan(riwayat))


def _letakkan(tabel: pl.DataFrame) -> pl.DataFrame:
    """Add letak: place within the rows of the same instansi."""
    return tabel.with_columns(letak=pl.int_range(pl.len()).over("i"))


def _cacat_dokumen(s: Susunan, o: Orang, jenis: pl.Series) -> pl.Series:
    """Some of the clean have a document that is missing, too large or of another type."""
    cacat = pengaturan()["dokumen_cacat"]
    benih = s.rencana.benih
    kena = pl.Series(pecahan(benih, "dokumen-cacat", o.pid) < cacat["bagian"]) & (jenis == BERSIH)
    kena &= pl.Series(np.asarray(o.nasib >= 0)) & s.kolom["indeks"].gather(o.instansi)
    kode = pl.Series(cacat["kode"]).gather(
        bilangan(benih, "dokumen-jenis", o.pid, len(cacat["kode"]))
    )
    return pl.select(pl.when(kena).then(kode).otherwise(jenis)).to_series().alias("jenis")
