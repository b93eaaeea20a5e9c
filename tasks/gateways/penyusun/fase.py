"""Where every instansi stands as of a night."""

from datetime import datetime

import polars as pl

from rules.fase import Keadaan, susun_fase
from rules.kalender import Tahap
from tasks.gateways.susunan import Susunan


def susun_tabel_fase(
    susunan: Susunan, berkas: pl.DataFrame, kalender: tuple[Tahap, ...], tanggal: datetime
) -> None:
    """Writes table fase; needs instansi, perpanjangan, pembukaan and sptjm. What came too late was not
    sent."""
    dikirim = berkas.lazy().filter(
        pl.col("jenis") == "data-utama", pl.col("status") != "DIABAIKAN", ~pl.col("terlambat")
    )
    instansi = (
        susunan.scan("instansi")
        .select("kode_instansi")
        .join(
            dikirim.select("kode_instansi", mengirim=pl.lit(True)).unique(),
            on="kode_instansi",
            how="left",
        )
        .with_columns(pl.col("mengirim").fill_null(False))
    )
    # Table sptjm holds the accepted letters only; refused ones stand in penolakan.
    sptjm = susunan.scan("sptjm").with_columns(keadaan=pl.lit("DITERIMA"))
    keadaan = Keadaan(instansi, susunan.scan("perpanjangan"), sptjm, susunan.scan("pembukaan"))
    susunan.write("fase", susun_fase(keadaan, kalender, tanggal))
