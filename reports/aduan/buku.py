"""The workbook of complaints by XlsxWriter: a sheet to read, and one to fill in and send back."""

import io
from datetime import datetime
from typing import Any

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from reports.aduan.isi import ADUAN, BukuAduan, moment_text, tell_aduan
from reports.kerangka import GAYA
from reports.lembar import Lembar, write_lembar
from reports.sel import TINGGI_BARIS
from rules.pembacaan.edisi import SIFAT_INSTANSI, edisi, pilihan
from rules.pembacaan.jenis import nama_bentuk

BENTUK = "keputusan_aduan"
# What query.sql calls the columns of the form; the widths are in characters.
ISIAN = {
    "id_aduan": ("nomor", 18), "keputusan_aduan": ("keputusan", 14), "alasan": ("alasan", 60),
    "bukti": ("bukti", 40), "waktu_putus": ("waktu_putus", 18),
}  # fmt: skip
# Excel's own limit to the message beside a cell.
PESAN_TERPANJANG = 250


def render_aduan(isi: BukuAduan, aduan: pl.DataFrame) -> bytes:
    """The .xlsx of one instansi from its rows of query.sql. Same rows, same bytes."""
    rapi = tell_aduan(aduan)
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties(
            {"title": f"Aduan: {isi.instansi.nama}", "created": _born(aduan["waktu"].max())}
        )
        # Decisions are about this instansi's complaints: sent by another one the workbook is refused.
        buku.set_custom_property(SIFAT_INSTANSI, isi.instansi.kode, "text")
        gaya = {nama: buku.add_format({"valign": "top", **sifat}) for nama, sifat in GAYA.items()}
        write_lembar(buku, [Lembar("Aduan", _title(isi, aduan), ADUAN, rapi)], gaya)
        _write_form(buku.add_worksheet(nama_bentuk([BENTUK])), rapi, gaya)
    return penampung.getvalue()


def _born(terakhir: Any) -> datetime:
    """The moment of writing would make every copy another file."""
    saat: datetime = terakhir.replace(tzinfo=None)
    return saat


def _title(isi: BukuAduan, aduan: pl.DataFrame) -> tuple[str, ...]:
    belum = aduan["keputusan"].null_count()
    tugas = f"{belum} dari {aduan.height} aduan menunggu keputusan Anda." if belum else "Semua aduan sudah diputus."  # fmt: skip
    return (
        f"Usulan, sanggahan dan pengaduan: {isi.instansi.nama}",
        "Berisi data pribadi lengkap: hanya untuk instansi ini. Siapa yang mengadu tidak kami ketahui dan "
        "tidak perlu dicari." + (f" {isi.tanda}" if isi.tanda else ""),
        f"{tugas} Isi lembar {nama_bentuk([BENTUK])}: Keputusan, Alasan dan Bukti tiap aduan, lalu kirim berkas ini "
        "ke jenis keputusan-aduan dengan nama yang sama.",
        "Keputusan belum mengubah daftar: yang usulnya diterima didaftarkan lewat Data Utama, yang sanggahannya "
        "diterima diperbaiki di sana atau dicabut lewat lembar Penghapusan.",
    )


def _write_form(lembar: Any, aduan: pl.DataFrame, gaya: dict[str, Any]) -> None:
    """The sheet as the reader of keputusan-aduan knows it; what was decided already stands in it."""
    isian = aduan.with_columns(waktu_putus=moment_text("waktu_putus"))
    for nomor, kolom in enumerate(edisi()[BENTUK]):
        nama, lebar = ISIAN[kolom.kolom]
        lembar.set_column(nomor, nomor, lebar, gaya["teks"])
        lembar.write_string(0, nomor, kolom.judul, gaya["kepala"])
        for baris, nilai in enumerate(isian[nama], 1):
            if nilai is not None:
                lembar.write_string(baris, nomor, nilai, gaya["bungkus"])
    for baris, satu in enumerate(aduan.iter_rows(named=True), 1):
        lembar.data_validation(baris, 1, baris, 1, _choice(satu))
    lembar.set_row(0, 2 * TINGGI_BARIS)
    lembar.freeze_panes(1, 1)
    lembar.repeat_rows(0)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)


def _choice(satu: dict[str, Any]) -> dict[str, object]:
    """The words to choose from, and who the complaint is about while its cell is chosen."""
    return {
        "validate": "list", "source": list(pilihan(BENTUK)),
        "input_title": satu["jenis"], "input_message": (satu["nama"] or satu["nik"] or "")[:PESAN_TERPANJANG],
        "error_title": "Keputusan", "error_message": "Pilih dari daftar.",
    }  # fmt: skip
