"""Finalisasi opened again for one instansi by a letter of BKN, and the finalisasi that follows from it."""

from collections.abc import Collection
from datetime import datetime

import polars as pl

from rules.kalender import JENIS_TERBATAS, WIB, Tahap
from rules.ketentuan import Ketentuan

AWALAN = "finalisasi_ulang_"
SURAT = "Surat BKN"
_WAKTU = pl.Datetime("us", "UTC")
SKEMA = pl.Schema({
    "kode_instansi": pl.String(), "nomor_surat": pl.String(), "tanggal_surat": pl.Date(), "alasan": pl.String(),
    "sejak": _WAKTU, "sampai": _WAKTU, "alasan_tertutup": pl.String(), "tahap": pl.String(),
    "dibatalkan": _WAKTU, "dibatalkan_oleh": pl.String(), "alasan_batal": pl.String(), "diterima": _WAKTU,
})  # fmt: skip
_KUNCI = ["kode_instansi", "nomor_surat"]


def judge_pembukaan(
    surat: pl.LazyFrame | None,
    batal: pl.LazyFrame | None,
    final: Tahap,
    dikenal: Collection[str],
) -> pl.DataFrame:
    """Every letter that opens `final` again (feed pembukaan-kembali; of one number the last row), with why
    it opens nothing, and its withdrawal (feed pembukaan-dibatalkan). Columns SKEMA; diterima is null.

    A letter counts from its day, never before the deadline it opens again: what had come too late by
    then stays too late.
    """
    if surat is None:
        return SKEMA.to_frame()
    awal = pl.col("tanggal_surat").dt.combine(datetime.min.time()).dt.replace_time_zone(WIB.key)
    batas = pl.lit(final.batas).cast(_WAKTU)
    kode = pl.col("sampai").dt.convert_time_zone(WIB.key).dt.strftime(f"{AWALAN}%Y%m%d%H%M")
    dibuka = (
        surat.unique(_KUNCI, keep="last", maintain_order=True)
        .with_columns(sejak=pl.max_horizontal(awal.dt.convert_time_zone("UTC"), batas))
        .with_columns(alasan_tertutup=_closed(final, dikenal))
        .with_columns(tahap=pl.when(pl.col("alasan_tertutup").is_null()).then(kode))
    )
    hasil = dibuka.join(_withdrawn(batal), on=_KUNCI, how="left").with_columns(
        diterima=pl.lit(None, _WAKTU)
    )
    return hasil.select(*SKEMA).cast(SKEMA).sort("kode_instansi", "sampai", "nomor_surat").collect()


def _closed(final: Tahap, dikenal: Collection[str]) -> pl.Expr:
    """Why a letter opens nothing; null when it does."""
    sebab = (
        (~pl.col("kode_instansi").is_in(list(dikenal)), "instansinya tidak dikenal."),
        (pl.col("tanggal_surat").is_null() | pl.col("sampai").is_null(), "tanggal surat atau batasnya kosong."),
        (pl.col("sampai") <= pl.lit(final.batas).cast(_WAKTU), f"batasnya tidak sesudah {final.nama}."),
        (pl.col("sampai") <= pl.col("sejak"), "batasnya sudah lewat pada tanggal surat itu."),
    )  # fmt: skip
    awal = pl.format(f"{SURAT} {{}} tidak membuka kembali: ", pl.col("nomor_surat"))
    return pl.coalesce(pl.when(bila).then(awal + pl.lit(kata)) for bila, kata in sebab)


def _withdrawn(batal: pl.LazyFrame | None) -> pl.LazyFrame:
    nama = {"dibatalkan": "waktu", "dibatalkan_oleh": "oleh", "alasan_batal": "alasan"}
    if batal is None:
        isi = dict.fromkeys((*_KUNCI, *nama), pl.String()) | {"dibatalkan": _WAKTU}
        return pl.LazyFrame(schema=isi)
    awal = batal.sort("waktu", maintain_order=True).unique(
        _KUNCI, keep="first", maintain_order=True
    )
    return awal.select(*_KUNCI, **{baru: pl.col(lama) for baru, lama in nama.items()})


