"""A sheet: from text columns to the typed frame, with every cell that was read otherwise."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from rules.pembacaan.edisi import Kolom, edisi
from rules.pembacaan.kata import baca_kata, polos_kata
from rules.pembacaan.nik import baca_nik, berakhir_nol, polos_nik
from rules.pembacaan.sel import SEBAB, TAK_TERBACA, Sel, pangkas, ragukan
from rules.pembacaan.tanggal import HARI_NOL_EXCEL, baca_tanggal, cepat_tanggal, polos_tanggal
from rules.pembacaan.waktu import WAKTU, baca_waktu, cepat_waktu, polos_waktu

ASLI = {
    "lembar": pl.String,
    "baris": pl.UInt32,
    "kolom": pl.String,
    "nilai": pl.String,
    "sebab": pl.String,
}

NOL_SEMUA = (berakhir_nol("nik") | pl.col("nik").is_null()).all()
# A value that an office program could not work out, or a formula it never did.
SEL_GALAT = r"^(?:#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|GALAT!)$|=)"


@dataclass(frozen=True)
class Terbaca:
    """`data`: the landed frame of the form. `asli`: cells read otherwise than written (ASLI)."""

    data: pl.DataFrame
    asli: pl.DataFrame


def baca_lembar(
    teks: pl.DataFrame,
    bentuk: str,
    lembar: str,
    baris_pertama: int,
    angka: pl.Series | None = None,
    *,
    hari_nol: date = HARI_NOL_EXCEL,
) -> Terbaca:
    """Typed frame of one sheet.

    `teks`: String columns named as ours (missing ones become null); row i stands in sheet row
    `baris_pertama + i`. `angka`: mask of NIK cells stored as numbers. `hari_nol`: the
    day from which the workbook counts. Rows without any value are dropped, the numbers of the others
    stay.
    """
    teks, baris, angka = _tanpa_baris_kosong(teks, baris_pertama, angka)
    kolom = [k for k in edisi()[bentuk] if k.kolom in teks.columns]
    cepat = teks.select(_cepat(k) for k in kolom)
    sel = {
        k.kolom: _baca(teks, cepat, k, angka, hari_nol=hari_nol)
        for k in _tak_polos(teks, cepat, kolom, angka)
    }
    asli = _nilai_asli(teks, sel, baris, lembar)
    data = cepat.with_columns(s.nilai.alias(k) for k, s in sel.items()).select(
        baris, pl.lit(lembar).alias("lembar"), *_urutan(bentuk, cepat)
    )
    return Terbaca(data if bentuk == "penghapusan" else _tandai(data, asli), asli)


def _tanpa_baris_kosong(
    teks: pl.DataFrame, baris_pertama: int, angka: pl.Series | None
) -> tuple[pl.DataFrame, pl.Series, pl.Series | None]:
    baris = pl.int_range(
        baris_pertama, baris_pertama + teks.height, dtype=pl.UInt32, eager=True
    ).alias("baris")
    jangkar = teks["nik"] if "nik" in teks.columns else None
    if jangkar is not None and not jangkar.has_nulls() and (jangkar.str.len_bytes() > 0).all():
        return teks, baris, angka
    berisi = teks.select(pl.any_horizontal(pl.all().str.contains(r"\S"))).to_series()
    berisi = berisi.fill_null(value=False)
    if berisi.all():
        return teks, baris, angka
    return (
        teks.filter(berisi),
        baris.filter(berisi),
        None if angka is None else angka.filter(berisi),
    )


@cache
def _cepat(kolom: Kolom) -> pl.Expr:
    """The value of a cell written as it should be; one pass over the sheet for all columns."""
    if kolom.jenis == "tanggal":
        return cepat_tanggal(kolom.kolom)
    if kolom.jenis == "waktu":
        return cepat_waktu(kolom.kolom)
    if kolom.jenis == "teks":
        return pl.col(kolom.kolom).str.strip_chars()
    return pl.col(kolom.kolom)


def _tak_polos(
    teks: pl.DataFrame, cepat: pl.DataFrame, kolom: list[Kolom], angka: pl.Series | None
) -> list[Kolom]:
    """Columns where a filled cell was not plain: only these are read cell by cell."""
    if not kolom or teks.is_empty():
        return []
    polos = cepat.select(map(_polos, kolom)).row(0, named=True)
    return [
        k
        for k in kolom
        if polos[k.kolom] < teks.height - teks[k.kolom].null_count()
        or (k.jenis == "nik" and (angka is not None or _nol_semua(teks["nik"])))
    ]


def _nol_semua(nik: pl.Series) -> bool:
    """Whether every NIK ends in 0; a look at the first one settles most sheets."""
    return (nik[0] or "0").endswith("0") and nik.to_frame("nik").select(NOL_SEMUA).item()


@cache
def _polos(kolom: Kolom) -> pl.Expr:
    """How many cells were plain. Kept: an office's workbook is small, building expressions is not."""
    if kolom.jenis == "tanggal":
        polos = polos_tanggal(kolom.kolom)
    elif kolom.jenis == "waktu":
        polos = polos_waktu(kolom.kolom)
    elif kolom.jenis == "teks":
        isi = pl.col(kolom.kolom)
        polos = (isi.str.len_bytes() > 0) & ~isi.str.starts_with("#") & ~isi.str.starts_with("=")
    elif kolom.jenis == "nik":
        polos = polos_nik(kolom.kolom)
    else:
        polos = polos_kata(kolom.kolom)
    return polos.sum()


