"""Potret: what an instansi's list was when a tahap closed, frozen once with its manifest."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl

from rules.kalender import Tahap, kalender_on
from rules.katalog import hukum_terakhir
from rules.periksa import TEMPAT
from rules.sidik import baris_kanonik, sidik_teks
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

_NASIONAL = "manifest.json"
_MULAI = "mulai.json"
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
_TABEL = ("daftar", "riwayat", "temuan")
# Rows read at a time: memory stays flat, and few instansi are larger.
_SEKALI = 200_000


def potret_key(tahap: str, kode: str, nama: str) -> str:
    """Store key of one file of an instansi's potret."""
    return f"potret/{tahap}/{kode}/{nama}"


def is_frozen(simpanan: Simpanan, tahap: str) -> bool:
    """Whether the whole potret of this tahap stands: the national manifest is written last."""
    return simpanan.exists(f"potret/{tahap}/{_NASIONAL}")


def frozen_tahap(simpanan: Simpanan) -> dict[str, Tahap]:
    """The tahap of the youngest calendar whose potret stands, by code, in the order of their deadlines."""
    kalender = kalender_on(hukum_terakhir())
    return {satu.kode: satu for satu in kalender if is_frozen(simpanan, satu.kode)}


def read_manifest(simpanan: Simpanan, tahap: str, kode: str | None = None) -> dict[str, Any]:
    """The manifest of the nation, or of one instansi; raises FileNotFoundError before the freeze."""
    kunci = f"potret/{tahap}/{_NASIONAL}" if kode is None else potret_key(tahap, kode, _NASIONAL)
    return json.loads(simpanan.get(kunci))


def find_rejected(simpanan: Simpanan, tahap: str, kode: str) -> str:
    """Where somebody of this instansi's potret who was rejected stands: 'key:sheet:row', as explain takes it.

    Raises LookupError when nobody was.
    """
    daftar = pl.read_parquet(
        io.BytesIO(simpanan.get(potret_key(tahap, kode, "daftar.parquet"))),
        columns=["putusan_keseluruhan", *_ASAL],
    )
    kunci = {
        satu["sha256"]: satu["kunci"] for satu in read_manifest(simpanan, tahap, kode)["kiriman"]
    }
    for sha256, lembar, baris in daftar.filter(putusan_keseluruhan="T").select(_ASAL).iter_rows():
        return f"{kunci[sha256].removeprefix('kotak-masuk/')}:{lembar}:{baris}"
    raise LookupError(f"nobody of {kode} was rejected at {tahap}")


def begin_freeze(simpanan: Simpanan, tahap: str, saat: datetime) -> None:
    """Keeps the moment of the first attempt to freeze `tahap`; a later attempt does not change it."""
    simpanan.put_once(f"potret/{tahap}/{_MULAI}", _json({"dicatat_sampai": saat.isoformat()}))


def freeze_began(simpanan: Simpanan, tahap: str) -> datetime | None:
    """The moment of the first attempt: receipts written later are not in the potret. None before it."""
    kunci = f"potret/{tahap}/{_MULAI}"
    if not simpanan.exists(kunci):
        return None
    return datetime.fromisoformat(json.loads(simpanan.get(kunci))["dicatat_sampai"])


def sptjm_received(manifes: dict[str, Any]) -> datetime | None:
    """When the last SPTJM among the deliveries of a manifest came; None without one."""
    waktu = [
        datetime.fromisoformat(satu["waktu"])
        for satu in manifes["kiriman"]
        if satu["status"] == "BERLAKU" and satu["kunci"].split("/")[2] == "sptjm"
    ]
    return max(waktu, default=None)


def freeze_potret(simpanan: Simpanan, susunan: Susunan, tahap: str, keadaan: dict[str, Any]) -> int:
    """Freezes every instansi at its closing, then the nation; returns the people frozen.

    `keadaan` (deadline, law, code version, head of the receipts) goes into every manifest. A run that was cut short is
    taken up again: what is already frozen stays, and the same inputs give the same bytes.
    """
    kiriman = _deliveries(susunan)
    ringkas = []
    for kode, tabel in _per_instansi(susunan):
        manifes = keadaan | {
            "tahap": tahap,
            "kode_instansi": kode,
            "jumlah": _counts(tabel["daftar"].isi),
            "tabel": {nama: satu.describe() for nama, satu in tabel.items()},
            "kiriman": kiriman.get(kode, []),
        }
        for nama, satu in tabel.items():
            simpanan.put_once(potret_key(tahap, kode, f"{nama}.parquet"), _parquet(satu.isi))
        simpanan.put_once(potret_key(tahap, kode, _NASIONAL), _json(manifes))
        sidik = manifes["tabel"]["daftar"]["sidik"]
        ringkas.append({"kode_instansi": kode, "jumlah": manifes["jumlah"], "sidik": sidik})
    jumlah = sum(satu["jumlah"]["daftar"] for satu in ringkas)
    nasional = keadaan | {"tahap": tahap, "jumlah": jumlah, "instansi": ringkas}
    simpanan.put_once(f"potret/{tahap}/{_NASIONAL}", _json(nasional))
    return jumlah


