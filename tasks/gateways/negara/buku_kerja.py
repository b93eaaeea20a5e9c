"""Real .xlsx workbooks written as text columns: one string per row, built by Polars, deflated as it goes.

xlsxwriter writes a cell in some microseconds; a nation has 117 million. These workbooks hold what
xlsxwriter's constant_memory mode writes (inline strings), at the speed of a column.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import polars as pl

WAKTU_ZIP = (2022, 9, 1, 0, 0, 0)
POTONGAN = 4000
NS = "http://schemas.openxmlformats.org"
KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Lembar:
    """One sheet: headings, rows above them, and the records as rows made by baris_xml."""

    nama: str
    judul: Sequence[str]
    baris: Sequence[str]
    pembuka: Sequence[str] = ()


def susun_buku(lembar: Sequence[Lembar]) -> bytes:
    """The bytes of a workbook."""
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, isi in _kerangka([x.nama for x in lembar]).items():
            arsip.writestr(_anggota(nama), isi)
        for nomor, satu in enumerate(lembar, 1):
            with arsip.open(_anggota(f"xl/worksheets/sheet{nomor}.xml"), "w") as keluar:
                keluar.write(
                    f'{KEPALA}<worksheet xmlns="{NS}/spreadsheetml/2006/main"><sheetData>'.encode()
                )
                keluar.write(_judul(satu).encode())
                for dari in range(0, len(satu.baris), POTONGAN):
                    keluar.write("".join(satu.baris[dari : dari + POTONGAN]).encode())
                keluar.write(b"</sheetData></worksheet>")
    return wadah.getvalue()


def baris_xml(
    isi: pl.DataFrame, nomor: pl.Series, tanggal: frozenset[str] = frozenset()
) -> pl.Series:
    """One XML row per record of `isi` (text, null = no cell) at sheet row `nomor`, by one concatenation.

    Columns in `tanggal` hold Excel serial numbers and become real date cells.
    """
    letak = pl.col("_n")
    sel = []
    for k, kolom in enumerate(isi.columns):
        awal = pl.lit(f'<c r="{huruf(k)}')
        teks = _sel_kolom(awal, letak, '" t="inlineStr"><is><t>', kolom, "</t></is></c>")
        if kolom in tanggal:
            # What is no serial number was typed as text in a column of real dates.
            serial = _sel_kolom(awal, letak, '" s="1"><v>', kolom, "</v></c>")
            teks = (
                pl.when(pl.col(kolom).str.contains("-", literal=True)).then(teks).otherwise(serial)
            )
        sel.append(teks)
    baris = pl.concat_str(
        pl.lit('<row r="'), letak, pl.lit('">'), *sel, pl.lit("</row>"), ignore_nulls=True
    )
    return (
        isi.with_columns(nomor.cast(pl.String).alias("_n")).select(baris.alias("baris")).to_series()
    )


def huruf(nomor: int) -> str:
    """Letter of a column counted from 0."""
    return chr(65 + nomor) if nomor < 26 else chr(64 + nomor // 26) + chr(65 + nomor % 26)


def _anggota(nama: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(nama, WAKTU_ZIP)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _judul(x: Lembar) -> str:
    atas = [f'<row r="{n}">{_sel(f"A{n}", t)}</row>' for n, t in enumerate(x.pembuka, 1) if t]
    n = len(x.pembuka) + 1
    sel = "".join(_sel(f"{huruf(k)}{n}", t) for k, t in enumerate(x.judul))
    return "".join(atas) + f'<row r="{n}">{sel}</row>'


def _sel(letak: str, teks: str) -> str:
    aman = teks.replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{letak}" t="inlineStr"><is><t>{aman}</t></is></c>'


def _sel_kolom(awal: pl.Expr, nomor: pl.Expr, buka: str, kolom: str, tutup: str) -> pl.Expr:
    return pl.concat_str(awal, nomor, pl.lit(buka), pl.col(kolom), pl.lit(tutup))


def _kerangka(nama: list[str]) -> dict[str, str]:
    """The small parts of a workbook, the same for every one but for its sheet names."""
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    n = range(1, len(nama) + 1)
    isi = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{jenis}.worksheet+xml"/>'
        for i in n
    )
    lembar = "".join(
        f'<sheet name="{x}" sheetId="{i}" r:id="rId{i}"/>' for i, x in enumerate(nama, 1)
    )
    kait = "".join(_kait(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in n)
    gaya = _kait(f"rId{len(nama) + 1}", "styles", "styles.xml")
    ns_kait = f"{NS}/package/2006/relationships"
    return {
        "[Content_Types].xml": f'{KEPALA}<Types xmlns="{NS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{jenis}.styles+xml"/>{isi}</Types>',
        "_rels/.rels": f'{KEPALA}<Relationships xmlns="{ns_kait}">'
        f"{_kait('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'{KEPALA}<workbook xmlns="{NS}/spreadsheetml/2006/main" '
        f'xmlns:r="{NS}/officeDocument/2006/relationships"><sheets>{lembar}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{KEPALA}<Relationships xmlns="{ns_kait}">{kait}{gaya}</Relationships>',
        "xl/styles.xml": f'{KEPALA}<styleSheet xmlns="{NS}/spreadsheetml/2006/main">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }


def _kait(kode: str, jenis: str, tujuan: str) -> str:
    tipe = f"{NS}/officeDocument/2006/relationships/{jenis}"
    return f'<Relationship Id="{kode}" Type="{tipe}" Target="{tujuan}"/>'
