"""Many workbooks at once, each in a process that may die of it without taking the others along."""

import json
import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Timer

import rules
from rules.pembacaan.batas import pembacaan
from rules.pembacaan.penolakan import tolak
from tasks.gateways.pembaca_pekerja import SIAP
from tasks.gateways.workbook import Bacaan, publish_bacaan, sisa_kerja

PERINTAH = (sys.executable, "-P", "-m", "tasks.gateways.pembaca_pekerja")
# A process can be killed from outside (memory, an operator): a file is condemned by its second death.
KEMATIAN_TERBANYAK = 2
Selesai = Callable[["Kiriman", "Hasil"], None]


@dataclass(frozen=True)
class Kiriman:
    """One file to read: content hash, jenis, where it is, and the folder it lands in."""

    sha256: str
    jenis: str
    sumber: Path
    tujuan: Path


@dataclass(frozen=True)
class Hasil:
    """What reading one file gave: rows per form, or the code of its refusal."""

    sha256: str
    baris: dict[str, int]
    penolakan: str | None = None


class PembacaanGagalError(Exception):
    """Defects of our own reader, told after every other file was read; names no cell."""

    def __init__(self, galat: dict[str, str]) -> None:
        super().__init__("; ".join(f"{sha[:12]}: {sebab}" for sha, sebab in sorted(galat.items())))
        self.galat = galat


@dataclass
class _Antrean:
    """Files still to be read, the largest first, shared by the threads that feed the processes."""

    sisa: deque[Kiriman]
    perintah: Sequence[str]
    selesai: Selesai
    hasil: dict[str, Hasil] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)
    kematian: dict[str, int] = field(default_factory=dict)
    kunci: Lock = field(default_factory=Lock)

    def ambil(self) -> Kiriman | None:
        with self.kunci:
            return self.sisa.popleft() if self.sisa else None

    def catat(self, kiriman: Kiriman, hasil: Hasil) -> None:
        with self.kunci:
            self.selesai(kiriman, hasil)
            self.hasil[kiriman.sha256] = hasil

    def mati(self, kiriman: Kiriman) -> None:
        """The process died of this file: once more at the end, then it is the file's fault."""
        kali = self.kematian[kiriman.sha256] = self.kematian.get(kiriman.sha256, 0) + 1
        if kali >= KEMATIAN_TERBANYAK:
            self.catat(kiriman, _condemn(kiriman))
            return
        with self.kunci:
            self.sisa.append(kiriman)


def read_kiriman(
    daftar: Sequence[Kiriman],
    proses: int = 2,
    selesai: Selesai = lambda kiriman, hasil: None,
    perintah: Sequence[str] = PERINTAH,
) -> list[Hasil]:
    """Read every file into its folder, `proses` at a time; results in the order given.

    `selesai` is called for each as soon as it has landed, one call at a time. A file that kills or
    outlasts its process lands as F-RUSAK. Raises PembacaanGagalError for defects of our own, at the end.
    """
    urut = sorted(daftar, key=lambda k: (-k.sumber.stat().st_size, k.sha256))
    antrean = _Antrean(deque(urut), perintah, selesai)
    jumlah = min(proses, len(urut))
    if jumlah:
        with ThreadPoolExecutor(jumlah) as utas:
            for tugas in [utas.submit(_layani, antrean) for _ in range(jumlah)]:
                tugas.result()
    if antrean.galat:
        raise PembacaanGagalError(antrean.galat)
    return [antrean.hasil[k.sha256] for k in daftar]


def _layani(antrean: _Antrean) -> None:
    """Feed one process after another until nothing is left."""
    while (kiriman := antrean.ambil()) is not None:
        with _Pekerja(antrean.perintah) as pekerja:
            while kiriman is not None and pekerja.hidup:
                _baca(antrean, pekerja, kiriman)
                kiriman = antrean.ambil() if pekerja.hidup else None


def _baca(antrean: _Antrean, pekerja: "_Pekerja", kiriman: Kiriman) -> None:
    jawaban = pekerja.tanya(kiriman)
    if jawaban is None:
        antrean.mati(kiriman)
    elif "galat" in jawaban:
        antrean.galat[kiriman.sha256] = jawaban["galat"]
    else:
        antrean.catat(kiriman, Hasil(kiriman.sha256, jawaban["baris"], jawaban["penolakan"]))


def _condemn(kiriman: Kiriman) -> Hasil:
    for sisa in sisa_kerja(kiriman.tujuan):
        shutil.rmtree(sisa, ignore_errors=True)
    rusak = Bacaan(kiriman.sha256, penolakan=tolak("F-RUSAK").penolakan)
    kiriman.tujuan.mkdir(parents=True, exist_ok=True)
    publish_bacaan(rusak, kiriman.tujuan)
    return Hasil(kiriman.sha256, {}, "F-RUSAK")


class _Pekerja:
    """One reading process behind two pipes."""

    def __init__(self, perintah: Sequence[str]) -> None:
        akar = str(Path(rules.__file__).parents[1])
        jalur = os.pathsep.join(filter(None, (akar, os.environ.get("PYTHONPATH"))))
        # One thread each: the processes share the cores, and glibc's arenas eat address space.
        lingkungan = {"PYTHONPATH": jalur, "POLARS_MAX_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
        self._proses = subprocess.Popen(
            list(perintah),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | lingkungan,
            encoding="utf-8",
        )
        self.hidup = True

    def __enter__(self) -> "_Pekerja":
        if SIAP not in (self._jawaban() or {}):
            self.__exit__()
            raise PembacaanGagalError({"": "the reading process does not start"})
        return self

    def __exit__(self, *_: object) -> None:
        if not self.hidup:
            self._proses.kill()
        self._proses.communicate()

    def tanya(self, kiriman: Kiriman) -> dict | None:
        """Have one file read; None when the process died of it or took too long."""
        penjaga = Timer(pembacaan().batas.detik, self._proses.kill)
        penjaga.start()
        try:
            tugas = {
                "sha256": kiriman.sha256,
                "sumber": str(kiriman.sumber),
                "tujuan": str(kiriman.tujuan),
            }
            self._proses.stdin.write(json.dumps(tugas) + "\n")
            self._proses.stdin.flush()
            return self._jawaban()
        except BrokenPipeError:
            self.hidup = False
            return None
        finally:
            penjaga.cancel()

    def _jawaban(self) -> dict | None:
        baris = self._proses.stdout.readline()
        self.hidup = baris.endswith("\n")
        return json.loads(baris) if self.hidup else None
