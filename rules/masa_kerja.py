"""Months of directly paid work: calendar months, gaps dropped, overlaps counted once."""

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import bulan_indeks, tak_terbaca

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

# One person's months fit below this, so id * RUAS + month never reaches the next person's.
RUAS = 1 << 17
# The last day a date can be, and digits enough to count days back from it.
_HARI_AKHIR, _LEBAR = date(9999, 12, 31), 7


def hitung_masa_kerja(periode: pl.LazyFrame, acuan: date) -> pl.LazyFrame:
    """Months per tenaga up to `acuan` in the union of its counted periods.

    `periode`: id_tenaga, awal, akhir (null = still running), dihitung (Boolean). Both ends count
    as whole months. Result: id_tenaga, bulan_kerja; a tenaga without a counted period is absent.
    """
    # Months of different people never touch once the id leads the number, so one running maximum
    # over the whole nation replaces a window per person.
    kunci = pl.col("id_tenaga").cast(pl.Int64) * RUAS
    akhir = pl.min_horizontal(pl.col("akhir").fill_null(acuan), pl.lit(acuan))
    ruas = (
        periode.filter(pl.col("dihitung") & (pl.col("awal") <= akhir))
        .select(mulai=kunci + bulan_indeks(pl.col("awal")), akhir=kunci + bulan_indeks(akhir))
        .sort("mulai")
    )
    terhitung = pl.col("akhir").cum_max().shift(1).fill_null(-1)
    baru = pl.col("akhir") - pl.max_horizontal(pl.col("mulai") - 1, terhitung)
    return (
        ruas.select(
            (pl.col("mulai") // RUAS).cast(pl.Int32).alias("id_tenaga"), baru.clip(0).alias("bulan")
        )
        .group_by("id_tenaga")
        .agg(bulan_kerja=pl.col("bulan").sum().cast(pl.Int32))
    )


def susun_periode(
    tenaga: pl.LazyFrame,
    riwayat: pl.LazyFrame,
    sk: pl.LazyFrame,
    k: "Ketentuan",
    bawa: tuple[str, ...] = (),
) -> pl.LazyFrame:
    """Every period of work with its pay: those of riwayat, and the one of Data Utama.

    `tenaga` has the columns of the table, `riwayat` comes from kenali_riwayat, `sk` from
    pembayaran_sk. Result: id_tenaga, awal, akhir, terbaca (false where a date is missing, unreadable
    or reversed), dihitung (null where the pay is unknown), bayar_jabatan_asn. Data Utama has no pay
    column: its SK counts as directly paid unless riwayat rows of the same SK say otherwise. Columns
    of `riwayat` named in `bawa` are kept beside them, null for Data Utama.
    """
    utama = tenaga.select("id_tenaga", *rentang("tanggal_mulai", k)).join(
        sk, on="id_tenaga", how="left"
    )
    dianggap = pl.lit(True if k.data_utama_dianggap_langsung else None, dtype=pl.Boolean)
    dihitung = pl.when(pl.col("jumlah_baris_sk").is_null()).then(dianggap).otherwise("sk_dihitung")
    isi = ("id_tenaga", "awal", "akhir", "terbaca", "dihitung", "bayar_jabatan_asn")
    return pl.concat(
        [
            riwayat.select(*isi, *bawa),
            utama.with_columns(
                dihitung=dihitung,
                bayar_jabatan_asn=pl.col("pembayaran_sk").is_in(list(k.pembayaran_jabatan_asn)),
            ).select(isi),
        ],
        how="diagonal" if bawa else "vertical",
    )


def pembayaran_sk(riwayat: pl.LazyFrame) -> pl.LazyFrame:
    """How riwayat says that Data Utama's SK was paid, one row per tenaga for whom it says so.

    Result: id_tenaga, pembayaran_sk (of the latest such row, null when unreadable), sk_dihitung
    (true when every one is paid directly, null when one cannot be read), jumlah_baris_sk. Rows that
    leave the pay empty say nothing.
    """
    # Sorting inside two million groups is slow; the smallest of these texts is the latest row's pay.
    umur = (pl.lit(_HARI_AKHIR) - pl.col("awal")).dt.total_days().cast(pl.String).str.zfill(_LEBAR)
    # An unreadable pay stands as an empty text: what an earlier row says cannot replace it.
    kunci = umur.fill_null("9" * _LEBAR) + pl.col("sk_bayar").fill_null("")
    terakhir = pl.col("kunci").min().str.slice(_LEBAR)
    return (
        riwayat.filter(pl.col("sk_bayar").is_not_null() | pl.col("sk_gelap"))
        .select("id_tenaga", "dihitung", kunci=kunci)
        .group_by("id_tenaga")
        .agg(
            pembayaran_sk=pl.when(terakhir != "").then(terakhir),
            sk_dihitung=pl.col("dihitung").all(ignore_nulls=False),
            jumlah_baris_sk=pl.len(),
        )
    )


def dibayar_langsung(k: "Ketentuan") -> pl.Expr:
    """Whether months of this pay count; null where the pay is unknown.

    Needs pembayaran, ada_konversi and instansi_jenis (P or D): pay for ASN positions (BOS) counts
    where the post converts to one.
    """
    bayar = pl.col("pembayaran")
    untuk_jabatan_asn = bayar.is_in(list(k.pembayaran_jabatan_asn)) & k.bos_dihitung
    langsung = bayar.is_in(list(k.pembayaran_langsung))
    if not k.silang_anggaran_dihitung:
        pusat = pl.col("instansi_jenis") == "P"
        langsung &= bayar == pl.when(pusat).then(pl.lit(k.pembayaran_pusat)).otherwise(
            pl.lit(k.pembayaran_daerah)
        )
    return langsung | (untuk_jabatan_asn & pl.col("ada_konversi"))


def rangkum_periode(periode: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Per tenaga: bulan_kerja, ada_bayar_langsung, ada_bayar_jabatan_asn, periode_tak_terbaca.

    ada_bayar_langsung is null where no direct period is proven but one could not be read.
    """
    acuan = k.tanggal_acuan
    mungkin = pl.col("dihitung").fill_null(True)
    langsung = pl.col("dihitung") & pl.col("terbaca") & (pl.col("awal") <= acuan)
    gelap = mungkin & ~(pl.col("terbaca") & pl.col("dihitung").is_not_null())
    ringkas = (
        periode.select(
            "id_tenaga",
            langsung=langsung.fill_null(False),
            jabatan_asn=(langsung & pl.col("bayar_jabatan_asn")).fill_null(False),
            gelap=gelap,
        )
        .group_by("id_tenaga")
        .agg(
            pl.col("langsung").any(),
            ada_bayar_jabatan_asn=pl.col("jabatan_asn").any(),
            periode_tak_terbaca=pl.col("gelap").any(),
        )
    )
    bulan = hitung_masa_kerja(periode.filter("terbaca"), acuan)
    return ringkas.join(bulan, on="id_tenaga", how="left").select(
        "id_tenaga",
        pl.col("bulan_kerja").fill_null(0),
        "ada_bayar_jabatan_asn",
        "periode_tak_terbaca",
        ada_bayar_langsung=pl.when("langsung")
        .then(True)
        .when(~pl.col("periode_tak_terbaca"))
        .then(False),
    )


def rentang(awal: str, k: "Ketentuan") -> list[pl.Expr]:
    """awal, akhir and whether both can be used; an end before the start says one of them is wrong."""
    mulai, selesai = pl.col(awal), pl.col("tanggal_akhir")
    masih = ~tak_terbaca("tanggal_akhir") & k.akhir_kosong_berjalan
    urut = pl.when(selesai.is_null()).then(masih).otherwise(selesai >= mulai)
    return [
        mulai.alias("awal"),
        selesai.alias("akhir"),
        (mulai.is_not_null() & urut).fill_null(False).alias("terbaca"),
    ]
