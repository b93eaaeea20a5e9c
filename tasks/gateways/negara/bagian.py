"""One part of one instansi's list: the people, their rows of Data Utama and of Data Riwayat."""

from dataclasses import dataclass

import numpy as np
import polars as pl

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
from tasks.gateways.negara.riwayat import isi_riwayat
from tasks.gateways.negara.susunan import Orang, Susunan

DALAM = "NIK_DALAM_INSTANSI"


@dataclass(frozen=True)
class Kelompok:
    """People of one instansi with their identities; `pertama` as in Susunan.pasangan_pertama."""

    orang: Orang
    ident: Identitas
    pertama: dict[int, int]


@dataclass(frozen=True)
class Bagian:
    """Rows as delivered: `utama` with jenis, nasib, ulangan; `riwayat` with jenis, urut."""

    utama: pl.DataFrame
    riwayat: pl.DataFrame


def kenali(s: Susunan, i: int, fase: str, dari: int, sampai: int) -> Kelompok:
    """Identities of these people."""
    o = s.orang(i, fase, dari, sampai)
    pertama = s.pasangan_pertama(i, dari, sampai) if fase == "pra" else {}
    return Kelompok(o, identitas(s, o, pertama), pertama)


def kenali_nasib(s: Susunan, i: int, nasib: str) -> pl.DataFrame:
    """nik of everyone of this fate in the instansi, without making anybody else."""
    o = s.orang(i, "pra", 0, s.banyak(i, "pra"))
    o = o.saring(o.nasib == NASIB.index(nasib))
    return identitas(s, o, {}).tabel.select("nik")


def susun_bagian(s: Susunan, k: Kelompok, perbaiki: str = "") -> Bagian:
    """Rows of these people; defects whose kind starts with `perbaiki` are put right."""
    i = int(k.orang.instansi[0])
    kode, nama, jenis_instansi, indeks = s.rencana.instansi.select(
        "kode", "nama", "jenis", "indeks"
    ).row(i)
    jenis = pl.Series(s.jenis).gather(k.orang.jenis)
    if indeks:
        jenis = _cacat_dokumen(s, k.orang, jenis)
    tahun, banyak = tahun_sk(s, k.orang, k.ident)
    waktu = rusakkan_waktu(pl.DataFrame({"jenis": jenis, "tahun": tahun, "banyak": banyak}))
    utama = isi_data_utama(s, k.orang, k.ident, waktu["tahun"].to_numpy()).hstack(waktu)
    utama = utama.with_columns(nasib=k.orang.nasib, ulangan=pl.lit(False))
    utama = rusakkan_bersama(s, utama, kode, jenis_instansi == "D")
    riwayat = rusakkan_riwayat(isi_riwayat(s, utama, kode), nama)
    utama = rusakkan_utama(utama, perbaiki)
    ulangan = utama.filter(pl.col("jenis") == DALAM).with_columns(ulangan=pl.lit(True))
    return Bagian(pl.concat([utama, ulangan]), riwayat)


def _cacat_dokumen(s: Susunan, o: Orang, jenis: pl.Series) -> pl.Series:
    """Some of the clean have a document that is missing, too large or of another type."""
    cacat = pengaturan()["dokumen_cacat"]
    benih = s.rencana.benih
    kena = pl.Series(pecahan(benih, "dokumen-cacat", o.pid) < cacat["bagian"]) & (jenis == BERSIH)
    kena &= pl.Series(np.asarray(o.nasib >= 0))
    kode = pl.Series(cacat["kode"]).gather(
        bilangan(benih, "dokumen-jenis", o.pid, len(cacat["kode"]))
    )
    return pl.select(pl.when(kena).then(kode).otherwise(jenis)).to_series().alias("jenis")
