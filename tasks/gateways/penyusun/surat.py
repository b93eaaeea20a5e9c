"""The SPTJM of a night: which letters are accepted, for which potret, and why the others are not."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime

import polars as pl

from reports.tulisan import saat
from rules.pembacaan.penolakan import tolak
from rules.sptjm import PotretInstansi, Tolak, find_sebutan, judge_sptjm
from tasks.gateways.gudang import empty_table
from tasks.gateways.mendarat_sptjm import read_surat
from tasks.gateways.penyusun.tolakan import Tolakan
from tasks.gateways.potret_instansi import read_potret_instansi
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.sptjm_pdf import PALING_BANYAK, PALING_BESAR_MB, IsiSptjm
from tasks.gateways.tanda_tangan_pdf import TandaTangan

Diterima = dict[int, tuple[PotretInstansi, IsiSptjm]]


def letters(terima: pl.DataFrame) -> list[str]:
    """Contents (sha256) of the receipts that are SPTJM."""
    return terima.filter(jenis="sptjm", diabaikan=False)["sha256"].unique().to_list()


def judge_surat(
    simpanan: Simpanan, terima: pl.DataFrame, instansi: pl.DataFrame, pembukaan: pl.DataFrame
) -> tuple[Tolakan, Diterima]:
    """Refusals and acceptances of the SPTJM among these receipts, by id_berkas; `instansi` names them.

    A re-opened finalisasi that `pembukaan` withdraws takes no letter any more, unless one was accepted
    before: then the withdrawal came too late.
    """
    surat = terima.filter(jenis="sptjm", diabaikan=False)
    if surat.is_empty():
        return {}, {}
    isi, potret = read_surat(simpanan, letters(terima)), read_potret_instansi(simpanan, pembukaan)
    nama = dict(instansi.select("kode_instansi", "nama").iter_rows())
    tolakan: Tolakan = {}
    diterima: Diterima = {}
    kolom = ("id_berkas", "kode_instansi", "waktu", "sha256")
    for nomor, kode, waktu, sidik in surat.sort("waktu", "id_berkas").select(kolom).iter_rows():
        if sidik in isi:
            milik = potret.get(kode, [])
            hasil = _judge(isi[sidik], kode, waktu, milik)
            if isinstance(hasil, Tolak):
                tolakan[nomor] = _told(hasil, nama)
            else:
                diterima[nomor] = hasil, isi[sidik]
                milik[milik.index(hasil)] = replace(hasil, dibatalkan=None)
    return tolakan, diterima


def susun_sptjm(berkas: pl.DataFrame, diterima: Diterima) -> pl.DataFrame:
    """Table sptjm: the letter that counts per instansi, the last accepted one. One that was received
    and not examined yet (`pendataan terima` in the midst of a night) changes nothing."""
    berlaku = berkas.filter(pl.col("id_berkas").is_in(list(diterima)), status="BERLAKU")
    nomor = berlaku.sort("waktu", "id_berkas")
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
        batas = {"paling_banyak": str(PALING_BANYAK), "paling_besar": str(PALING_BESAR_MB)}
        return Tolak(isi.cacat, batas | {"halaman": str(isi.halaman)})
    if rusak := [satu.siapa for satu in isi.tanda_tangan if satu.utuh is False]:
        return Tolak("F-SPTJM-TANDA-TANGAN", {"siapa": ", ".join(rusak)})
    if any(satu.utuh is None for satu in isi.tanda_tangan):
        return Tolak("F-SPTJM-TANDA-TANGAN-LAIN", {})
    return judge_sptjm(find_sebutan("\n".join(isi.sebutan)), kode, waktu, potret)


def _told(hasil: Tolak, instansi: Mapping[str, str]) -> dict[str, str]:
    """The refusal as its sender reads it: moments as people write them, another instansi by its name."""
    isi = {
        nama: saat(datetime.fromisoformat(nilai)) if nama.startswith("batas") else nilai
        for nama, nilai in hasil.isi.items()
    }
    if "lain" in isi:
        isi["lain"] = instansi.get(isi["lain"], f"kode {isi['lain']}")
    return asdict(tolak(hasil.kode, **isi).penolakan)


def _signers(tanda: Iterable[TandaTangan]) -> str | None:
    """Who signed electronically and what is known of it; None for a scan."""
    rantai = {True: "dipercaya", False: "tidak dipercaya", None: "tidak diperiksa"}
    return (
        "; ".join(f"{satu.siapa} (rantai sertifikat {rantai[satu.dipercaya]})" for satu in tanda)
        or None
    )
