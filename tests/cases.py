"""Spec tables: rows of a workbook and the verdict of one rule, readable by someone who knows the law."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import polars as pl

from rules.fakta import KOLOM_BANTU, KOLOM_BANTU_RIWAYAT
from rules.hasil_periksa import KOLOM_BANTU_DOKUMEN, KOLOM_BANTU_KEPUTUSAN, KOLOM_BANTU_PEMERIKSAAN
from rules.ketentuan import Ketentuan
from rules.kewajaran_fakta import KOLOM_KEWAJARAN
from rules.portal_orang import KOLOM_BANTU_BIODATA
from rules.rujukan import rujukan
from rules.rule import Aturan

BANTU = {
    "dokumen": KOLOM_BANTU_DOKUMEN,
    "pemeriksaan": KOLOM_BANTU_PEMERIKSAAN,
    "keputusan_aduan": KOLOM_BANTU_KEPUTUSAN,
}
TIPE_SQL: dict[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "VARCHAR[]": pl.List(pl.String),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "DATE": pl.Date(),
    "BOOLEAN": pl.Boolean(),
    "TIMESTAMPTZ": pl.Datetime("us", "Asia/Jakarta"),
}
TIPE_TABEL: dict[str, pl.DataType] = {
    "teks": pl.String(),
    "int": pl.Int32(),
    "bool": pl.Boolean(),
    "desimal": pl.Float64(),
    "tanggal": pl.Date(),
    "daftar": pl.List(pl.String),
}
TANPA_DATA = "tanpa data:"
PUTUSAN = {"T": True, "F": False, "-": None}


def kolom_skema(tabel: str) -> dict[str, pl.DataType]:
    """Columns and Polars types of one table of schema.sql."""
    ddl = rujukan("schema.sql").read_text("utf-8")
    isi = re.search(rf"CREATE TABLE {tabel} \((.*?)\n\);", ddl, re.DOTALL)
    assert isi, f"schema.sql has no table {tabel}"
    kolom = re.findall(r"^    (\w+) ([A-Z]+(?:\[\])?)", isi[1], re.MULTILINE)
    return {nama: TIPE_SQL[tipe] for nama, tipe in kolom if tipe in TIPE_SQL}


def kolom_sasaran(sasaran: str) -> dict[str, pl.DataType]:
    """Every column that a rule about tenaga (or riwayat, or rows outside the list) may use."""
    if sasaran == "riwayat":
        return kolom_skema("riwayat") | dict(KOLOM_BANTU_RIWAYAT)
    if sasaran == "biodata":
        return kolom_skema("tenaga") | dict(KOLOM_BANTU_BIODATA)
    if sasaran == "kewajaran":
        return kolom_skema("tenaga") | dict(KOLOM_KEWAJARAN)
    if sasaran in BANTU:
        return kolom_skema(sasaran) | dict(BANTU[sasaran])
    if sasaran == "ganda":
        return kolom_skema("tenaga") | {"tempat_daftar": pl.String()}
    return kolom_skema("tenaga") | kolom_skema("fakta") | dict(KOLOM_BANTU)


@dataclass(frozen=True)
class Tabel:
    """One spec table as data: a rule, the law it is judged under, its rows and what they must be.

    `tanpa_data`: why no case of it stays unsaid, where the table gives a reason instead of a case.
    """

    aturan: Aturan
    k: Ketentuan = field(repr=False)
    judul: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    tanpa_data: str | None = None

    @property
    def harapan(self) -> list[bool | None]:
        """The verdict that each row must have."""
        return [PUTUSAN[satu[-1]] for satu in self.baris]

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The rows with every column that the rule may use."""
        return frame_of(self.aturan.sasaran, self.judul[:-1], self.baris).collect()

    def judge(self, ungkapan: pl.Expr) -> list[bool | None]:
        """What `ungkapan` says of each row."""
        hasil: list[bool | None] = self.frame.with_columns(putusan=ungkapan)["putusan"].to_list()
        return hasil


