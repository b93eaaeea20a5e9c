"""Which tahap there are, which have closed, and which deliveries came in time. The calendar is data."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl

from rules.instrumen import BatasTahap, Instrumen, load_instrumen
from rules.rujukan import AKAR

WIB = ZoneInfo("Asia/Jakarta")

# The kinds of delivery that a deadline closes; approvals, complaints and the SPTJM have their own time.
JENIS_TERBATAS = ("data-utama", "data-riwayat", "lapor-thk2", "pemeriksaan")
JENIS_PENGHAPUSAN = "data-utama"

SKEMA_PERPANJANGAN = {"kode_instansi": pl.String(), "sampai": pl.Datetime("us", "UTC")}


@dataclass(frozen=True)
class Tahap:
    """One phase: its deadline (aware), the clause, and what still counts until then (`menerima`:
    masukan for everybody, perpanjangan for an approved extension, penghapusan for withdrawals, portal for
    what people enter themselves); `terbit` names the documents made from its potret; `instansi` are those
    it is for, None for all (rules/pembukaan.py)."""

    kode: str
    nama: str
    batas: datetime
    potret: bool
    menerima: tuple[str, ...]
    terbit: tuple[str, ...]
    instrumen: str
    butir: str
    asumsi: bool
    alasan: str | None = None
    instansi: frozenset[str] | None = None

    def holds(self, kode_instansi: str) -> bool:
        """Whether the potret of this tahap has this instansi."""
        return self.instansi is None or kode_instansi in self.instansi

    @property
    def kutipan(self) -> str:
        """The citation as it is printed; one that is our reading says so."""
        return f"{self.instrumen} {self.butir}" + (" (asumsi)" if self.asumsi else "")


def kalender_on(tanggal: date, akar: Path = AKAR) -> tuple[Tahap, ...]:
    """The tahap as the letters in force on `tanggal` (WIB) set them, by deadline."""
    tahapan: dict[str, Tahap] = {}
    for instrumen in load_instrumen(akar):
        if instrumen.berlaku <= tanggal:
            for kode, batas in instrumen.tahapan.items():
                _fold(tahapan, kode, _tahap(kode, batas, instrumen))
    return tuple(sorted(tahapan.values(), key=lambda tahap: (tahap.batas, tahap.kode)))


def tahap_due(tanggal: datetime, sudah: set[str], akar: Path = AKAR) -> list[Tahap]:
    """Tahap that want a potret, have closed at `tanggal` (aware) and are not in `sudah`, by deadline."""
    if tanggal.tzinfo is None:
        raise ValueError("tanggal must say its zone")
    return [
        tahap
        for tahap in kalender_on(tanggal.astimezone(WIB).date(), akar)
        if tahap.potret and tahap.batas <= tanggal and tahap.kode not in sudah
    ]


def batas_menerima(kalender: tuple[Tahap, ...], apa: str) -> datetime | None:
    """The last moment at which `apa` (masukan, perpanjangan, penghapusan) counts; None where never."""
    tahap = tahap_menerima(kalender, apa)
    return tahap.batas if tahap else None


def tahap_menerima(kalender: tuple[Tahap, ...], apa: str) -> Tahap | None:
    """The tahap whose deadline ends `apa`, the last one that takes it; None where none does."""
    return max(
        (tahap for tahap in kalender if apa in tahap.menerima),
        key=lambda tahap: tahap.batas,
        default=None,
    )


def batas_berikut(kalender: tuple[Tahap, ...], apa: str, saat: datetime) -> datetime | None:
    """The deadline up to which `apa` still counts at `saat`; None after the last."""
    return min(
        (tahap.batas for tahap in kalender if apa in tahap.menerima and tahap.batas >= saat),
        default=None,
    )


def gerbang(
    kiriman: pl.LazyFrame, perpanjangan: pl.LazyFrame | None, kalender: tuple[Tahap, ...]
) -> pl.LazyFrame:
    """`kiriman` (kode_instansi, jenis, waktu aware) with two Booleans added, rows in their order.

    terlambat: its rows do not count, it came after the deadline of its instansi.
    hanya_penghapusan: late too, but its sheet Penghapusan still counts.
    `perpanjangan` holds the approved letters (kode_instansi, sampai as a moment or a Date, which lasts
    to its end); the latest one counts, and none with an alasan_tertutup (rules/perpanjangan.py).
    """
    umum, hapus = (batas_menerima(kalender, apa) for apa in ("masukan", "penghapusan"))
    waktu = pl.col("waktu").dt.convert_time_zone("UTC")
    batas = pl.max_horizontal(_saat(umum), "batas_diperpanjang")
    # A null deadline means no such rule was in force: then nothing is late.
    terlambat = pl.col("jenis").is_in(JENIS_TERBATAS) & (waktu > batas).fill_null(False)
    masih_hapus = (pl.col("jenis") == JENIS_PENGHAPUSAN) & (waktu <= _saat(hapus)).fill_null(False)
    return (
        kiriman.join(
            batas_diperpanjang(perpanjangan, kalender),
            on="kode_instansi",
            how="left",
            maintain_order="left",
        )
        .with_columns(terlambat=terlambat, hanya_penghapusan=terlambat & masih_hapus)
        .drop("batas_diperpanjang")
    )


def batas_diperpanjang(
    perpanjangan: pl.LazyFrame | None, kalender: tuple[Tahap, ...]
) -> pl.LazyFrame:
    """kode_instansi, batas_diperpanjang: until when an approved extension lasts, never past the deadline
    for extensions; letters with an alasan_tertutup open nothing."""
    akhir = _saat(batas_menerima(kalender, "perpanjangan"))
    # min_horizontal passes over nulls, and without an extension finalisasi must not stand in for it.
    diperpanjang = pl.when(pl.col("batas_perpanjangan").is_not_null()).then(
        pl.min_horizontal("batas_perpanjangan", akhir)
    )
    return _extensions(perpanjangan).select("kode_instansi", batas_diperpanjang=diperpanjang)


def _extensions(perpanjangan: pl.LazyFrame | None) -> pl.LazyFrame:
    if perpanjangan is None:
        perpanjangan = pl.LazyFrame(schema=SKEMA_PERPANJANGAN)
    skema = perpanjangan.collect_schema()
    if "alasan_tertutup" in skema:
        perpanjangan = perpanjangan.filter(pl.col("alasan_tertutup").is_null())
    sampai = pl.col("sampai")
    if skema["sampai"] == pl.Date:
        # A letter that names only a day lasts to its end.
        sampai = sampai.dt.combine(time.max).dt.replace_time_zone(WIB.key)
    return perpanjangan.group_by("kode_instansi").agg(
        batas_perpanjangan=sampai.max().dt.convert_time_zone("UTC")
    )


def _saat(batas: datetime | None) -> pl.Expr:
    return pl.lit(batas, dtype=pl.Datetime("us", WIB.key)).dt.convert_time_zone("UTC")


def _fold(tahapan: dict[str, Tahap], kode: str, tahap: Tahap) -> None:
    if tahap.asumsi and kode in tahapan and not tahapan[kode].asumsi:
        raise ValueError(f"assumption {kode} would change {tahapan[kode].kutipan}")
    tahapan[kode] = tahap


def _tahap(kode: str, isi: BatasTahap, instrumen: Instrumen) -> Tahap:
    return Tahap(
        kode=kode,
        nama=isi.nama,
        batas=isi.batas.astimezone(WIB),
        potret=isi.potret,
        menerima=isi.menerima,
        terbit=isi.terbit,
        instrumen=instrumen.nomor,
        butir=isi.butir,
        asumsi=instrumen.is_asumsi(isi),
        alasan=isi.alasan,
    )
