"""LAPOR THK-II: what an instansi says of those on its master list who do not work for it any more."""

from collections.abc import Sequence

import polars as pl

from tasks.gateways.negara.acak import I64, pecahan
from tasks.gateways.negara.bagian import kenali_semua, kenali_terpilih
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Susunan

ALASAN = ("MENINGGAL", "PINDAH", "DIBERHENTIKAN", "MENGUNDURKAN DIRI", "TIDAK AKTIF LAIN")


def susun_lapor(s: Susunan, instansi: Sequence[int]) -> pl.DataFrame:
    """Rows (i = who reports): some nobody registers, those moved to a neighbour, one kind of defect."""
    if not instansi:
        return pl.DataFrame(schema={"i": pl.Int64})
    return pl.concat(
        [_tak_didata(s, instansi), _pindah(s, instansi), _didata_juga(s, instansi)]
    ).sort("i", maintain_order=True)


def _tak_didata(s: Susunan, instansi: Sequence[int]) -> pl.DataFrame:
    k = kenali_semua(s, "induk", instansi)
    kena = pl.Series(
        pecahan(s.rencana.benih, "lapor", k.orang.pid) < pengaturan()["bentuk"]["lapor_thk2"]
    )
    i = k.orang.instansi
    tabel = k.ident.tabel.with_columns(
        i=pl.Series(i), alasan=pl.Series(ALASAN).gather(k.orang.pid % len(ALASAN))
    )
    return _baris(s, tabel, i, s.tetangga[i]).filter(kena)


def _pindah(s: Susunan, instansi: Sequence[int]) -> pl.DataFrame:
    """Released by the instansi of the master list, registered by the one before it."""
    pelapor = set(instansi)
    asal = [
        j for j in range(len(s.tetangga)) if int(s.tetangga[j]) in pelapor and s.banyak(j, "pra")
    ]
    nomor = s.nomor("THK2-LEPAS")
    tabel = kenali_terpilih(s, asal, lambda o: o.jenis == nomor)
    sini = tabel["i"].to_numpy()
    tabel = tabel.with_columns(i=pl.Series(s.tetangga[sini]), alasan=pl.lit("PINDAH"))
    return _baris(s, tabel, sini, sini)


def _didata_juga(s: Susunan, instansi: Sequence[int]) -> pl.DataFrame:
    """Reported gone by the very instansi that registers them."""
    nomor = s.nomor("THK2-LAPOR")
    tabel = kenali_terpilih(s, instansi, lambda o: o.jenis == nomor)
    i = tabel["i"].to_numpy()
    return _baris(s, tabel.with_columns(alasan=pl.lit("DIBERHENTIKAN")), i, i)


def _baris(s: Susunan, tabel: pl.DataFrame, asal: I64, tujuan: I64) -> pl.DataFrame:
    """`asal` stands in the number, as the master list was numbered; `tujuan` only for PINDAH."""
    kode = s.kolom["kode"]
    return tabel.select(
        "i",
        pl.format("5{}{}", kode.gather(asal), pl.col("pid").cast(pl.String).str.zfill(7)).alias(
            "nomor_peserta"
        ),
        nik=pl.lit(None, dtype=pl.String),
        nama="nama",
        alasan="alasan",
        kode_instansi_tujuan=pl.when(pl.col("alasan") == "PINDAH").then(kode.gather(tujuan)),
        tanggal=pl.lit(pengaturan()["bentuk"]["lapor_kejadian"]),
        keterangan=pl.lit(None, dtype=pl.String),
    )
