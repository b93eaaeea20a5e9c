"""Two potret beside each other, some instansi at a time, with what was said between them."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import polars as pl

from rules.aduan_keadaan import DITERIMA
from rules.alasan_perubahan import Keterangan, count_changes, explain_changes
from rules.banding_potret import DIBACA, Banding, compare_potret
from rules.kalender import Tahap, batas_menerima, kalender_on
from rules.ketentuan import ketentuan_on
from rules.kewajaran_potret import exit_reasons
from rules.rule import load_rules
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.masukan import scan_masukan
from tasks.gateways.potret import every_potret, frozen_tahap, potret_key, read_manifest
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

RINGKAS = {
    "tahap": pl.String, "tahap_lama": pl.String, "kode_instansi": pl.String, "perubahan": pl.String,
    "sebab": pl.String, "orang": pl.Int64, "jabatan": pl.Int64,
}  # fmt: skip
_AWALAN = "publik/perbandingan/"
# People of both potret that are compared at a time: memory stays flat.
_SEKALI = 200_000
_TEMUAN = ("kode_instansi", "nik", "kolom", "kode_aturan")


@dataclass(frozen=True)
class Potongan:
    """Some instansi compared: `orang` (explain_changes), `sel` and `ringkas` (count_changes)."""

    kode: tuple[str, ...]
    orang: pl.DataFrame
    sel: pl.DataFrame
    ringkas: pl.DataFrame


def older_tahap(simpanan: Simpanan, tahap: Tahap) -> Tahap | None:
    """The youngest tahap with a potret whose deadline lies before that of `tahap`; None for the first."""
    lebih_tua = [satu for satu in frozen_tahap(simpanan).values() if satu.batas < tahap.batas]
    return lebih_tua[-1] if lebih_tua else None


def pairs(simpanan: Simpanan, susunan: Susunan, baru: Tahap) -> Iterator[tuple[Tahap, Tahap]]:
    """What `baru` is compared with: the tahap before it; for a finalisasi of single instansi the potret
    that the last accepted SPTJM of each names, or its last final one where none is accepted."""
    if baru.instansi is None:
        if lama := older_tahap(simpanan, baru):
            yield lama, baru
        return
    semua = [satu for satu in every_potret(simpanan).values() if satu.batas < baru.batas]
    tahap = {satu.kode: satu for satu in semua}
    dinyatakan = dict(susunan.read("sptjm").select("kode_instansi", "tahap").iter_rows())
    milik: dict[str, set[str]] = {}
    for kode in baru.instansi:
        final = [satu.kode for satu in semua if "sptjm" in satu.terbit and satu.holds(kode)]
        if lama_kode := dinyatakan.get(kode, final[-1] if final else None):
            milik.setdefault(lama_kode, set()).add(kode)
    for lama_kode in sorted(milik):
        yield tahap[lama_kode], replace(baru, instansi=frozenset(milik[lama_kode]))


def compare_tahap(
    simpanan: Simpanan, susunan: Susunan, lama: Tahap, baru: Tahap
) -> Iterator[Potongan]:
    """Every instansi of either potret that `baru` is for, in the order of their codes; `susunan` holds the
    night's tables of the younger one."""
    dulu, kini = (
        {kode: orang for kode, orang in _sizes(simpanan, satu.kode).items() if baru.holds(kode)}
        for satu in (lama, baru)
    )
    kata = _read_keterangan(susunan, lama, baru)
    for kode in _stretches(dulu, kini):
        daftar = (
            _scan(simpanan, tahap.kode, [satu for satu in kode if jumlah.get(satu)])
            for tahap, jumlah in ((lama, dulu), (baru, kini))
        )
        banding = compare_potret(*daftar)
        temuan = _findings(simpanan, lama.kode, [satu for satu in kode if dulu.get(satu)], banding)
        orang = explain_changes(banding, kata(temuan=temuan))
        yield Potongan(kode, orang, banding.sel, count_changes(orang, banding.sama))


def write_ringkas(
    simpanan: Simpanan, lama: Tahap, baru: Tahap, ringkas: pl.DataFrame
) -> pl.DataFrame:
    """Publishes the counts of one pair of potret for everybody; returns them as RINGKAS."""
    isi = ringkas.select(
        pl.lit(baru.kode).alias("tahap"), pl.lit(lama.kode).alias("tahap_lama"), *list(RINGKAS)[2:]
    )
    simpanan.put_changed(f"{_AWALAN}{baru.kode}.csv", isi.write_csv().encode(), "text/csv")
    return isi


def read_ringkas(simpanan: Simpanan, sampai: datetime) -> pl.DataFrame:
    """RINGKAS of every pair whose younger deadline had passed at `sampai`."""
    ada = (
        f"{_AWALAN}{kode}.csv" for kode, t in frozen_tahap(simpanan).items() if t.batas <= sampai
    )
    isi = [
        pl.read_csv(io.BytesIO(simpanan.get(kunci)), schema=RINGKAS)
        for kunci in ada
        if simpanan.exists(kunci)
    ]
    return pl.concat([pl.DataFrame(schema=RINGKAS), *isi])


