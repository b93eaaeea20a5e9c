"""The SPTJM of a night: which letters are accepted, for which potret, and why the others are not."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

import polars as pl

from reports.tulisan import saat
from rules.pembacaan.penolakan import tolak
from rules.sptjm import PotretInstansi, Tolak, find_sebutan, judge_sptjm
from tasks.gateways.gudang import empty_table
from tasks.gateways.mendarat_sptjm import read_surat
from tasks.gateways.penyusun.tolakan import Tolakan
from tasks.gateways.potret import frozen_tahap, read_manifest
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.sptjm_pdf import PALING_BANYAK, IsiSptjm, TandaTangan

Diterima = dict[int, tuple[PotretInstansi, IsiSptjm]]


def letters(terima: pl.DataFrame) -> list[str]:
    """Contents (sha256) of the receipts that are SPTJM."""
    return terima.filter(jenis="sptjm", diabaikan=False)["sha256"].unique().to_list()


def judge_surat(simpanan: Simpanan, terima: pl.DataFrame) -> tuple[Tolakan, Diterima]:
    """Refusals and acceptances of the SPTJM among these receipts, by id_berkas."""
    surat = terima.filter(jenis="sptjm", diabaikan=False)
    if surat.is_empty():
        return {}, {}
    isi, potret = read_surat(simpanan, letters(terima)), _frozen(simpanan)
    tolakan: Tolakan = {}
    diterima: Diterima = {}
    kolom = ("id_berkas", "kode_instansi", "waktu", "sha256")
    for nomor, kode, waktu, sidik in surat.select(kolom).iter_rows():
        if sidik in isi:
            hasil = _judge(isi[sidik], kode, waktu, potret.get(kode, []))
            if isinstance(hasil, Tolak):
                tolakan[nomor] = _told(hasil)
            else:
                diterima[nomor] = hasil, isi[sidik]
    return tolakan, diterima


def susun_sptjm(berkas: pl.DataFrame, diterima: Diterima) -> pl.DataFrame:
    """Table sptjm: the letter that counts per instansi, the last accepted one."""
    nomor = berkas.filter(status="BERLAKU", jenis="sptjm").sort("waktu", "id_berkas")
    akhir = nomor.group_by("kode_instansi", maintain_order=True).agg(
        pl.col("id_berkas", "waktu").last()
    )
    baris = [
        (*satu, potret.tahap, potret.sidik, isi.cara, _signers(isi.tanda_tangan))
        for satu in akhir.sort("kode_instansi").iter_rows()
        for potret, isi in [diterima[satu[1]]]
    ]
    return pl.DataFrame(baris, schema=empty_table("sptjm").schema, orient="row")


def _judge(
    isi: IsiSptjm, kode: str, waktu: datetime, potret: list[PotretInstansi]
) -> PotretInstansi | Tolak:
    if isi.cacat:
        lebih = {"halaman": str(isi.halaman), "paling_banyak": str(PALING_BANYAK)}
        return Tolak(isi.cacat, lebih)
    if rusak := [satu.siapa for satu in isi.tanda_tangan if not satu.utuh]:
        return Tolak("F-SPTJM-TANDA-TANGAN", {"siapa": ", ".join(rusak)})
    return judge_sptjm(find_sebutan("\n".join(isi.sebutan)), kode, waktu, potret)


def _told(hasil: Tolak) -> dict[str, str]:
    """The refusal as its sender reads it; moments as people write them."""
    isi = {
        nama: saat(datetime.fromisoformat(nilai)) if nama.startswith("batas") else nilai
        for nama, nilai in hasil.isi.items()
    }
    return asdict(tolak(hasil.kode, **isi).penolakan)


def _frozen(simpanan: Simpanan) -> dict[str, list[PotretInstansi]]:
    """Every frozen potret by instansi."""
    semua: dict[str, list[PotretInstansi]] = {}
    for kode, tahap in frozen_tahap(simpanan).items():
        final = "sptjm" in tahap.terbit
        for satu in read_manifest(simpanan, kode)["instansi"]:
            milik = semua.setdefault(satu["kode_instansi"], [])
            milik.append(
                PotretInstansi(
                    kode, tahap.nama, tahap.batas, satu["kode_instansi"], satu["sidik"], final
                )
            )
    return semua


def _signers(tanda: Iterable[TandaTangan]) -> str | None:
    """Who signed electronically and what is known of it; None for a scan."""
    rantai = {True: "dipercaya", False: "tidak dipercaya", None: "tidak diperiksa"}
    return (
        "; ".join(f"{satu.siapa} (rantai sertifikat {rantai[satu.dipercaya]})" for satu in tanda)
        or None
    )
