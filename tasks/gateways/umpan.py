"""National feeds of BKN: Parquet or CSV, columns and types as reference_data/umpan.csv says."""

import csv
from functools import lru_cache
from pathlib import Path

import polars as pl

from rules.pembacaan.penolakan import tolak
from rules.rujukan import rujukan

PARQUET = b"PAR1"
ZONA = "UTC"
TIPE: dict[str, pl.DataType] = {
    "teks": pl.String(),
    "angka": pl.Int64(),
    "tanggal": pl.Date(),
    "waktu": pl.Datetime("us", ZONA),
}
# ISO 8601 with a zone, seconds and their fraction optional; a time without a zone names no moment.
WAKTU_BERZONA = r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$"


@lru_cache(maxsize=1)
def skema_umpan() -> dict[str, dict[str, str]]:
    """Per feed its columns and their types (teks, angka, tanggal, waktu)."""
    skema: dict[str, dict[str, str]] = {}
    for b in _baris():
        skema.setdefault(b["feed"], {})[b["kolom"]] = b["tipe"]
    return skema


@lru_cache(maxsize=1)
def umpan_bertambah() -> frozenset[str]:
    """Feeds whose deliveries add up; of the others the latest replaces the earlier ones."""
    return frozenset(b["feed"] for b in _baris() if b["bertambah"] == "1")


def scan_umpan(jalur: Path, feed: str) -> pl.LazyFrame:
    """The feed's columns, typed (times in UTC), extra ones left out; nothing is loaded yet. A column that
    a delivery may leave out is null then.

    Raises BerkasDitolakError: F-UMPAN-BENTUK, F-UMPAN-KOLOM, F-UMPAN-NILAI. To know the last, text
    columns that must be dates, times or numbers are read once.
    """
    skema = skema_umpan()[feed]
    try:
        mentah = _scan(jalur)
        ada = mentah.collect_schema()
        _periksa_kolom(feed, skema, ada)
        terketik = {k: _ketik(k, t, ada[k]) for k, t in skema.items() if k in ada}
        _periksa_nilai(feed, skema, ada, mentah, terketik)
    except (pl.exceptions.PolarsError, OSError) as sebab:
        raise tolak("F-UMPAN-BENTUK", feed=feed) from sebab
    tanpa = {k: pl.lit(None, TIPE[t]) for k, t in skema.items() if k not in ada}
    return mentah.select(**terketik, **tanpa).select(list(skema))


def _baris() -> list[dict[str, str]]:
    with rujukan("umpan.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _scan(jalur: Path) -> pl.LazyFrame:
    with jalur.open("rb") as berkas:
        awal = berkas.read(len(PARQUET))
    if awal == PARQUET:
        return pl.scan_parquet(jalur)
    return pl.scan_csv(jalur, infer_schema=False)


def _periksa_kolom(feed: str, skema: dict[str, str], ada: pl.Schema) -> None:
    pilihan = {b["kolom"] for b in _baris() if b["feed"] == feed and b["pilihan"] == "1"}
    kurang = [k for k in skema if k not in ada and k not in pilihan]
    if kurang:
        raise tolak("F-UMPAN-KOLOM", feed=feed, kolom=", ".join(kurang))


def _ketik(kolom: str, tipe: str, dari: pl.DataType) -> pl.Expr:
    nilai = pl.col(kolom)
    if dari == pl.String:
        return _dari_teks(nilai, tipe)
    if tipe == "waktu" and isinstance(dari, pl.Datetime) and dari.time_zone:
        return nilai.dt.convert_time_zone(ZONA).dt.cast_time_unit("us")
    if tipe == "waktu":
        # A time without zone: unreadable as a moment, so that the feed is refused and not guessed.
        return pl.lit(None, TIPE[tipe])
    return nilai.cast(TIPE[tipe], strict=False)


def _dari_teks(nilai: pl.Expr, tipe: str) -> pl.Expr:
    rapi = nilai.str.strip_chars()
    isi = pl.when(rapi != "").then(rapi)
    if tipe == "tanggal":
        return isi.str.to_date("%Y-%m-%d", strict=False)
    if tipe == "waktu":
        seragam = isi.str.replace("Z$", "+00:00").str.replace(" ", "T", literal=True)
        sah = pl.when(isi.str.contains(WAKTU_BERZONA)).then(seragam)
        return sah.str.to_datetime(time_unit="us", time_zone=ZONA, strict=False)
    return isi.cast(TIPE[tipe], strict=False)


def _periksa_nilai(
    feed: str,
    skema: dict[str, str],
    ada: pl.Schema,
    mentah: pl.LazyFrame,
    terketik: dict[str, pl.Expr],
) -> None:
    """Refuse a feed with a value that its type cannot hold: a null in its place would be believed."""
    periksa = [k for k, t in skema.items() if k in ada and ada[k] != TIPE[t] and t != "teks"]
    if not periksa:
        return
    rusak = [(_terisi(k, ada[k]) & terketik[k].is_null()).sum().alias(k) for k in periksa]
    jumlah = mentah.select(rusak).collect(engine="streaming").row(0, named=True)
    for kolom, banyak in jumlah.items():
        if banyak:
            raise tolak("F-UMPAN-NILAI", feed=feed, jumlah=banyak, kolom=kolom, tipe=skema[kolom])


def _terisi(kolom: str, dari: pl.DataType) -> pl.Expr:
    if dari == pl.String:
        return pl.col(kolom).str.strip_chars().fill_null("") != ""
    return pl.col(kolom).is_not_null()
