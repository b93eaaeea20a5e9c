"""Derived facts: one row per tenaga of the list, everything that the rules ask about it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from rules.dokumen_fakta import DOKUMEN, KOLOM_DOKUMEN, match_dokumen
from rules.induk_thk2 import KOLOM_INDUK, KOLOM_LAPOR, match_induk, match_lapor
from rules.jabatan_fakta import match_jabatan
from rules.masa_kerja import pembayaran_sk, rangkum_periode, susun_periode
from rules.pasangan import tandai_ganda
from rules.riwayat_kerja import kenali_riwayat, kenali_unit, rangkum_riwayat
from rules.umpan_nasional import (
    KOLOM_DUKCAPIL,
    latest_konfirmasi,
    match_dukcapil,
    match_register,
    reconsider_nama,
)
from rules.ungkapan import nik_angka, nomor_thk2_baku, usia_pada

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

KATEGORI_THK2, KATEGORI_NON_ASN = "THK-II", "NON-ASN"

# Columns of table fakta, in its order.
KOLOM_FAKTA = (
    "id_tenaga", "kategori", "kelompok_jabatan", "tanggal_lahir_dipakai", "sumber_tanggal_lahir",
    "usia", "bulan_kerja", "bulan_riwayat_asing", "jumlah_riwayat", "pembayaran_sk", "jabatan_baku",
    "kelas_dikecualikan", "status_asn", "status_dukcapil", "konfirmasi_aktif", "lapor_alasan",
    "nomor_thk2_induk",
)  # fmt: skip


@dataclass(frozen=True)
class Masukan:
    """What facts are derived from; a feed that was never delivered is None.

    tenaga: DAFTAR rows of table tenaga. riwayat: table riwayat with id_tenaga set. unit_instansi:
    result of unit_tunggal. The other frames have the columns of their feed or table.
    """

    tenaga: pl.LazyFrame
    riwayat: pl.LazyFrame
    instansi: pl.LazyFrame
    thk2: pl.LazyFrame | None = None
    dukcapil: pl.LazyFrame | None = None
    register_asn: pl.LazyFrame | None = None
    portal_konfirmasi: pl.LazyFrame | None = None
    lapor_thk2: pl.LazyFrame | None = None
    dokumen_indeks: pl.LazyFrame | None = None
    unit_instansi: pl.LazyFrame | None = None


def derive_fakta(masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """One row per tenaga: all its columns, those of table fakta, and what only rules need.

    Facts are joined on narrow integer keys first; the wide rows meet them once, at the end.
    """
    kunci = _kunci(masukan)
    orang = _orang(kunci, masukan, k)
    turunan = (
        orang.drop("nama", "jabatan", "konversi_jabatan", "nomor_sk", *DOKUMEN.values())
        .join(match_jabatan(kunci, k), on="id_tenaga", how="left")
        .join(_kerja(kunci, masukan, k), on="id_tenaga", how="left")
        .join(tandai_ganda(_ganda(kunci), masukan.instansi), on="id_tenaga", how="left")
    )
    if masukan.dokumen_indeks is None:
        turunan = turunan.with_columns(*_kosong(KOLOM_DOKUMEN))
    else:
        dokumen = match_dokumen(kunci, masukan.dokumen_indeks)
        turunan = turunan.join(dokumen, on="id_tenaga", how="left")
    nama_induk = masukan.instansi.select(thk2_kode_instansi="kode_instansi", thk2_instansi="nama")
    turunan = turunan.join(nama_induk, on="thk2_kode_instansi", how="left")
    turunan = turunan.with_columns(*_simpulan(k)).drop(
        "kode_instansi", "tanggal_lahir", "nomor_baku"
    )
    return masukan.tenaga.join(turunan, on="id_tenaga", how="left")


def derive_riwayat(masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """Riwayat rows of the list for rules about riwayat: table riwayat with unit_kode_instansi,
    unit_instansi_lain (name), asing, riwayat_kelas (title excluded by the law although the present
    one is not)."""
    nama = masukan.instansi.select(unit_kode_instansi="kode_instansi", unit_instansi_lain="nama")
    baris = masukan.riwayat.filter(pl.col("id_tenaga").is_not_null())
    kini = match_jabatan(
        masukan.tenaga.select("id_tenaga", "jabatan", "konversi_jabatan"), k
    ).select("id_tenaga", kelas_kini="kelas_dikecualikan")
    lama = match_jabatan(
        baris.select(
            id_tenaga="id_riwayat", jabatan="jabatan", konversi_jabatan=pl.lit(None, pl.String)
        ),
        k,
    ).select(id_riwayat="id_tenaga", riwayat_kelas="kelas_dikecualikan")
    return (
        kenali_unit(baris, masukan.unit_instansi)
        .join(nama, on="unit_kode_instansi", how="left")
        .join(lama, on="id_riwayat", how="left")
        .join(kini, on="id_tenaga", how="left")
        .with_columns(riwayat_kelas=pl.when(pl.col("kelas_kini").is_null()).then("riwayat_kelas"))
        .drop("kelas_kini")
    )


def _kunci(masukan: Masukan) -> pl.LazyFrame:
    """The few columns of tenaga that facts are found by."""
    jenis = masukan.instansi.select("kode_instansi", instansi_jenis="jenis")
    return masukan.tenaga.select(
        "id_tenaga",
        "kode_instansi",
        "nama",
        "tanggal_lahir",
        "nomor_sk",
        "jabatan",
        "konversi_jabatan",
        *DOKUMEN.values(),
        nik_angka=nik_angka(pl.col("nik")),
        nomor_baku=nomor_thk2_baku(pl.col("nomor_peserta_thk2")),
    ).join(jenis, on="kode_instansi", how="left")


def _orang(kunci: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """`kunci` with what the registers say of the person."""
    orang = _dukcapil(kunci, masukan, k).with_columns(
        tanggal_lahir_dipakai=pl.coalesce("dukcapil_tanggal_lahir", "tanggal_lahir")
    )
    if masukan.register_asn is None:
        orang = orang.with_columns(status_asn=pl.lit(None, dtype=pl.String))
    else:
        orang = orang.join(match_register(masukan.register_asn, k), on="nik_angka", how="left")
    if masukan.portal_konfirmasi is None:
        orang = orang.with_columns(konfirmasi_aktif=pl.lit(None, dtype=pl.String))
    else:
        akhir = latest_konfirmasi(masukan.portal_konfirmasi)
        orang = orang.join(akhir, on=["nik_angka", "kode_instansi"], how="left")
    return _thk2(orang, masukan, k)


def _dukcapil(kunci: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    if masukan.dukcapil is None:
        return kunci.with_columns(*_kosong(KOLOM_DUKCAPIL))
    cocok = match_dukcapil(kunci, masukan.dukcapil)
    ternyata_sama = reconsider_nama(cocok, k).with_columns(ternyata=pl.lit(True))
    return (
        cocok.join(ternyata_sama, on="id_tenaga", how="left")
        .with_columns(nama_dukcapil_sama=pl.coalesce("ternyata", "nama_dukcapil_sama"))
        .drop("ternyata")
    )


def _thk2(orang: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    if masukan.thk2 is None:
        orang = orang.with_columns(*_kosong(KOLOM_INDUK))
    else:
        orang = orang.join(
            match_induk(orang, masukan.thk2, k).select("id_tenaga", *KOLOM_INDUK),
            on="id_tenaga",
            how="left",
        ).with_columns(pl.col("thk2_nomor_ada", "thk2_ada").fill_null(False))
    if masukan.lapor_thk2 is None:
        return orang.with_columns(*_kosong(KOLOM_LAPOR))
    return orang.join(match_lapor(orang, masukan.lapor_thk2), on="id_tenaga", how="left")


def _kerja(kunci: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """Tenure and pay of each tenaga."""
    tenaga = masukan.tenaga.select("id_tenaga", "tanggal_mulai", "tanggal_akhir", "tak_terbaca")
    riwayat = kenali_riwayat(masukan.riwayat, kunci, masukan.unit_instansi, k)
    return (
        rangkum_periode(susun_periode(tenaga, riwayat, k), k)
        .join(rangkum_riwayat(riwayat), on="id_tenaga", how="left")
        .join(pembayaran_sk(riwayat), on="id_tenaga", how="left")
        .with_columns(
            pl.col("jumlah_riwayat", "bulan_riwayat_asing").fill_null(0),
            pembayaran_sk_gelap=(pl.col("jumlah_baris_sk") > 0) & pl.col("pembayaran_sk").is_null(),
        )
        .drop("jumlah_baris_sk", "sk_dihitung")
    )


def _ganda(kunci: pl.LazyFrame) -> pl.LazyFrame:
    return kunci.select("id_tenaga", "kode_instansi", nik="nik_angka", nomor="nomor_baku")


def _simpulan(k: "Ketentuan") -> list[pl.Expr]:
    """Facts that follow from other facts."""
    terbukti = pl.col("thk2_cocok").fill_null(False)
    dari_dukcapil = pl.col("dukcapil_tanggal_lahir").is_not_null()
    dipakai = pl.col("tanggal_lahir_dipakai")
    return [
        pl.when(terbukti)
        .then(pl.lit(KATEGORI_THK2))
        .otherwise(pl.lit(KATEGORI_NON_ASN))
        .alias("kategori"),
        pl.when(dari_dukcapil)
        .then(pl.lit("DUKCAPIL"))
        .when(dipakai.is_not_null())
        .then(pl.lit("INSTANSI"))
        .alias("sumber_tanggal_lahir"),
        usia_pada(dipakai, k.tanggal_acuan).alias("usia"),
        pl.col("lapor_tak_aktif", "lapor_lepas").fill_null(False),
        # Filled only for the rows that stand outside the list (pasangan.baris_ganda).
        pl.lit(None, dtype=pl.String).alias("tempat_daftar"),
    ]


def _kosong(kolom: dict[str, pl.DataType]) -> list[pl.Expr]:
    """Typed nulls in place of a feed that was never delivered."""
    return [pl.lit(None, dtype=tipe).alias(nama) for nama, tipe in kolom.items()]
