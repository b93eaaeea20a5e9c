"""The tables of a potret as a night left them, instansi by instansi, with their canonical lines."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from rules.periksa import TEMPAT
from rules.pohon import Pohon, daun, garam_baris, tanam
from rules.sidik import baris_kanonik, sidik_baris, sidik_teks
from tasks.gateways.susunan import Susunan

_TENAGA = (
    "kode_instansi", "nik", "nama", "nomor_peserta_thk2", "tanggal_lahir", "tempat_lahir",
    "jenis_kelamin", "pendidikan", "nomor_ijazah", "tanggal_lulus", "sekolah", "file_ijazah",
    "nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir", "pendidikan_sk", "jabatan",
    "konversi_jabatan", "unit_kerja", "jabatan_penandatangan", "jenis_penandatangan", "file_sk",
    "file_bukti",
)  # fmt: skip
_FAKTA = (
    "kategori", "kelompok_jabatan", "usia", "bulan_kerja", "kelas_dikecualikan",
    "pengecualian_menurut",
)  # fmt: skip
# Tables of one row per person whose columns stand in the potret under a prefix.
_PUTUSAN = {"putusan_": "putusan", "lanjutan_": "enam_kriteria", "peta_": "peta_jalan"}
_ASAL = ("sha256", "lembar", "baris")
TABEL = ("daftar", "riwayat", "temuan")
# The table whose rows are people: over its lines stands the tree.
ORANG = "daftar"
GARAM = "garam"
# Rows read at a time: memory stays flat, and few instansi are larger.
_SEKALI = 200_000


@dataclass(frozen=True)
class Bagian:
    """One instansi's rows of one table, with their canonical lines; people also have their salts."""

    isi: pl.DataFrame
    baris: pl.Series
    garam: pl.Series | None = None

    @classmethod
    def of(cls, isi: pl.DataFrame, rahasia: bytes | None = None) -> "Bagian":
        """From rows as a night has them, salted with `rahasia`; or as a potret keeps them, salts included."""
        garam = isi[GARAM] if GARAM in isi.columns else None
        isi = isi.drop(GARAM, strict=False)
        baris = baris_kanonik(isi)
        if garam is None and rahasia is not None:
            garam = garam_baris(baris, rahasia)
        return cls(isi, baris, garam)

    def slice(self, mulai: int, panjang: int) -> "Bagian":
        """Rows of one instansi out of a stretch of several."""
        garam = None if self.garam is None else self.garam.slice(mulai, panjang)
        return Bagian(self.isi.slice(mulai, panjang), self.baris.slice(mulai, panjang), garam)

    def describe(self) -> dict[str, Any]:
        """What a manifest says of it: rows, columns in their order, digest; of people the root too."""
        akar = {} if self.garam is None else {"akar": self.plant().akar}
        uraian = {"baris": self.isi.height, "kolom": self.isi.columns}
        return uraian | {"sidik": sidik_teks(self.baris)} | akar

    def plant(self) -> Pohon:
        """The tree over these people."""
        return tanam(self.leaves())

    def leaves(self) -> list[bytes]:
        """Leaf of each person, in the order of the rows."""
        return daun(self.baris, self.garam)

    def to_parquet(self) -> bytes:
        """The file of a potret; the salts are its last column."""
        wadah = io.BytesIO()
        isi = self.isi if self.garam is None else self.isi.with_columns(self.garam.alias(GARAM))
        isi.write_parquet(wadah, compression="zstd", compression_level=1)
        return wadah.getvalue()


def delivery_secret(susunan: Susunan) -> bytes:
    """What salts the people of a potret: a digest of all receipts behind it, in whatever order they came.

    Whoever holds archive and receipts computes it again; no instansi knows the others' deliveries.
    """
    terima = susunan.scan("berkas").select("kunci", "waktu", "sha256").collect()
    return bytes.fromhex(sidik_baris(terima))


def per_instansi(susunan: Susunan, rahasia: bytes) -> Iterator[tuple[str, dict[str, Bagian]]]:
    """(code, its tables daftar, riwayat, temuan) for every instansi of the census, silent ones too.

    The national tables are joined once and laid down in the order of instansi; they are then read
    in stretches of whole instansi, so memory holds one stretch and nothing is searched. `rahasia`
    salts the people (delivery_secret).
    """
    susunan.write("potret_daftar", _national_list(susunan))
    susunan.write("potret_riwayat", _national_history(susunan))
    susunan.write("potret_temuan", _national_findings(susunan))
    letak = _places(susunan)
    for kelompok in letak.partition_by("kelompok", maintain_order=True):
        potongan = {nama: _stretch(susunan, nama, kelompok, rahasia) for nama in TABEL}
        awal = {nama: kelompok[f"{nama}_mulai"][0] for nama in TABEL}
        for satu in kelompok.iter_rows(named=True):
            yield (
                satu["kode_instansi"],
                {
                    nama: potongan[nama].slice(satu[f"{nama}_mulai"] - awal[nama], satu[nama])
                    for nama in TABEL
                },
            )


