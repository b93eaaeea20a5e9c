"""Reads from the gudang what an explanation needs: of one NIK, or of the row a cell stands in."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import polars as pl

from reports import tulisan
from reports.penjelasan import Penjelasan, klausul_from
from reports.render import query as sql_of
from rules.bayangan import soften
from rules.kalender import kalender_on
from rules.katalog import hukum_terakhir
from rules.ketentuan import ketentuan_on
from rules.rule import load_rules
from rules.samaran import samarkan_nik
from tasks.gateways.gudang import open_gudang, open_susunan, query, used_gudang
from tasks.gateways.pendaftaran import PembacaPendaftaran
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import freeze_began
from tasks.gateways.simpanan import KOTAK_MASUK, open_simpanan, samarkan_kunci
from tasks.gateways.susunan import Susunan

# Rules that did not reject that night (tasks/check_aturan.py).
_LUNAK = "SELECT kode_aturan FROM bayangan WHERE hanya_memperingatkan"


class NikTidakAdaError(LookupError):
    """Nobody registered this NIK, or nobody stands in this row."""


def explain_nik(pengaturan: Pengaturan, nik: str, tahap: str | None = None) -> Penjelasan:
    """The explanation of one NIK, in the last night or at the closing of `tahap`.

    Raises NikTidakAdaError, FileNotFoundError where no such night was kept on this machine, ValueError
    for a gudang that other code judged.
    """
    samar = pl.select(samarkan_nik(pl.lit(nik))).item()
    return _explain(pengaturan, tahap, f"NIK {samar}", "penjelasan/nik", nik)


def explain_sel(
    pengaturan: Pengaturan, kunci: str, lembar: str, baris: int, tahap: str | None = None
) -> Penjelasan:
    """The explanation of who stands in a row of a workbook (`kunci` with or without kotak-masuk/).

    For rows whose NIK cannot be read; a row of Data Riwayat leads to its person. Raises as explain_nik.
    """
    kunci = KOTAK_MASUK + kunci.removeprefix(KOTAK_MASUK)
    perihal = f"{samarkan_kunci(kunci)}, lembar {lembar} baris {baris}"
    return _explain(pengaturan, tahap, perihal, "penjelasan/sel", kunci, lembar, baris)


def _explain(
    pengaturan: Pengaturan, tahap: str | None, perihal: str, pencari: str, *isi: object
) -> Penjelasan:
    with _open(pengaturan, tahap) as gudang:
        malam = query(gudang, "SELECT * FROM malam").row(0, named=True)
        siapa = query(gudang, sql_of(pencari), *isi)["id_tenaga"].to_list()
        if not siapa:
            raise NikTidakAdaError(
                f"{perihal}: tidak ada dalam gudang keadaan {tulisan.saat(malam['tanggal'])}"
            )
        k = ketentuan_on(malam["tanggal_hukum"])
        orang = query(gudang, sql_of("penjelasan/query"), siapa)
        lunak = query(gudang, _LUNAK)["kode_aturan"]
        pembaca = PembacaPendaftaran(gudang, k, soften(load_rules(), lunak))
        pendaftaran = tuple(pembaca.registration(orang[i]) for i in range(orang.height))
    nama = {satu.kode: satu.nama for satu in kalender_on(malam["tanggal_hukum"])}
    return Penjelasan(
        tanda=pengaturan.tanda,
        perihal=perihal,
        keadaan=malam["tanggal"],
        tahap=tahap and nama.get(tahap, tahap),
        tanggal_hukum=malam["tanggal_hukum"],
        versi_kode=malam["versi_kode"],
        sidik_regulasi=malam["sidik_regulasi"],
        hukum=klausul_from(pendaftaran, k),
        pendaftaran=pendaftaran,
    )


@contextmanager
def _open(pengaturan: Pengaturan, tahap: str | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The gudang of the last night, or the tables that the closing of `tahap` left behind."""
    if tahap is not None:
        susunan = Susunan(pengaturan.ruang_kerja / "susunan" / tahap)
        if not susunan.has("malam"):
            raise FileNotFoundError(_absent(pengaturan, tahap))
        with open_susunan(susunan) as gudang:
            yield gudang
        return
    with open_gudang(used_gudang(pengaturan), pengaturan.kunci_gudang) as gudang:
        yield gudang


def _absent(pengaturan: Pengaturan, tahap: str) -> str:
    """What to do about a closing whose tables this machine does not have."""
    batas = {satu.kode: satu.batas for satu in kalender_on(hukum_terakhir())}
    if tahap not in batas:
        return f"tahap {tahap} tidak dikenal; yang ada: {', '.join(batas)}"
    mulai = freeze_began(open_simpanan(pengaturan), tahap)
    if mulai is None:
        return f"tahap {tahap} belum ditutup"
    # A closing that ran late counted what it receipted itself; a rebuild must count the same.
    return (
        f"penutupan {tahap} tidak dibuat di mesin ini. Bangun lagi dari arsip: pendataan bangun-ulang "
        f"--tanggal {batas[tahap].isoformat()} --dicatat {mulai.isoformat()} --ke ulang; lalu jalankan "
        "perintah ini tanpa --tahap dengan PENDATAAN_RUANG_KERJA=ulang"
    )