def _sizes(simpanan: Simpanan, tahap: str) -> dict[str, int]:
    instansi = read_manifest(simpanan, tahap)["instansi"]
    return {satu["kode_instansi"]: satu["jumlah"]["daftar"] for satu in instansi}


def _stretches(dulu: dict[str, int], kini: dict[str, int]) -> Iterator[tuple[str, ...]]:
    potong: list[str] = []
    banyak = 0
    for kode in sorted(dulu.keys() | kini.keys()):
        potong.append(kode)
        banyak += dulu.get(kode, 0) + kini.get(kode, 0)
        if banyak >= _SEKALI:
            yield tuple(potong)
            potong, banyak = [], 0
    if potong:
        yield tuple(potong)


def _scan(simpanan: Simpanan, tahap: str, kode: list[str]) -> pl.LazyFrame:
    if not kode:
        tipe = {n: pl.Date() if n.startswith("tanggal") else pl.String() for n in DIBACA}
        return pl.LazyFrame(schema=tipe)
    jalur = [simpanan.local_path(potret_key(tahap, satu, "daftar.parquet")) for satu in kode]
    return pl.scan_parquet(jalur).select(DIBACA)


def _findings(simpanan: Simpanan, tahap: str, kode: list[str], banding: Banding) -> pl.DataFrame:
    """_TEMUAN of the people whose fields changed: what the older potret asked of their rows."""
    jalur = [simpanan.local_path(potret_key(tahap, satu, "temuan.parquet")) for satu in kode]
    if not jalur:
        return pl.DataFrame(schema=dict.fromkeys(_TEMUAN, pl.String))
    orang = banding.sel.lazy().select("kode_instansi", "kolom", nik="nik_lama").unique()
    aturan = [satu.kode for satu in load_rules() if satu.sasaran == "tenaga"]
    return (
        pl.scan_parquet(jalur)
        .filter((pl.col("berat") != "info") & pl.col("kode_aturan").is_in(aturan))
        .select(pl.col(nama).cast(pl.String) for nama in _TEMUAN)
        .join(orang, on=["kode_instansi", "nik", "kolom"], how="semi")
        .collect()
    )


def _read_keterangan(susunan: Susunan, lama: Tahap, baru: Tahap) -> Callable[..., Keterangan]:
    """What was said between the two, but for the findings, which come with each stretch."""
    hari = tanggal_hukum(baru.batas)
    izin = susunan.scan("perpanjangan").filter(pl.col("batas_diperpanjang").is_not_null())
    return partial(
        Keterangan,
        [satu.collect() for satu in exit_reasons(scan_masukan(susunan), ketentuan_on(hari))],
        _accepted(susunan),
        _deliveries(susunan),
        izin.select("kode_instansi", "nomor_surat").collect(),
        susunan.read("pembukaan"),
        sejak=lama.batas,
        umum=batas_menerima(kalender_on(hari), "masukan"),
    )


def _accepted(susunan: Susunan) -> pl.DataFrame:
    """kode_instansi, nik, id, jenis of the complaints that were accepted and are about somebody known."""
    if not susunan.has("aduan_orang"):
        return pl.DataFrame(
            schema=dict.fromkeys(("kode_instansi", "nik", "id", "jenis"), pl.String)
        )
    jenis = susunan.scan("aduan").select("kode_instansi", "id", "jenis")
    return (
        susunan.scan("aduan_orang")
        .filter(pl.col("keadaan") == DITERIMA)
        .join(jenis, on=["kode_instansi", "id"])
        .select("kode_instansi", "nik", "id", "jenis")
        .drop_nulls("nik")
        .collect()
    )


def _deliveries(susunan: Susunan) -> pl.DataFrame:
    """Every content of Data Utama, by its last delivery, with the one that stands in its place now."""
    semua = (
        susunan.scan("berkas").filter(pl.col("jenis") == "data-utama").sort("waktu", "id_berkas")
    )
    berlaku = pl.col("status") == "BERLAKU"
    kini = (
        semua.filter(berlaku)
        .group_by("kode_instansi", "bagian")
        .agg(pengganti=pl.col("nama_berkas").last(), waktu_pengganti=pl.col("waktu").last())
    )
    return (
        semua.sort(berlaku, maintain_order=True)
        .group_by("kode_instansi", "sha256")
        .agg(pl.col("nama_berkas", "waktu", "bagian", "kunci").last())
        .join(kini, on=["kode_instansi", "bagian"], how="left")
        .select(
            "kode_instansi", "sha256", "nama_berkas", "waktu", "pengganti", "waktu_pengganti",
            jawaban=pl.col("bagian") != pl.col("kunci"),
        )
        .collect()
    )  # fmt: skip
