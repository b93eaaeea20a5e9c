"""Columns made for keys and comparisons: one spelling of a name, its skeleton, a date that forgets its order."""

from collections.abc import Callable
from functools import cache

import polars as pl

from rules.rujukan import rujukan
from rules.serupa.pencocokan import Turunan
from rules.ungkapan import nama_baku


def turunkan(baris: pl.LazyFrame, turunan: tuple[Turunan, ...]) -> pl.LazyFrame:
    """`baris` with the columns of `turunan`, in their order: a later one may be made from an earlier one."""
    for satu in turunan:
        baris = baris.with_columns(_buat(satu).alias(satu.nama))
    return baris


def nama_ejaan(nama: pl.Expr) -> pl.Expr:
    """A name without titles (nama_baku) and signs, every known variant of a word in its one spelling."""
    kata = nama.str.replace_all(r"[^\p{L} ]+", " ").str.split(" ")
    lama, baku = _ejaan()
    satu = pl.element().filter(pl.element() != "").replace(lama, baku)
    return _isi(kata.list.eval(satu).list.join(" "))


def kerangka(teks: pl.Expr) -> pl.Expr:
    """What spelling seldom changes: the first letter and the consonants after it, doubled ones once.

    Spaces count for nothing, so that DWI ASTUTI and DWIASTUTI have one skeleton.
    """
    padat = teks.str.to_uppercase().str.replace_all(r"[^\p{L}\p{N}]", "")
    bunyi = padat.str.replace_many(["DJ", "TJ", "OE", "SY", "KH", "PH", "Y", "V"],
                                   ["J", "C", "U", "S", "H", "F", "I", "F"])  # fmt: skip
    sisa = bunyi.str.slice(1).str.replace_all("[AEIOUH]", "")
    return _isi(_tunggal(bunyi.str.slice(0, 1) + sisa))


def _tunggal(teks: pl.Expr) -> pl.Expr:
    """Doubled consonants once; the engine's regular expressions know no back references."""
    huruf = [chr(nomor) for nomor in range(ord("A"), ord("Z") + 1)]
    return teks.str.replace_many([2 * satu for satu in huruf], huruf)


def _buat(satu: Turunan) -> pl.Expr:
    asal, n = pl.col(satu.dari[0]), satu.panjang
    cukup = pl.when(asal.str.len_chars() >= n)
    gabung = pl.concat_str([pl.col(x) for x in satu.dari], separator=" ", ignore_nulls=True)
    cara: dict[str, Callable[[], pl.Expr]] = {
        "rapi": lambda: nama_baku(asal),
        "ejaan": lambda: nama_ejaan(asal),
        "kerangka": lambda: kerangka(asal),
        "kata": lambda: _isi(asal.str.split(" ").list.first()),
        "akhir": lambda: _isi(asal.str.split(" ").list.last()),
        "awalan": lambda: cukup.then(asal.str.head(n)),
        "akhiran": lambda: cukup.then(asal.str.tail(n)),
        "tanggal_urut": lambda: tanggal_urut(asal),
        "gabung": lambda: _isi(gabung),
    }
    return cara[satu.cara]()


def tanggal_urut(tanggal: pl.Expr) -> pl.Expr:
    """A date as one number in which day and month may change places: 03-12 and 12-03 are alike."""
    hari, bulan = tanggal.dt.day().cast(pl.Int32), tanggal.dt.month().cast(pl.Int32)
    kecil, besar = pl.min_horizontal(hari, bulan), pl.max_horizontal(hari, bulan)
    return tanggal.dt.year() * 10_000 + kecil * 100 + besar


def _isi(teks: pl.Expr) -> pl.Expr:
    return pl.when(teks != "").then(teks)


@cache
def _ejaan() -> tuple[list[str], list[str]]:
    tabel = pl.read_csv(rujukan("ejaan_nama.csv"), infer_schema=False)
    return tabel["ejaan"].to_list(), tabel["baku"].to_list()
