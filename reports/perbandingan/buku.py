"""The comparison workbooks by XlsxWriter."""

import io
from collections.abc import Iterable
from datetime import datetime

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from reports import tulisan
from reports.kerangka import GAYA
from reports.lembar import Lembar, write_lembar
from reports.perbandingan.isi import (
    BARU,
    BERUBAH,
    HILANG,
    INSTANSI,
    PERUBAHAN,
    RINGKASAN,
    SEBAB,
    Pasangan,
    Perbandingan,
)
from rules.pembacaan.edisi import edisi

_ORANG = ["kode_instansi", "nik", "nik_lama"]


def render_perbandingan(
    isi: Perbandingan, orang: pl.DataFrame, sel: pl.DataFrame, ringkas: pl.DataFrame
) -> bytes:
    """The .xlsx of one instansi from its rows of explain_changes, Banding.sel and count_changes. Same
    rows, same bytes."""
    atas = (
        f"Perbandingan daftar: {isi.instansi.nama}",
        "Berisi NIK lengkap: hanya untuk instansi ini." + (f" {isi.tanda}" if isi.tanda else ""),
        *_story(isi),
    )
    kata = orang.with_columns(_sebab())
    return _render(
        f"Perbandingan daftar: {isi.instansi.nama}",
        isi.batas_baru,
        (
            Lembar("Ringkasan", atas, RINGKASAN, _named(ringkas)),
            Lembar("Baru", (), BARU, kata.filter(perubahan="BARU")),
            Lembar("Hilang", (), HILANG, kata.filter(perubahan="HILANG")),
            Lembar("Berubah", (), BERUBAH, _fields(sel, kata)),
        ),
    )


def render_nasional(isi: Pasangan, ringkas: pl.DataFrame, instansi: pl.DataFrame) -> bytes:
    """The .xlsx of the nation: rows of the published tables perbandingan_nasional and
    perbandingan_instansi of this pair. Same rows, same bytes."""
    atas = (
        "Perbandingan daftar seluruh instansi",
        *_story(isi),
        *([isi.tanda] if isi.tanda else []),
    )
    persen = pl.col("tumbuh_persen").cast(pl.String).str.replace(".", ",", literal=True)
    return _render(
        "Perbandingan daftar seluruh instansi",
        isi.batas_baru,
        (
            Lembar("Ringkasan", atas, RINGKASAN, _named(ringkas)),
            Lembar("Instansi", (), INSTANSI, instansi.with_columns(persen)),
        ),
    )


def _render(judul: str, dibuat: datetime, lembar: Iterable[Lembar]) -> bytes:
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties({"title": judul, "created": dibuat.replace(tzinfo=None)})
        gaya = {nama: buku.add_format({"valign": "top", **sifat}) for nama, sifat in GAYA.items()}
        write_lembar(buku, lembar, gaya)
    return penampung.getvalue()


def _story(isi: Pasangan) -> tuple[str, ...]:
    return (
        f"Dahulu: potret {isi.lama}, {tulisan.saat(isi.batas_lama)}. Kini: potret {isi.baru}, "
        f"{tulisan.saat(isi.batas_baru)}.",
        "Yang tanpa keterangan belum tentu keliru: instansinya diminta menjelaskan.",
    )


def _sebab() -> pl.Expr:
    return pl.col("sebab").replace_strict(SEBAB, default=None, return_dtype=pl.String)


def _named(ringkas: pl.DataFrame) -> pl.DataFrame:
    """Counts in words, additions first; what stayed the same last."""
    urut = {nama: nomor for nomor, nama in enumerate(PERUBAHAN)}
    perubahan = pl.col("perubahan")
    return ringkas.sort(
        perubahan.replace_strict(urut, return_dtype=pl.Int8),
        "orang",
        "sebab",
        descending=[False, True, False],
    ).with_columns(perubahan.replace_strict(PERUBAHAN, return_dtype=pl.String), _sebab())


def _fields(sel: pl.DataFrame, orang: pl.DataFrame) -> pl.DataFrame:
    """One row per changed field, with the reason of its person."""
    judul = {kolom.kolom: kolom.judul for kolom in edisi()["data_utama"]}
    return sel.join(
        orang.filter(perubahan="BERUBAH").select(*_ORANG, "sebab", "keterangan", "nama"),
        on=[*_ORANG, "nama"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    ).with_columns(
        judul=pl.col("kolom").replace_strict(judul, return_dtype=pl.String),
        tanda=pl.when("jabatan_berubah").then(pl.lit("ya")),
    )
