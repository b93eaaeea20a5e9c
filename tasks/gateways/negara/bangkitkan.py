"""Generate the nation: plan it, deliver wave after wave, in as many processes as asked."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import polars as pl

from tasks.gateways.negara.gelombang import Gelombang, Potongan
from tasks.gateways.negara.kiriman import GELOMBANG, Hasil
from tasks.gateways.negara.kunci_jawaban import SKEMA, simpan_kunci
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.susunan import Susunan, susun
from tasks.gateways.negara.umpan_berkas import PenampungUmpan, kirim_umpan_tetap

Tugas = tuple[str, list[Potongan]]
INSTANSI_PER_TUGAS = 80
Kemajuan = Callable[[str, int, int], None]


@dataclass
class Ringkasan:
    """What was written: files, bytes, sheet rows; `angka` = the planned totals of the nation."""

    skala: float
    benih: int
    gelombang: tuple[str, ...]
    berkas: int = 0
    byte: int = 0
    baris: int = 0
    riwayat: int = 0
    angka: dict[str, int] = field(default_factory=dict)


def generate_negara(
    ke: Path,
    skala: float,
    benih: int = 2022,
    gelombang: Sequence[str] = GELOMBANG,
    proses: int = 2,
    kemajuan: Kemajuan | None = None,
    kunci: Path | None = None,
) -> Ringkasan:
    """Write the deliveries of these waves below the folder store `ke` (ke/kotak-masuk/...).

    The answer key goes to `kunci` (default: kunci.parquet beside `ke`). The same scale and seed give
    the same bytes, whatever `proses` is. Waves replace files of the same name: run one, let the
    pipeline fetch, run the next. Raises ValueError for an unknown wave or a scale too small or large.
    """
    asing = [g for g in gelombang if g not in GELOMBANG]
    if asing:
        raise ValueError(f"unknown gelombang: {', '.join(asing)}")
    s = _susunan(skala, benih)
    hasil = Ringkasan(skala, benih, tuple(gelombang), angka=_angka(s))
    kunci = kunci or ke.parent / "kunci.parquet"
    catatan: list[pl.DataFrame] = [pl.DataFrame(schema=SKEMA)]
    for satu in [g for g in GELOMBANG if g in gelombang]:
        with PenampungUmpan(ke, satu) as umpan:
            for n, (potong, semua) in enumerate(_kerjakan(s, ke, satu, proses), 1):
                catatan += [potong.umpan.pop("kunci")] if "kunci" in potong.umpan else []
                umpan.tampung(potong.umpan)
                _jumlahkan(hasil, potong)
                if kemajuan:
                    kemajuan(satu, n, semua)
        _jumlahkan(hasil, umpan.hasil)
        _jumlahkan(hasil, kirim_umpan_tetap(s, ke, satu))
    simpan_kunci(kunci, pl.concat(catatan), set(gelombang))
    return hasil


def _kerjakan(s: Susunan, ke: Path, gelombang: str, proses: int) -> Iterator[tuple[Hasil, int]]:
    """Results in the order of the plan, so that feeds do not depend on who finished first."""
    tugas = _daftar_tugas(s, gelombang)
    if proses <= 1:
        for satu in tugas:
            yield _satu(s.rencana.skala, s.rencana.benih, ke, satu), len(tugas)
        return
    # Polars threads do not survive a fork.
    konteks = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(proses, mp_context=konteks) as kolam:
        umum = [s.rencana.skala] * len(tugas), [s.rencana.benih] * len(tugas), [ke] * len(tugas)
        for potong in kolam.map(_satu, *umum, tugas):
            yield potong, len(tugas)


def _daftar_tugas(s: Susunan, gelombang: str) -> list[Tugas]:
    """Pieces of work of about one full part of people; the same whoever does them."""
    besar = pengaturan()["bentuk"]["bagian"]
    tugas: list[Tugas] = []
    isi, muatan = [], 0
    for i in range(s.rencana.instansi.height):
        orang = s.banyak(i, "pra")
        for n in range(1 if gelombang == "akhir" else max(1, -(-orang // besar))):
            muat = min(besar, orang - n * besar)
            if isi and (n or muatan + muat > besar or len(isi) == INSTANSI_PER_TUGAS):
                tugas.append((gelombang, isi))
                isi, muatan = [], 0
            isi.append((i, n))
            muatan += muat
    return [*tugas, (gelombang, isi)]


def _satu(skala: float, benih: int, ke: Path, tugas: Tugas) -> Hasil:
    nama, potongan = tugas
    kerja: Callable[[], Hasil] = getattr(Gelombang(_susunan(skala, benih), ke, potongan), nama)
    return kerja()


@lru_cache(maxsize=2)
def _susunan(skala: float, benih: int) -> Susunan:
    return susun(susun_rencana(skala, benih))


def _jumlahkan(hasil: Ringkasan, potong: Hasil) -> None:
    hasil.berkas += potong.berkas
    hasil.byte += potong.byte
    hasil.baris += potong.baris
    hasil.riwayat += potong.riwayat


def _angka(s: Susunan) -> dict[str, int]:
    a = ("a_thk", "a_pasang", "a_non")
    r = s.rencana
    return {
        "prafinal": r.jumlah(*a, "b", "d"),
        "penutupan": r.jumlah(*a, "c_thk", "c_non", "d"),
        "akhir": r.jumlah(*a, "c_thk", "c_non"),
        "thk2_akhir": r.jumlah("a_thk", "a_pasang", "c_thk"),
        "instansi": int((~r.instansi["diam"]).sum()),
        "sptjm": int(r.instansi["sptjm"].sum()),
    }
