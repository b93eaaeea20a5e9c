"""What became of a proposal, objection or complaint: open, decided, overdue, and whether it was carried out."""

from datetime import datetime

import polars as pl

from rules.aduan_orang import DI_SINI, KUNCI, NIK, moment
from rules.kalender import WIB

TERBUKA, TERLAMBAT, DITERIMA = "TERBUKA", "TERLAMBAT", "DITERIMA"
USULAN, SANGGAHAN = "USULAN", "SANGGAHAN"
DILAKSANAKAN, BELUM = "DILAKSANAKAN", "BELUM"


def track_aduan(
    aduan: pl.DataFrame,
    putus: pl.DataFrame,
    batas: pl.DataFrame,
    berubah: pl.DataFrame,
    umum: datetime | None,
    tanggal: datetime,
) -> pl.DataFrame:
    """`aduan` (waktu, jenis, and what place_orang and place_potret say) with batas, keadaan, sisa_hari
    (whole days in WIB until an open one must be decided) and pelaksanaan.

    `putus`: KUNCI, keputusan_aduan in force. `batas`: kode_instansi, batas_diperpanjang. `berubah`: KUNCI
    of those whose person's row is not what the potret has. `umum`: until when corrections count for
    everybody. What came after the deadline of its instansi has no deadline and is never overdue.
    """
    hari = (
        pl.col("batas").dt.convert_time_zone(WIB.key).dt.date() - _date(tanggal)
    ).dt.total_days()
    return (
        aduan.join(putus, on=KUNCI, how="left", maintain_order="left")
        .join(batas, on="kode_instansi", how="left", maintain_order="left")
        .join(
            berubah.with_columns(berubah=pl.lit(True)), on=KUNCI, how="left", maintain_order="left"
        )
        .with_columns(batas=_deadline(umum))
        .with_columns(keadaan=_state(tanggal), pelaksanaan=_carried_out())
        .with_columns(
            sisa_hari=pl.when(pl.col("keadaan") == TERBUKA).then(hari).cast(pl.Int32),
        )
    )


def _deadline(umum: datetime | None) -> pl.Expr:
    batas = pl.max_horizontal(
        moment(umum), pl.col("batas_diperpanjang").dt.convert_time_zone("UTC")
    )
    return pl.when(pl.col("waktu").dt.convert_time_zone("UTC") <= batas).then(batas)


def _state(tanggal: datetime) -> pl.Expr:
    lewat = (pl.col("batas") < moment(tanggal)).fill_null(value=False)
    terbuka = pl.when(lewat).then(pl.lit(TERLAMBAT)).otherwise(pl.lit(TERBUKA))
    return pl.coalesce("keputusan_aduan", terbuka)


def _carried_out() -> pl.Expr:
    """DILAKSANAKAN or BELUM of what was accepted; null where nothing can be told.

    A proposal is carried out when the person stands in the list: by NIK, or under a name that the
    potret did not have (one that it had is a namesake). An objection, when the person is gone
    or their row is no longer what was announced.
    """
    masuk = (pl.col("terdaftar") == DI_SINI) & (
        (pl.col("cara") == NIK) | ~pl.col("di_potret").fill_null(value=False)
    )
    pergi = pl.col("terdaftar") != DI_SINI
    tercatat = pl.col("di_potret").fill_null(value=False)
    sanggah = (
        pl.when(pergi & tercatat).then(True)
        .when(tercatat).then(pl.col("berubah").fill_null(value=False))
    )  # fmt: skip
    jadi = (
        pl.when(pl.col("jenis") == USULAN).then(masuk)
        .when(pl.col("jenis") == SANGGAHAN).then(sanggah)
    )  # fmt: skip
    kata = pl.when(jadi).then(pl.lit(DILAKSANAKAN)).when(~jadi).then(pl.lit(BELUM))
    return pl.when(pl.col("keputusan_aduan") == DITERIMA).then(kata)


def _date(tanggal: datetime) -> pl.Expr:
    return pl.lit(tanggal.astimezone(WIB).date())