def _baca(
    teks: pl.DataFrame,
    cepat: pl.DataFrame,
    kolom: Kolom,
    angka: pl.Series | None,
    *,
    hari_nol: date,
) -> Sel:
    isi = teks[kolom.kolom]
    if kolom.jenis == "teks":
        return ragukan(Sel(rapi := pangkas(isi)), rapi.str.contains(SEL_GALAT).arg_true())
    if kolom.jenis == "tanggal":
        return baca_tanggal(isi, cepat[kolom.kolom], hari_nol=hari_nol)
    if kolom.jenis == "waktu":
        return baca_waktu(isi, cepat[kolom.kolom], hari_nol=hari_nol)
    if kolom.jenis == "nik":
        return baca_nik(isi, angka)
    return baca_kata(isi, kolom.kolom)


def _urutan(bentuk: str, ada: pl.DataFrame) -> list[pl.Expr]:
    """Every column of the form in its order; null where the sheet has none."""
    tipe = {"tanggal": pl.Date(), "waktu": WAKTU}
    return [
        pl.col(k.kolom)
        if k.kolom in ada.columns
        else pl.lit(None, tipe.get(k.jenis, pl.String())).alias(k.kolom)
        for k in edisi()[bentuk]
    ]


def _nilai_asli(
    teks: pl.DataFrame, sel: dict[str, Sel], baris: pl.Series, lembar: str
) -> pl.DataFrame:
    catatan = [
        s.catatan.select(
            pl.lit(lembar).alias("lembar"),
            baris.gather(s.catatan["posisi"]).alias("baris"),
            pl.lit(kolom).alias("kolom"),
            teks[kolom].gather(s.catatan["posisi"]).alias("nilai"),
            SEBAB,
        )
        for kolom, s in sel.items()
        if s.catatan is not None
    ]
    return pl.concat(catatan) if catatan else pl.DataFrame(schema=ASLI)


def _tandai(data: pl.DataFrame, asli: pl.DataFrame) -> pl.DataFrame:
    """With tak_terbaca: the columns of each row that hold something unreadable, an empty list if none."""
    kosong = pl.lit([], dtype=pl.List(pl.String)).alias("tak_terbaca")
    rusak = asli.filter(pl.col(SEBAB) == TAK_TERBACA)
    if rusak.is_empty():
        return data.with_columns(kosong)
    per_baris = rusak.group_by("baris", maintain_order=True).agg(
        pl.col("kolom").alias("tak_terbaca")
    )
    return data.join(per_baris, on="baris", how="left", maintain_order="left").with_columns(
        pl.coalesce("tak_terbaca", kosong).alias("tak_terbaca")
    )
