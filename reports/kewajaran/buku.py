"""The workbook itself, by XlsxWriter: sheets of a few thousand rows, so it needs no skeleton."""

import io
from typing import Any

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from reports import tulisan
from reports.kerangka import GAYA, write_sheet
from reports.kewajaran.isi import ATURAN, HILANG, INSTANSI, ORANG, Kewajaran, Lembar
from reports.sel import TINGGI_BARIS, Kolom
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
        for lembar in (
            Lembar("Ringkasan", _title(isi), ATURAN, aturan),
            Lembar("Instansi", (), INSTANSI, instansi.with_columns(padat=_comma("padat"))),
            Lembar("Orang", (), ORANG, orang.with_columns(nik_samar=samarkan_nik(pl.col("nik")))),
            Lembar("Hilang", (), HILANG, _vanished(hilang)),
        ):
            _write(buku.add_worksheet(lembar.nama), lembar, gaya)
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


def _write(kertas: Any, lembar: Lembar, gaya: dict[str, Any]) -> None:
    awal = len(lembar.atas) + 2 if lembar.atas else 1
    write_sheet(kertas, lembar.kolom, lembar.atas, awal + max(lembar.isi.height, 1), gaya)
    for nomor, baris in enumerate(lembar.isi.select(k.nama for k in lembar.kolom).iter_rows()):
        kertas.set_row(awal + nomor, _height(lembar.kolom, baris))
        for letak, (kolom, nilai) in enumerate(zip(lembar.kolom, baris, strict=True)):
            if nilai is not None:
                _cell(kertas, awal + nomor, letak, kolom, nilai, gaya)


def _cell(
    kertas: Any, baris: int, letak: int, kolom: Kolom, nilai: Any, gaya: dict[str, Any]
) -> None:
    tulis = kertas.write_number if kolom.gaya in ("angka", "nomor") else kertas.write_string
    tulis(baris, letak, nilai, gaya[kolom.gaya])


def _height(kolom: tuple[Kolom, ...], baris: tuple[Any, ...]) -> int:
    """Points a row needs: not every program measures wrapped text by itself."""
    garis = [
        sum(-(-max(len(satu), 1) // k.lebar) for satu in str(nilai).split("\n"))
        for k, nilai in zip(kolom, baris, strict=True)
        if k.gaya == "bungkus" and nilai is not None
    ]
    return TINGGI_BARIS * min(max(garis, default=1), 25)
