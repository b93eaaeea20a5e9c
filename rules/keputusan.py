"""Which warnings an instansi has confirmed: its decisions, carried forward until the cells change."""

from typing import TYPE_CHECKING

import polars as pl

from rules.pembacaan.jawaban import BENAR, KUNCI, kunci_dari

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

PERTANYAAN = ["kode_instansi", KUNCI, "kode_aturan", "isian"]


def konfirmasi(
    temuan: pl.LazyFrame,
    tenaga: pl.LazyFrame,
    riwayat: pl.LazyFrame,
    kunci: pl.LazyFrame,
    keputusan: pl.DataFrame,
) -> pl.DataFrame:
    """Rows of table konfirmasi: the findings whose last answer is BENAR with a reason.

    `temuan`, `tenaga`, `riwayat`, `keputusan` are tables of the gudang; `kunci` gives the keys that
    rows of answer workbooks in force brought along (id_berkas, bentuk, baris, lembar, kunci_baris).
    A question is the row's key, the rule, and the content of the cells it rests on: when one of
    these changes it is another question.
    """
    jawaban = keputusan.sort("waktu", "id_berkas", "baris").unique(
        PERTANYAAN, keep="last", maintain_order=True
    )
    berlaku = jawaban.filter((pl.col("keputusan") == BENAR) & pl.col("alasan").is_not_null())
    tanya = ["kode_instansi", "kode_aturan", "isian"]
    calon = temuan.join(berlaku.lazy().select(tanya).unique(), on=tanya, how="semi")
    utama = calon.filter(pl.col("id_riwayat").is_null())
    utama = utama.join(_keyed(tenaga, utama, kunci, "id_tenaga", "data_utama"), on="id_tenaga")
    lampau = calon.filter(pl.col("id_riwayat").is_not_null())
    lampau = lampau.join(
        _keyed(riwayat, lampau, kunci, "id_riwayat", "data_riwayat"), on="id_riwayat"
    )
    kolom = ["kode_aturan", "id_tenaga", "id_riwayat", "kode_instansi", "isian", KUNCI]
    isi = berlaku.lazy().select(*PERTANYAAN, "id_berkas", "alasan", "oleh", "waktu")
    return (
        pl.concat([utama.select(kolom), lampau.select(kolom)])
        .join(isi, on=PERTANYAAN, how="inner")
        .drop("isian", KUNCI)
        .sort("kode_aturan", "id_tenaga", "id_riwayat")
        .collect()
    )


def _keyed(
    baris: pl.LazyFrame, calon: pl.LazyFrame, kunci: pl.LazyFrame, nomor: str, bentuk: str
) -> pl.LazyFrame:
    """`nomor` of the rows that `calon` speaks of, each with its key: the one it brought along, else by
    its content."""
    bawaan = kunci.filter(pl.col("bentuk") == bentuk).select(
        "id_berkas", "lembar", "baris", pl.col(KUNCI).alias("kunci_bawaan")
    )
    isi = kunci_dari(bentuk, baris.collect_schema().names())
    return (
        baris.join(calon.select(nomor), on=nomor, how="semi")
        .with_columns(isi)
        .join(bawaan, on=["id_berkas", "lembar", "baris"], how="left")
        .select(nomor, pl.coalesce("kunci_bawaan", KUNCI).alias(KUNCI))
    )


def beyond_tolerance(dijawab: pl.DataFrame, k: "Ketentuan") -> pl.DataFrame:
    """Of the confirmations per instansi and rule those beyond what may pass, with the limit (batas).

    `dijawab` needs kode_instansi, kode_aturan, aturan, dikonfirmasi, orang. Nothing is undone by it:
    it shows an instansi that confirms everything.
    """
    khusus = k.konfirmasi_maksimum_aturan
    batas = (
        pl.col("kode_aturan").replace_strict(
            khusus, default=k.konfirmasi_maksimum, return_dtype=pl.Float64
        )
        if khusus
        else pl.lit(k.konfirmasi_maksimum)
    )
    lebih = (pl.col("dikonfirmasi") >= k.konfirmasi_dinilai_sejak) & (
        pl.col("dikonfirmasi") > pl.col("batas") * pl.col("orang")
    )
    return (
        dijawab.with_columns(batas.alias("batas"))
        .filter(lebih)
        .select("kode_instansi", "aturan", "dikonfirmasi", "orang", "batas")
    )
