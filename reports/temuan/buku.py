"""Frames of some instansi put into their workbooks."""

from collections.abc import Iterator, Sequence
from html import escape as escape_xml

import polars as pl
from pydantic import AwareDatetime

from reports import tulisan
from reports.istilah import (
    BAWAAN_GANDA,
    JENIS_GANDA,
    KEADAAN_KASUS,
    SEBAB_GANDA,
    STATUS_KIRIMAN,
    TINDAKAN_GANDA,
)
from reports.paket import zipped
from reports.temuan.lembar import BERKAS, GANDA, NERACA, RINGKASAN, TEMUAN, render_rows
from reports.temuan.rangka import JUDUL, Lembar, load_rangka
from reports.temuan.ringkasan import count_orang, count_ringkasan
from reports.unsur import Dokumen, Instansi


class BukuTemuan(Dokumen):
    """What a workbook says besides its rows. `keadaan` is the moment the data were read for,
    `sampai` until when corrections count; None when that is over."""

    instansi: Instansi
    keadaan: AwareDatetime
    ditolak: int = 0
    sampai: AwareDatetime | None = None


def render_buku(
    daftar: Sequence[BukuTemuan],
    temuan: pl.DataFrame,
    ganda: pl.DataFrame,
    neraca: pl.DataFrame,
    berkas: pl.DataFrame,
) -> Iterator[tuple[str, bytes]]:
    """(kode_instansi, .xlsx) for each of `daftar`, from rows of query.sql, ganda.sql, neraca.sql, berkas.sql.

    The frames may hold many instansi, in the order their rows shall stand; some 100,000 findings a
    call keep memory small. Same frames and `keadaan`, same bytes.
    """
    if not daftar:
        return
    rangka = {lembar.nama: lembar for lembar in load_rangka(daftar[0].keadaan, 1).lembar}
    isian = [
        (nama, render_rows(bingkai, kolom, rangka[nama].gaya, rangka[nama].baris_judul + 1))
        for nama, kolom, bingkai in (
            ("Ringkasan", RINGKASAN, count_ringkasan(temuan)),
            ("Temuan", TEMUAN, temuan),
            ("Ganda", GANDA, _cases(ganda)),
            ("Neraca", NERACA, _balance(neraca)),
            ("Berkas", BERKAS, _deliveries(berkas)),
        )
    ]
    orang = count_orang(temuan)
    for isi in daftar:
        kode = isi.instansi.kode
        lembar = [sheet for _, i in isian for sheet in i.get(kode, [(b"", 0)])]
        yield kode, _filled(isi, _title(isi, *orang.get(kode, (0, 0))), lembar)


def _title(isi: BukuTemuan, temuan: int, orang: int) -> tuple[str, ...]:
    jumlah = f"{tulisan.angka(temuan)} temuan pada {tulisan.angka(orang)} orang."
    ditolak = f" {isi.ditolak} berkas ditolak: lihat lembar Berkas." if isi.ditolak else ""
    return (
        f"Temuan pendataan tenaga non-ASN: {isi.instansi.nama}",
        f"Keadaan data {tulisan.saat(isi.keadaan)}. Berisi NIK lengkap: hanya untuk instansi ini."
        + (f" {isi.tanda}" if isi.tanda else ""),
        (jumlah if temuan else "Tidak ada temuan.") + ditolak,
        "Dahulukan tolak (dapat membuat tidak memenuhi syarat), lalu periksa (perlu dilihat); info hanya "
        f"keterangan. {_deadline(isi)}",
    )


def _deadline(isi: BukuTemuan) -> str:
    if isi.sampai is None:
        return "Masa perbaikan sudah ditutup."
    return (
        "Perbaiki di berkas Anda, lalu kirim ulang dengan nama berkas yang sama paling lambat "
        f"{tulisan.saat(isi.sampai)}."
    )


def _cases(ganda: pl.DataFrame) -> pl.DataFrame:
    """Cases numbered from 1 within each instansi, their kind in words."""
    return ganda.with_columns(
        kasus=1 + pl.col("id_kasus").rle_id().over("kode_instansi"),
        jenis=pl.col("jenis").replace_strict(JENIS_GANDA, return_dtype=pl.String),
        sebab=pl.col("sebab").replace_strict(SEBAB_GANDA, return_dtype=pl.String),
        tindakan=pl.col("sebab").replace_strict(TINDAKAN_GANDA, return_dtype=pl.String),
        keadaan=pl.col("keadaan").replace_strict(KEADAAN_KASUS, return_dtype=pl.String),
        bawaan=pl.col("bawaan").replace_strict(BAWAAN_GANDA, return_dtype=pl.String),
        dihitung=pl.when("dihitung").then(pl.lit("ya")).otherwise(pl.lit("tidak")),
    )


def _balance(neraca: pl.DataFrame) -> pl.DataFrame:
    """One row per file, each instansi closed by its sum."""
    hitungan = [k.nama for k in NERACA if k.gaya == "angka"]
    jumlah = neraca.group_by("kode_instansi").agg(
        pl.lit("Jumlah").alias("berkas"), pl.col(hitungan).sum()
    )
    return pl.concat([_deliveries(neraca), jumlah], how="diagonal_relaxed").sort(
        "kode_instansi", maintain_order=True
    )


def _deliveries(kiriman: pl.DataFrame) -> pl.DataFrame:
    """Moment and state of each delivery as people read them."""
    waktu = pl.col("waktu").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m-%Y %H:%M:%S")
    status = pl.col("status").replace_strict(STATUS_KIRIMAN, return_dtype=pl.String)
    return kiriman.with_columns(waktu, status)


def _filled(isi: BukuTemuan, judul: tuple[str, ...], lembar: list[tuple[bytes, int]]) -> bytes:
    """A copy of the skeleton with its titles and rows; all but Temuan are one sheet each."""
    rangka = load_rangka(isi.keadaan, len(lembar) - 4)
    anggota = dict(rangka.anggota)
    for teks, tempat in zip(judul, JUDUL, strict=True):
        _replace(anggota, "xl/sharedStrings.xml", tempat, escape_xml(teks, quote=False))
    for sheet, (baris, jumlah) in zip(rangka.lembar, lembar, strict=True):
        _fill(anggota, sheet, baris, jumlah)
    return zipped((nama, [data]) for nama, data in anggota.items())


def _fill(anggota: dict[str, bytes], sheet: Lembar, baris: bytes, jumlah: int) -> None:
    akhir = str(sheet.baris_judul + max(jumlah, 1))
    for bagian in (sheet.bagian, "xl/workbook.xml"):
        _replace(anggota, bagian, str(sheet.sementara), akhir)
    kepala, tutup, ekor = anggota[sheet.bagian].partition(b"</sheetData>")
    anggota[sheet.bagian] = b"".join((kepala, baris, tutup, ekor))


def _replace(anggota: dict[str, bytes], bagian: str, lama: str, baru: str) -> None:
    anggota[bagian] = anggota[bagian].replace(lama.encode(), baru.encode())
