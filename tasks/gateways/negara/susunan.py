"""Where every person stands: instansi, place in its list, fate and label, from numbers alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.acak import acak, acak_urut, balik_urut
from tasks.gateways.negara.kuota import NASIB, Kuota, susun_kuota
from tasks.gateways.negara.pengaturan import ASAL, pengaturan
from tasks.gateways.negara.rencana import Rencana

I64 = NDArray[np.int64]
PRA = ("a_thk", "a_pasang", "a_non", "d", "b")
SUSULAN = ("c_thk", "c_non")
FASE = {"pra": PRA, "susulan": SUSULAN, "terlambat": ("terlambat",), "induk": ("induk",)}


@dataclass(frozen=True)
class Orang:
    """People of one instansi and fase, as equal-length vectors.

    pid: number in the nation; instansi: index in the plan; nasib: index in NASIB (-1 = outside all
    totals); kelompok: index of the job group; jenis: index in Susunan.jenis.
    """

    pid: I64
    instansi: I64
    nasib: I64
    kelompok: I64
    jenis: I64

    @property
    def thk(self) -> NDArray[np.bool_]:
        """Who is THK-II by the published totals."""
        return np.isin(self.nasib, [NASIB.index(x) for x in ("a_thk", "a_pasang", "c_thk")])

    @staticmethod
    def gabung(daftar: "Sequence[Orang]") -> "Orang":
        """Several groups one after the other; empty for none."""
        kosong = np.zeros(0, dtype=np.int64)
        kolom = ("pid", "instansi", "nasib", "kelompok", "jenis")
        return Orang(*(np.concatenate([kosong, *(getattr(o, x) for o in daftar)]) for x in kolom))

    def saring(self, ini: NDArray[np.bool_]) -> "Orang":
        """Only these people."""
        return Orang(
            *(x[ini] for x in (self.pid, self.instansi, self.nasib, self.kelompok, self.jenis))
        )


@dataclass(frozen=True)
class Susunan:
    """The plan with its quotas and offsets; small, picklable, the same in every process."""

    rencana: Rencana
    kuota: dict[str, Kuota]
    jenis: tuple[str, ...]
    hitung: dict[str, I64]
    mulai_fase: dict[str, I64]
    pasangan: dict[int, tuple[int, int, int]]
    ubahan: frozenset[tuple[int, int]]
    tetangga: I64  # the next instansi that reports before pra-final

    @cached_property
    def jenis_ruas(self) -> dict[str, I64]:
        """Index of the jenis of every segment of each fate."""
        return {x: np.array([self.nomor(j) for j in k.jenis]) for x, k in self.kuota.items()}

    @cached_property
    def banyak_fase(self) -> dict[str, I64]:
        """People per fase and instansi."""
        return {f: np.sum([self.hitung[x] for x in isi], axis=0) for f, isi in FASE.items()}

    @cached_property
    def mulai_nasib(self) -> dict[str, I64]:
        """How many of each fate stand before each instansi."""
        return {x: np.cumsum(self.hitung[x]) - self.hitung[x] for x in NASIB}

    @cached_property
    def kolom(self) -> dict[str, pl.Series]:
        """Columns of the plan, to gather by instansi."""
        return {x: self.rencana.instansi[x] for x in self.rencana.instansi.columns}

    @property
    def total(self) -> int:
        """How many numbers the nation uses."""
        return int(self.mulai_fase["induk"][-1] + self.hitung["induk"][-1])

    def banyak(self, i: int, fase: str) -> int:
        """People of instansi `i` in this fase."""
        return int(self.banyak_fase[fase][i])

    def nomor(self, jenis: str) -> int:
        """Index of a jenis; raises ValueError for an unknown one."""
        return self.jenis.index(jenis)

    def orang(self, i: int, fase: str, dari: int, sampai: int) -> Orang:
        """People `dari` up to `sampai` of instansi `i` in the order of its workbook."""
        n = self.banyak(i, fase)
        lokal = np.arange(dari, min(sampai, n), dtype=np.int64)
        pid = self.mulai_fase[fase][i] + lokal
        instansi = np.full(len(lokal), i)
        if fase in ("terlambat", "induk"):
            kelompok = (acak(self.rencana.benih, "kelompok", pid) % np.uint64(5)).astype(np.int64)
            bersih = np.full(len(lokal), self.nomor("BERSIH"))
            return Orang(pid, instansi, np.full(len(lokal), -1), kelompok, bersih)
        letak = acak_urut(lokal, n, i)
        nasib = np.zeros(len(lokal), dtype=np.int64)
        kelompok, jenis = np.zeros_like(nasib), np.zeros_like(nasib)
        awal = 0
        for nama in FASE[fase]:
            akhir = awal + int(self.hitung[nama][i])
            ini = (letak >= awal) & (letak < akhir)
            kuota = self.kuota[nama]
            if not ini.any():
                awal = akhir
                continue
            ruas = kuota.label(self.mulai_nasib[nama][i] + letak[ini] - awal)
            nasib[ini] = NASIB.index(nama)
            kelompok[ini] = kuota.kelompok[ruas]
            jenis[ini] = self.jenis_ruas[nama][ruas]
            awal = akhir
        return Orang(pid, instansi, nasib, kelompok, jenis)

    def pasangan_pertama(self, i: int, dari: int, sampai: int) -> dict[int, int]:
        """Second of each pair sharing a THK-II number -> the first (numbers in the nation)."""
        n, awal = self.banyak(i, "pra"), int(self.hitung["a_thk"][i])
        kedua = np.arange(awal + 1, awal + int(self.hitung["a_pasang"][i]), 2)
        if not len(kedua):
            return {}
        tempat, asal = balik_urut(kedua, n, i), balik_urut(kedua - 1, n, i)
        ini = (tempat >= dari) & (tempat < sampai)
        mulai = int(self.mulai_fase["pra"][i])
        return dict(zip((tempat[ini] + mulai).tolist(), (asal[ini] + mulai).tolist(), strict=True))


def susun(rencana: Rencana) -> Susunan:
    """Number the nation: pra-final first, then the late, the too late, the unregistered THK-II."""
    kuota = susun_kuota(rencana)
    hitung = {x: rencana.instansi[x].to_numpy() for x in (*NASIB, "terlambat", "induk")}
    mulai: dict[str, I64] = {}
    dasar = 0
    for fase, isi in FASE.items():
        banyak = np.sum([hitung[x] for x in isi], axis=0)
        mulai[fase] = dasar + np.concatenate([[0], np.cumsum(banyak)[:-1]])
        dasar += int(banyak.sum())
    jenis = tuple(sorted({j for k in kuota.values() for j in k.jenis} | {"BERSIH"}))
    pasangan = _semua_pasangan(kuota["a_non"], hitung, mulai["pra"])
    ubahan = _pilih_ubahan(kuota["a_non"], hitung, mulai["pra"])
    banyak_pra = np.sum([hitung[x] for x in PRA], axis=0)
    ubahan |= _ubahan_pola(rencana, banyak_pra)
    pra = np.flatnonzero(banyak_pra)
    tetangga = pra[np.searchsorted(pra, np.arange(len(hitung["b"])), side="right") % len(pra)]
    return Susunan(rencana, kuota, jenis, hitung, mulai, pasangan, ubahan, tetangga)


def _pilih_ubahan(kuota: Kuota, hitung: dict[str, I64], mulai: I64) -> frozenset[tuple[int, int]]:
    """(instansi, part) whose workbook is sent again in the correction period with its gaps filled."""
    letak = _letak(*kuota.urutan("TANPA-SEKOLAH"), hitung, mulai)
    bentuk = pengaturan()["bentuk"]
    banyak = max(1, round(bentuk["ubahan"] * len(letak)))
    bagian = (letak[:, 0] - mulai[letak[:, 1]]) // bentuk["bagian"]
    return frozenset(zip(letak[:banyak, 1].tolist(), bagian[:banyak].tolist(), strict=True))


def _ubahan_pola(rencana: Rencana, banyak: I64) -> frozenset[tuple[int, int]]:
    """Every part of the instansi whose titles turn innocent in the correction period."""
    pola = rencana.instansi["pola"].to_list()
    besar = pengaturan()["bentuk"]["bagian"]
    return frozenset(
        (i, n)
        for i, nama in enumerate(pola)
        if nama == "W-JABATAN-BERUBAH"
        for n in range(-(-int(banyak[i]) // besar))
    )


def _semua_pasangan(
    kuota: Kuota, hitung: dict[str, I64], mulai: I64
) -> dict[int, tuple[int, int, int]]:
    """Who is the second of a pair: number -> (number, instansi, kelompok) of the first."""
    jenis = [x for x in dict.fromkeys(kuota.jenis) if f"{x}{ASAL}" in kuota.jenis]
    pasangan = _pasang(kuota, ("NIK_LINTAS_INSTANSI", "NIK_LINTAS_ASAL"), hitung, mulai)
    for satu in jenis:
        pasangan |= _pasang(kuota, (satu, f"{satu}{ASAL}"), hitung, mulai)
    return pasangan


def _pasang(
    kuota: Kuota, jenis: tuple[str, str], hitung: dict[str, I64], mulai: I64
) -> dict[int, tuple[int, int, int]]:
    """Seconds and firsts of one kind, in different instansi where any pairing puts all of them so."""
    kedua, asal = (_letak(*kuota.urutan(satu), hitung, mulai) for satu in jenis)
    kedua, asal = (
        kedua[np.argsort(kedua[:, 1], kind="stable")],
        asal[np.argsort(asal[:, 1], kind="stable")],
    )
    for geser in range(len(asal)):
        putar = np.roll(asal, len(asal) // 2 + geser, axis=0)
        boleh_sama = jenis[1].endswith(ASAL) and geser == len(asal) - 1
        if boleh_sama or (putar[:, 1] != kedua[:, 1]).all():
            return {
                int(p): (int(q), int(i), int(k))
                for p, (q, i, k) in zip(kedua[:, 0], putar, strict=True)
            }
    raise ValueError("no pairing puts both registrations in different instansi; try another seed")


def _letak(urutan: I64, kelompok: I64, hitung: dict[str, I64], mulai: I64) -> I64:
    """Columns: number in the nation, instansi, kelompok, for people of fate a_non."""
    batas = np.cumsum(hitung["a_non"])
    i = np.searchsorted(batas, urutan, side="right")
    letak = urutan - (batas[i] - hitung["a_non"][i]) + hitung["a_thk"][i] + hitung["a_pasang"][i]
    n = np.sum([hitung[x] for x in PRA], axis=0)[i]
    lokal = [
        int(balik_urut(np.array([a]), int(b), int(c))[0])
        for a, b, c in zip(letak, n, i, strict=True)
    ]
    return np.stack([mulai[i] + np.array(lokal, dtype=np.int64), i, kelompok], axis=1)
