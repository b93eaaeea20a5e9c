"""One answer workbook: the summary, then every sheet of the instansi with its findings laid on it."""

from collections.abc import Iterable, Iterator
from html import escape as escape_xml

import polars as pl

from reports.jawaban.baris import Halaman, page_of
from reports.jawaban.isi import Jawaban, LembarAsal
from reports.jawaban.komentar import KOMENTAR_TERBANYAK, Komentar
from reports.jawaban.mulai import MULAI, count_mulai, title_of
from reports.jawaban.rangka import DIBUAT, JUDUL, LembarRangka, Rangka, load_rangka
from reports.jawaban.tanda import GAYA, Tanda, graded, mark
from reports.paket import zipped
from reports.sel import Kolom, cell, height, styled_cell
from rules.pembacaan.jawaban import TANYA
from rules.pembacaan.judul import huruf_kolom

# Rows turned into XML at a time: a workbook of 140,000 people must not stand in memory as text.
SEKALI = 20_000
# Names a spreadsheet refuses for a sheet.
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
NAMA_TERPANJANG = 31


def render_jawaban(jawaban: Jawaban) -> bytes:
    """The .xlsx that answers one delivery. Same content, same bytes."""
    dinilai = graded(jawaban.temuan)
    tanda = [mark(dinilai.filter(lembar=satu.nama), satu.asli) for satu in jawaban.lembar]
    halaman = [page_of(satu, t) for satu, t in zip(jawaban.lembar, tanda, strict=True)]
    nama = _sheet_names(jawaban.lembar)
    rangka = load_rangka(tuple(zip(nama, (h.kolom for h in halaman), strict=True)))
    sel = pl.concat(
        _placed(satu, h, t, n)
        for satu, h, t, n in zip(jawaban.lembar, halaman, tanda, nama, strict=True)
    )
    orang = sum(satu.data.height for satu in jawaban.lembar if satu.bentuk == "data_utama")
    judul = title_of(jawaban, dinilai, orang)
    mulai = count_mulai(jawaban, dinilai, sel.drop("row", "letak", "pangkat", "teks"))
    return zipped(_members(jawaban, rangka, judul, mulai, halaman, sel))


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


def _placed(lembar: LembarAsal, halaman: Halaman, tanda: Tanda, nama: str) -> pl.DataFrame:
    """The marked cells of a sheet with the place they have in the answer: sel is Sheet!D5."""
    urutan = lembar.data.select("baris", row=pl.int_range(2, pl.len() + 2, dtype=pl.Int64))
    huruf = {k: huruf_kolom(i) for k, i in halaman.letak.items()}
    return (
        tanda.sel.join(urutan, on="baris", how="inner", maintain_order="left")
        .filter(pl.col("kolom").is_in(list(halaman.letak)))
        .with_columns(
            pl.lit(lembar.nama).alias("lembar"),
            pl.col("kolom").replace_strict(halaman.letak, return_dtype=pl.Int64).alias("letak"),
            pl.concat_str(
                pl.lit(f"{nama}!"),
                pl.col("kolom").replace_strict(huruf, return_dtype=pl.String),
                pl.col("row"),
            ).alias("sel"),
        )
        .rename({"kolom": "kolom_kita"})
        .select("lembar", "baris", "kolom_kita", "sel", "row", "letak", "pangkat", "teks")
    )


