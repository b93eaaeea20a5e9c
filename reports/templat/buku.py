"""The template as a workbook, written once per call by XlsxWriter."""

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from reports.templat.isi import Daftar, Templat
from reports.templat.petunjuk import LEBAR, baris_petunjuk
from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI, Petunjuk, petunjuk
from rules.pembacaan.jenis import nama_bentuk

# Sheet rows that are ready to be filled, and rows an instansi may add to a list of its own.
BARIS_SIAP = 200_000
BARIS_TUMBUH = 5_000
PANJANG_NIK = 16
# Points of one line, and letters per unit of width in a wider font than Excel's.
TINGGI_BARIS = 15
BAGIAN_TERISI = 1.05
LEBAR_JENIS = {"nik": 19, "tanggal": 13, "kelamin": 10}
LEBAR_KATA, LEBAR_TEKS = 24, 22
# Kept in sight while scrolling to the right: who the row is about.
KOLOM_TETAP = {"data_utama": 2}
GAYA: dict[str, dict[str, object]] = {
    "teks": {"num_format": "@"},
    "tanggal": {"num_format": "dd-mm-yyyy", "align": "left"},
    "wajib": {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "font_color": "#FFFFFF", "bg_color": "#1F4E79"},
    "pilih": {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#DCE6F1"},
    "judul": {"bold": True, "font_size": 14},
    "bagian": {"bold": True, "font_size": 12},
    "paragraf": {"text_wrap": True, "valign": "top"},
    "sel": {"text_wrap": True, "valign": "top", "bottom": 4, "num_format": "@"},
}  # fmt: skip
Gaya = dict[str, Any]


def render_templat(templat: Templat) -> bytes:
    """The .xlsx of one instansi. Same content, same bytes."""
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung, {"in_memory": True}) as buku:
        gaya = {nama: buku.add_format(sifat) for nama, sifat in GAYA.items()}
        _set_properties(buku, templat)
        _write_petunjuk(buku.add_worksheet("Petunjuk"), templat, gaya)
        for bentuk, kolom in petunjuk(templat.edisi).items():
            lembar = buku.add_worksheet(nama_bentuk([bentuk]))
            _write_form(lembar, bentuk, kolom, templat.wajib.get(bentuk, ()), gaya)
        for daftar in templat.daftar:
            _write_daftar(buku.add_worksheet(daftar.nama), daftar, gaya)
            if daftar.pilihan is not None:
                buku.define_name(name_of(daftar.nama), _range(daftar))
    return penampung.getvalue()


def name_of(daftar: str) -> str:
    """The workbook's name for the choices of a list."""
    return f"pilihan_{daftar.lower().replace(' ', '_')}"


def _set_properties(buku: Any, templat: Templat) -> None:
    buku.set_properties(
        {
            "title": f"Templat pendataan tenaga non-ASN {templat.edisi}: {templat.instansi.nama}",
            # The moment of writing would make every copy another file.
            "created": datetime.combine(templat.berlaku, time()),
        }
    )
    buku.set_custom_property(SIFAT_INSTANSI, templat.instansi.kode, "text")
    buku.set_custom_property(SIFAT_EDISI, templat.edisi, "text")


def _write_petunjuk(lembar: Any, templat: Templat, gaya: Gaya) -> None:
    akhir = len(LEBAR) - 1
    lembar.hide_gridlines(2)
    for nomor, lebar in enumerate(LEBAR):
        lembar.set_column(nomor, nomor, lebar)
    for nomor, baris in enumerate(baris_petunjuk(templat)):
        if baris.gaya == "teks":
            lembar.merge_range(nomor, 0, nomor, akhir, baris.isi[0], gaya["paragraf"])
            lembar.set_row(nomor, _height(baris.isi, (sum(LEBAR),)))
        else:
            rupa = gaya.get("pilih" if baris.gaya == "kepala" else baris.gaya)
            lembar.write_row(nomor, 0, baris.isi, rupa)
            if baris.gaya == "sel":
                lembar.set_row(nomor, _height(baris.isi, LEBAR))
    _set_print(lembar)


