"""Where every instansi stands: a state machine driven by calendar, approvals and the moment alone."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import polars as pl

from rules.instrumen import load_instrumen
from rules.kalender import WIB, Tahap, batas_menerima
from rules.pembukaan import SURAT
from rules.rujukan import AKAR, rujukan

WAKTU = pl.Datetime("us", "UTC")
SKEMA = pl.Schema({
    "kode_instansi": pl.String(), "urut": pl.Int32(), "fase": pl.String(), "nama": pl.String(), "sejak": WAKTU,
    "menurut": pl.String(), "sampai": WAKTU, "sekarang": pl.Boolean(), "berikut": pl.String(), "catatan": pl.String(),
})  # fmt: skip
# The tahap whose deadline opens the uji publik, and with whose law the census began.
_AWAL = "prafinalisasi"
_TANPA = "tanpa perpanjangan"


@dataclass(frozen=True)
class Fase:
    """One phase of fase.toml; `tingkat` is its place in the order."""

    kode: str
    nama: str
    mulai: str
    bagi: str
    berikut: str
    tingkat: int


@dataclass(frozen=True)
class Keadaan:
    """What the machine is driven by besides the calendar, as of one moment.

    `instansi`: kode_instansi, mengirim (Boolean: Data Utama was ever delivered in time).
    `perpanjangan`: kode_instansi, batas_diperpanjang, nomor_surat, alasan_tertutup. `sptjm`:
    kode_instansi, waktu, keadaan (only DITERIMA counts), tahap and sidik of the potret it signs.
    `pembukaan`: the table of that name.
    """

    instansi: pl.LazyFrame
    perpanjangan: pl.LazyFrame
    sptjm: pl.LazyFrame
    pembukaan: pl.LazyFrame


@lru_cache(maxsize=1)
def daftar_fase() -> tuple[Fase, ...]:
    """The phases in their order."""
    isi = tomllib.loads(rujukan("fase.toml").read_text(encoding="utf-8"))["fase"]
    return tuple(Fase(**satu, tingkat=nomor) for nomor, satu in enumerate(isi))


def susun_fase(keadaan: Keadaan, kalender: tuple[Tahap, ...], tanggal: datetime) -> pl.DataFrame:
    """Every phase each instansi has entered by `tanggal` (aware), in order; columns SKEMA.

    The last one is the present one. `sampai` is when the next one begins for that instansi, null
    while nothing known ends it. A phase the calendar of that day does not have is passed over.
    """
    mulai = [masuk for fase in daftar_fase() for masuk in _entries(fase, keadaan, kalender)]
    urut = ["sejak", "tingkat"]
    saat = pl.lit(tanggal).cast(WAKTU)
    milik = pl.col("sejak").sort_by(urut)
    return (
        pl.concat(mulai)
        .sort("kode_instansi", *urut)
        .with_columns(sampai=pl.col("sejak").shift(-1).over("kode_instansi"))
        .filter(pl.col("sejak") <= saat)
        .with_columns(
            urut=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("kode_instansi"),
            sekarang=pl.int_range(1, pl.len() + 1).over("kode_instansi") == milik.len().over("kode_instansi"),
        )
        .select(*SKEMA)
        .cast(SKEMA)
        .collect()
    )  # fmt: skip


def _entries(fase: Fase, keadaan: Keadaan, kalender: tuple[Tahap, ...]) -> Iterator[pl.LazyFrame]:
    """Who enters this phase, when, and by which document; nothing when the calendar has no such moment."""
    apa, _, kode = fase.mulai.partition(":")
    if apa == "perpanjangan":
        yield _extended(fase, keadaan, kalender)
    elif apa == "sptjm":
        yield _entered(fase, _signed(keadaan))
    elif apa == "pembukaan":
        yield _entered(fase, _opened(kode, keadaan))
    elif saat := _moment(apa, kode, kalender):
        sejak, menurut = saat
        tetap = _meant(fase, keadaan, kalender).with_columns(
            sejak=pl.lit(sejak).cast(WAKTU), menurut=pl.lit(menurut)
        )
        yield _entered(fase, _remarked(fase, tetap, keadaan))


def _moment(apa: str, kode: str, kalender: tuple[Tahap, ...]) -> tuple[datetime, str] | None:
    if apa == "awal":
        return _beginning()
    nama, _, hari = kode.partition(" ")
    for tahap in kalender:
        if tahap.kode == nama:
            return (_next_day(tahap.batas) if hari else tahap.batas), tahap.kutipan
    return None


def _beginning() -> tuple[datetime, str]:
    """The letter by which the census began: the first that sets the deadline of pra-finalisasi."""
    surat = next(satu for satu in load_instrumen(AKAR) if _AWAL in satu.tahapan)
    return datetime.combine(surat.berlaku, time.min, WIB), surat.nomor


def _next_day(batas: datetime) -> datetime:
    hari: date = batas.astimezone(WIB).date() + timedelta(days=1)
    return datetime.combine(hari, time.min, WIB)


def _meant(fase: Fase, keadaan: Keadaan, kalender: tuple[Tahap, ...]) -> pl.LazyFrame:
    semua = keadaan.instansi
    if fase.bagi == _TANPA:
        semua = semua.join(_longer(keadaan, kalender), on="kode_instansi", how="anti")
    elif fase.bagi != "semua":
        semua = semua.filter(pl.col("mengirim") if fase.bagi == "pengirim" else ~pl.col("mengirim"))
    return semua.select("kode_instansi")


def _longer(keadaan: Keadaan, kalender: tuple[Tahap, ...]) -> pl.LazyFrame:
    """Whose approved extension lasts beyond the deadline for everybody, as the law opens it."""
    batas = pl.col("batas_diperpanjang").dt.convert_time_zone("UTC")
    return keadaan.perpanjangan.filter(
        batas > _closed(kalender), pl.col("alasan_tertutup").is_null()
    )


def _closed(kalender: tuple[Tahap, ...]) -> pl.Expr:
    return pl.lit(batas_menerima(kalender, "masukan")).cast(WAKTU)


def _extended(fase: Fase, keadaan: Keadaan, kalender: tuple[Tahap, ...]) -> pl.LazyFrame:
    """An extension begins with the deadline for everybody; with its own end begins the waiting."""
    lama = _longer(keadaan, kalender)
    surat = pl.format("surat persetujuan BKN {}", pl.col("nomor_surat").fill_null("tanpa nomor"))
    mulai = lama.select("kode_instansi", sejak=_closed(kalender), menurut=surat)
    akhir = lama.select("kode_instansi", sejak="batas_diperpanjang", menurut=surat)
    (tunggu,) = (satu for satu in daftar_fase() if satu.bagi == _TANPA)
    return pl.concat([_entered(fase, mulai), _entered(tunggu, akhir)])


def _opened(saat: str, keadaan: Keadaan) -> pl.LazyFrame:
    """Beginning, end or withdrawal (columns sejak, sampai, dibatalkan) of a finalisasi opened again."""
    batal = (pl.col("dibatalkan") <= pl.col("sampai")).fill_null(value=False)
    surat = pl.format(f"{SURAT} {{}}", pl.col("nomor_surat"))
    oleh = pl.format("pembatalan {} oleh {}", surat, pl.col("dibatalkan_oleh").fill_null("BKN"))
    return keadaan.pembukaan.filter(
        pl.col("alasan_tertutup").is_null(), pl.col(saat).is_not_null(), ~(batal & (saat == "sampai"))
    ).select("kode_instansi", sejak=saat, menurut=oleh if saat == "dibatalkan" else surat)  # fmt: skip


def _remarked(fase: Fase, siapa: pl.LazyFrame, keadaan: Keadaan) -> pl.LazyFrame:
    """Where an extension would have begun, the letter that did not bring one is named with the reason."""
    if fase.bagi != _TANPA:
        return siapa
    alasan = keadaan.perpanjangan.select("kode_instansi", catatan="alasan_tertutup")
    return siapa.join(alasan, on="kode_instansi", how="left")


def _signed(keadaan: Keadaan) -> pl.LazyFrame:
    waktu = pl.col("waktu").dt.convert_time_zone(WIB.key).dt.strftime("%d-%m-%Y pukul %H.%M")
    surat = pl.format(
        "SPTJM kiriman {} WIB untuk potret {} (sidik {}…)",
        waktu,
        "tahap",
        pl.col("sidik").str.head(12),
    )
    diterima = keadaan.sptjm.filter(pl.col("keadaan") == "DITERIMA")
    return diterima.select("kode_instansi", sejak="waktu", menurut=surat)


def _entered(fase: Fase, siapa: pl.LazyFrame) -> pl.LazyFrame:
    if "catatan" not in siapa.collect_schema():
        siapa = siapa.with_columns(catatan=pl.lit(None, pl.String))
    return siapa.select(
        "kode_instansi", "catatan", pl.col("sejak").dt.convert_time_zone("UTC").dt.cast_time_unit("us"), "menurut",
        fase=pl.lit(fase.kode), nama=pl.lit(fase.nama), berikut=pl.lit(fase.berikut), tingkat=pl.lit(fase.tingkat),
    )  # fmt: skip
