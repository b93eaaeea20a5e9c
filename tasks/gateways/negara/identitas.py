"""Who a person is: region, sex, name, birth, NIK. A function of the number, so it can be asked anywhere."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.acak import acak, acak_urut, bilangan, pecahan
from tasks.gateways.negara.kosakata import kolam_nama, pekerjaan, wilayah
from tasks.gateways.negara.pengaturan import ASAL, SERUPA, pengaturan
from tasks.gateways.negara.serupa import (
    jenis_kecoh,
    jenis_salah,
    pasang_asal,
    pastikan,
    samakan,
)
from tasks.gateways.negara.susunan import Orang, Susunan

I64 = NDArray[np.int64]
# A NIK is unique because (day, month, year modulo 4, serial) is: one number of the nation each.
HARI, BULAN, DAUR = 28, 12, 4
SEL = HARI * BULAN * DAUR
# Serials of people whose birth year is forced leave the ordinary range.
GESER_MUDA, GESER_PASANGAN = 2500, 7500


@dataclass(frozen=True)
class Identitas:
    """One row per person: columns pid, pid_thk2 (whose THK-II number), pid_orang (who it truly is), nik, nama, tanggal_lahir, tempat_lahir, jenis_kelamin; year of birth; title."""

    tabel: pl.DataFrame
    tahun: I64
    jabatan: I64


def identitas(s: Susunan, o: Orang, pertama: dict[int, int]) -> Identitas:
    """Identity of these people; `pertama` maps the second of a THK-II pair to the first."""
    sendiri = _identitas(s, _asal_lintas(s, o), pertama)
    kedua = np.isin(o.jenis, [s.nomor(x) for x in (*jenis_salah(), *jenis_kecoh()) if x in s.jenis])
    if not kedua.any():
        return sendiri
    asal = _identitas(s, _asal(s, o.saring(kedua)), {})
    jenis = pl.Series(s.jenis).gather(o.jenis[kedua])
    di = pl.Series(np.flatnonzero(kedua))
    baru = samakan(sendiri.tabel[di], asal.tabel, jenis)
    lain = sendiri.tabel.with_row_index("_").filter(pl.Series(~kedua))
    tabel = pl.concat([lain, baru.with_columns(di.cast(pl.UInt32).alias("_")).select(lain.columns)])
    # The child was born when the child was born; all others on the day of the first.
    ikut = np.flatnonzero(kedua)[(jenis != f"{SERUPA}AYAH-ANAK").to_numpy()]
    tahun, jabatan = sendiri.tahun.copy(), sendiri.jabatan.copy()
    bukan_anak = (jenis != f"{SERUPA}AYAH-ANAK").to_numpy()
    tahun[ikut], jabatan[ikut] = asal.tahun[bukan_anak], asal.jabatan[bukan_anak]
    return Identitas(tabel.sort("_").drop("_"), tahun, jabatan)


def _asal(s: Susunan, kedua: Orang) -> Orang:
    """The firsts of these seconds, under the kind that a first has."""
    pid, instansi, kelompok = pasang_asal(s, kedua.pid)
    nomor = np.array([s.nomor(f"{s.jenis[j]}{ASAL}") for j in kedua.jenis.tolist()])
    return Orang(pid, instansi, kedua.nasib, kelompok, nomor)


def _identitas(s: Susunan, o: Orang, pertama: dict[int, int]) -> Identitas:
    benih = s.rencana.benih
    jabatan = _jabatan(benih, o)
    dob = (
        np.array([pertama.get(p, p) for p in o.pid.tolist()], dtype=np.int64) if pertama else o.pid
    )
    kembar = dob != o.pid
    kab = _kab(s, Orang(dob, o.instansi, o.nasib, o.kelompok, o.jenis))
    perempuan = (pecahan(benih, "kelamin", dob) < 0.55).astype(np.int64)
    hari, bulan, tahun, seri = _lahir(s, o, dob, jabatan)
    seri = np.where(kembar, seri + GESER_PASANGAN, seri)
    w = wilayah()
    kecamatan = w.kecamatan.ambil(kab, pecahan(benih, "kecamatan", dob)).cast(pl.Int64).to_numpy()
    tanggal = ((hari + 40 * perempuan) * 100 + bulan) * 100 + tahun % 100
    tempat = np.where(
        pecahan(benih, "rantau", dob) < 0.92, kab, _kab_mana_saja(benih, "lahir", dob)
    )
    lahir = (tahun - 1970).astype("datetime64[Y]").astype("datetime64[M]") + (bulan - 1)
    tabel = pl.DataFrame(
        {
            "pid": o.pid,
            "pid_thk2": dob,
            "pid_orang": dob,
            "nik": pl.Series((kecamatan * 10**6 + tanggal) * 10**4 + seri).cast(pl.String),
            "nama": _nama(benih, dob, w.provinsi[kab], perempuan),
            "tanggal_lahir": lahir.astype("datetime64[D]") + (hari - 1),
            "tempat_lahir": w.kab["tempat"].gather(tempat),
            "jenis_kelamin": pl.Series(["L", "P"]).gather(perempuan),
        }
    ).with_columns(pl.col("tanggal_lahir").cast(pl.Date))
    return Identitas(pastikan(tabel, pl.Series(s.jenis).gather(o.jenis)), tahun, jabatan)


def _asal_lintas(s: Susunan, o: Orang) -> Orang:
    """Someone registered elsewhere too is the person of the original registration."""
    lintas = np.flatnonzero(o.jenis == s.nomor("NIK_LINTAS_INSTANSI"))
    if not len(lintas):
        return o
    asal = np.array([s.pasangan[p] for p in o.pid[lintas].tolist()], dtype=np.int64)
    pid, instansi, kelompok = o.pid.copy(), o.instansi.copy(), o.kelompok.copy()
    pid[lintas], instansi[lintas], kelompok[lintas] = asal.T
    return Orang(pid, instansi, o.nasib, kelompok, o.jenis)


def _jabatan(benih: int, o: Orang) -> I64:
    daftar = pekerjaan().per_kelompok
    letak = daftar.letak(o.kelompok, pecahan(benih, "jabatan", o.pid))
    return daftar.isi.cast(pl.Int64).to_numpy()[letak]


def _kab(s: Susunan, o: Orang) -> I64:
    """Region of the NIK: mostly that of the instansi, some from its province, some from anywhere."""
    benih, w = s.rencana.benih, wilayah()
    kode = [x or "" for x in s.rencana.instansi["wilayah"].to_list()]
    semua = {k: i for i, k in enumerate(w.kab["kode"].to_list())}
    sendiri = np.array([semua.get(k, -1) for k in kode])[o.instansi]
    provinsi = np.array([int(k[:2] or 0) for k in kode])[o.instansi]
    mana_saja = _kab_mana_saja(benih, "nik", o.pid)
    u = pecahan(benih, "asal", o.pid)
    kab = np.where((sendiri >= 0) & (u < 0.8), sendiri, mana_saja)
    for p in np.unique(provinsi[provinsi > 0]):
        ini = (provinsi == p) & (u < 0.95) & ((sendiri < 0) | (u >= 0.8))
        isi = np.flatnonzero(w.provinsi == p)
        if len(isi):
            kab[ini] = isi[bilangan(benih, "sepropinsi", o.pid[ini], len(isi))]
    return kab


def _kab_mana_saja(benih: int, aliran: str, nomor: I64) -> I64:
    w = wilayah()
    letak = np.searchsorted(w.kumulatif, pecahan(benih, f"kab/{aliran}", nomor), side="right")
    return np.minimum(letak, len(w.kumulatif) - 1)


def _lahir(s: Susunan, o: Orang, dob: I64, jabatan: I64) -> tuple[I64, I64, I64, I64]:
    """Day, month, year and serial: the first three cells of the number, the year also by age and degree."""
    benih = s.rencana.benih
    seri_banyak = -(-s.total // SEL)
    if seri_banyak >= GESER_MUDA:
        raise ValueError("the scale needs more serials than a NIK has")
    x = acak_urut(dob, seri_banyak * SEL, benih)
    seri, sel = x // SEL, x % SEL
    sel = (sel + (acak(benih, "sel", seri) % np.uint64(SEL)).astype(np.int64)) % SEL
    daur = sel // (HARI * BULAN)
    tingkat = pekerjaan().tabel["tingkat"].cast(pl.Int64).to_numpy()[jabatan]
    u = (pecahan(benih, "umur", dob) + pecahan(benih, "umur2", dob)) / 2
    thk = o.thk | (o.pid >= s.mulai_fase["induk"][0])
    dekade = np.where(tingkat >= 30, 8, 9)
    awal = pengaturan()["lahir"]
    tahun = awal["bersih"] + daur + 4 * (u * dekade).astype(np.int64)
    tahun = np.where(thk, awal["thk2"] + daur + 4 * (u * 7).astype(np.int64), tahun)
    tahun = np.where(_jenis(s, o, "USIA_TUA"), awal["USIA_TUA"] + daur, tahun)
    muda = _jenis(s, o, "USIA_MUDA")
    tahun = np.where(muda, awal["USIA_MUDA"] + daur % 2, tahun)
    seri = np.where(muda, seri + GESER_MUDA * (1 + daur // 2), seri)
    return 1 + sel % HARI, 1 + sel // HARI % BULAN, tahun, seri + 1


def _jenis(s: Susunan, o: Orang, nama: str) -> NDArray[np.bool_]:
    return o.jenis == (s.nomor(nama) if nama in s.jenis else -1)


def _nama(benih: int, nomor: I64, provinsi: I64, perempuan: I64) -> pl.Series:
    daftar = kolam_nama()
    peta = {int(k): [daftar.budaya.index(b) for b in v] for k, v in pengaturan()["budaya"].items()}
    budaya = np.zeros_like(nomor)
    pilih = acak(benih, "budaya", nomor)
    for p in np.unique(provinsi):
        ini = provinsi == p
        isi = np.array(peta.get(int(p), [0]))
        budaya[ini] = isi[(pilih[ini] % np.uint64(len(isi))).astype(np.int64)]
    jk = 2 * budaya + perempuan
    depan = daftar.depan.ambil(jk, pecahan(benih, "depan", nomor))
    tengah = daftar.depan.ambil(jk, pecahan(benih, "tengah", nomor))
    belakang = daftar.belakang.ambil(jk, pecahan(benih, "belakang", nomor))
    tunggal = daftar.tunggal.ambil(perempuan, pecahan(benih, "tunggal", nomor))
    bentuk = pecahan(benih, "bentuk", nomor)
    satu, tiga = pl.Series(bentuk < 0.02), pl.Series(bentuk > 0.75)
    return pl.select(
        pl.when(satu)
        .then(tunggal)
        .when(tiga & (tengah != depan))
        .then(pl.format("{} {} {}", depan, tengah, belakang))
        .otherwise(pl.format("{} {}", depan, belakang))
    ).to_series()
