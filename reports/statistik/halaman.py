"""The statistics page: every published table with its definition, and a few bars."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import polars as pl
from pydantic import AwareDatetime

from reports import tulisan
from reports.render import render
from reports.statistik.tabel import Tabel, load_tabel
from reports.unsur import Dokumen, Isi

# Headings of what serves dashboards, not readers of the page; a 'Kode …' is spelt out by a later column.
TAK_TAMPIL = re.compile(r"Urutan|Kunci|Kode \w+")


class Statistik(Dokumen):
    """What the page says besides its tables; `keadaan` is the moment the data were read for."""

    keadaan: AwareDatetime
    tanggal_hukum: date
    versi_kode: str
    potret: str | None = None


class Sel(Isi):
    """One cell as shown; `kelas` says whether it is a number or a date."""

    teks: str
    kelas: Literal["", "angka", "tanggal"] = ""


class Batang(Isi):
    """One bar: label, value as text, and its length in percent of the longest."""

    label: str
    teks: str
    panjang: float


class TabelTerisi(Isi):
    """One table ready for the page."""

    tabel: Tabel
    judul: tuple[Sel, ...]
    baris: tuple[tuple[Sel, ...], ...]
    batang: tuple[Batang, ...]


def render_statistik(isi: Statistik, bingkai: Mapping[str, pl.DataFrame]) -> bytes:
    """UTF-8 HTML of every table of load_tabel(); `bingkai` maps a table's name to its rows.

    Raises KeyError for a table without rows' frame and ValueError for one whose columns are not
    those its heading describes.
    """
    terisi = [_filled(t, bingkai[t.nama]) for t in load_tabel() if t.nama != "keterangan"]
    return render(
        "statistik/statistik.html.j2",
        isi,
        utama=[t for t in terisi if not t.tabel.rinci],
        rinci=[t for t in terisi if t.tabel.rinci],
    ).encode()


def _filled(tabel: Tabel, bingkai: pl.DataFrame) -> TabelTerisi:
    nama = [k.nama for k in tabel.kolom]
    if bingkai.columns != nama:
        raise ValueError(f"{tabel.nama}: columns {bingkai.columns} are not described as {nama}")
    tampil = [k for k in tabel.kolom if not TAK_TAMPIL.fullmatch(k.judul)]
    kelas = {n: _kelas(tipe) for n, tipe in bingkai.schema.items()}
    return TabelTerisi(
        tabel=tabel,
        judul=tuple(Sel(teks=k.judul, kelas=kelas[k.nama]) for k in tampil),
        baris=tuple(
            tuple(Sel(teks=show(b[k.nama]), kelas=kelas[k.nama]) for k in tampil)
            for b in bingkai.iter_rows(named=True)
        ),
        batang=_bars(tabel.grafik, bingkai),
    )


def _kelas(tipe: pl.DataType) -> Literal["", "angka", "tanggal"]:
    if tipe.is_numeric():
        return "angka"
    return "tanggal" if tipe.is_temporal() else ""


def show(nilai: object) -> str:
    """One value for a reader: whole numbers with dots, others with a comma, dates in words, yes or no, a dash."""
    match nilai:
        case None:
            return tulisan.KOSONG
        case bool():
            return "ya" if nilai else "tidak"
        case int():
            return tulisan.angka(nilai)
        case float():
            return f"{nilai:.1f}".replace(".", ",")
        case datetime():
            return tulisan.saat(nilai)
        case date():
            return tulisan.tanggal(nilai)
        case _:
            return str(nilai)


def _bars(grafik: tuple[str, str] | None, bingkai: pl.DataFrame) -> tuple[Batang, ...]:
    if grafik is None or not bingkai.height:
        return ()
    label, nilai = grafik
    terpanjang = max(bingkai[nilai].to_list()) or 1
    return tuple(
        Batang(label=str(nama), teks=tulisan.angka(n), panjang=round(100 * n / terpanjang, 1))
        for nama, n in bingkai.select(label, nilai).iter_rows()
    )
