"""Comparison levels: how far two values of one column agree, by name, over whole columns of pairs."""

from collections.abc import Callable

import polars as pl
from numpy import float64
from rapidfuzz import process
from rapidfuzz.distance import OSA, Hamming, JaroWinkler

from rules.serupa.baris import ASING, SENDIRI
from rules.serupa.pencocokan import Banding, CaraBanding, Tingkat

SAMA, BEDA, KOSONG = "SAMA", "BEDA", "KOSONG"


def bandingkan(pasangan: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """One row per pair: `tingkat` (a name of b.tingkat, or KOSONG where a side is missing).

    `pasangan` has the column of `b` for the one row and, with suffix _dua, for the other. Where two
    numbers differ is never told: whoever holds the one could write the other.
    """
    kolom = {"a": pl.col(b.kolom), "b": pl.col(f"{b.kolom}_dua")}
    if b.ejaan:
        kolom |= {"ejaan_a": pl.col(b.ejaan), "ejaan_b": pl.col(f"{b.ejaan}_dua")}
    return _CARA[b.cara](pasangan.select(**kolom), b)


def _nomor(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """Digits: two neighbours swapped, one typed otherwise, one missing or doubled, the last one lost."""
    panjang_a, panjang_b = pl.col("a").str.len_chars(), pl.col("b").str.len_chars()
    selisih = (panjang_a.cast(pl.Int32) - panjang_b.cast(pl.Int32)).abs()
    patut = sisi.select((pl.col("a") != pl.col("b")) & (selisih <= 1)).to_series()
    jarak = _jarak(sisi, patut, OSA.distance, 1, tak_terhitung=2)
    dekat = (jarak == 1) & patut
    hamming = _jarak(sisi, dekat, Hamming.distance, None, tak_terhitung=0)
    hilang = _akhir_hilang(b.panjang)
    tingkat = (
        _dasar()
        .when(pl.col("jarak") > 1).then(pl.lit(BEDA))
        .when(hilang).then(pl.lit("AKHIR_HILANG"))
        .when(selisih == 1).then(pl.lit("LEBIH_KURANG"))
        .when(pl.col("hamming") == 1).then(pl.lit("GANTI"))
        .otherwise(pl.lit("TUKAR"))
    )  # fmt: skip
    return sisi.with_columns(jarak=jarak, hamming=hamming).select(tingkat=tingkat)


def _akhir_hilang(panjang: int) -> pl.Expr:
    """Alike but for the last digit, which is missing or became the 0 that a spreadsheet writes for it."""
    if not panjang:
        return pl.lit(False)
    awal = pl.col("a").str.slice(0, panjang - 1) == pl.col("b").str.slice(0, panjang - 1)
    pendek = pl.min_horizontal(pl.col("a", "b").str.len_chars()) == panjang - 1
    nol = pl.col("a").str.ends_with("0") | pl.col("b").str.ends_with("0")
    sepanjang = pl.col("a").str.len_chars() == pl.col("b").str.len_chars()
    return (
        awal
        & (pl.max_horizontal(pl.col("a", "b").str.len_chars()) == panjang)
        & (pendek | (sepanjang & nol))
    )


def _nama(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """Names: alike, alike in one spelling and without spaces, with fewer words, close, different."""
    padat = [pl.col(f"ejaan_{satu}").str.replace_all(" ", "") for satu in "ab"]
    kata = [pl.col(f"ejaan_{satu}").str.split(" ") for satu in "ab"]
    sedikit = pl.min_horizontal(kata[0].list.len(), kata[1].list.len())
    termuat = kata[0].list.set_intersection(kata[1]).list.len() == sedikit
    beda = sisi.select((padat[0] != padat[1]).fill_null(False)).to_series()
    mirip = _mirip(sisi.select(a=padat[0], b=padat[1]), beda)
    tingkat = (
        _dasar()
        .when(padat[0] == padat[1]).then(pl.lit("EJAAN"))
        .when(termuat & (sedikit > 1)).then(pl.lit("TANPA_KATA"))
        .when(termuat & (kata[0].list.first() == kata[1].list.first())).then(pl.lit("SATU_KATA"))
        .when(pl.col("mirip") >= b.tingkat["DEKAT"].paling_sedikit).then(pl.lit("DEKAT"))
        .otherwise(pl.lit(BEDA))
    )  # fmt: skip
    return sisi.with_columns(mirip=mirip).select(tingkat=tingkat)


def _tanggal(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """Dates: day and month swapped, one of the three parts different, different."""
    a, z = pl.col("a"), pl.col("b")
    setahun = a.dt.year() == z.dt.year()
    tertukar = setahun & (a.dt.day() == z.dt.month()) & (a.dt.month() == z.dt.day())
    beda = [getattr(a.dt, satu)() != getattr(z.dt, satu)() for satu in ("day", "month", "year")]
    satu_bagian = pl.sum_horizontal(satu.cast(pl.Int8) for satu in beda) == 1
    tingkat = (
        _dasar()
        .when(tertukar).then(pl.lit("TERTUKAR"))
        .when(satu_bagian).then(pl.lit("SATU_BAGIAN"))
        .otherwise(pl.lit(BEDA))
    )  # fmt: skip
    return sisi.select(tingkat=tingkat)


def _bukti(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """What a register says of each row (rules/serupa/baris.py): vouches for both, for one while it does
    not know the other's number, for one while the other's number is somebody else's, for neither."""
    kurang, lebih = pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b")
    tingkat = (
        pl.when(pl.col("a").is_null() | pl.col("b").is_null()).then(pl.lit(KOSONG))
        .when(kurang == SENDIRI).then(pl.lit("KEDUANYA"))
        .when(lebih < SENDIRI).then(pl.lit("TIDAK_ADA"))
        .when(kurang == ASING).then(pl.lit("SATU_ASING"))
        .otherwise(pl.lit("SATU"))
    )  # fmt: skip
    return sisi.select(tingkat=tingkat)


def _kode(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    return sisi.select(tingkat=_dasar().otherwise(pl.lit(BEDA)))


def _teks(sisi: pl.DataFrame, b: Banding) -> pl.DataFrame:
    """The first level, in the order of the configuration, whose `paling_sedikit` the similarity reaches."""
    beda = sisi.select((pl.col("a") != pl.col("b")).fill_null(False)).to_series()
    tingkat = _dasar()
    for nama, satu in _bertingkat(b.tingkat):
        tingkat = tingkat.when(pl.col("mirip") >= satu.paling_sedikit).then(pl.lit(nama))
    mirip = _mirip(sisi, beda)
    return sisi.with_columns(mirip=mirip).select(tingkat=tingkat.otherwise(pl.lit(BEDA)))


def _bertingkat(tingkat: dict[str, Tingkat]) -> list[tuple[str, Tingkat]]:
    return [(nama, satu) for nama, satu in tingkat.items() if nama not in (SAMA, BEDA)]


def _dasar() -> pl.expr.whenthen.ChainedThen:
    kosong = pl.col("a").is_null() | pl.col("b").is_null()
    return pl.when(kosong).then(pl.lit(KOSONG)).when(pl.col("a") == pl.col("b")).then(pl.lit(SAMA))


def _mirip(sisi: pl.DataFrame, ini: pl.Series) -> pl.Series:
    """Jaro-Winkler similarity (0-1) where `ini`, 0 elsewhere."""
    dipilih = sisi.filter(ini)
    nilai = process.cpdist(
        dipilih["a"].to_list(), dipilih["b"].to_list(), scorer=JaroWinkler.similarity, dtype=float64
    )
    return _kembali(pl.Series(nilai, dtype=pl.Float64), ini, 0.0)


def _jarak(
    sisi: pl.DataFrame,
    ini: pl.Series,
    ukuran: Callable[..., int],
    batas: int | None,
    tak_terhitung: int,
) -> pl.Series:
    """An integer measure of rapidfuzz where `ini`, `tak_terhitung` elsewhere."""
    dipilih = sisi.filter(ini)
    nilai = process.cpdist(
        dipilih["a"].to_list(), dipilih["b"].to_list(), scorer=ukuran, score_cutoff=batas
    )
    return _kembali(pl.Series(nilai, dtype=pl.Int32), ini, tak_terhitung)


def _kembali(nilai: pl.Series, ini: pl.Series, lain: float) -> pl.Series:
    """Values of the chosen rows put back in their places."""
    semua = pl.select(pl.repeat(lain, len(ini), dtype=nilai.dtype)).to_series()
    return semua.scatter(ini.fill_null(False).arg_true(), nilai)


_CARA: dict[CaraBanding, Callable[[pl.DataFrame, Banding], pl.DataFrame]] = {
    "nomor": _nomor,
    "nama": _nama,
    "tanggal": _tanggal,
    "kode": _kode,
    "teks": _teks,
    "bukti": _bukti,
}
