"""The whole cycle of 2022 on a synthetic nation, through the real flows, as an operator would run it."""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rich.console import Console

from flows.lingkungan import settle_prefect
from reports import tulisan
from rules.kalender import WIB, kalender_on
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.simpanan import open_simpanan

# The census is over: the calendar as its last letter left it.
_SESUDAH_SENSUS = date(2022, 12, 31)
TAHAP = {satu.kode: satu.nama for satu in kalender_on(_SESUDAH_SENSUS)}


def run_demo(ke: Path, skala: float, benih: int, layar: Console) -> None:
    """Generates, runs the nights and closings of 2022 in order, and prints what came of it."""
    skala_teks = f"{skala:g}".replace(".", ",")
    _settle(ke, skala_teks)
    langkah = _steps(ke / "simpanan", skala, benih)
    layar.print(
        f"Daur pendataan 2022 dengan data sintetis, skala {skala_teks}, ke {ke}/ ({len(langkah)} langkah).",
        soft_wrap=True,
    )
    for nomor, (nama, kerja) in enumerate(langkah, 1):
        with layar.status(f"[{nomor}/{len(langkah)}] {nama} …"):
            mulai = time.monotonic()
            hasil = kerja()
        layar.print(
            f"[{nomor:>2}/{len(langkah)}] {nama}: {hasil} ({_desimal(time.monotonic() - mulai)} detik)",
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
    return f"{tulisan.angka(hasil.berkas)} berkas, {tulisan.angka(hasil.baris)} baris orang, {tulisan.angka(hasil.riwayat)} baris riwayat"


def _settle(ke: Path, skala: str) -> None:
    ke.mkdir(parents=True, exist_ok=True)
    os.environ["PENDATAAN_SIMPANAN"] = str(ke / "simpanan")
    os.environ["PENDATAAN_RUANG_KERJA"] = str(ke / "kerja")
    os.environ["PENDATAAN_TANDA"] = (
        f"Data sintetis, skala {skala}: orang, NIK dan angka di sini rekaan, bukan data instansi."
    )
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
        return (
            f"{tulisan.angka(malam.diterima)} kiriman diterima, {tulisan.angka(malam.dibaca)} berkas dibaca, "
            f"{tulisan.angka(malam.orang)} orang dalam daftar, {tulisan.angka(malam.kasus_ganda)} kasus ganda"
        )

    return f"Malam {saat:%d-%m-%Y %H.%M}", kerja


def _closing(batas: datetime) -> list[tuple[str, Callable[[], str]]]:
    """As the crons have it: the closing within the hour, the night's run at one o'clock."""
    saat = batas + timedelta(minutes=10)
    malam = datetime.combine(
        batas.date() + timedelta(days=1), datetime.min.time(), WIB
    ) + timedelta(hours=1)

    def kerja() -> str:
        from flows.close_tahap import close_tahap
        from tasks.gateways.terbitan import read_terbitan

        simpanan = open_simpanan(read_pengaturan())
        ditutup = [
            f"{TAHAP[kode]}, {tulisan.angka(read_terbitan(simpanan, kode)['orang'])} orang dipotret"
            for kode in close_tahap(saat.astimezone(UTC))
        ]
        return "; ".join(ditutup) or "sudah ditutup sebelumnya"

    return [(f"Penutupan {saat:%d-%m-%Y %H.%M}", kerja), _night(malam)]


def _show(skala: float, layar: Console, ke: Path) -> None:
    """The table of figures, whether they agree, and what a person should open first."""
    from flows.sandingan import compare_figures, render_sandingan

    simpanan = ke / "simpanan"
    angka = compare_figures(open_simpanan(read_pengaturan()), skala)
    for bagian in render_sandingan(angka, skala):
        layar.print(bagian)
    _list_files(layar, "Buka lebih dulu:", _first_to_open(ke))
    _list_files(layar, "Sesudah itu:", _then_to_open(ke))
    layar.print(
        "Mengapa seseorang tidak memenuhi syarat:",
        f"  {_explain_command(ke, simpanan)}",
        sep="\n",
        soft_wrap=True,
    )


def _list_files(layar: Console, judul: str, isi: list[tuple[str, Path]]) -> None:
    layar.print(judul)
    for keterangan, jalur in isi:
        layar.print(f"  {keterangan:<27} {jalur}", soft_wrap=True, highlight=False)


def _first_to_open(ke: Path) -> list[tuple[str, Path]]:
    simpanan, kode = ke / "simpanan", _largest(ke)
    return [
        ("Statistik nasional", simpanan / "publik/statistik/pengumuman_akhir.html"),
        ("Uji publik satu instansi", simpanan / f"publik/pengumuman/prafinalisasi/{kode}.html"),
        ("Temuan untuk adminnya", simpanan / f"kotak-keluar/{kode}/temuan.xlsx"),
        ("Cerita malam terakhir", ke / "kerja/malam.md"),
    ]


def _then_to_open(ke: Path) -> list[tuple[str, Path]]:
    simpanan, kode = ke / "simpanan", _largest(ke)
    return [
        ("Pengumuman hasil akhir", simpanan / f"publik/pengumuman/pengumuman_akhir/{kode}.html"),
        ("Konsep SPTJM", simpanan / f"kotak-keluar/{kode}/sptjm-konsep-finalisasi.html"),
        ("Untuk pemeriksa BKN", simpanan / "kotak-keluar/bkn/kewajaran.xlsx"),
        ("Basis data dasbor", simpanan / "publik/dasbor.duckdb"),
        ("Manifes potret akhir", simpanan / "potret/pengumuman_akhir/manifest.json"),
        ("Pemeriksaan muat (GX)", ke / "kerja/mutu/index.html"),
        ("Kunci jawaban", ke / "simpanan-kunci.parquet"),
    ]


def _largest(ke: Path) -> str:
    """The instansi with the most findings: its answer shows the most."""
    temuan = (ke / "simpanan").glob("kotak-keluar/*/temuan.xlsx")
    return max(temuan, key=lambda jalur: (jalur.stat().st_size, jalur)).parent.name


def _explain_command(ke: Path, simpanan: Path) -> str:
    """The command that explains one rejected person, named by the cell so that no NIK is shown."""
    from tasks.gateways.potret import find_rejected

    sel = find_rejected(open_simpanan(read_pengaturan()), "pengumuman_akhir", _largest(ke))
    program = sys.argv[0] if Path(sys.argv[0]).name == "pendataan" else "pendataan"
    return f'PENDATAAN_RUANG_KERJA={ke / "kerja"} {program} explain --sel "{sel}"'


def _desimal(nilai: float) -> str:
    return f"{nilai:,.1f}".translate(str.maketrans(",.", ".,"))
