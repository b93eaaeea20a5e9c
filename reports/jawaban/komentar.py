"""Cell comments: the message beside the cell it is about, as the two parts of a sheet that hold it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from reports.sel import cell_text

# A sheet with more comments opens slowly everywhere; the column Temuan tells every message anyway.
KOMENTAR_TERBANYAK = 20_000
SEKALI = 5_000
# Shapes are numbered in blocks, and no two sheets of a workbook share a block.
BLOK = 1024
_BENTUK = re.compile(r"<v:shape id=.*?</v:shape>", re.DOTALL)
_KOMENTAR = re.compile(r"<comment ref=.*?</comment>", re.DOTALL)


@dataclass(frozen=True)
class Komentar:
    """The comments of one sheet: row (1-based), kolom (0-based) and teks, in the order of the rows."""

    sel: pl.DataFrame
    blok: int

    @property
    def banyak_blok(self) -> int:
        """How many blocks of shape numbers this sheet uses up."""
        return 1 + self.sel.height // BLOK

    def parts(self, kepala: bytes, gambar: bytes) -> tuple[Iterator[bytes], Iterator[bytes]]:
        """comments.xml and vmlDrawing.vml from those of a sheet that holds one comment."""
        return self._fill(kepala.decode(), _KOMENTAR, _comment()), self._fill(
            self._numbered(gambar.decode()), _BENTUK, self._shape(gambar.decode())
        )

    def _fill(self, contoh: str, pola: re.Pattern[str], baris: pl.Expr) -> Iterator[bytes]:
        satu = pola.search(contoh)
        assert satu, contoh[:200]
        yield contoh[: satu.start()].encode()
        nomor = self.sel.with_row_index("nomor")
        for potong in nomor.iter_slices(SEKALI):
            yield potong.select(baris.str.join("").cast(pl.Binary)).item()
        yield contoh[satu.end() :].encode()

    def _numbered(self, gambar: str) -> str:
        blok = ",".join(str(self.blok + i) for i in range(self.banyak_blok))
        return re.sub(r'(<o:idmap v:ext="edit" data=")[^"]*', rf"\g<1>{blok}", gambar)

    def _shape(self, gambar: str) -> pl.Expr:
        """The sample shape with its number, place and cell replaced for every row."""
        contoh = _BENTUK.search(gambar)
        assert contoh, gambar[:200]
        kiri, atas = pl.col("kolom") + 1, (pl.col("row") - 2).clip(lower_bound=0)
        isi = {
            r"_x0000_s\d+": ("_x0000_s", pl.col("nomor") + BLOK * self.blok + 1, ""),
            r"z-index:\d+": ("z-index:", pl.col("nomor") + 1, ""),
            r"<x:Anchor>[^<]*": (
                "<x:Anchor>",
                pl.format("{}, 15, {}, 2, {}, 15, {}, 4", kiri, atas, kiri + 3, atas + 6),
                "",
            ),
            r"<x:Row>\d+": ("<x:Row>", pl.col("row") - 1, ""),
            r"<x:Column>\d+": ("<x:Column>", pl.col("kolom"), ""),
        }
        return _template(contoh.group(), isi)


def _template(teks: str, isi: dict[str, tuple[str, pl.Expr, str]]) -> pl.Expr:
    """`teks` as an expression in which each pattern is replaced by a text around a column."""
    pola = re.compile("|".join(f"({satu})" for satu in isi))
    potongan: list[pl.Expr] = []
    mulai = 0
    for cocok in pola.finditer(teks):
        awal, kolom, akhir = list(isi.values())[(cocok.lastindex or 1) - 1]
        potongan += [pl.lit(teks[mulai : cocok.start()] + awal), kolom, pl.lit(akhir)]
        mulai = cocok.end()
    return pl.concat_str(*potongan, pl.lit(teks[mulai:]))


def _comment() -> pl.Expr:
    return pl.concat_str(
        pl.lit('<comment ref="'),
        pl.col("sel"),
        pl.lit('" authorId="0"><text><t xml:space="preserve">'),
        cell_text(pl.col("teks")),
        pl.lit("</t></text></comment>"),
    )
