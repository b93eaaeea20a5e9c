"""One person's months of work, one by one: which count, by which period, and why the others do not.

For explaining, so plain Python over one person; the nation's months are rules/masa_kerja.py, which
this must always agree with.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

import polars as pl

from rules.masa_kerja import pembayaran_sk, susun_periode
from rules.riwayat_kerja import kenali_riwayat

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

Sebab = Literal[
    "BELUM_TERBACA",
    "BAYAR_BELUM_DIKETAHUI",
    "INSTANSI_LAIN",
    "PENGADAAN",
    "BLU",
    "BUKAN_LANGSUNG",
    "MENURUT_RIWAYAT",
]
Keadaan = Literal["DIHITUNG", "SESUDAH_ACUAN", "JEDA"] | Sebab
# Where several periods fail to pay a month, the reason that more data could still change is told.
_URUTAN: tuple[str, ...] = get_args(Sebab)


@dataclass(frozen=True)
class Periode:
    """One period as the law reads it; `id_riwayat` is None for the period of Data Utama.

    `sebab` says why its months do not count, None where they do. `bulan` are its months up to the
    reference date, `dihitung` those that count, `bertumpang` the counted ones that an earlier
    period has counted already, `sesudah_acuan` months after that date that somebody has lived.
    """

    id_riwayat: int | None
    awal: date | None
    akhir: date | None
    sebab: Sebab | None
    bulan: int = 0
    dihitung: int = 0
    bertumpang: int = 0
    sesudah_acuan: int = 0


@dataclass(frozen=True)
class Bulan:
    """One calendar month: `oleh` are the places (in the tuple of periods) of those that cover it, the
    one that counts it first."""

    tahun: int
    bulan: int
    keadaan: Keadaan
    oleh: tuple[int, ...] = ()


@dataclass(frozen=True)
class RincianBulan:
    """The periods in the order of their start, and every month from the first to the last that matters."""

    periode: tuple[Periode, ...]
    bulan: tuple[Bulan, ...]

    @property
    def bulan_kerja(self) -> int:
        """The months that count: what hitung_masa_kerja says of the same periods."""
        return sum(satu.keadaan == "DIHITUNG" for satu in self.bulan)


def rinci_bulan(
    tenaga: pl.LazyFrame, riwayat: pl.LazyFrame, unit_instansi: pl.LazyFrame | None, k: "Ketentuan"
) -> RincianBulan:
    """The months of the one person in `tenaga` (with instansi_jenis) under the law `k`; arguments as
    for rules.fakta. A deed that lasts on is followed to the law's own date, when it was read."""
    bawa = ("id_riwayat", "pembayaran", "asing")
    lampau = kenali_riwayat(riwayat, tenaga, unit_instansi, k, bawa).collect().lazy()
    sk = pembayaran_sk(lampau)
    # The pay of Data Utama's deed is what riwayat says of the same SK.
    utama = pl.when(pl.col("id_riwayat").is_null()).then("pembayaran_sk").otherwise("pembayaran")
    susunan = susun_periode(tenaga, lampau, sk, k, bawa).join(sk, on="id_tenaga", how="left")
    periode = [
        Periode(satu["id_riwayat"], satu["awal"], satu["akhir"], _reason(satu, k))
        for satu in susunan.with_columns(pembayaran=utama).collect().iter_rows(named=True)
    ]
    return urai_bulan(periode, k.tanggal_acuan, max(k.tanggal, k.tanggal_acuan))


def urai_bulan(periode: Iterable[Periode], acuan: date, sampai: date) -> RincianBulan:
    """Each month from the first start to `acuan`, and on to `sampai` where a period lasts beyond it.

    Both ends of a period count as whole months; a month is counted once, by the first period that
    may. An unreadable period claims the months it could reach, and counts none. MENURUT_RIWAYAT is
    Data Utama's period where rows of riwayat with the same SK tell its pay month by month.
    """
    urut = sorted(periode, key=_order)
    ruas = [_span(satu, sampai) for satu in urut]
    isi = [satu for satu in ruas if satu]
    batas = _nomor(acuan)
    if not isi:
        return RincianBulan(tuple(urut), ())
    terakhir = max(batas, *(satu.stop - 1 for satu in isi))
    bulan = tuple(
        _month(nomor, urut, ruas, batas)
        for nomor in range(min(satu.start for satu in isi), terakhir + 1)
    )
    rinci = (_counted(ke, satu, ruas[ke], bulan, batas) for ke, satu in enumerate(urut))
    return RincianBulan(tuple(rinci), bulan)


def _reason(satu: dict[str, object], k: "Ketentuan") -> Sebab | None:
    """Why the months of this period do not count under `k`; what is surely no direct pay needs no dates."""
    if satu["dihitung"]:
        return None if satu["terbaca"] else "BELUM_TERBACA"
    if satu["asing"] and not k.riwayat_asing_dihitung:
        return "INSTANSI_LAIN"
    if satu["dihitung"] is None:
        return "BAYAR_BELUM_DIKETAHUI"
    if satu["pembayaran"] in k.pembayaran_pengadaan:
        return "PENGADAAN"
    if satu["pembayaran"] in k.pembayaran_blu:
        return "BLU"
    return "MENURUT_RIWAYAT" if satu["id_riwayat"] is None else "BUKAN_LANGSUNG"


def _order(satu: Periode) -> tuple[date, bool, int]:
    return satu.awal or date.max, satu.id_riwayat is None, satu.id_riwayat or 0


def _nomor(hari: date) -> int:
    return hari.year * 12 + hari.month - 1


def _span(satu: Periode, sampai: date) -> range:
    """The months the period reaches; of a reversed one only that of its start is told."""
    if satu.awal is None:
        return range(0)
    akhir = satu.akhir or sampai
    return range(_nomor(satu.awal), max(_nomor(min(akhir, sampai)), _nomor(satu.awal)) + 1)


def _month(nomor: int, periode: Sequence[Periode], ruas: Sequence[range], batas: int) -> Bulan:
    oleh = [ke for ke, satu in enumerate(ruas) if nomor in satu]
    sah = [ke for ke in oleh if periode[ke].sebab is None]
    tahun, bulan = nomor // 12, nomor % 12 + 1
    if nomor > batas:
        return Bulan(tahun, bulan, "SESUDAH_ACUAN" if oleh else "JEDA", tuple(oleh))
    if sah:
        return Bulan(tahun, bulan, "DIHITUNG", (*sah, *(ke for ke in oleh if ke not in sah)))
    return Bulan(tahun, bulan, _weightiest(oleh, periode), tuple(oleh))


def _weightiest(oleh: Sequence[int], periode: Sequence[Periode]) -> Keadaan:
    sebab = [satu for ke in oleh if (satu := periode[ke].sebab)]
    return min(sebab, key=_URUTAN.index) if sebab else "JEDA"


def _counted(
    ke: int, satu: Periode, ruas: range, bulan: Sequence[Bulan], batas: int
) -> Periode:  # fmt: skip
    milik = list(_months_of(ke, bulan)) if ruas else []
    lewat = sum(isi.keadaan == "SESUDAH_ACUAN" for isi in milik)
    terhitung = [isi for isi in milik if isi.keadaan == "DIHITUNG" and satu.sebab is None]
    return replace(
        satu,
        bulan=len(milik) - lewat,
        dihitung=len(terhitung),
        bertumpang=sum(isi.oleh[0] != ke for isi in terhitung),
        sesudah_acuan=lewat,
    )


def _months_of(ke: int, bulan: Sequence[Bulan]) -> Iterator[Bulan]:
    return (satu for satu in bulan if ke in satu.oleh)
