"""What an answer workbook is made from: one delivery, its sheets as they were read, their findings."""

from dataclasses import dataclass

import polars as pl
from pydantic import AwareDatetime

from reports.unsur import Dokumen, Instansi, Isi

TEMUAN: dict[str, pl.DataType] = {
    "id_berkas": pl.Int32(),
    "lembar": pl.String(),
    "baris": pl.UInt32(),
    "kolom_kita": pl.String(),
    "berat": pl.String(),
    "kode_aturan": pl.String(),
    "aturan": pl.String(),
    "dasar": pl.String(),
    "pesan": pl.String(),
    "pengubah": pl.String(),
    "isian": pl.String(),
    "jawab_alasan": pl.String(),
    "jawab_oleh": pl.String(),
    "jawab_waktu": pl.Datetime("us", "UTC"),
}


@dataclass(frozen=True)
class KolomAsal:
    """One column as it stood in the delivery; `kolom` is our name, None for the instansi's own."""

    huruf: str
    judul: str
    kolom: str | None = None


@dataclass(frozen=True)
class LembarAsal:
    """One sheet of a delivery.

    `data`: the landed rows (baris and the columns of the form); `asli`: cells read otherwise than
    written (baris, kolom, nilai, sebab); `tambahan`: cells of the instansi's own columns (baris,
    huruf, nilai); `keputusan`: what the last answer came back with (rules.pembacaan.jawaban).
    """

    nama: str
    bentuk: str
    kolom: tuple[KolomAsal, ...]
    data: pl.DataFrame
    asli: pl.DataFrame
    tambahan: pl.DataFrame
    keputusan: pl.DataFrame


class Toleransi(Isi):
    """One rule of which this instansi has confirmed more than may pass unasked."""

    aturan: str
    dikonfirmasi: int
    orang: int
    batas: float


class Jawaban(Dokumen):
    """One answer beside its marks: who sent what and when, until when corrections count, what else to tell.

    `bagian` is the name whose part the answer replaces when it is sent back; `catatan` are remarks
    about the file, `galat` the names of rules that crashed and could not be applied.
    """

    instansi: Instansi
    edisi: str
    bagian: str
    waktu: AwareDatetime
    sampai: AwareDatetime | None
    lembar: tuple[LembarAsal, ...]
    catatan: tuple[str, ...] = ()
    galat: tuple[str, ...] = ()
    toleransi: tuple[Toleransi, ...] = ()


def of_sheet(isi: pl.DataFrame, lembar: str) -> pl.DataFrame:
    """The rows of a frame that are about one sheet."""
    return isi if isi.is_empty() else isi.filter(lembar=lembar)
