"""Documents that rows name: the index of the portal's store, and a few real files."""

import hashlib

import polars as pl

from tasks.gateways.negara.bagian import Bagian
from tasks.gateways.negara.kiriman import Hasil, Kantor
from tasks.gateways.negara.pdf import susun_pdf
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Susunan
from tasks.gateways.negara.umpan import UKURAN_DASAR, umpan_indeks

TERLALU_BESAR = 3_000_000
DOKUMEN = {"IJAZAH": "file_ijazah", "SK": "file_sk", "BUKTI": "file_bukti"}


def umpan_dokumen(s: Susunan, bagian: Bagian) -> pl.DataFrame:
    """Index rows of every document these people name, with the seeded faults."""
    utama = bagian.utama.filter(~pl.col("ulangan"))
    kode = s.kolom["kode"]
    sebut = [utama.select("kode", berkas=x) for x in DOKUMEN.values()]
    riwayat = bagian.riwayat.with_columns(kode=kode.gather(bagian.riwayat["i"]))
    sebut += [riwayat.select("kode", berkas=x) for x in ("file_sk", "file_bukti")]
    indeks = umpan_indeks(s, pl.concat(sebut))
    for jenis, kolom in DOKUMEN.items():
        tiada, besar, lain = (
            pl.col("kunci").is_in(
                _kunci(utama.filter(pl.col("jenis") == f"K-DOKUMEN-{jenis}{cacat}"), kolom)
            )
            for cacat in ("", "-UKURAN", "-TIPE")
        )
        indeks = indeks.filter(~tiada).with_columns(
            ukuran=pl.when(besar).then(TERLALU_BESAR).otherwise("ukuran"),
            tipe=pl.when(lain).then(pl.lit("docx")).otherwise("tipe"),
        )
    return indeks


def kirim_dokumen(
    kantor: Kantor, hasil: Hasil, utama: pl.DataFrame, indeks: pl.DataFrame, kirim: bool
) -> pl.DataFrame:
    """Deliver the documents of the first clean people; returns the index with their true digests."""
    orang = utama.filter(pl.col("jenis") == "BERSIH").head(pengaturan()["bentuk"]["dokumen_orang"])
    sidik: dict[str, str] = {}
    ukuran: dict[str, int] = {}
    for nama in [x for kolom in DOKUMEN.values() for x in orang[kolom].to_list()]:
        isi = susun_pdf(["Dokumen sintetis", nama], UKURAN_DASAR)
        kunci = kantor.kunci("dokumen", nama)
        sidik[kunci], ukuran[kunci] = hashlib.sha256(isi).hexdigest(), len(isi)
        if kirim:
            kantor.kirim(hasil, "dokumen", nama, isi, kantor.waktu("prafinal", 20))
    return indeks.with_columns(
        sha256=pl.col("kunci").replace_strict(
            sidik, default=pl.col("sha256"), return_dtype=pl.String
        ),
        ukuran=pl.col("kunci").replace_strict(
            ukuran, default=pl.col("ukuran"), return_dtype=pl.Int64
        ),
    )


def _kunci(orang: pl.DataFrame, kolom: str) -> list[str]:
    return orang.select(pl.format("kotak-masuk/{}/dokumen/{}", "kode", kolom)).to_series().to_list()
