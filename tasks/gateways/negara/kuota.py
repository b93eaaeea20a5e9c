"""Who is what: job group and seeded defect of every person, by quota, without remembering anyone.

The people of one fate are numbered across the nation; an affine permutation of that number falls
into one of the segments of the fate's table. The segments' lengths are the quotas, so every published
total comes out exactly whatever part of the nation is being written.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.gateways.negara.acak import acak_urut, balik_urut
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.rencana import Rencana, jumlah_cacat
from tasks.gateways.negara.sebaran import bagi

I64 = NDArray[np.int64]
BERSIH = "BERSIH"
NASIB = ("a_thk", "a_pasang", "a_non", "d", "b", "c_thk", "c_non")
JABATAN_DIKECUALIKAN = ("SATPAM", "KEBERSIHAN", "PENGEMUDI")


@dataclass(frozen=True)
class Kuota:
    """Segments of one fate: kelompok (index) and jenis per segment, batas = cumulative lengths."""

    kelompok: I64
    jenis: tuple[str, ...]
    batas: I64
    geser: int

    @property
    def total(self) -> int:
        """People of this fate."""
        return int(self.batas[-1])

    def label(self, urutan: I64) -> I64:
        """Segment of the people with these numbers."""
        return np.searchsorted(self.batas, acak_urut(urutan, self.total, self.geser), side="right")

    def urutan(self, jenis: str) -> tuple[I64, I64]:
        """Numbers of everyone with this jenis, and their kelompok."""
        awal = np.concatenate([[0], self.batas[:-1]])
        ruas = [s for s, j in enumerate(self.jenis) if j == jenis]
        letak = [np.arange(awal[s], self.batas[s]) for s in ruas]
        kelompok = [np.full(len(x), self.kelompok[s]) for x, s in zip(letak, ruas, strict=True)]
        kosong = np.zeros(0, dtype=np.int64)
        x = np.concatenate([kosong, *letak])
        return balik_urut(x, self.total, self.geser), np.concatenate([kosong, *kelompok])

    def banyak(self) -> dict[tuple[str, int], int]:
        """Quota per (jenis, kelompok index)."""
        panjang = np.diff(self.batas, prepend=0)
        hasil: dict[tuple[str, int], int] = {}
        for jenis, kelompok, n in zip(
            self.jenis, self.kelompok.tolist(), panjang.tolist(), strict=True
        ):
            hasil[jenis, kelompok] = hasil.get((jenis, kelompok), 0) + n
        return hasil


def susun_kuota(rencana: Rencana) -> dict[str, Kuota]:
    """The quota table of every fate."""
    t = pengaturan()["terbit"]
    n = {nasib: rencana.jumlah(nasib) for nasib in NASIB}
    thk = bagi(n["a_thk"] + n["a_pasang"] + n["c_thk"], t["thk2"])
    non = bagi(n["a_non"] + n["c_non"], t["non"])
    c_thk, c_non = bagi(n["c_thk"], t["thk2"]), bagi(n["c_non"], t["non"])
    pasang = bagi(n["a_pasang"], t["thk2"])
    jenis = _sebar_anomali(rencana, n)
    for nama, cacat in pengaturan()["cacat"].items():
        _tanam(jenis, nama, cacat, jumlah_cacat(nama, rencana.skala))
    jenis["a_pasang"] = {"NOMOR_THK2": n["a_pasang"]}
    isi = {
        "a_thk": thk - c_thk - pasang,
        "a_pasang": pasang,
        "a_non": non - c_non,
        "c_thk": c_thk,
        "c_non": c_non,
        "b": _kelompok_bebas(n["b"], jenis["b"]),
        "d": _kelompok_bebas(n["d"], jenis["d"]),
    }
    return {x: _tabel(isi[x], jenis[x], rencana.benih + i) for i, x in enumerate(NASIB)}


def _sebar_anomali(rencana: Rencana, n: dict[str, int]) -> dict[str, dict[str, int]]:
    """The seven published classes at 31-10 over A, C and D; the withdrawn position anomalies in B."""
    t, bentuk = pengaturan()["terbit"]["anomali"], pengaturan()["bentuk"]
    total = sum(t.values())
    kelas = list(t)
    penutupan = sum(n.values()) - n["b"]
    semua = bagi(penutupan, [*t.values(), pengaturan()["terbit"]["penutupan"] - total])[:-1]
    ditarik = np.minimum(bagi(round(bentuk["anomali_ditarik_akhir"] * n["d"]), semua), semua)
    hasil: dict[str, dict[str, int]] = {nasib: {} for nasib in NASIB}
    for nama, banyak, pergi in zip(kelas, semua.tolist(), ditarik.tolist(), strict=True):
        c = (
            0
            if nama in JABATAN_DIKECUALIKAN
            else int(bagi(banyak - pergi, [n["a_non"], n["c_non"]])[1])
        )
        hasil["a_non"][nama], hasil["c_non"][nama], hasil["d"][nama] = banyak - pergi - c, c, pergi
    tiga = bagi(n["b"], [t[x] for x in JABATAN_DIKECUALIKAN]).tolist()
    hasil["b"] = dict(zip(JABATAN_DIKECUALIKAN, tiga, strict=True))
    return hasil


def _tanam(
    jenis: dict[str, dict[str, int]], nama: str, cacat: dict[str, object], banyak: int
) -> None:
    """Make room for one seeded defect among those it is drawn from."""
    if cacat["di"] == "masa":
        # Part of a published class: someone never paid directly has no counted month either.
        banyak = min(banyak, jenis["a_non"]["MASA_KERJA"])
        jenis["a_non"]["MASA_KERJA"] -= banyak
    jenis["a_thk" if cacat["di"] == "thk2" else "a_non"][nama] = banyak
    if cacat["di"] == "pasang":
        del jenis["a_non"][nama]


def _kelompok_bebas(n: int, jenis: dict[str, int]) -> I64:
    """Job groups of people whose groups are not published: anomalies where they belong, others alike."""
    t = pengaturan()["terbit"]
    isi = np.zeros(len(t["kelompok"]), dtype=np.int64)
    for nama, banyak in jenis.items():
        hanya = _hanya(nama)
        if hanya:
            isi[hanya[0]] += banyak
    return isi + bagi(n - int(isi.sum()), t["non"])


def _hanya(nama: str) -> list[int]:
    p = pengaturan()
    boleh = p["anomali_kelompok"].get(nama) or p["cacat"].get(nama, {}).get("hanya", [])
    return [p["terbit"]["kelompok"].index(x) for x in boleh]


def _tabel(isi: I64, jenis: dict[str, int], geser: int) -> Kuota:
    """Segments for every jenis and group; what remains of each group is clean."""
    sisa = isi.copy()
    kelompok: list[int] = []
    nama: list[str] = []
    panjang: list[int] = []
    for satu in sorted(jenis, key=lambda x: (not _hanya(x), x)):
        hanya = _hanya(satu)
        boleh = np.array([float(x) * (not hanya or g in hanya) for g, x in enumerate(sisa)])
        ambil = bagi(jenis[satu], boleh) if jenis[satu] else np.zeros_like(sisa)
        sisa -= ambil
        kelompok += range(len(isi))
        nama += [satu] * len(isi)
        panjang += ambil.tolist()
    if (sisa < 0).any():
        raise ValueError("the scale is too small for the seeded defects")
    kelompok += range(len(isi))
    nama += [BERSIH] * len(isi)
    panjang += sisa.tolist()
    garam = 7919 * (geser + 1)
    return Kuota(np.array(kelompok), tuple(nama), np.cumsum(panjang), garam)
