"""Patterns that only show when an instansi's rows are seen beside each other: the seeds of the W- rules."""

import numpy as np
import polars as pl

from tasks.gateways.negara.acak import pecahan
from tasks.gateways.negara.kuota import BERSIH, NASIB
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Orang, Susunan

BERUBAH, LONJAKAN = "W-JABATAN-BERUBAH", "W-LONJAKAN"
# Kinds that are lawful and only look like a fraud.
WAJAR = "WAJAR-"
_TAHUN: int = pengaturan()["bentuk"]["tahun_acuan"]
_SUSULAN = [NASIB.index(x) for x in ("c_thk", "c_non")]
_BERSAMA: dict[str, dict[str, pl.Expr]] = {
    "W-MULAI-TUMPUK": {
        "tanggal_sk": pl.date(_TAHUN - 1, 12, 30), "tanggal_mulai": pl.date(_TAHUN - 1, 12, 31),
    },
    "W-SK-TUMPUK": {"tanggal_sk": pl.date(_TAHUN, 12, 29), "tanggal_mulai": pl.date(_TAHUN - 1, 2, 3)},
    "W-SK-MASSAL": {
        "tanggal_sk": pl.date(_TAHUN - 1, 1, 6), "tanggal_mulai": pl.date(_TAHUN - 1, 1, 6),
        "jenis_penandatangan": pl.lit("KEPALA UNIT KERJA"),
        "jabatan_penandatangan": pl.lit("Kepala Unit Kerja"),
        "nomor_sk": pl.format("800/60000000/{}/{}", "kode", pl.lit(_TAHUN - 1)),
    },
    "W-SK-NOMOR": {"nomor_sk": pl.format("800/07/{}", "kode")},
    # Dated to the first working day of the year, numbered after its last.
    "W-SK-URUT": {
        "tanggal_sk": pl.when(pl.col("tahun") == _TAHUN).then(pl.date(_TAHUN, 1, 4)).otherwise(pl.date(pl.col("tahun"), 1, 2)),
        "nomor_sk": pl.format("800/366{}/{}/{}", pl.col("pid").cast(pl.String).str.zfill(7), "kode", "tahun"),
    },
    "WAJAR-SK-KOLEKTIF": {
        "tanggal_sk": pl.date(_TAHUN - 1, 2, 3), "tanggal_mulai": pl.date(_TAHUN - 1, 2, 3),
        "jenis_penandatangan": pl.lit("PPK"), "jabatan_penandatangan": pl.lit("Bupati"),
        "nomor_sk": pl.format("800/340000000/{}/{}", "kode", pl.lit(_TAHUN - 1)), "file_sk": pl.lit("sk-kolektif.pdf"),
    },
    "WAJAR-AWAL-BULAN": {
        "tanggal_sk": pl.date(_TAHUN - 1, 2, 27), "tanggal_mulai": pl.date(_TAHUN - 1, 3, 1),
    },
    "WAJAR-AGENDA": {
        "nomor_sk": pl.format(
            "800/{}{}/{}/{}", pl.col("tanggal_sk").dt.ordinal_day() + 1,
            pl.col("pid").cast(pl.String).str.zfill(7), "kode", pl.col("tanggal_sk").dt.year(),
        ),
    },
    "WAJAR-DAFTAR-BAYAR": {"file_bukti": pl.format("daftar-bayar-{}.pdf", pl.col("unit_kerja").str.replace_all(r"[^A-Za-z0-9]+", "-").str.head(60))},
    "W-BERKAS-SK": {"file_sk": pl.lit("sk-bersama.pdf")},
    "W-BERKAS-BUKTI": {"file_bukti": pl.lit("bukti-bersama.pdf")},
}  # fmt: skip


def tandai_pola(s: Susunan, o: Orang, jenis: pl.Series) -> pl.Series:
    """The jenis of these people where their instansi has a pattern and the share of its clean that takes
    part. Those who come late show only as a surge; the others were there before."""
    pola = s.kolom["pola"].gather(o.instansi)
    bagian = {nama: isi["bagian"] for nama, isi in pengaturan()["pola"].items()}
    batas = pola.replace_strict(bagian, default=0.0, return_dtype=pl.Float64)
    kena = pl.Series(pecahan(s.rencana.benih, "pola", o.pid)) < batas.fill_null(0.0)
    kena &= (jenis == BERSIH) & pl.Series(np.asarray(o.nasib >= 0))
    kena &= (pola == LONJAKAN).fill_null(False) == pl.Series(np.isin(o.nasib, _SUSULAN))
    return pl.select(pl.when(kena).then(pola).otherwise(jenis)).to_series().alias("jenis")


def beri_nomor_sk(utama: pl.DataFrame) -> pl.DataFrame:
    """SK numbers that go up with their dates, as in a register that is kept honestly; one that is there stays."""
    hari = pl.col("tanggal_sk").dt.ordinal_day().cast(pl.String)
    nomor = pl.col("pid").cast(pl.String).str.zfill(7)
    tahun = pl.col("tanggal_sk").dt.year()
    urut = pl.format("800/{}{}/{}/{}", hari, nomor, "kode", tahun)
    return utama.with_columns(nomor_sk=pl.coalesce("nomor_sk", urut))


def rusakkan_pola(utama: pl.DataFrame) -> pl.DataFrame:
    """What the pattern changes in the rows of those who take part in it."""
    for nama in sorted(set(utama["jenis"].unique()) & set(_BERSAMA)):
        ini = pl.col("jenis") == nama
        utama = utama.with_columns(
            pl.when(ini).then(nilai).otherwise(kolom).alias(kolom)
            for kolom, nilai in _BERSAMA[nama].items()
        )
    return utama


def tanpa_alasan(s: Susunan, hapus: pl.DataFrame) -> pl.Series:
    """Which of those taken out (nik) nobody gives a reason for."""
    nomor = hapus["nik"].cast(pl.Int64).to_numpy()
    return pl.Series(pecahan(s.rencana.benih, "hilang", nomor) < pengaturan()["pola_isi"]["hilang"])
