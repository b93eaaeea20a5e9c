"""The published figures of 2022 as one long frame, keyed as angka_2022.sql keys ours."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from rules.angka import Angka, Sptjm, Total

UKURAN = {
    "jumlah": "jumlah",
    "pusat": "di instansi pusat",
    "daerah": "di instansi daerah",
    "thk2": "THK-II",
    "non_asn": "non-ASN",
    "instansi_pusat": "instansi pusat",
    "instansi_daerah": "instansi daerah",
}
ANOMALI = {
    "SATPAM": "satuan pengamanan",
    "KEBERSIHAN": "tenaga kebersihan",
    "PENGEMUDI": "pengemudi",
    "MASA_KERJA": "masa kerja kurang dari satu tahun",
    "USIA_MUDA": "usia di bawah batas",
    "USIA_TUA": "usia di atas batas",
    "IJAZAH": "tidak ada keterangan ijazah",
}
# Composition and SPTJM were published with the final total, the anomalies at the close of October.
TAHAP_KOMPOSISI = "pengumuman_akhir"
TAHAP_ANOMALI = "finalisasi"
Baris = tuple[str, str | None, str, date, int, str, str]
KOLOM = {
    "kunci": pl.String,
    "tahap": pl.String,
    "ukuran": pl.String,
    "menurut": pl.Date,
    "resmi": pl.Int64,
    "sumber": pl.String,
    "keyakinan": pl.String,
}


def published_figures(angka: Angka) -> pl.DataFrame:
    """Frame `angka_resmi`: urutan, kunci, tahap, ukuran, menurut, resmi, sumber, keyakinan."""
    baris = [
        *(b for total in angka.garis_waktu for b in _total(total)),
        *_komposisi(angka),
        *_sptjm(angka, "sudah", angka.sptjm.sudah),
        *_sptjm(angka, "belum", angka.sptjm.belum),
        *_anomali(angka),
    ]
    return pl.DataFrame(baris, schema=KOLOM, orient="row").with_row_index("urutan", offset=1)


def _total(total: Total) -> Iterator[Baris]:
    for kunci, nama in UKURAN.items():
        if (nilai := getattr(total, kunci)) is not None:
            teks = f"Semua tenaga, {nama}" if kunci != "jumlah" else "Semua tenaga"
            teks = nama.capitalize() if kunci.startswith("instansi") else teks
            hari = total.saat.date()
            yield f"total.{kunci}", total.kode, teks, hari, nilai, total.sumber, total.keyakinan


def _komposisi(angka: Angka) -> Iterator[Baris]:
    akhir = angka.total(TAHAP_KOMPOSISI)
    for satu in angka.komposisi:
        for kunci, nilai in (("thk2", satu.thk2), ("non_asn", satu.non_asn)):
            yield (
                f"kelompok.{satu.kelompok}.{kunci}",
                TAHAP_KOMPOSISI,
                f"{satu.kelompok}, {UKURAN[kunci]}",
                akhir.saat.date(),
                nilai,
                akhir.sumber,
                akhir.keyakinan,
            )


def _sptjm(angka: Angka, keadaan: str, sptjm: Sptjm) -> Iterator[Baris]:
    for kunci in ("thk2", "non_asn", "instansi_pusat", "instansi_daerah"):
        yield (
            f"sptjm.{keadaan}.{kunci}",
            TAHAP_KOMPOSISI,
            f"SPTJM {keadaan}, {UKURAN[kunci]}",
            angka.total(TAHAP_KOMPOSISI).saat.date(),
            getattr(sptjm, kunci),
            sptjm.sumber,
            sptjm.keyakinan,
        )


def _anomali(angka: Angka) -> Iterator[Baris]:
    asal = angka.anomali_jumlah
    for satu in angka.anomali:
        yield (
            f"anomali.{satu.kelas}",
            TAHAP_ANOMALI,
            f"Anomali: {ANOMALI[satu.kelas]}",
            angka.total(TAHAP_ANOMALI).saat.date(),
            satu.jumlah,
            asal.sumber,
            asal.keyakinan,
        )
