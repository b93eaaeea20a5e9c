"""A past or present state of the nation, built aside and judged again under another law."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from rules.bandingan import KESELURUHAN, match_putusan
from rules.fakta import derive_fakta
from rules.kalender import Tahap
from rules.ketentuan import Ketentuan
from rules.putusan import judge
from rules.rule import KRITERIA, Aturan, load_rules
from rules.samaran import samarkan_nik
from tasks.gateways.gudang import open_gudang
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.masukan import scan_masukan
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.tabel import susun_tabel
from tasks.gateways.potret import freeze_began, frozen_tahap, read_manifest
from tasks.gateways.simpanan import Simpanan, open_simpanan, samarkan_kunci
from tasks.gateways.susunan import Susunan

PUTUSAN = (KESELURUHAN, *KRITERIA)
SIAPA = (
    "kode_instansi", "instansi", "provinsi", "kelompok_jabatan", "nik", "kunci", "lembar", "baris",
)  # fmt: skip


@dataclass(frozen=True)
class Dasar:
    """What is judged again: everything sent by `saat` and receipted by `dicatat`; `tahap` when it is the
    basis of a potret."""

    saat: datetime
    dicatat: datetime
    tahap: Tahap | None = None

    @property
    def hari(self) -> date:
        """The day whose law it was judged under."""
        return tanggal_hukum(self.saat)


class TidakAdaDasarError(LookupError):
    """There is nothing to simulate on: no such potret, or no night yet."""


def dasar_potret(simpanan: Simpanan, kode: str) -> Dasar:
    """What the potret of a tahap was frozen from. Raises TidakAdaDasarError where it is not frozen."""
    beku = frozen_tahap(simpanan)
    mulai = freeze_began(simpanan, kode) if kode in beku else None
    if mulai is None:
        raise TidakAdaDasarError(
            f"potret {kode} tidak ada; yang sudah dibekukan: {', '.join(beku) or 'belum satu pun'}"
        )
    batas = datetime.fromisoformat(read_manifest(simpanan, kode)["batas"])
    return Dasar(batas, mulai, beku[kode])


def dasar_gudang(pengaturan: Pengaturan) -> Dasar:
    """What the gudang in use was built from. Raises TidakAdaDasarError before the first night."""
    jalur = pengaturan.ruang_kerja / "gudang.duckdb"
    if not jalur.exists():
        raise TidakAdaDasarError(f"{jalur} belum ada; jalankan pendataan nightly lebih dahulu")
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        (saat,) = gudang.execute("SELECT tanggal FROM malam").fetchone()
    return Dasar(saat, saat)


@contextmanager
def assemble(pengaturan: Pengaturan, dasar: Dasar) -> Iterator[Susunan]:
    """The tables of that state in a folder of their own, gone afterwards; nothing else is written."""
    pengaturan.ruang_kerja.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=pengaturan.ruang_kerja, prefix="simulasi-") as folder:
        susunan = Susunan(Path(folder))
        susun_tabel(open_simpanan(pengaturan), susunan, dasar.saat, dasar.dicatat)
        yield susunan


def judge_under(
    susunan: Susunan, k: Ketentuan, nama: str, aturan: tuple[Aturan, ...] | None = None
) -> Susunan:
    """Facts and verdicts of those tables under `k`, in a folder `nama` beside them."""
    hasil = Susunan(susunan.folder / nama)
    hasil.write("fakta", derive_fakta(scan_masukan(susunan), k))
    hasil.write("putusan", judge(hasil.scan("fakta"), k, aturan or load_rules()))
    return hasil


def changed_people(susunan: Susunan, lama: Susunan, baru: Susunan) -> pl.DataFrame:
    """Whose verdict differs: who and where they are (describe_people, as of `lama`), then the columns
    of match_putusan."""
    berubah = match_putusan(lama.scan("putusan"), baru.scan("putusan"))
    return describe_people(susunan, lama, berubah).select(*SIAPA, *PUTUSAN)


def describe_people(susunan: Susunan, hasil: Susunan, orang: pl.LazyFrame) -> pl.DataFrame:
    """`orang` (id_tenaga first) with SIAPA beside it, in the order of id_tenaga."""
    ciri = orang.join(_ciri(susunan, hasil), on="id_tenaga").join(who_of(susunan), on="id_tenaga")
    return ciri.sort("id_tenaga").collect(engine="streaming")


def who_of(susunan: Susunan) -> pl.LazyFrame:
    """Where each tenaga stands, fit to be shown: id_tenaga, nik (masked), kunci, lembar, baris."""
    kunci = susunan.read("berkas").select(
        "id_berkas", pl.col("kunci").map_elements(samarkan_kunci, return_dtype=pl.String)
    )
    return (
        susunan.scan("tenaga")
        .select("id_tenaga", "id_berkas", "lembar", "baris", nik=samarkan_nik(pl.col("nik")))
        .join(kunci.lazy(), on="id_berkas")
        .drop("id_berkas")
    )


def people_per(susunan: Susunan, lama: Susunan, ciri: str) -> pl.DataFrame:
    """People judged per value of kode_instansi, provinsi or kelompok_jabatan: that column, jumlah."""
    per = _ciri(susunan, lama).group_by(ciri).agg(jumlah=pl.len().cast(pl.Int64))
    return per.collect(engine="streaming")


def _ciri(susunan: Susunan, lama: Susunan) -> pl.LazyFrame:
    """The kinds by which changes are counted, per tenaga of the list."""
    instansi = susunan.scan("instansi").select(
        "kode_instansi", "provinsi", instansi=pl.format("{} {}", "kode_instansi", "nama")
    )
    return (
        lama.scan("fakta")
        .select("id_tenaga", "kelompok_jabatan")
        .join(susunan.scan("tenaga").select("id_tenaga", "kode_instansi"), on="id_tenaga")
        .join(instansi, on="kode_instansi", how="left")
        .with_columns(pl.col("provinsi").fill_null("Instansi pusat"))
    )
