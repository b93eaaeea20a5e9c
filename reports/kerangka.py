"""Empty sheets of a workbook: XlsxWriter makes titles, headings, widths, filters; rows are put in later."""

import re

import xlsxwriter  # type: ignore[import-untyped]

from reports.sel import Kolom

# Excel's built-in formats: '@', '#,##0' and '0'.
TEKS, RIBUAN, BULAT = 49, 3, 1
# quote_prefix keeps a text a text when someone edits the cell: '=' at its start stays a character.
GAYA: dict[str, dict[str, object]] = {
    "teks": {"num_format": TEKS, "quote_prefix": True},
    "bungkus": {"num_format": TEKS, "quote_prefix": True, "text_wrap": True},
    "angka": {"num_format": RIBUAN},
    "nomor": {"num_format": BULAT},
    "kepala": {"bold": True, "text_wrap": True, "bg_color": "#E8EDF3", "bottom": 1},
    "judul": {"bold": True, "font_size": 14},
    "tolak": {"font_color": "#9C1C1C", "bold": True},
}


def write_sheet(
    lembar: xlsxwriter.worksheet.Worksheet,
    kolom: tuple[Kolom, ...],
    atas: tuple[str, ...],
    akhir: int,
    gaya: dict[str, xlsxwriter.format.Format],
) -> None:
    """Title lines, heading row, widths, filter, frozen panes and print set-up; no data rows."""
    for nomor, teks in enumerate(atas):
        lembar.write_string(nomor, 0, teks, gaya["judul"] if nomor == 0 else None)
    kepala = len(atas) + 1 if atas else 0
    for nomor, k in enumerate(kolom):
        lembar.set_column(nomor, nomor, k.lebar, gaya[k.gaya])
        lembar.write_string(kepala, nomor, k.judul, gaya["kepala"])
        if k.nama == "berat":
            syarat = {"type": "cell", "criteria": "==", "value": '"tolak"', "format": gaya["tolak"]}
            lembar.conditional_format(kepala + 1, nomor, akhir - 1, nomor, syarat)
    lembar.autofilter(kepala, 0, akhir - 1, len(kolom) - 1)
    lembar.freeze_panes(kepala + 1, 0)
    lembar.repeat_rows(kepala)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)


def column_styles(xml: bytes) -> tuple[int, ...]:
    """Style number of every column; neighbours that are alike share one <col>."""
    kolom = re.findall(rb'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"', xml)
    return tuple(int(gaya) for awal, akhir, gaya in kolom for _ in range(int(awal), int(akhir) + 1))