_CATATAN: list[list[Tabel]] = []


@contextmanager
def recorded() -> Iterator[list[Tabel]]:
    """While open, tables are noted in the list it gives and not judged: whoever reads all of them
    calls the tests that state them."""
    catatan: list[Tabel] = []
    _CATATAN.append(catatan)
    try:
        yield catatan
    finally:
        _CATATAN.pop()


def assert_cases(aturan: Aturan, k: Ketentuan, tabel: str) -> None:
    """Judge each row of an ASCII table with one rule under the law `k`.

    Header: column names, then `putusan`; a column unknown to schema.sql says its type
    (`nama:bool`, of teks, int, bool, desimal, tanggal, daftar). Cells: empty = null, dates yyyy-mm-dd,
    ya/tidak, lists with commas. Verdict: T = met, F = finding, - = cannot be said, no finding.
    Columns not named are null; keys are filled in. Where missing data cannot leave the rule unsaid,
    a last line `tanpa data: …` tells the reason.
    """
    isi = read_tabel(aturan, k, tabel)
    if _CATATAN:
        _CATATAN[-1].append(isi)
        return
    salah = [
        f"  {' | '.join(satu)} but the rule says {ini}"
        for satu, ini, mestinya in zip(isi.baris, isi.judge(aturan(k)), isi.harapan, strict=True)
        if ini is not mestinya
    ]
    assert not salah, f"{aturan.kode}:\n" + "\n".join(salah)


def read_tabel(aturan: Aturan, k: Ketentuan, tabel: str) -> Tabel:
    """The table behind the text; AssertionError where it is not one."""
    baris = [satu.strip() for satu in tabel.strip("\n").splitlines()]
    alasan = [
        satu.removeprefix(TANPA_DATA).strip() for satu in baris if satu.startswith(TANPA_DATA)
    ]
    isi = [satu for satu in baris if satu.strip(" -+") and not satu.startswith(TANPA_DATA)]
    sel = [tuple(bagian.strip() for bagian in satu.split("|")) for satu in isi]
    assert all(len(satu) == len(sel[0]) for satu in sel), "rows of unequal length"
    assert sel[0][-1] == "putusan", f"the last column is putusan, not {sel[0][-1]}"
    return Tabel(aturan, k, sel[0], tuple(sel[1:]), alasan[0] if alasan else None)


def frame_of(sasaran: str, judul: Sequence[str], baris: Sequence[Sequence[str]]) -> pl.LazyFrame:
    """The rows as a typed frame with every column a rule may use."""
    tipe = kolom_sasaran(sasaran)
    nomor = range(1, len(baris) + 1)
    data: dict[str, list[Any]] = {"kode_instansi": ["0001"] * len(baris)}
    # A row of another delivery need not be about anybody in the list.
    data |= {} if sasaran in BANTU else {"id_tenaga": list(nomor)}
    data |= {"id_riwayat": list(nomor)} if sasaran == "riwayat" else {}
    for letak, satu in enumerate(judul):
        nama, _, sebutan = satu.partition(":")
        tipe[nama] = TIPE_TABEL[sebutan] if sebutan else tipe[nama]
        data[nama] = [_value(sel[letak], tipe[nama]) for sel in baris]
    kosong: list[Any] = [None] * len(baris)
    return pl.LazyFrame({nama: data.get(nama, kosong) for nama in tipe}, schema=tipe)


def _value(sel: str, tipe: pl.DataType) -> Any:
    if not sel:
        return None
    if tipe == pl.Date:
        return datetime.strptime(sel, "%Y-%m-%d").date()
    if tipe == pl.Boolean:
        return {"ya": True, "tidak": False}[sel]
    if isinstance(tipe, pl.List):
        return [isi.strip() for isi in sel.split(",")]
    if tipe.is_float():
        return float(sel)
    return int(sel) if tipe.is_integer() else sel
