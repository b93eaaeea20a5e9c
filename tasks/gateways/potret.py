"""Potret: what an instansi's list was when a tahap closed, frozen once with its manifest."""

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import polars as pl

from rules.sidik import sidik_baris
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

_NASIONAL = "manifest.json"
_TENAGA = (
    "kode_instansi", "nik", "nama", "nomor_peserta_thk2", "tanggal_lahir", "tempat_lahir",
    "jenis_kelamin", "pendidikan", "nomor_ijazah", "tanggal_lulus", "sekolah", "file_ijazah",
    "nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir", "pendidikan_sk", "jabatan",
    "konversi_jabatan", "unit_kerja", "jabatan_penandatangan", "jenis_penandatangan", "file_sk",
    "file_bukti",
)  # fmt: skip
_FAKTA = ("kategori", "kelompok_jabatan", "usia", "bulan_kerja", "kelas_dikecualikan")
_ASAL = ("sha256", "lembar", "baris")


def potret_key(tahap: str, kode: str, nama: str) -> str:
    """Store key of one file of an instansi's potret."""
    return f"potret/{tahap}/{kode}/{nama}"


def frozen_tahap(simpanan: Simpanan) -> set[str]:
    """The tahap that have a whole potret: the national manifest is written last."""
    kunci = (objek.kunci.split("/") for objek in simpanan.list_objek("potret/"))
    return {bagian[1] for bagian in kunci if bagian[2:] == [_NASIONAL]}


def read_manifest(simpanan: Simpanan, tahap: str, kode: str | None = None) -> dict[str, Any]:
    """The manifest of the nation, or of one instansi; raises FileNotFoundError before the freeze."""
    kunci = f"potret/{tahap}/{_NASIONAL}" if kode is None else potret_key(tahap, kode, _NASIONAL)
    return json.loads(simpanan.get(kunci))


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

    `keadaan` (deadline, law, code version) goes into every manifest. A run that was cut short is
    taken up again: what is already frozen stays, and the same inputs give the same bytes.
    """
    ringkas = []
    for kode, tabel in per_instansi(susunan):
        manifes = keadaan | {
            "tahap": tahap,
            "kode_instansi": kode,
            "jumlah": _counts(tabel["daftar"]),
            "tabel": {nama: _describe(isi) for nama, isi in tabel.items()},
            "kiriman": _deliveries(susunan, kode),
        }
        for nama, isi in tabel.items():
            simpanan.put_once(potret_key(tahap, kode, f"{nama}.parquet"), _parquet(isi))
        simpanan.put_once(potret_key(tahap, kode, _NASIONAL), _json(manifes))
        ringkas.append(
            {
                "kode_instansi": kode,
                "jumlah": manifes["jumlah"],
                "sidik": manifes["tabel"]["daftar"]["sidik"],
            }
        )
    jumlah = sum(satu["jumlah"]["daftar"] for satu in ringkas)
    nasional = keadaan | {"tahap": tahap, "jumlah": jumlah, "instansi": ringkas}
    simpanan.put_once(f"potret/{tahap}/{_NASIONAL}", _json(nasional))
    return jumlah


def per_instansi(susunan: Susunan) -> Iterator[tuple[str, dict[str, pl.DataFrame]]]:
    """(code, its tables daftar, riwayat, temuan) for every instansi of the census, silent ones too.

    The national tables are joined once and laid down in the order of instansi; each instansi is
    then one contiguous slice, so memory holds one instansi and nothing is searched.
    """
    susunan.write("potret_daftar", _national_list(susunan))
    susunan.write("potret_riwayat", _national_history(susunan))
    susunan.write("potret_temuan", _national_findings(susunan))
    potongan = {
        nama: _slices(susunan, f"potret_{nama}") for nama in ("daftar", "riwayat", "temuan")
    }
    for kode in susunan.read("instansi")["kode_instansi"]:
        yield (
            kode,
            {
                nama: susunan.scan(f"potret_{nama}").slice(*letak.get(kode, (0, 0))).collect()
                for nama, letak in potongan.items()
            },
        )


def _national_list(susunan: Susunan) -> pl.LazyFrame:
    fakta = susunan.scan("fakta").select("id_tenaga", *_FAKTA)
    putusan = susunan.scan("putusan").rename(
        lambda nama: nama if nama == "id_tenaga" else f"putusan_{nama}"
    )
    daftar = susunan.scan("tenaga").filter(pl.col("status_baris") == "DAFTAR")
    lengkap = (
        daftar.join(fakta, on="id_tenaga", how="left", maintain_order="left")
        .join(putusan, on="id_tenaga", how="left", maintain_order="left")
        .join(_sources(susunan), on="id_berkas", how="left", maintain_order="left")
    )
    return lengkap.select(*_TENAGA, *_FAKTA, pl.col("^putusan_.*$"), *_ASAL)


def _national_history(susunan: Susunan) -> pl.LazyFrame:
    riwayat = susunan.scan("riwayat").filter(pl.col("id_tenaga").is_not_null())
    return (
        riwayat.join(_sources(susunan), on="id_berkas", how="left", maintain_order="left")
        .drop("id_riwayat", "id_tenaga", "id_berkas", "tak_terbaca")
        .sort("kode_instansi", maintain_order=True)
    )


def _national_findings(susunan: Susunan) -> pl.LazyFrame:
    letak = susunan.scan("tenaga").select("id_tenaga", "id_berkas", "nik", "lembar", "baris")
    return (
        susunan.scan("temuan")
        .join(letak, on="id_tenaga", how="left", maintain_order="left")
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
            maintain_order=True,
        )
    )


def _sources(susunan: Susunan) -> pl.LazyFrame:
    return susunan.scan("berkas").select("id_berkas", "sha256")


def _slices(susunan: Susunan, tabel: str) -> dict[str, tuple[int, int]]:
    panjang = (
        susunan.scan(tabel).select(pl.col("kode_instansi").rle().alias("r")).unnest("r").collect()
    )
    mulai = panjang["len"].cum_sum() - panjang["len"]
    return dict(zip(panjang["value"], zip(mulai, panjang["len"], strict=True), strict=True))


def _counts(daftar: pl.DataFrame) -> dict[str, int]:
    putusan = daftar["putusan_keseluruhan"]
    return {
        "daftar": daftar.height,
        "thk2": int((daftar["kategori"] == "THK-II").sum()),
        "memenuhi": int((putusan == "M").sum()),
        "tidak_memenuhi": int((putusan == "T").sum()),
        "belum_dinilai": int((putusan == "B").sum()),
    }


def _describe(isi: pl.DataFrame) -> dict[str, Any]:
    return {"baris": isi.height, "kolom": isi.columns, "sidik": sidik_baris(isi)}


def _deliveries(susunan: Susunan, kode: str) -> list[dict[str, Any]]:
    kiriman = susunan.scan("berkas").filter(pl.col("kode_instansi") == kode).sort("id_berkas")
    waktu = pl.col("waktu").dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return kiriman.select("kunci", waktu, "ukuran", "sha256", "status").collect().to_dicts()


def _parquet(isi: pl.DataFrame) -> bytes:
    wadah = io.BytesIO()
    isi.write_parquet(wadah, compression="zstd", compression_level=1)
    return wadah.getvalue()


def _json(isi: dict[str, Any]) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
