"""One answer workbook: the summary, then every sheet of the instansi with its findings laid on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape as escape_xml

import polars as pl

from reports.jawaban.baris import DIISI, Halaman, page_of
from reports.jawaban.isi import Jawaban, LembarAsal, of_sheet
from reports.jawaban.komentar import KOMENTAR_TERBANYAK, Komentar
from reports.jawaban.mulai import MULAI, count_mulai, title_of
from reports.jawaban.rangka import DIBUAT, JUDUL, LembarRangka, Rangka, load_rangka
from reports.jawaban.tanda import GAYA, Tanda, rewritten
from reports.paket import zipped
from reports.sel import Kolom, cell, height, styled_cell
from rules.pembacaan.jawaban import TANYA
from rules.pembacaan.judul import huruf_kolom

# Rows turned into XML at a time: a workbook of 140,000 people must not stand in memory as text.
SEKALI = 20_000
# Names a spreadsheet refuses for a sheet.
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
NAMA_TERPANJANG = 31


def render_jawaban(jawaban: Jawaban, tanda: Tanda) -> bytes:
    """The .xlsx that answers one delivery, told what `tanda` says. Same content, same bytes."""
    ditulis = [rewritten(satu.asli) for satu in jawaban.lembar if not satu.asli.is_empty()]
    sel = pl.concat([tanda.sel, *ditulis]) if ditulis else tanda.sel
    lembar = [
        _Lembar.build(satu, nama, of_sheet(sel, satu.nama), of_sheet(tanda.baris, satu.nama))
        for satu, nama in zip(jawaban.lembar, _sheet_names(jawaban.lembar), strict=True)
    ]
    rangka = load_rangka(tuple((satu.nama, satu.halaman.kolom) for satu in lembar))
    orang = sum(satu.data.height for satu in jawaban.lembar if satu.bentuk == "data_utama")
    judul = title_of(jawaban, tanda.jumlah, orang)
    mulai = count_mulai(jawaban, tanda.jumlah, _examples(tanda.jumlah, lembar))
    return zipped(_members(jawaban, rangka, judul, mulai, lembar))


@dataclass(frozen=True)
class _Lembar:
    """A sheet of the answer: the delivery's name for it, its own, its page, and the cells that get a
    comment (row, letak, pangkat, teks)."""

    asal: LembarAsal
    nama: str
    halaman: Halaman
    komentar: pl.DataFrame

    @classmethod
    def build(
        cls, asal: LembarAsal, nama: str, sel: pl.DataFrame, baris: pl.DataFrame
    ) -> "_Lembar":
        dikenal = sel.filter(pl.col("kolom").is_in([k.kolom for k in asal.kolom if k.kolom]))
        satu = dikenal.group_by("baris", "kolom", maintain_order=True).agg(
            pl.col("pangkat").min(), pl.col("teks").str.join("\n")
        )
        halaman = page_of(asal, satu, baris)
        urutan = asal.data.lazy().select("baris", row=pl.int_range(2, pl.len() + 2, dtype=pl.Int64))
        letak = pl.col("kolom").replace_strict(halaman.letak, return_dtype=pl.Int64)
        komentar = (
            satu.lazy()
            .join(urutan, on="baris")
            .select("row", letak.alias("letak"), "pangkat", "teks")
        )
        return cls(asal, nama, halaman, komentar.collect())

    def cell(self, baris: int | None, kolom: str | None) -> str | None:
        """Where a cell of the delivery stands in the answer, as Sheet!D5."""
        if baris is None or kolom not in self.halaman.letak:
            return None
        row = 2 + int(self.asal.data["baris"].search_sorted(baris))
        return f"{self.nama}!{huruf_kolom(self.halaman.letak[kolom])}{row}"


def _examples(jumlah: pl.DataFrame, lembar: list[_Lembar]) -> list[str | None]:
    """The cell of the first place of every count."""
    menurut_nama = {satu.asal.nama: satu for satu in lembar}
    tempat = jumlah.select("contoh_lembar", "contoh_baris", "contoh_kolom_kita").iter_rows()
    return [
        menurut_nama[nama].cell(baris, kolom) if nama in menurut_nama else None
        for nama, baris, kolom in tempat
    ]


def _sheet_names(lembar: tuple[LembarAsal, ...]) -> list[str]:
    """The instansi's own sheet names where a workbook can hold them, told apart where they are alike."""
    nama: list[str] = []
    for satu in lembar:
        dasar = satu.nama.translate(_TERLARANG).strip(" '")[:NAMA_TERPANJANG] or satu.bentuk
        ke, calon = 1, dasar
        while calon.casefold() in {n.casefold() for n in (*nama, "Mulai di sini", "History")}:
            ke += 1
            calon = f"{dasar[: NAMA_TERPANJANG - 4]} {ke}"
        nama.append(calon)
    return nama


