"""The planted census inside a nation at 1:100, closed as a night in production would close it.

`python -m tests.bangsa_tanam FOLDER` does it in a process of its own, so that it can go on beside other tests.
"""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

import polars as pl

from flows.demo import write_negara
from rules.kalender import kalender_on
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.umpan import scan_umpan, umpan_bertambah
from tests.daur import BENIH, PERINTAH, TAHAP, Daur
from tests.sampingan import keep_result
from tests.sensus_tanam import Temuan, deliver, expected
from tests.tanaman import BERINDEKS, KETIGA, PERTAMA

SKALA = 0.01
# What stands here is the last state in which instansi may still mend.
TUTUP = "finalisasi"


def peta_tanam() -> dict[str, str]:
    """The instansi of the planted census → instansi that send nothing in this nation."""
    diam = susun_rencana(SKALA, BENIH).instansi.filter("diam")["kode"].to_list()
    return dict(zip((PERTAMA, BERINDEKS, KETIGA), diam, strict=False))


class BangsaTanam(Daur):
    """What that nation's closing left behind."""

    @cached_property
    def seeds(self) -> set[Temuan]:
        """Every finding that was planted: rule, instansi, place."""
        bangsa = {_as_temuan(satu) for satu in self.expected(TUTUP)}
        return bangsa | {(kode, peta_tanam()[di], letak) for kode, di, letak in expected()}

    @cached_property
    def findings(self) -> list[Temuan]:
        """Every finding of the pipeline in the same form, those of inspectors apart."""
        tanam = set(peta_tanam().values())
        bangsa = [_as_temuan(satu) for satu in self.found(TUTUP) if satu[0] not in tanam]
        return bangsa + self._in_the_census(tanam)

    def _in_the_census(self, kode: set[str]) -> list[Temuan]:
        tenaga = self.table(TUTUP, "tenaga").select("id_tenaga", utama="baris")
        riwayat = self.table(TUTUP, "riwayat").select("id_riwayat", riwayat="baris")
        temuan = self.table(TUTUP, "temuan").filter(pl.col("kode_instansi").is_in(list(kode)))
        letak = pl.coalesce(
            pl.format("{} {}", "tempat_lembar", "tempat_baris"),
            pl.format("riwayat {}", "riwayat"),
            pl.format("utama {}", "utama"),
            pl.lit("dokumen"),
        )
        beserta = temuan.join(tenaga, on="id_tenaga", how="left").join(
            riwayat, on="id_riwayat", how="left"
        )
        return beserta.select("kode_aturan", "kode_instansi", letak).rows()


def _as_temuan(satu: tuple) -> Temuan:
    kode_instansi, kunci, lembar, baris, kode = satu
    return kode, kode_instansi, f"{kunci} {lembar} {baris}"


def _run(folder: Path) -> None:
    simpanan, tanam = folder / "demo" / "simpanan", folder / "tanam"
    deliver(tanam)
    batas = {satu.kode: satu.batas for satu in kalender_on(date(2022, 12, 31))}
    dikirim: set[str] = set()
    for tahap in ("prafinalisasi", TUTUP):
        # A wave that mends takes the names of what it replaces: what was there must be receipted first.
        write_negara(simpanan, SKALA, BENIH, [g for g in TAHAP[tahap] if g not in dikirim])
        dikirim |= set(TAHAP[tahap])
        _join(tanam / "kotak-masuk", simpanan / "kotak-masuk")
        _close(folder, batas[tahap] + timedelta(minutes=10))


def _close(folder: Path, saat: datetime) -> None:
    tempat = {
        "PENDATAAN_SIMPANAN": str(folder / "demo" / "simpanan"),
        "PENDATAAN_RUANG_KERJA": str(folder / "demo" / "kerja"),
    }
    subprocess.run(
        [sys.executable, "-c", PERINTAH, "close-tahap", "--tanggal", saat.isoformat()],
        env=os.environ | tempat,
        check=True,
    )


def _join(dari: Path, ke: Path) -> None:
    """Lays the planted inbox into the nation's, under other codes; again after each wave, whose feeds
    replace the earlier ones."""
    for lama, baru in peta_tanam().items():
        shutil.copytree(dari / lama, ke / baru, dirs_exist_ok=True)
    for feed in sorted((dari / "bkn").iterdir()):
        _join_feed(feed.name, next(feed.iterdir()), ke / "bkn" / feed.name)


def _join_feed(feed: str, tanam: Path, ke: Path) -> None:
    """Of a feed whose latest delivery replaces the earlier ones, that delivery holds both."""
    ke.mkdir(parents=True, exist_ok=True)
    kami, tambah = list(ke.glob("tanam-*")), feed in umpan_bertambah()
    lama = max(ke.iterdir(), key=lambda jalur: jalur.stat().st_mtime, default=tanam)
    if lama in kami or (kami and tambah):
        return
    isi = scan_umpan(tanam, feed)
    kode = [nama for nama in isi.collect_schema() if nama.startswith("kode_instansi")]
    isi = isi.with_columns(pl.col(kode).replace(peta_tanam()))
    if lama != tanam and not tambah:
        isi = pl.concat([scan_umpan(lama, feed), isi])
    baru = ke / f"tanam-{len(kami)}.parquet"
    isi.collect().write_parquet(baru)
    waktu = max(tanam.stat().st_mtime, lama.stat().st_mtime + 1)
    os.utime(baru, (waktu, waktu))


if __name__ == "__main__":
    keep_result(Path(sys.argv[1]), lambda: _run(Path(sys.argv[1])))
