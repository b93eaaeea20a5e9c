"""Every delivery up to a moment with its state: in force, replaced, late, held, refused."""

from collections.abc import Collection
from datetime import UTC, datetime

import polars as pl

from rules.batas_instansi import susun_perpanjangan
from rules.daftar import status_kiriman
from rules.kalender import Tahap, gerbang, kalender_on
from rules.ketentuan import ketentuan_on
from rules.pembacaan.edisi import SIFAT_BAGIAN, SIFAT_INSTANSI
from rules.pembacaan.jenis import bentuk_jenis
from rules.pembukaan import open_again
from rules.perpanjangan import judge_perpanjangan, syarat_perpanjangan
from tasks.gateways.buku_terima import read_buku_terima
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.catatan import remarks
from tasks.gateways.penyusun.keterangan import note, note_late
from tasks.gateways.penyusun.pembukaan import judge_letters, with_sptjm
from tasks.gateways.penyusun.pengenalan import recognize
from tasks.gateways.penyusun.surat import judge_surat, susun_sptjm
from tasks.gateways.penyusun.tolakan import (
    mark_refused,
    refusals,
    refuse_umpan,
    refuse_workbooks,
)
from tasks.gateways.penyusun.ulangan import refuse_ulang
from tasks.gateways.penyusun.umpan import latest_umpan
from tasks.gateways.simpanan import KOTAK_MASUK, Simpanan
from tasks.gateways.susunan import Susunan

WORKBOOK = tuple(bentuk_jenis())
_KOLOM = pl.Schema(
    dict.fromkeys(("lembar", "bentuk", "kolom", "judul", "huruf", "sha256"), pl.String)
)


def susun_kiriman(
    mendarat: Mendarat,
    susunan: Susunan,
    tanggal: datetime,
    instansi: pl.DataFrame,
    dicatat: datetime | None = None,
    bekerja: Collection[str] | None = None,
) -> pl.DataFrame:
    """Writes berkas, penolakan, catatan_berkas, kolom_berkas, sptjm, perpanjangan and pembukaan; returns
    berkas with hanya_penghapusan.

    `dicatat` leaves out what was receipted later, however early it was sent; `bekerja` as open_again
    (rules/pembukaan.py) takes it.
    """
    simpanan, kalender = mendarat.simpanan, kalender_on(tanggal_hukum(tanggal))
    terima = recognize(read_buku_terima(simpanan, tanggal, dicatat), instansi)
    sidik = dict(workbooks(terima))
    bacaan = {satu: mendarat.read_bacaan(satu) for satu in sidik if mendarat.has(satu)}
    terima = _answered_parts(terima, bacaan)
    tolakan = refuse_workbooks(terima, bacaan) | refuse_umpan(simpanan, terima)
    terima = mark_refused(terima, tolakan)
    pembukaan = judge_letters(simpanan, terima, instansi, kalender)
    surat_ditolak, surat_diterima = judge_surat(simpanan, terima, instansi, pembukaan)
    pembukaan = with_sptjm(pembukaan, terima, surat_diterima)
    tolakan |= surat_ditolak
    terima = mark_refused(terima, tolakan).join(
        _rows_read(bacaan), on=["sha256", "jenis"], how="left"
    )
    terima = terima.with_columns(pl.col("baris").fill_null(0))
    terima = terima.with_columns(_ditahan(simpanan, terima, tanggal).alias("ditahan"))
    izin = _approved(simpanan, terima, tanggal, kalender)
    terima = open_again(gerbang(terima.lazy(), izin, kalender), pembukaan, bekerja).collect()
    sama, ulang = refuse_ulang(terima, bacaan)
    tolakan |= sama
    terima = mark_refused(terima, tolakan)
    # A delivery whose sheet Penghapusan still counts is in force; its people are not.
    berkas = status_kiriman(terima.with_columns(pl.col("terlambat") & ~pl.col("hanya_penghapusan")))
    berkas = berkas.with_columns(pl.col("terlambat") | pl.col("hanya_penghapusan"))
    surat = berkas.filter(status="BERLAKU", jenis="perpanjangan")
    perpanjangan = susun_perpanjangan(surat.lazy(), izin, kalender)
    susunan.write("pembukaan", pembukaan)
    berkas = note_late(note(berkas, ulang), perpanjangan, pembukaan, kalender, tanggal)
    susunan.write("berkas", berkas)
    susunan.write("penolakan", refusals(berkas, tolakan))
    susunan.write("catatan_berkas", remarks(berkas, bacaan))
    susunan.write("kolom_berkas", _kolom(berkas, bacaan))
    susunan.write("sptjm", susun_sptjm(berkas, surat_diterima))
    susunan.write("perpanjangan", perpanjangan)
    return berkas