def _members(
    jawaban: Jawaban,
    rangka: Rangka,
    judul: tuple[str, ...],
    mulai: pl.DataFrame,
    lembar: list[_Lembar],
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The members of the package in the skeleton's order, rows and comments put in."""
    pertama = rangka.lembar[0]
    isian = {pertama.bagian: _summary(pertama, mulai)}
    akhir = {pertama.sementara: pertama.baris_judul + max(mulai.height, 1)}
    asal, blok = dict(rangka.anggota), 1
    for nomor, (ini, satu) in enumerate(zip(rangka.lembar[1:], lembar, strict=True), 1):
        isian[ini.bagian] = _rows(satu.halaman, ini, rangka.gaya)
        akhir[ini.sementara] = 1 + max(satu.halaman.isi.height, 1)
        komentar = Komentar(_commented(satu.komentar), blok)
        blok += komentar.banyak_blok
        kepala, gambar = f"xl/comments{nomor}.xml", f"xl/drawings/vmlDrawing{nomor}.vml"
        isian[kepala], isian[gambar] = komentar.parts(asal[kepala], asal[gambar])
    teks = _texts(jawaban, judul)
    for nama, isi in rangka.anggota:
        if nama in isian and not nama.startswith("xl/worksheets/"):
            yield nama, isian[nama]
        elif nama.startswith("xl/worksheets/sheet"):
            awal, tutup, ekor = _last_rows(isi, akhir, rb"(?<=[A-Z])").partition(b"</sheetData>")
            yield nama, _chain(awal, isian[nama], tutup + ekor)
        elif nama == "xl/workbook.xml":
            yield nama, [_last_rows(isi, akhir, rb"(?<=\$)")]
        else:
            yield nama, [_replaced(isi, teks)]


def _chain(awal: bytes, isi: Iterable[bytes], ekor: bytes) -> Iterator[bytes]:
    yield awal
    yield from isi
    yield ekor


def _texts(jawaban: Jawaban, judul: tuple[str, ...]) -> dict[bytes, bytes]:
    teks = dict(zip(JUDUL, judul, strict=True)) | {
        "@@INSTANSI@@": jawaban.instansi.kode,
        "@@EDISI@@": jawaban.edisi,
        "@@BAGIAN@@": jawaban.bagian,
        f"{DIBUAT:%Y-%m-%dT%H:%M:%SZ}": f"{jawaban.waktu:%Y-%m-%dT%H:%M:%SZ}",
    }
    return {nama.encode(): escape_xml(isi, quote=False).encode() for nama, isi in teks.items()}


def _last_rows(isi: bytes, akhir: dict[int, int], awalan: bytes) -> bytes:
    """The skeleton's row numbers by those of the last rows; only behind `awalan`, where a cell is
    named, for a sheet may be called 1000001."""
    ganti = {str(lama).encode(): str(baru).encode() for lama, baru in akhir.items()}
    return _replaced(isi, ganti, awalan)


def _replaced(isi: bytes, ganti: dict[bytes, bytes], awalan: bytes = b"") -> bytes:
    """Each of `ganti` once, in one pass: what an instansi wrote is never taken for a place to fill."""
    pola = awalan + b"(?:" + b"|".join(map(re.escape, ganti)) + b")"
    return re.sub(pola, lambda cocok: ganti[cocok.group()], isi)


def _summary(lembar: LembarRangka, mulai: pl.DataFrame) -> Iterator[bytes]:
    sel = [cell(k, gaya) for k, gaya in zip(MULAI, lembar.gaya, strict=True)]
    yield from _xml(mulai, MULAI, sel, lembar.baris_judul + 1)


def _rows(halaman: Halaman, lembar: LembarRangka, gaya: dict[str, int]) -> Iterator[bytes]:
    """The rows of a sheet, marked cells in their colour."""
    warna = {pangkat: gaya[nama] for pangkat, nama in enumerate(GAYA)}
    sel = []
    for nomor, (k, biasa) in enumerate(zip(halaman.kolom, lembar.gaya, strict=True)):
        if f"g{nomor}" in halaman.isi.columns:
            rupa = pl.col(f"g{nomor}").replace_strict(warna, default=biasa, return_dtype=pl.Int64)
            sel.append(styled_cell(k, rupa))
        elif k.nama in DIISI:
            rupa = pl.when(pl.col(TANYA).is_not_null()).then(gaya["jawab"]).otherwise(biasa)
            sel.append(styled_cell(k, rupa))
        else:
            sel.append(cell(k, biasa))
    yield from _xml(halaman.isi, halaman.kolom, sel, lembar.baris_judul + 1)


def _xml(
    isi: pl.DataFrame, kolom: tuple[Kolom, ...], sel: list[pl.Expr], awal: int
) -> Iterator[bytes]:
    """The <row> elements of a frame, the first in sheet row `awal`."""
    tinggi = height(kolom)
    for ke, potong in enumerate(isi.iter_slices(SEKALI)):
        baris = pl.concat_str(
            pl.lit('<row r="'), pl.int_range(pl.len()) + awal + ke * SEKALI, pl.lit('" ht="'), tinggi,
            pl.lit('" customHeight="1">'), *sel, pl.lit("</row>"),
        )  # fmt: skip
        yield potong.select(baris.str.join("").cast(pl.Binary)).item() or b""


def _commented(sel: pl.DataFrame) -> pl.DataFrame:
    """The cells that get a comment, the gravest first where there are too many."""
    if sel.height > KOMENTAR_TERBANYAK:
        sel = sel.sort("pangkat", "row", "letak").head(KOMENTAR_TERBANYAK)
    huruf = {letak: huruf_kolom(letak) for letak in sel["letak"].unique()}
    sebutan = pl.concat_str(pl.col("letak").replace_strict(huruf, return_dtype=pl.String), "row")
    return sel.sort("row", "letak").select("row", sebutan.alias("sel"), "teks", kolom="letak")
