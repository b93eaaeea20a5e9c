"""The work history an instansi types: the SK of Data Utama again, and the years before it."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.isian import hari_sk
from tasks.gateways.negara.susunan import Susunan

I64 = NDArray[np.int64]
KOLOM = (
    "nik", "nomor_sk", "tanggal_sk", "tanggal_awal", "tanggal_akhir", "jabatan", "pendidikan", "unit_kerja",
    "jabatan_penandatangan", "jenis_penandatangan", "pembayaran", "file_sk", "file_bukti",
)  # fmt: skip


def isi_riwayat(s: Susunan, utama: pl.DataFrame) -> pl.DataFrame:
    """Rows of Data Riwayat for the people of `utama` (with i, kode, tahun, banyak, pembayaran, jenis).

    Adds i, pid and urut (0 = the SK of Data Utama). Earlier years are paid by the budget of the instansi.
    """
    banyak = utama["banyak"].to_numpy()
    letak = np.repeat(np.arange(len(banyak)), banyak)
    urut = np.arange(len(letak)) - np.repeat(np.cumsum(banyak) - banyak, banyak)
    baris = utama.select(
        "i", "kode", "pid", "nik", "tahun", "nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir", "jabatan",
        "pendidikan_sk", "unit_kerja", "jabatan_penandatangan", "jenis_penandatangan", "pembayaran",
        "pembayaran_dulu", "file_sk", "file_bukti", "jenis",
    )[letak].with_columns(urut=pl.Series(urut))  # fmt: skip
    tahun = (baris["tahun"] - baris["urut"]).to_numpy()
    triwulan = (baris["jenis"] == "RIWAYAT-LEBIH").to_numpy()
    awal, akhir = _tahunan(s, baris["pid"].to_numpy(), tahun)
    awal_tw, akhir_tw = _triwulanan(baris["tahun"].to_numpy(), urut)
    dulu = pl.col("urut") > 0
    mulai = pl.Series(np.where(triwulan, awal_tw, awal)).cast(pl.Date)
    selesai = pl.Series(np.where(triwulan, akhir_tw, akhir)).cast(pl.Date)
    nomor = pl.format("800/{}-{}/{}/{}", _angka(), "urut", "kode", pl.Series(tahun))
    return baris.with_columns(
        nomor_sk=pl.when(dulu).then(nomor).otherwise("nomor_sk"),
        tanggal_sk=pl.when(dulu).then(mulai).otherwise("tanggal_sk"),
        tanggal_awal=pl.when(dulu).then(mulai).otherwise("tanggal_mulai"),
        tanggal_akhir=pl.when(dulu).then(selesai).otherwise("tanggal_akhir"),
        pendidikan="pendidikan_sk",
        pembayaran=pl.when(dulu).then("pembayaran_dulu").otherwise("pembayaran"),
        file_sk=pl.when(dulu)
        .then(pl.format("sk-{}-r{}.pdf", _angka(), "urut"))
        .otherwise("file_sk"),
        file_bukti=pl.when(dulu)
        .then(pl.format("bukti-{}-r{}.pdf", _angka(), "urut"))
        .otherwise("file_bukti"),
    ).select(*KOLOM, "i", "pid", "urut", "jenis")


def _angka() -> pl.Expr:
    return pl.col("pid").cast(pl.String).str.zfill(7)


def _tahunan(
    s: Susunan, pid: I64, tahun: I64
) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    akhir = (tahun + 1 - 1970).astype("datetime64[Y]").astype("datetime64[D]") - 1
    return hari_sk(s, pid, tahun), akhir


def _triwulanan(tahun: I64, urut: I64) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    """Quarters going back from the year of the SK: many short contracts."""
    mulai = (tahun - 1970).astype("datetime64[Y]").astype("datetime64[M]") - 3 * urut
    awal = np.busday_offset(mulai.astype("datetime64[D]") + 4, 0, roll="forward")
    return awal, (mulai + 3).astype("datetime64[D]") - 1