def _approved(
    simpanan: Simpanan, terima: pl.DataFrame, tanggal: datetime, kalender: tuple[Tahap, ...]
) -> pl.LazyFrame | None:
    """The letters BKN approved, each with what the law says of it."""
    izin, aduan = (
        latest_umpan(simpanan, terima, feed) for feed in ("perpanjangan-disetujui", "aduan")
    )
    syarat = syarat_perpanjangan(ketentuan_on(tanggal_hukum(tanggal)), kalender)
    return judge_perpanjangan(izin, aduan, syarat)


def workbooks(terima: pl.DataFrame) -> list[tuple[str, str]]:
    """(sha256, jenis) of the receipts that the workbook reader is to read."""
    dibaca = terima.filter(pl.col("jenis").is_in(WORKBOOK) & ~pl.col("diabaikan"))
    return dibaca.select("sha256", "jenis").unique(maintain_order=True).rows()


def _answered_parts(terima: pl.DataFrame, bacaan: dict[str, dict]) -> pl.DataFrame:
    """`terima` with `bagian` of every answer of ours that came back: it replaces what it answered,
    whatever the file is called by now. The word of another instansi's workbook counts for nothing."""
    asal = [
        (sidik, sifat[SIFAT_INSTANSI], sifat[SIFAT_BAGIAN])
        for sidik, isi in bacaan.items()
        if SIFAT_BAGIAN in (sifat := isi["sifat"]) and SIFAT_INSTANSI in sifat
    ]
    skema = dict.fromkeys(("sha256", "kode_instansi", "dijawab"), pl.String)
    dijawab = pl.DataFrame(asal, schema=skema, orient="row")
    folder = pl.format("{}{}/{}/", pl.lit(KOTAK_MASUK), "kode_instansi", "jenis")
    return (
        terima.join(dijawab, on=["sha256", "kode_instansi"], how="left", maintain_order="left")
        .with_columns(pl.coalesce(folder + pl.col("dijawab"), "bagian").alias("bagian"))
        .drop("dijawab")
    )


def _ditahan(simpanan: Simpanan, terima: pl.DataFrame, tanggal: datetime) -> pl.Series:
    """Per delivery whether it waits: BKN has approved nobody (yet) who could have sent it then."""
    admin = latest_umpan(simpanan, terima, "admin-disetujui")
    disetujui = pl.DataFrame(schema={"kode_instansi": pl.String, "sampai": terima.schema["waktu"]})
    if admin is not None:
        selamanya = pl.lit(datetime.max.replace(tzinfo=UTC), dtype=terima.schema["waktu"])
        mulai = admin.filter(pl.col("sejak") <= tanggal.astimezone(UTC))
        disetujui = (
            mulai.group_by("kode_instansi")
            .agg(pl.col("sampai").fill_null(selamanya).max())
            .collect()
        )
    perlu = (pl.col("kode_instansi") != "bkn") & (pl.col("jenis") != "admin")
    boleh = (pl.col("waktu") <= pl.col("sampai")).fill_null(False)
    pengirim = terima.select("kode_instansi", "jenis", "waktu").join(
        disetujui, on="kode_instansi", how="left", maintain_order="left"
    )
    return pengirim.select(perlu & ~boleh).to_series()


def _rows_read(bacaan: dict[str, dict]) -> pl.DataFrame:
    """Rows of Data Utama per content; a workbook of another jenis is not counted in the balance."""
    baris = [
        (sidik, "data-utama", isi["baris"].get("data_utama", 0)) for sidik, isi in bacaan.items()
    ]
    skema = {"sha256": pl.String, "jenis": pl.String, "baris": pl.Int64}
    return pl.DataFrame(baris, schema=skema, orient="row")


def _kolom(berkas: pl.DataFrame, bacaan: dict[str, dict]) -> pl.DataFrame:
    dipakai = berkas.filter(status="BERLAKU")["sha256"].unique(maintain_order=True)
    baris = [
        kolom | {"sha256": sidik}
        for sidik in dipakai
        for kolom in bacaan.get(sidik, {}).get("kolom", [])
    ]
    return pl.DataFrame(baris, schema=_KOLOM)
