"""Measures the night step by step against the bare read of the same workbooks: `make bench`."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

TANGGAL = "2022-10-01T01:00:00+07:00"
GELOMBANG = ("awal", "prafinal")
HASIL = Path(__file__).parent / "README.md"
_PENANDA = "<!-- skala {skala:g} -->"


@dataclass(frozen=True)
class Ukuran:
    """One step: wall seconds, peak memory of its whole process tree (MiB, shared pages counted once)."""

    nama: str
    detik: float
    mib: float
    hasil: str


def main() -> None:
    """Generates the nation at each scale, measures every step, writes the tables to README.md."""
    urai = argparse.ArgumentParser(description=__doc__)
    urai.add_argument("--skala", type=float, nargs="+", default=[0.1, 1.0])
    urai.add_argument("--folder", type=Path, default=Path("bangku"))
    pilihan = urai.parse_args()
    for skala in pilihan.skala:
        folder = pilihan.folder / f"{skala:g}"
        lingkungan = _generate(folder, skala)
        shutil.rmtree(folder / "kerja", ignore_errors=True)
        for hasil in ("arsip", "buku-terima", "mendarat", "kotak-keluar", "publik"):
            shutil.rmtree(folder / "simpanan" / hasil, ignore_errors=True)
        ukuran = [_measure(nama, lingkungan) for nama in _names()]
        _write(skala, ukuran)
        if skala >= 1:
            from benchmarks.terbesar import measure_terbesar

            measure_terbesar(folder)


def _names() -> list[str]:
    """Every step of the night in its order, the yardstick first."""
    from benchmarks.langkah import steps
    from tasks.gateways.pengaturan import read_pengaturan

    return list(steps(read_pengaturan(), datetime.fromisoformat(TANGGAL)))


def _generate(folder: Path, skala: float) -> dict[str, str]:
    from flows.demo import write_negara

    selesai = folder / "selesai"
    if not selesai.exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"skala {skala:g}: menulis bangsa sintetis ...", flush=True)
        write_negara(folder / "simpanan", skala, 2022, list(GELOMBANG))
        selesai.touch()
    return os.environ | {
        "PENDATAAN_SIMPANAN": str(folder / "simpanan"),
        "PENDATAAN_RUANG_KERJA": str(folder / "kerja"),
    }


def _measure(nama: str, lingkungan: dict[str, str]) -> Ukuran:
    perintah = [sys.executable, "-m", "benchmarks.langkah", nama, TANGGAL]
    puncak, keluaran = measure_tree(perintah, lingkungan)
    isi = json.loads(keluaran.splitlines()[-1])
    print(
        f"  {nama:<22} {isi['detik']:8.2f} detik {puncak:8.0f} MiB  {isi['hasil'][:60]}", flush=True
    )
    return Ukuran(nama, isi["detik"], puncak, isi["hasil"])


def measure_tree(
    perintah: list[str], lingkungan: dict[str, str] | None = None
) -> tuple[float, str]:
    """Peak memory (MiB) of the command and all it starts, and what it printed; ends us when it fails."""
    with subprocess.Popen(perintah, env=lingkungan, stdout=subprocess.PIPE, text=True) as proses:
        puncak = 0.0
        while proses.poll() is None:
            puncak = max(puncak, _tree_mib(proses.pid))
            time.sleep(0.25)
        keluaran = proses.stdout.read() if proses.stdout else ""
    if proses.returncode:
        sys.exit(f"{' '.join(perintah[2:])}: gagal")
    return puncak, keluaran


def _tree_mib(pid: int) -> float:
    """Proportional set size of a process and all it started, MiB; those that just ended count 0.

    Pages that were given back and that the kernel has not collected yet (LazyFree) are not counted.
    """
    kib, antre = 0, [pid]
    while antre:
        satu = Path("/proc", str(antre.pop()))
        try:
            antre += [
                int(anak)
                for tugas in (satu / "task").iterdir()
                for anak in (tugas / "children").read_text().split()
            ]
            baris = (satu / "smaps_rollup").read_text().splitlines()
            isi = {b.split()[0]: int(b.split()[1]) for b in baris[1:]}
            kib += isi["Pss:"] - isi["LazyFree:"]
        except (FileNotFoundError, ProcessLookupError):
            continue
    return kib / 1024


def _write(skala: float, ukuran: list[Ukuran]) -> None:
    """Replaces the section of this scale in benchmarks/README.md."""
    dasar, kerja = ukuran[0].detik, ukuran[1:]
    jumlah, puncak = sum(u.detik for u in kerja), max(u.mib for u in kerja)
    terbesar = max(kerja, key=lambda u: u.detik)
    baris = [
        f"{os.cpu_count()} inti {platform.machine()}, Python {platform.python_version()}. "
        f"Bacaan telanjang: {ukuran[0].hasil} sel dalam {dasar:.1f} detik.",
        "",
        "| Langkah | Nisbah terhadap bacaan telanjang | Detik | Puncak memori (MiB) |",
        "|---|--:|--:|--:|",
        *(f"| {u.nama} | {u.detik / dasar:.2f} | {u.detik:.1f} | {u.mib:.0f} |" for u in ukuran),
        f"| **inbox sampai gudang terbit** | **{jumlah / dasar:.2f}** | **{jumlah:.1f}** | **{puncak:.0f}** |",
        "",
        f"Langkah terbesar: {terbesar.nama} ({100 * terbesar.detik / jumlah:.0f} % waktu malam).",
    ]
    replace_section(_PENANDA.format(skala=skala), f"## Skala {skala:g}", baris)
    print(f"skala {skala:g}: {jumlah / dasar:.2f} x bacaan telanjang, puncak {puncak:.0f} MiB")


def replace_section(penanda: str, judul: str, baris: list[str]) -> None:
    """Puts `baris` under `judul` into README.md, in place of what stood between the two marks before."""
    lama = HASIL.read_text()
    kepala, _, sisa = lama.partition(penanda)
    ekor = sisa.partition(penanda)[2].lstrip("\n")
    isi = [kepala.rstrip("\n"), "", penanda, judul, "", *baris, penanda, "", ekor]
    HASIL.write_text("\n".join(isi).rstrip("\n") + "\n")


if __name__ == "__main__":
    main()
