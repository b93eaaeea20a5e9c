"""The workbook itself, by XlsxWriter: sheets of a few thousand rows, so it needs no skeleton."""

import io

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from reports import tulisan
from reports.kerangka import GAYA
from reports.kewajaran.isi import ATURAN, HILANG, INSTANSI, ORANG, Kewajaran
from reports.lembar import Lembar, write_lembar
from rules.samaran import samarkan_nik

PUTUSAN = {"M": "memenuhi", "T": "tidak memenuhi", "B": "belum dapat dinilai"}


def render_kewajaran(
    isi: Kewajaran,
    aturan: pl.DataFrame,
    instansi: pl.DataFrame,
    orang: pl.DataFrame,
    hilang: pl.DataFrame,
) -> bytes:
    """The .xlsx from the rows of aturan.sql (with those of describe_bobot), instansi.sql, orang.sql
    and hilang.sql. NIK are masked here. Same frames and `isi`, same bytes."""
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties(
            {
                "created": isi.keadaan.replace(tzinfo=None),
                "title": "Kewajaran pendataan tenaga non-ASN",
            }
        )
        gaya = {nama: buku.add_format({"valign": "top", **sifat}) for nama, sifat in GAYA.items()}
        orang = orang.with_columns(nik_samar=samarkan_nik(pl.col("nik")))
        daftar = (
            Lembar("Ringkasan", _title(isi), ATURAN, aturan),
            Lembar("Instansi", (), INSTANSI, instansi.with_columns(padat=_comma("padat"))),
            Lembar("Orang", (), ORANG, orang),
            Lembar("Hilang", (), HILANG, _vanished(hilang)),
        )
        write_lembar(buku, daftar, gaya)
    return penampung.getvalue()


def _title(isi: Kewajaran) -> tuple[str, ...]:
    return (
        "Kewajaran pendataan tenaga non-ASN: yang patut dilihat pemeriksa BKN",
        f"Keadaan data {tulisan.saat(isi.keadaan)}. Hanya untuk pemeriksa BKN: jangan diteruskan kepada "
        "instansi atau orangnya." + (f" {isi.tanda}" if isi.tanda else ""),
        f"{tulisan.angka(isi.orang)} dari {tulisan.angka(isi.daftar)} orang dalam daftar sedikitnya satu "
        f"halnya patut dilihat; {tulisan.angka(isi.hilang)} orang hilang tanpa alasan. Lembar Orang memuat "
        f"paling banyak {tulisan.angka(isi.orang_tampil)}, lembar Hilang {tulisan.angka(isi.hilang_tampil)}.",
        "Urutan, bukan putusan: skor ialah jumlah bobot (asumsi) dan tidak pernah menolak seseorang. Yang "
        "skornya tinggi dilihat lebih dahulu; sebabnya ada di barisnya.",
    )


def _vanished(hilang: pl.DataFrame) -> pl.DataFrame:
    putusan = pl.col("putusan_terakhir").replace_strict(
        PUTUSAN, default=None, return_dtype=pl.String
    )
    return hilang.with_columns(nik_samar=samarkan_nik(pl.col("nik")), putusan=putusan)


def _comma(kolom: str) -> pl.Expr:
    return pl.col(kolom).cast(pl.String).str.replace(".", ",", literal=True)
