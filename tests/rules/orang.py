"""Builders of synthetic rows: one clean tenaga, changed only where a test says so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from rules.fakta import Masukan
from rules.ketentuan import ketentuan_on
from tests.cases import kolom_skema

K = ketentuan_on(date(2022, 10, 8))

BERSIH: Mapping[str, Any] = {
    "kode_instansi": "5104",
    "lembar": "Data Utama",
    "status_baris": "DAFTAR",
    "nik": "1101011708900001",
    "nama": "TEUKU UMAR",
    "tanggal_lahir": date(1990, 8, 17),
    "tempat_lahir": "Aceh Selatan",
    "jenis_kelamin": "L",
    "pendidikan": "S-1 PENDIDIKAN GURU SEKOLAH DASAR",
    "nomor_ijazah": "IJZ/2012/17",
    "tanggal_lulus": date(2012, 8, 30),
    "sekolah": "UNIVERSITAS SYIAH KUALA",
    "file_ijazah": "ijazah_17.pdf",
    "nomor_sk": "814.1/17/2019",
    "tanggal_sk": date(2019, 1, 2),
    "tanggal_mulai": date(2019, 1, 2),
    "pendidikan_sk": "S-1 PENDIDIKAN GURU SEKOLAH DASAR",
    "jabatan": "Guru Kelas",
    "konversi_jabatan": "Guru",
    "unit_kerja": "SDN 1 TAPAKTUAN",
    "jabatan_penandatangan": "KEPALA DINAS PENDIDIKAN",
    "jenis_penandatangan": "JPT PRATAMA",
    "file_sk": "sk_17.pdf",
    "file_bukti": "bukti_17.pdf",
    "tak_terbaca": [],
}
RIWAYAT_BERSIH: Mapping[str, Any] = {
    "id_tenaga": 1,
    "asal": "INSTANSI",
    "kode_instansi": "5104",
    "nomor_sk": "814.1/9/2018",
    "tanggal_sk": date(2018, 1, 2),
    "tanggal_awal": date(2018, 1, 2),
    "tanggal_akhir": date(2018, 12, 31),
    "jabatan": "Guru Kelas",
    "unit_kerja": "SDN 1 TAPAKTUAN",
    "jenis_penandatangan": "JPT PRATAMA",
    "pembayaran": "APBD",
    "tak_terbaca": [],
}
INSTANSI = pl.LazyFrame(
    {
        "kode_instansi": ["5104", "5105", "3010"],
        "nama": ["Kab. Aceh Selatan", "Kab. Aceh Tenggara", "Kementerian Contoh"],
        "jenis": ["D", "D", "P"],
    }
)
UMPAN: Mapping[str, Mapping[str, Any]] = {
    "thk2": kolom_skema("thk2"),
    "lapor_thk2": kolom_skema("lapor_thk2"),
    "dukcapil": {
        "nik": pl.String,
        "nama": pl.String,
        "tanggal_lahir": pl.Date,
        "jenis_kelamin": pl.String,
        "status": pl.String,
    },
    "register_asn": {"nik": pl.String, "status": pl.String, "kode_instansi": pl.String},
    "portal_konfirmasi": {
        "nik": pl.String,
        "kode_instansi": pl.String,
        "aktif": pl.String,
        "waktu": pl.Datetime,
    },
    "dokumen_indeks": {
        "kode_instansi": pl.String,
        "kunci": pl.String,
        "ukuran": pl.Int64,
        "tipe": pl.String,
        "sha256": pl.String,
    },
    "dokumen": kolom_skema("dokumen"),
    "unit_instansi": {"unit_kerja": pl.String, "kode_instansi": pl.String},
}


def tenaga(*baris: Mapping[str, Any]) -> pl.LazyFrame:
    """Table tenaga: one row per mapping, clean except for what it says."""
    nomor = range(1, len(baris) + 1)
    isi = [
        {"id_tenaga": n, "baris": n + 1, **BERSIH, **satu}
        for n, satu in zip(nomor, baris, strict=True)
    ]
    return pl.LazyFrame(isi, schema=kolom_skema("tenaga"))


def riwayat(*baris: Mapping[str, Any]) -> pl.LazyFrame:
    """Table riwayat in the same way; rows belong to tenaga 1 unless they say otherwise."""
    nomor = range(1, len(baris) + 1)
    isi = [
        {"id_riwayat": n, **RIWAYAT_BERSIH, **satu} for n, satu in zip(nomor, baris, strict=True)
    ]
    return pl.LazyFrame(isi, schema=kolom_skema("riwayat"))


def masukan(
    orang: pl.LazyFrame | None = None,
    lama: pl.LazyFrame | None = None,
    **umpan: list[Mapping[str, Any]],
) -> Masukan:
    """Everything facts come from; a feed that is not named was never delivered."""
    return Masukan(
        tenaga=tenaga({}) if orang is None else orang,
        riwayat=riwayat() if lama is None else lama,
        instansi=INSTANSI,
        **{nama: pl.LazyFrame(isi, schema=dict(UMPAN[nama])) for nama, isi in umpan.items()},
    )
