"""Shadow runs: today's rules over every potret that other code or another law file made."""

import hashlib
from datetime import datetime
from pathlib import Path

import polars as pl

from rules.bandingan import match_putusan
from rules.bayangan import MENOLAK, Timbangan, match_bayangan, violations, weigh
from rules.ketentuan import Ketentuan, ketentuan_on, sidik_regulasi
from rules.rule import Aturan, load_rules
from tasks.gateways.hukum import versi_kode
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import frozen_tahap, read_manifest
from tasks.gateways.potret_beku import LETAK, frozen_putusan, place_of, scan_temuan_beku
from tasks.gateways.simpanan import Simpanan, open_simpanan
from tasks.gateways.simulasi import (
    Dasar,
    assemble,
    dasar_potret,
    describe_people,
    judge_under,
)
from tasks.gateways.susunan import Susunan

SKEMA = {
    "tahap": pl.String(), "kode_aturan": pl.String(), "arah": pl.String(), "perubahan": pl.String(),
    "kode_instansi": pl.String(), "instansi": pl.String(), "provinsi": pl.String(),
    "kelompok_jabatan": pl.String(), "nik": pl.String(), "kunci": pl.String(),
    "lembar": pl.String(), "baris": pl.Int32(),
}  # fmt: skip


def weigh_aturan(pengaturan: Pengaturan, sebelum: datetime, k: Ketentuan) -> tuple[Timbangan, ...]:
    """Every rule that would newly reject somebody in the potret of a tahap whose deadline is before
    `sebelum`, against the law `k`. A potret made by the same code and law files is skipped."""
    simpanan = open_simpanan(pengaturan)
    timbangan: list[Timbangan] = []
    for kode in frozen_tahap(simpanan):
        manifes = read_manifest(simpanan, kode)
        if datetime.fromisoformat(manifes["batas"]) < sebelum and not _same_hands(manifes):
            orang = shadow(pengaturan, kode)
            timbangan += weigh(kode, count_menolak(orang), manifes["jumlah"], k)
    return tuple(timbangan)


def shadow(pengaturan: Pengaturan, tahap: str, tambahan: tuple[Aturan, ...] = ()) -> pl.DataFrame:
    """Whom today's rules (with `tambahan`, which replace those of their code) judge otherwise than the
    potret of `tahap`, under the law of that potret: one row per person and rule, columns SKEMA.

    Without `tambahan` kept in the working folder until code or law files change."""
    simpan = _kept(pengaturan, tahap)
    if not tambahan and simpan.exists():
        return pl.read_parquet(simpan)
    simpanan = open_simpanan(pengaturan)
    dasar = dasar_potret(simpanan, tahap)
    with assemble(pengaturan, dasar) as susunan:
        orang = _compare(simpanan, dasar, susunan, _with(tambahan))
    if not tambahan:
        simpan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        orang.write_parquet(simpan)
    return orang


def softened(susunan: Susunan) -> list[str]:
    """Codes of the rules that only warn in these tables; none where no shadow was run."""
    if not susunan.has("bayangan"):
        return []
    lunak = susunan.scan("bayangan").filter("hanya_memperingatkan").select("kode_aturan")
    return lunak.unique().collect()["kode_aturan"].sort().to_list()


def count_menolak(orang: pl.DataFrame) -> dict[str, int]:
    """People newly rejected, by rule."""
    ditolak = orang.filter(arah=MENOLAK).group_by("kode_aturan").len()
    return dict(ditolak.iter_rows())


def _compare(
    simpanan: Simpanan, dasar: Dasar, susunan: Susunan, aturan: tuple[Aturan, ...]
) -> pl.DataFrame:
    tahap, k = dasar.tahap.kode, ketentuan_on(dasar.hari)
    kini = judge_under(susunan, k, "kini", aturan)
    beku = frozen_putusan(simpanan, tahap, susunan)
    langgar_beku = (
        scan_temuan_beku(simpanan, tahap)
        .join(place_of(susunan), on=LETAK)
        .select("id_tenaga", "kode_aturan")
    )
    berubah = match_bayangan(
        langgar_beku,
        violations(kini.scan("fakta"), k, aturan),
        match_putusan(beku, kini.scan("putusan")),
    )
    orang = describe_people(susunan, kini, berubah.with_columns(tahap=pl.lit(tahap)))
    return orang.sort("kode_aturan", "arah", "id_tenaga").select(*SKEMA).cast(SKEMA)


def _with(tambahan: tuple[Aturan, ...]) -> tuple[Aturan, ...]:
    semua = {satu.kode: satu for satu in (*load_rules(), *tambahan)}
    return tuple(semua.values())


def _same_hands(manifes: dict[str, str]) -> bool:
    """The same code under the same law files says the same again."""
    return (manifes["versi_kode"], manifes["sidik_regulasi"]) == (versi_kode(), sidik_regulasi())


def _kept(pengaturan: Pengaturan, tahap: str) -> Path:
    sidik = hashlib.sha256(f"{versi_kode()} {sidik_regulasi()}".encode()).hexdigest()[:16]
    return pengaturan.ruang_kerja / "bayangan" / f"{tahap}-{sidik}.parquet"