def _members(
    jawaban: Jawaban,
    rangka: Rangka,
    judul: tuple[str, ...],
    mulai: pl.DataFrame,
    halaman: list[Halaman],
    sel: pl.DataFrame,
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The members of the package in the skeleton's order, rows and comments put in."""
    isian = {rangka.lembar[0].bagian: _summary(rangka.lembar[0], mulai)}
    akhir = {rangka.lembar[0].sementara: rangka.lembar[0].baris_judul + max(mulai.height, 1)}
    blok = 1
    for nomor, (ini, satu) in enumerate(zip(rangka.lembar[1:], halaman, strict=True), 1):
        milik = sel.filter(lembar=jawaban.lembar[nomor - 1].nama)
        isian[ini.bagian] = _rows(satu, ini, rangka.gaya, milik)
        akhir[ini.sementara] = 1 + max(satu.isi.height, 1)
        komentar = Komentar(_commented(milik), blok)
        blok += komentar.banyak_blok
        kepala, gambar = f"xl/comments{nomor}.xml", f"xl/drawings/vmlDrawing{nomor}.vml"
        asal = dict(rangka.anggota)
        isian[kepala], isian[gambar] = komentar.parts(asal[kepala], asal[gambar])
    ganti = _replacements(jawaban, judul, akhir)
    for nama, isi in rangka.anggota:
        if not nama.startswith("xl/worksheets/sheet"):
            yield nama, isian.get(nama) or [_replaced(isi, ganti)]
            continue
        awal, tutup, ekor = _replaced(isi, ganti).partition(b"</sheetData>")
        yield nama, _chain(awal, isian[nama], tutup + ekor)


def _chain(awal: bytes, isi: Iterable[bytes], ekor: bytes) -> Iterator[bytes]:
    yield awal
    yield from isi
    yield ekor


def _replacements(
    jawaban: Jawaban, judul: tuple[str, ...], akhir: dict[int, int]
) -> dict[bytes, bytes]:
    teks = dict(zip(JUDUL, judul, strict=True)) | {
        "@@INSTANSI@@": jawaban.instansi.kode,
        "@@EDISI@@": jawaban.edisi,
        "@@BAGIAN@@": jawaban.bagian,
        f"{DIBUAT:%Y-%m-%dT%H:%M:%SZ}": f"{jawaban.waktu:%Y-%m-%dT%H:%M:%SZ}",
    }
    ganti = {nama: escape_xml(isi, quote=False) for nama, isi in teks.items()}
    ganti |= {str(sementara): str(baris) for sementara, baris in akhir.items()}
    return {nama.encode(): isi.encode() for nama, isi in ganti.items()}


def _replaced(isi: bytes, ganti: dict[bytes, bytes]) -> bytes:
    for lama, baru in ganti.items():
        isi = isi.replace(lama, baru)
    return isi


def _summary(lembar: LembarRangka, mulai: pl.DataFrame) -> Iterator[bytes]:
    sel = [cell(k, gaya) for k, gaya in zip(MULAI, lembar.gaya, strict=True)]
    yield from _xml(mulai, MULAI, sel, lembar.baris_judul + 1)


def _rows(
    halaman: Halaman, lembar: LembarRangka, gaya: dict[str, int], tanda: pl.DataFrame
) -> Iterator[bytes]:
    """The rows of a sheet, marked cells in their colour."""
    isi, warna = halaman.isi, {}
    for letak in tanda["letak"].unique().sort():
        kolom = tanda.filter(letak=letak).select("baris", _style(gaya).alias(f"g{letak}"))
        isi = isi.join(kolom, on="baris", how="left", maintain_order="left")
        warna[letak] = pl.col(f"g{letak}").fill_null(lembar.gaya[letak])
    sel = []
    for nomor, (k, biasa) in enumerate(zip(halaman.kolom, lembar.gaya, strict=True)):
        if k.nama in ("keputusan_temuan", "alasan_keputusan"):
            terbuka = pl.col(TANYA).is_not_null()
            warna[nomor] = pl.when(terbuka).then(gaya["jawab"]).otherwise(biasa)
        sel.append(styled_cell(k, warna[nomor]) if nomor in warna else cell(k, biasa))
    yield from _xml(isi, halaman.kolom, sel, lembar.baris_judul + 1)


def _style(gaya: dict[str, int]) -> pl.Expr:
    nomor = {pangkat: gaya[nama] for pangkat, nama in enumerate(GAYA)}
    return pl.col("pangkat").replace_strict(nomor, return_dtype=pl.Int64)


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
    pilih = sel.sort("pangkat", "row", "letak").head(KOMENTAR_TERBANYAK)
    return pilih.sort("row", "letak").select(
        "row", pl.col("sel").str.split("!").list.last(), "teks", kolom="letak"
    )