def _places(susunan: Susunan) -> pl.DataFrame:
    """Per instansi where its rows begin in each table and how many they are, in stretches."""
    letak = susunan.scan("instansi").select("kode_instansi").sort("kode_instansi")
    for nama in TABEL:
        jumlah = (
            susunan.scan(f"potret_{nama}")
            .group_by("kode_instansi")
            .agg(pl.len().cast(pl.Int64).alias(nama))
        )
        letak = letak.join(jumlah, on="kode_instansi", how="left", maintain_order="left")
    return (
        letak.with_columns(pl.col(TABEL).fill_null(0))
        .with_columns(
            *((pl.col(nama).cum_sum() - pl.col(nama)).alias(f"{nama}_mulai") for nama in TABEL),
            kelompok=pl.sum_horizontal(TABEL).cum_sum() // _SEKALI,
        )
        .collect()
    )


def _stretch(susunan: Susunan, nama: str, kelompok: pl.DataFrame, rahasia: bytes) -> Bagian:
    isi = (
        susunan.scan(f"potret_{nama}")
        .slice(kelompok[f"{nama}_mulai"][0], int(kelompok[nama].sum()))
        .collect()
    )
    return Bagian.of(isi, rahasia if nama == ORANG else None)


def _national_list(susunan: Susunan) -> pl.LazyFrame:
    fakta = susunan.scan("fakta").select("id_tenaga", *_FAKTA)
    daftar = susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR")
    lengkap = daftar.join(fakta, on="id_tenaga", how="left", maintain_order="left")
    for awalan, tabel in _PUTUSAN.items():
        bernama = susunan.scan(tabel).rename(
            lambda nama, awalan=awalan: nama if nama == "id_tenaga" else f"{awalan}{nama}"
        )
        lengkap = lengkap.join(bernama, on="id_tenaga", how="left", maintain_order="left")
    asal = lengkap.join(_sources(susunan), on="id_berkas", how="left", maintain_order="left")
    return (
        asal.join(_counted(susunan), on="id_tenaga", how="left", maintain_order="left")
        .with_columns(pl.col("dihitung").fill_null(True))
        .select(
            *_TENAGA, *_FAKTA, "dihitung", *(pl.col(f"^{awalan}.*$") for awalan in _PUTUSAN), *_ASAL
        )
    )


def _counted(susunan: Susunan) -> pl.LazyFrame:
    """Who stands in a case of duplicates, and whether the person is counted there in each of them."""
    return susunan.scan("ganda").group_by("id_tenaga").agg(pl.col("dihitung").all())


def _national_history(susunan: Susunan) -> pl.LazyFrame:
    riwayat = susunan.scan("riwayat").filter(pl.col("id_tenaga").is_not_null())
    return (
        riwayat.join(_sources(susunan), on="id_berkas", how="left", maintain_order="left")
        .drop("id_riwayat", "id_tenaga", "id_berkas", "tak_terbaca")
        .sort("kode_instansi", maintain_order=True)
    )


def _national_findings(susunan: Susunan) -> pl.LazyFrame:
    """A finding about a person stands where that person is listed, one about a delivery where it says."""
    letak = susunan.scan("tenaga").select("id_tenaga", "id_berkas", "nik", "lembar", "baris")
    return (
        susunan.scan("temuan")
        .join(letak, on="id_tenaga", how="left", maintain_order="left")
        .with_columns(pl.coalesce(nama, asal).alias(asal) for nama, asal in TEMPAT.items())
        .join(_sources(susunan), on="id_berkas", how="left", maintain_order="left")
        .select(
            "kode_instansi",
            "nik",
            "kode_aturan",
            "berat",
            "kolom",
            "nilai",
            "harapan",
            "pesan",
            *_ASAL,
        )
        .sort(
            "kode_instansi",
            "sha256",
            "lembar",
            "baris",
            "kode_aturan",
            "nilai",
            "pesan",
            maintain_order=True,
        )
    )


def _sources(susunan: Susunan) -> pl.LazyFrame:
    return susunan.scan("berkas").select("id_berkas", "sha256")