@dataclass(frozen=True)
class _Bagian:
    """One instansi's rows of one table, with their canonical lines."""

    isi: pl.DataFrame
    baris: pl.Series

    def slice(self, mulai: int, panjang: int) -> "_Bagian":
        return _Bagian(self.isi.slice(mulai, panjang), self.baris.slice(mulai, panjang))

    def describe(self) -> dict[str, Any]:
        return {
            "baris": self.isi.height,
            "kolom": self.isi.columns,
            "sidik": sidik_teks(self.baris),
        }


def _per_instansi(susunan: Susunan) -> Iterator[tuple[str, dict[str, _Bagian]]]:
    """(code, its tables daftar, riwayat, temuan) for every instansi of the census, silent ones too.

    The national tables are joined once and laid down in the order of instansi; they are then read
    in stretches of whole instansi, so memory holds one stretch and nothing is searched.
    """
    susunan.write("potret_daftar", _national_list(susunan))
    susunan.write("potret_riwayat", _national_history(susunan))
    susunan.write("potret_temuan", _national_findings(susunan))
    letak = _places(susunan)
    for kelompok in letak.partition_by("kelompok", maintain_order=True):
        potongan = {nama: _stretch(susunan, nama, kelompok) for nama in _TABEL}
        awal = {nama: kelompok[f"{nama}_mulai"][0] for nama in _TABEL}
        for satu in kelompok.iter_rows(named=True):
            yield (
                satu["kode_instansi"],
                {
                    nama: potongan[nama].slice(satu[f"{nama}_mulai"] - awal[nama], satu[nama])
                    for nama in _TABEL
                },
            )


def _places(susunan: Susunan) -> pl.DataFrame:
    """Per instansi where its rows begin in each table and how many they are, in stretches."""
    letak = susunan.scan("instansi").select("kode_instansi").sort("kode_instansi")
    for nama in _TABEL:
        jumlah = (
            susunan.scan(f"potret_{nama}")
            .group_by("kode_instansi")
            .agg(pl.len().cast(pl.Int64).alias(nama))
        )
        letak = letak.join(jumlah, on="kode_instansi", how="left", maintain_order="left")
    return (
        letak.with_columns(pl.col(_TABEL).fill_null(0))
        .with_columns(
            *((pl.col(nama).cum_sum() - pl.col(nama)).alias(f"{nama}_mulai") for nama in _TABEL),
            kelompok=pl.sum_horizontal(_TABEL).cum_sum() // _SEKALI,
        )
        .collect()
    )


def _stretch(susunan: Susunan, nama: str, kelompok: pl.DataFrame) -> _Bagian:
    isi = (
        susunan.scan(f"potret_{nama}")
        .slice(kelompok[f"{nama}_mulai"][0], int(kelompok[nama].sum()))
        .collect()
    )
    return _Bagian(isi, baris_kanonik(isi))


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


def _counts(daftar: pl.DataFrame) -> dict[str, int]:
    putusan = daftar["putusan_keseluruhan"]
    return {
        "daftar": daftar.height,
        "thk2": int((daftar["kategori"] == "THK-II").sum()),
        "memenuhi": int((putusan == "M").sum()),
        "tidak_memenuhi": int((putusan == "T").sum()),
        "belum_dinilai": int((putusan == "B").sum()),
        "dikecualikan": int(daftar["pengecualian_menurut"].is_not_null().sum()),
    }


def _deliveries(susunan: Susunan) -> dict[str, list[dict[str, Any]]]:
    """Per instansi the receipts that were there, with what became of them."""
    waktu = pl.col("waktu").dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    kolom = ("kunci", waktu, "ukuran", "sha256", "status")
    kiriman: dict[str, list[dict[str, Any]]] = {}
    berkas = susunan.scan("berkas").sort("id_berkas").select("kode_instansi", *kolom).collect()
    for baris in berkas.iter_rows(named=True):
        kiriman.setdefault(baris.pop("kode_instansi"), []).append(baris)
    return kiriman


def _parquet(isi: pl.DataFrame) -> bytes:
    wadah = io.BytesIO()
    isi.write_parquet(wadah, compression="zstd", compression_level=1)
    return wadah.getvalue()


def _json(isi: dict[str, Any]) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