def _height(isi: tuple[str, ...], lebar: tuple[int, ...]) -> int:
    """Points for the longest wrapped text: not every program measures that by itself."""
    baris = (1 + len(teks) // round(BAGIAN_TERISI * w) for teks, w in zip(isi, lebar, strict=True))
    return TINGGI_BARIS * max(baris)


def _write_form(
    lembar: Any, bentuk: str, kolom: tuple[Petunjuk, ...], wajib: tuple[str, ...], gaya: Gaya
) -> None:
    for nomor, satu in enumerate(kolom):
        rupa = gaya["tanggal" if satu.kolom.jenis == "tanggal" else "teks"]
        lembar.set_column(nomor, nomor, _width(satu), rupa)
        kepala = gaya["wajib" if satu.kolom.wajib or satu.kolom.kolom in wajib else "pilih"]
        lembar.write_string(0, nomor, satu.kolom.judul, kepala)
        contoh = f" Contoh: {satu.contoh}" if satu.contoh else ""
        _write_help(lembar, nomor, satu.kolom.judul, satu.petunjuk + contoh)
        if aturan := _validation(satu):
            lembar.data_validation(1, nomor, BARIS_SIAP, nomor, aturan)
    lembar.set_row(0, 2 * TINGGI_BARIS)
    lembar.freeze_panes(1, KOLOM_TETAP.get(bentuk, 1))
    lembar.ignore_errors({"number_stored_as_text": f"A1:{kolom[-1].kolom.huruf}{BARIS_SIAP + 1}"})
    lembar.repeat_rows(0)
    _set_print(lembar)


def _write_help(lembar: Any, kolom: int, judul: str, pesan: str) -> None:
    """A message beside the heading while its cell is chosen."""
    lembar.data_validation(
        0, kolom, 0, kolom, {"validate": "any", "input_title": judul, "input_message": pesan}
    )


def _validation(satu: Petunjuk) -> dict[str, object] | None:
    """What a cell of the column accepts; a warning where the reader understands more than Excel does."""
    if satu.kolom.jenis == "nik":
        return {
            "validate": "length", "criteria": "==", "value": PANJANG_NIK,
            "error_title": "NIK", "error_message": f"NIK terdiri dari {PANJANG_NIK} angka, ditulis tanpa titik atau spasi.",
        }  # fmt: skip
    if satu.kolom.jenis == "tanggal":
        batas = pembacaan().tanggal
        return {
            "validate": "date", "criteria": "between",
            "minimum": date(batas.tahun_awal, 1, 1), "maximum": date(batas.tahun_akhir, 12, 31),
            "error_type": "warning", "error_title": "Tanggal",
            "error_message": "Komputer ini tidak membacanya sebagai tanggal. Tulis seperti 31-12-2020 (hari-bulan-tahun).",
        }  # fmt: skip
    if not satu.daftar:
        return None
    return {
        "validate": "list", "source": f"={name_of(satu.daftar)}", "show_error": satu.kolom.tertutup,
        "error_title": satu.kolom.judul, "error_message": f"Pilih dari daftar; lihat lembar {satu.daftar}.",
    }  # fmt: skip


def _width(satu: Petunjuk) -> int:
    """Wide enough for the example as well."""
    jenis = satu.kolom.jenis
    lebar = LEBAR_JENIS.get(jenis, LEBAR_KATA if jenis == "kata" else LEBAR_TEKS)
    return max(lebar, len(satu.contoh) + 1)


def _write_daftar(lembar: Any, daftar: Daftar, gaya: Gaya) -> None:
    for nomor, (judul, lebar) in enumerate(zip(daftar.judul, daftar.lebar, strict=True)):
        lembar.set_column(nomor, nomor, lebar, gaya["teks"])
        lembar.write_string(0, nomor, judul, gaya["pilih"])
        _write_help(lembar, nomor, daftar.nama, daftar.asal[:1].upper() + daftar.asal[1:])
    for nomor, isi in enumerate(daftar.isi, 1):
        for kolom, teks in enumerate(isi):
            lembar.write_string(nomor, kolom, teks)
    lembar.freeze_panes(1, 0)
    lembar.repeat_rows(0)
    _set_print(lembar)


def _range(daftar: Daftar) -> str:
    """The cells of the choices; a list that grows ends where its filled cells end."""
    huruf = chr(ord("A") + (daftar.pilihan or 0))
    awal = f"'{daftar.nama}'!${huruf}$2"
    if not daftar.tumbuh:
        return f"={awal}:${huruf}${max(len(daftar.isi), 1) + 1}"
    isian = f"{awal}:${huruf}${BARIS_TUMBUH + 1}"
    return f"=OFFSET({awal},0,0,MAX(1,COUNTA({isian})),1)"


def _set_print(lembar: Any) -> None:
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
