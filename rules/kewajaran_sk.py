"""What the dates and numbers of decrees show when an instansi's are seen beside each other."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from rules.berulang import rows_repeated
from rules.hari_libur import nama_hari
from rules.jabatan import jabatan_baku
from rules.ungkapan import nomor_sk_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

_TUMPUK: dict[str, pl.DataType] = {
    "dekat": pl.Boolean(), "orang": pl.Int32(), "persen": pl.Int32(),
    "persen_lain": pl.Int32(), "simpangan": pl.Float64(),
}  # fmt: skip
KOLOM_TUMPUK: dict[str, pl.DataType] = {
    f"{asal}_tumpuk_{nama}": tipe for asal in ("mulai", "sk") for nama, tipe in _TUMPUK.items()
}
KOLOM_LIBUR: dict[str, pl.DataType] = {"sk_hari": pl.String(), "mulai_hari": pl.String()}
KOLOM_NOMOR: dict[str, pl.DataType] = {
    "nomor_orang": pl.Int32(), "nomor_tanggal": pl.Int32(), "nomor_penandatangan": pl.Int32(),
}  # fmt: skip
KOLOM_URUT: dict[str, pl.DataType] = {
    "urut_nomor": pl.Int32(), "urut_geser": pl.Float64(), "urut_kacau": pl.Float64(),
}  # fmt: skip
# The running number stands among the first numbers of a decree; which one differs from office to office.
_CALON = ("satu", "dua", "tiga")


def batas_mulai(k: "Ketentuan") -> date:
    """The last day on which somebody could start and still reach the minimum tenure: months are
    counted whole, so it is the last day of a month."""
    bulan = k.tanggal_acuan.year * 12 + k.tanggal_acuan.month - k.masa_kerja_minimum_bulan
    tahun, nomor = divmod(bulan, 12)
    return date(tahun, nomor + 1, monthrange(tahun, nomor + 1)[1])


def tandai_tumpuk(tenaga: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """KOLOM_TUMPUK per id_tenaga: whether its date is just before the limit, how many of its instansi stand
    in the same stretch of days, and how far that is above the share of all other instansi (in
    standard deviations)."""
    hasil = tenaga.select("id_tenaga")
    for nama, kolom, batas in (
        ("mulai", "tanggal_mulai", batas_mulai(k)),
        ("sk", "tanggal_sk", k.sk_maksimum_tanggal),
    ):
        sisa = (pl.lit(batas) - pl.col(kolom)).dt.total_days()
        dekat = sisa.is_between(0, k.tumpuk_hari - 1)
        # Whoever is far from the limit stands in no stretch, yet counts in the size of the instansi.
        ruas = pl.when(dekat).then(sisa // k.tumpuk_ruas).otherwise(-1).cast(pl.Int16)
        baris = tenaga.select("id_tenaga", "kode_instansi", dekat=dekat, ruas=ruas).drop_nulls(
            "dekat"
        )
        tumpuk = baris.join(_stretches(baris), on=["kode_instansi", "ruas"], how="left").select(
            "id_tenaga", pl.col(list(_TUMPUK)).name.prefix(f"{nama}_tumpuk_")
        )
        hasil = hasil.join(tumpuk, on="id_tenaga", how="left")
    return hasil


def _stretches(baris: pl.LazyFrame) -> pl.LazyFrame:
    """The share of an instansi in each stretch of days against that of all others, which one more of either
    kind smooths."""
    besar = baris.group_by("kode_instansi").agg(semua=pl.len().cast(pl.Int64))
    per = baris.filter("dekat").group_by("kode_instansi", "ruas").agg(orang=pl.len().cast(pl.Int64))
    sama = per.join(besar, on="kode_instansi")
    lain = pl.col("orang").sum().over("ruas") - pl.col("orang")
    semua = besar.select(bangsa=pl.col("semua").sum())
    lain_semua = pl.col("bangsa") - pl.col("semua")
    bagian = (lain + 1) / (lain_semua + 2)
    harapan = pl.col("semua") * bagian
    simpangan = (pl.col("orang") - harapan) / (harapan * (1 - bagian)).sqrt()
    return sama.join(semua, how="cross").select(
        "kode_instansi",
        "ruas",
        orang=pl.col("orang").cast(pl.Int32),
        persen=(100 * pl.col("orang") / pl.col("semua")).round().cast(pl.Int32),
        persen_lain=pl.when(lain_semua > 0).then((100 * lain / lain_semua).round()).cast(pl.Int32),
        simpangan=pl.when(lain_semua > 0).then(simpangan),
    )


def tandai_libur(tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """KOLOM_LIBUR per id_tenaga: what day the SK was signed and the work began (see nama_hari)."""
    return tenaga.select(
        "id_tenaga",
        sk_hari=nama_hari(pl.col("tanggal_sk")),
        mulai_hari=nama_hari(pl.col("tanggal_mulai")),
    )


def tandai_nomor(tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """KOLOM_NOMOR of every id_tenaga whose SK number stands at several people of the same instansi: how
    many people, dates and signers it has there."""
    baris = tenaga.select(
        "id_tenaga",
        "tanggal_sk",
        kunci=pl.struct("kode_instansi", nomor=nomor_sk_baku(pl.col("nomor_sk"))).hash(),
        ada=nomor_sk_baku(pl.col("nomor_sk")).is_not_null(),
        tanda=jabatan_baku(pl.col("jabatan_penandatangan")).hash(),
        bertanda=pl.col("jabatan_penandatangan").is_not_null(),
    ).filter("ada")
    per = (
        rows_repeated(baris, "kunci")
        .group_by("kunci")
        .agg(
            nomor_orang=pl.len().cast(pl.Int32),
            nomor_tanggal=pl.col("tanggal_sk").drop_nulls().n_unique().cast(pl.Int32),
            nomor_penandatangan=pl.col("tanda").filter("bertanda").n_unique().cast(pl.Int32),
        )
    )
    return baris.select("id_tenaga", "kunci").join(per, on="kunci").drop("kunci")


def tandai_urut(tenaga: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """KOLOM_URUT per id_tenaga: how far its SK number stands from where its date belongs in the
    instansi's register of that year, as a share of the register (0 = in step), how many numbers
    the register has and which share of them is out of step."""
    baris = _registers(tenaga)
    buku = baris.select("buku", "angka", "tanggal_sk").unique()
    posisi = pl.col("angka").rank("average").over("buku")
    awal, akhir = (pl.col("tanggal_sk").rank(cara).over("buku") for cara in ("min", "max"))
    banyak = pl.len().over("buku")
    terukur = buku.with_columns(
        urut_nomor=banyak.cast(pl.Int32),
        urut_geser=pl.max_horizontal(awal - posisi, posisi - akhir, pl.lit(0.0)) / banyak,
    ).with_columns(urut_kacau=(pl.col("urut_geser") > k.sk_urut_geser).mean().over("buku"))
    return baris.join(terukur, on=["buku", "angka", "tanggal_sk"]).select("id_tenaga", *KOLOM_URUT)


def _registers(tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """id_tenaga, buku (one register of an instansi and year), angka (the running number), tanggal_sk.

    The number of the file and that of the office stand still while the running number goes up: it is
    the one with most values. The year at the end is none.
    """
    nomor = nomor_sk_baku(pl.col("nomor_sk")).str.replace(r"\D(?:19|20)\d\d\D*$", "")
    sela = [r"^\D*" + r"\d+\D+" * n + r"(\d+)" for n in range(len(_CALON))]
    calon = {
        nama: nomor.str.extract(pola).cast(pl.Int64, strict=False)
        for nama, pola in zip(_CALON, sela, strict=True)
    }
    baris = tenaga.select(
        "id_tenaga",
        "tanggal_sk",
        buku=pl.struct("kode_instansi", tahun=pl.col("tanggal_sk").dt.year()).hash(),
        **calon,
    ).filter(pl.col("tanggal_sk").is_not_null())
    ragam = baris.group_by("buku").agg(pl.col(nama).n_unique().name.prefix("n_") for nama in _CALON)
    terbanyak = pl.max_horizontal(f"n_{nama}" for nama in _CALON)
    pilih = pl.coalesce(
        pl.when(pl.col(f"n_{nama}") == terbanyak).then(pl.lit(nama)) for nama in _CALON
    )
    angka = pl.coalesce(pl.when(pl.col("pilih") == nama).then(nama) for nama in _CALON)
    return (
        baris.join(ragam.select("buku", pilih=pilih), on="buku")
        .select("id_tenaga", "buku", "tanggal_sk", angka=angka)
        .drop_nulls("angka")
    )
