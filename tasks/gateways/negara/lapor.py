"""LAPOR THK-II: what an instansi says of those on its master list who do not work for it any more."""

from datetime import date

import numpy as np
import polars as pl

from tasks.gateways.negara.acak import pecahan
from tasks.gateways.negara.bagian import kenali
from tasks.gateways.negara.identitas import identitas
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Susunan

ALASAN = ("MENINGGAL", "PINDAH", "DIBERHENTIKAN", "MENGUNDURKAN DIRI", "TIDAK AKTIF LAIN")
KEJADIAN = date(2022, 1, 3)


def susun_lapor(s: Susunan, i: int) -> pl.DataFrame:
    """Rows of the sheet: some nobody registers, those moved to the next instansi, and one kind of defect."""
    return pl.concat([_tak_didata(s, i), _pindah(s, i), _didata_juga(s, i)])


def _tak_didata(s: Susunan, i: int) -> pl.DataFrame:
    k = kenali(s, i, "induk", 0, s.banyak(i, "induk"))
    kode = s.rencana.instansi["kode"]
    kena = pl.Series(
        pecahan(s.rencana.benih, "lapor", k.orang.pid) < pengaturan()["bentuk"]["lapor_thk2"]
    )
    alasan = pl.Series(ALASAN).gather(k.orang.pid % len(ALASAN))
    return _baris(k.ident.tabel, kode[i], alasan, kode[s.tetangga(i)]).filter(kena)


def _pindah(s: Susunan, i: int) -> pl.DataFrame:
    """Released by this instansi, registered by the one before it in the list."""
    dari = s.tetangga(i, -1)
    tabel = _bercacat(s, dari, "THK2-LEPAS")
    kode = s.rencana.instansi["kode"]
    alasan = pl.Series(["PINDAH"]).new_from_index(0, tabel.height)
    return _baris(tabel, kode[dari], alasan, kode[dari])


def _didata_juga(s: Susunan, i: int) -> pl.DataFrame:
    """Reported gone by the very instansi that registers them."""
    tabel = _bercacat(s, i, "THK2-LAPOR")
    kode = s.rencana.instansi["kode"][i]
    return _baris(tabel, kode, pl.Series(["DIBERHENTIKAN"]).new_from_index(0, tabel.height), kode)


def _bercacat(s: Susunan, i: int, jenis: str) -> pl.DataFrame:
    o = s.orang(i, "pra", 0, s.banyak(i, "pra"))
    o = o.saring(np.asarray(o.jenis == s.nomor(jenis)))
    return identitas(s, o, {}).tabel


def _baris(tabel: pl.DataFrame, kode: str, alasan: pl.Series, tujuan: str) -> pl.DataFrame:
    """`kode` stands in the number, as the master list was numbered; `tujuan` only for PINDAH."""
    return tabel.select(
        pl.format("5{}{}", pl.lit(kode), pl.col("pid").cast(pl.String).str.zfill(7)).alias(
            "nomor_peserta"
        ),
        nik=pl.lit(None, dtype=pl.String),
        nama="nama",
        alasan=alasan,
        kode_instansi_tujuan=pl.when(alasan == "PINDAH").then(pl.lit(tujuan)),
        tanggal=pl.lit(KEJADIAN),
        keterangan=pl.lit(None, dtype=pl.String),
    )