def accept_pembukaan(
    pembukaan: pl.DataFrame, diterima: Collection[tuple[str, str, datetime]]
) -> pl.DataFrame:
    """`pembukaan` with diterima: when the first SPTJM for its potret came (of kode_instansi, tahap, waktu).
    What is accepted stays: a withdrawal that came later withdraws nothing."""
    skema = {"kode_instansi": pl.String(), "tahap": pl.String(), "diterima": _WAKTU}
    surat = pl.DataFrame(list(diterima), schema=skema, orient="row")
    pertama = surat.group_by("kode_instansi", "tahap").agg(pl.col("diterima").min())
    terlalu = (pl.col("dibatalkan") > pl.col("diterima")).fill_null(value=False)
    batal = ("dibatalkan", "dibatalkan_oleh", "alasan_batal")
    return (
        pembukaan.drop("diterima")
        .join(pertama, on=["kode_instansi", "tahap"], how="left", maintain_order="left")
        .with_columns(pl.when(~terlalu).then(nama).alias(nama) for nama in batal)
        .select(*SKEMA)
    )


def open_again(
    terima: pl.LazyFrame, pembukaan: pl.DataFrame, bekerja: Collection[str] | None
) -> pl.LazyFrame:
    """`terima` (after gerbang) in which what came while its instansi was open again is not late.

    Before the SPTJM of the new potret is accepted it counts for the instansi in `bekerja` only (None:
    for all, as the working nights see it): what was accepted stays in every national potret until then.
    """
    boleh = pl.col("alasan_tertutup").is_null() & pl.col("dibatalkan").is_null()
    if bekerja is not None:
        boleh &= pl.col("diterima").is_not_null() | pl.col("kode_instansi").is_in(list(bekerja))
    masa = pembukaan.lazy().filter(boleh).select("kode_instansi", "sejak", "sampai")
    waktu = pl.col("waktu").dt.convert_time_zone("UTC")
    kena = (
        terima.filter(pl.col("terlambat") & pl.col("jenis").is_in(JENIS_TERBATAS))
        .join(masa, on="kode_instansi")
        .filter(waktu.is_between("sejak", "sampai"))
        .select("id_berkas", dibuka=pl.lit(value=True))
        .unique()
    )
    terbuka = pl.col("dibuka").fill_null(value=False)
    return (
        terima.join(kena, on="id_berkas", how="left", maintain_order="left")
        .with_columns(pl.col("terlambat", "hanya_penghapusan") & ~terbuka)
        .drop("dibuka")
    )


def tahap_ulang(pembukaan: pl.DataFrame, k: Ketentuan) -> tuple[Tahap, ...]:
    """The finalisasi that these letters bring, by deadline: one per deadline, of its instansi alone. A
    letter withdrawn before its deadline brings none."""
    batal = (pl.col("dibatalkan") <= pl.col("sampai")).fill_null(value=False)
    hidup = pembukaan.filter(pl.col("tahap").is_not_null(), ~batal).sort("sampai", "nomor_surat")
    kelompok = hidup.group_by("tahap", "sampai", maintain_order=True).agg(
        pl.col("nomor_surat").unique(maintain_order=True), "kode_instansi"
    )
    return tuple(
        make_ulang(kode, sampai, ", ".join(surat), instansi, k)
        for kode, sampai, surat, instansi in kelompok.iter_rows()
    )


def make_ulang(
    kode: str, batas: datetime, surat: str, instansi: Collection[str], k: Ketentuan
) -> Tahap:
    """One finalisasi of some instansi alone; `surat` are the numbers of the letters that brought it."""
    batas = batas.astimezone(WIB)
    return Tahap(
        kode=kode,
        nama=f"Finalisasi ulang {batas:%d-%m-%Y}",
        batas=batas,
        potret=True,
        menerima=(),
        terbit=k.finalisasi_ulang_terbit,
        instrumen=SURAT,
        butir=surat,
        asumsi=False,
        instansi=frozenset(instansi),
    )
