"""The whole cycle of 2022 on a synthetic nation, through the real flows, as an operator would run it."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from flows.lingkungan import settle_prefect
from rules.kalender import WIB, kalender_on
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.simpanan import open_simpanan

# The census is over: the calendar as its last letter left it.
_SESUDAH_SENSUS = date(2022, 12, 31)
_TAHAP = {"prafinalisasi": "pra-final", "finalisasi": "final", "pengumuman_akhir": "akhir"}


def run_demo(ke: Path, skala: float, benih: int, layar: Console) -> None:
    """Generates, runs the nights and closings of 2022 in order, and prints what came of it."""
    _settle(ke)
    langkah = _steps(ke / "simpanan", skala, benih)
    layar.print(
        f"Daur pendataan 2022 pada bangsa sintetis, skala {skala:g}, ke {ke}/ ({len(langkah)} langkah)."
    )
    for nomor, (nama, kerja) in enumerate(langkah, 1):
        with layar.status(f"[{nomor}/{len(langkah)}] {nama} …"):
            mulai = time.monotonic()
            hasil = kerja()
        layar.print(
            f"[{nomor:>2}/{len(langkah)}] {nama}: {hasil} ({time.monotonic() - mulai:.1f} detik)",
            markup=False,
            soft_wrap=True,
        )
    _show(skala, layar, ke)


def write_negara(ke: Path, skala: float, benih: int, gelombang: list[str] | None = None) -> str:
    """Writes the waves of the synthetic nation into the folder store `ke`, its answer key beside it.

    Returns what was written, in words.
    """
    from tasks.gateways.negara import generate_negara

    kunci = ke.with_name(ke.name + "-kunci.parquet")
    pilihan = {} if gelombang is None else {"gelombang": gelombang}
    hasil = generate_negara(ke, skala, benih, kunci=kunci, **pilihan)
    return f"{_angka(hasil.berkas)} berkas, {_angka(hasil.baris)} baris orang, {_angka(hasil.riwayat)} baris riwayat"


def _settle(ke: Path) -> None:
    ke.mkdir(parents=True, exist_ok=True)
    os.environ["PENDATAAN_SIMPANAN"] = str(ke / "simpanan")
    os.environ["PENDATAAN_RUANG_KERJA"] = str(ke / "kerja")
    settle_prefect(read_pengaturan())


def _steps(simpanan: Path, skala: float, benih: int) -> list[tuple[str, Callable[[], str]]]:
    """Waves of deliveries, each followed by its nights; closings as their crons find them due."""
    batas = {tahap.kode: tahap.batas for tahap in kalender_on(_SESUDAH_SENSUS) if tahap.potret}

    def wave(nama: str) -> tuple[str, Callable[[], str]]:
        return f"Kiriman gelombang {nama}", lambda: str(
            write_negara(simpanan, skala, benih, [nama])
        )

    tutup = {kode: _closing(saat) for kode, saat in batas.items()}
    return [
        wave("awal"),
        _night(datetime(2022, 9, 20, 1, tzinfo=WIB)),
        wave("prafinal"),
        *tutup["prafinalisasi"],
        wave("perbaikan"),
        _night(datetime(2022, 10, 22, 20, tzinfo=WIB)),
        *tutup["finalisasi"],
        wave("akhir"),
        *tutup["pengumuman_akhir"],
    ]


def _night(saat: datetime) -> tuple[str, Callable[[], str]]:
    def kerja() -> str:
        from flows.nightly import nightly

        malam = nightly(saat.astimezone(UTC))
        return f"{malam.diterima} kiriman, {malam.dibaca} dibaca, {_angka(malam.orang)} orang, {malam.kasus_ganda} kasus ganda"

    return f"Malam {saat:%d-%m-%Y %H.%M}", kerja


def _closing(batas: datetime) -> list[tuple[str, Callable[[], str]]]:
    """As the crons have it: the closing within the hour, the night's run at one o'clock."""
    saat = batas + timedelta(minutes=10)
    malam = datetime.combine(
        batas.date() + timedelta(days=1), datetime.min.time(), WIB
    ) + timedelta(hours=1)

    def kerja() -> str:
        from flows.close_tahap import close_tahap

        return ", ".join(close_tahap(saat.astimezone(UTC))) or "sudah ditutup sebelumnya"

    return [(f"Penutupan {saat:%d-%m-%Y %H.%M}", kerja), _night(malam)]


def _show(skala: float, layar: Console, ke: Path) -> None:
    from reports.statistik import published_figures
    from rules.angka import angka_2022
    from tasks.gateways.terbitan import read_terbitan

    tabel = Table(
        title=f"Angka sintetis (skala {skala:g}) di samping angka terbit 2022", box=box.SIMPLE_HEAD
    )
    for judul in ("Tahap", "Angka", "Terbit 2022", "x skala", "Sintetis"):
        rata = "left" if judul in ("Tahap", "Angka") else "right"
        tabel.add_column(judul, justify=rata, no_wrap=True)
    simpanan = open_simpanan(read_pengaturan())
    for satu in published_figures(angka_2022()).drop_nulls("tahap").iter_rows(named=True):
        kami = read_terbitan(simpanan, satu["tahap"])["terbit"]["statistik"].get(satu["kunci"])
        # The number of instansi is not scaled: all 626 take part at every scale.
        bagian = satu["resmi"] if "instansi" in satu["kunci"] else satu["resmi"] * skala
        tabel.add_row(
            _TAHAP[satu["tahap"]],
            _short(satu["ukuran"]),
            _angka(satu["resmi"]),
            _desimal(bagian),
            _angka(kami),
        )
    layar.print(tabel)
    layar.print("Buka lebih dulu:")
    for keterangan, jalur in _first_to_open(ke / "simpanan"):
        layar.print(f"  {keterangan:<26} {jalur}", soft_wrap=True, highlight=False)


def _short(ukuran: str) -> str:
    return ukuran.replace("Jumlah nasional", "Semua").replace("banyaknya instansi", "instansi")


def _desimal(nilai: float) -> str:
    return f"{nilai:,.1f}".translate(str.maketrans(",.", ".,")).removesuffix(",0")


def _first_to_open(simpanan: Path) -> list[tuple[str, Path]]:
    temuan = sorted(
        simpanan.glob("kotak-keluar/*/temuan.xlsx"), key=lambda jalur: jalur.stat().st_size
    )
    kode = temuan[-1].parent.name
    return [
        ("Statistik nasional", simpanan / "publik/statistik/pengumuman_akhir.html"),
        ("Uji publik satu instansi", simpanan / f"publik/pengumuman/prafinalisasi/{kode}.html"),
        ("Temuan satu instansi", temuan[-1]),
        ("Konsep SPTJM", simpanan / f"kotak-keluar/{kode}/sptjm-konsep-finalisasi.html"),
        ("Basis data dasbor", simpanan / "publik/dasbor.duckdb"),
        ("Potret dan manifesnya", simpanan / "potret"),
    ]


def _angka(nilai: Any) -> str:
    return "–" if nilai is None else f"{nilai:,}".replace(",", ".")
