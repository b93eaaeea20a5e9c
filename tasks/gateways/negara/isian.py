"""What an instansi types about its people: the columns of Data Utama, with dates as dates."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.acak import bilangan, pecahan
from tasks.gateways.negara.identitas import Identitas
from tasks.gateways.negara.kosakata import pekerjaan
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Orang, Susunan
from tasks.gateways.negara.unit import kolam_unit

I64 = NDArray[np.int64]


def tahun_sk(s: Susunan, o: Orang, ident: Identitas) -> tuple[I64, I64]:
    """Year of the SK in Data Utama, and how many riwayat rows the person has (the SK's own included)."""
    benih, acuan = s.rencana.benih, pengaturan()["bentuk"]["tahun_acuan"]
    usia = _usia_lulus()[ident.jabatan]
    mulai = np.minimum(ident.tahun + usia + 1, acuan)
    awal = np.maximum(mulai, acuan - 3)
    tahun = awal + bilangan(benih, "tahun-sk", o.pid, acuan + 1 - awal)
    u = pecahan(benih, "riwayat", o.pid)
    banyak = 1 + (u > 0.33).astype(np.int64) + (u > 0.68) + (u > 0.88)
    return tahun, np.minimum(banyak, tahun - mulai + 1)


def hari_sk(s: Susunan, pid: I64, tahun: I64) -> NDArray[np.datetime64]:
    """First working days of January: the day an annual SK is signed and starts."""
    awal = (tahun - 1970).astype("datetime64[Y]").astype("datetime64[D]") + 1
    geser = bilangan(s.rencana.benih, "hari-sk", pid, 4)
    return np.busday_offset(awal, geser, roll="forward")


def isi_data_utama(s: Susunan, o: Orang, ident: Identitas, tahun: I64) -> pl.DataFrame:
    """Rows of Data Utama (with i, kode of the instansi) as the people deserve them, before anything is spoilt."""
    benih = s.rencana.benih
    kerja = pekerjaan()
    tabel = kerja.tabel[ident.jabatan.tolist()]
    tingkat = tabel["tingkat"]
    pendidikan = kerja.pendidikan.ambil(ident.jabatan, pecahan(benih, "pendidikan", o.pid))
    sk = hari_sk(s, o.pid, tahun)
    jenis_tanda, jabatan_tanda = _penandatangan()
    tanda = bilangan(benih, "tanda", o.pid, len(jenis_tanda))
    tanda += len(jenis_tanda) * _golongan(s)[o.instansi]
    nomor_unit, unit = kolam_unit()
    letak_unit = np.array([nomor_unit[x] for x in s.kolom["nama"]])[o.instansi] * 5 + o.kelompok
    kode = s.kolom["kode"].gather(o.instansi)
    usia = _usia_lulus()[ident.jabatan]
    muda = ident.tahun >= pengaturan()["lahir"]["USIA_MUDA"]
    return ident.tabel.with_columns(
        i=pl.Series(o.instansi),
        kode=kode,
        nomor_peserta_thk2=pl.when(pl.Series(o.thk)).then(
            pl.format("5{}{}", kode, _angka("pid_thk2"))
        ),
        pendidikan=pendidikan,
        nomor_ijazah=pl.format("{}-{}", tingkat, _angka("pid")),
        tanggal_lulus=_lulus(s, o.pid, ident.tahun + usia - muda),
        sekolah=_sekolah(s, o.pid, tingkat, ident.tabel["tempat_lahir"]),
        file_ijazah=pl.format("ijazah-{}.pdf", _angka("pid")),
        nomor_sk=pl.lit(None, dtype=pl.String),
        tanggal_sk=pl.Series(sk).cast(pl.Date),
        tanggal_mulai=pl.Series(sk).cast(pl.Date),
        tanggal_akhir=pl.date(
            pengaturan()["bentuk"]["tahun_acuan"]
            + 1
            + pl.Series(bilangan(benih, "akhir", o.pid, 2)),
            12,
            31,
        ),
        pendidikan_sk=pendidikan,
        jabatan=tabel["nama"],
        konversi_jabatan=tabel["konversi"],
        unit_kerja=unit.ambil(letak_unit, pecahan(benih, "unit", o.pid)),
        jabatan_penandatangan=pl.Series(jabatan_tanda).gather(tanda),
        jenis_penandatangan=pl.Series(jenis_tanda).gather(tanda % len(jenis_tanda)),
        file_sk=pl.format("sk-{}-{}.pdf", _angka("pid"), pl.Series(tahun)),
        file_bukti=pl.format("bukti-{}-{}.pdf", _angka("pid"), pl.Series(tahun)),
    )


def _penandatangan() -> tuple[list[str], list[str]]:
    """Kinds of signers, and their titles group after group."""
    isi = dict(pengaturan()["penandatangan"])
    jenis: list[str] = isi.pop("jenis")
    return jenis, [x for daftar in isi.values() for x in daftar]


def _golongan(s: Susunan) -> I64:
    """Which group of titles signs in each instansi."""
    urut = [x for x in pengaturan()["penandatangan"] if x != "jenis"]
    return np.array([urut.index(x if x in urut else "lain") for x in s.kolom["kelompok"]])


def _usia_lulus() -> I64:
    """Age at graduation per title."""
    return np.array([pengaturan()["usia_lulus"][t] for t in pekerjaan().tabel["tingkat"]])


def _angka(kolom: str) -> pl.Expr:
    return pl.col(kolom).cast(pl.String).str.zfill(7)


def _lulus(s: Susunan, pid: I64, tahun: I64) -> pl.Series:
    awal = (tahun - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 5
    hari = bilangan(s.rencana.benih, "lulus", pid, 28)
    return pl.Series(awal.astype("datetime64[D]") + hari).cast(pl.Date)


def _sekolah(s: Susunan, pid: I64, tingkat: pl.Series, tempat: pl.Series) -> pl.Expr:
    n = pl.Series(1 + bilangan(s.rencana.benih, "sekolah", pid, 5))
    tinggi = pl.Series(
        [
            "Universitas Terbuka",
            "Universitas Muhammadiyah",
            "Universitas PGRI",
            "Politeknik",
            "Institut",
        ]
    )
    return (
        pl.when(tingkat == "15")
        .then(pl.format("SMA Negeri {} {}", n, tempat))
        .when(tingkat == "17")
        .then(pl.format("SMK Negeri {} {}", n, tempat))
        .otherwise(pl.format("{} {}", tinggi.gather(n - 1), tempat))
    )
