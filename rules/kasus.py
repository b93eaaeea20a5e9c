"""Cases of one number registered more than once: why, on what evidence, and what counts until somebody decides."""

from typing import TYPE_CHECKING

import polars as pl

from rules.pasangan import DALAM, NOMOR
from rules.ungkapan import nama_banding

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

# Causes, as table kasus names them; what each is called stands in reports/istilah.py.
SATU_ORANG, SALAH_KETIK, DUA_ORANG = "SATU_ORANG", "SALAH_KETIK", "DUA_ORANG"
PINDAH_THK2, PINDAH, SATU_DAFTAR = "PINDAH_THK2", "PINDAH", "SATU_DAFTAR"
SEBAB = (SATU_DAFTAR, SATU_ORANG, PINDAH_THK2, PINDAH, SALAH_KETIK, DUA_ORANG)
# What a law file may say of a cause that nobody decided (ketentuan ganda_bawaan).
SEMUA, INDUK, AKTIF_TERAKHIR = "SEMUA", "INDUK", "AKTIF_TERAKHIR"
TERBUKA, DIPUTUS, BERSELISIH = "TERBUKA", "DIPUTUS", "BERSELISIH"


def classify_kasus(baris: pl.LazyFrame, k: "Ketentuan") -> pl.DataFrame:
    """Table kasus: one row per case, by id_kasus.

    `baris`: rows of table ganda with nama, tanggal_lahir, nama_dukcapil_sama, tanggal_mulai,
    tanggal_akhir, thk2_kode_instansi, lapor_lepas, dipertahankan (whether the instansi said with a
    reason that it keeps the row). People agree when name and birth date do, or one of them where the
    other cannot be compared; who agrees in neither is somebody else, unless Dukcapil knows the number
    under the name of one row only: then the other number was typed wrongly.
    """
    per = (
        baris.with_columns(nama_baku=nama_banding(pl.col("nama")))
        .group_by("id_kasus")
        .agg(
            pl.col("jenis").first(),
            nama_sama=_agree("nama_baku"),
            lahir_sama=_agree("tanggal_lahir"),
            dukcapil_satu=pl.col("nama_dukcapil_sama").any()
            & (~pl.col("nama_dukcapil_sama")).any(),
            terpisah=pl.col("tanggal_mulai").max() > pl.col("tanggal_akhir").min(),
            induk_lain=(pl.col("thk2_kode_instansi") != pl.col("kode_instansi")).any(),
            dilepas=pl.col("lapor_lepas").fill_null(False).any(),
            dipertahankan=pl.col("dipertahankan").sum(),
        )
    )
    return (
        per.with_columns(sebab=_cause())
        .with_columns(bawaan=pl.col("sebab").replace_strict(k.ganda_bawaan, return_dtype=pl.String))
        .select("id_kasus", "jenis", "sebab", bukti=_evidence(), keadaan=_state(), bawaan="bawaan")
        .sort("id_kasus")
        .collect()
    )


def choose_registration(baris: pl.LazyFrame, kasus: pl.LazyFrame) -> pl.DataFrame:
    """id_kasus, id_tenaga, dihitung: whether the person of the case is counted at this row.

    `baris` as above with konfirmasi_aktif, tanggal_sk, waktu; `kasus` from classify_kasus. Two people stay
    two whatever is decided; else a decision of exactly one side counts first, then what the law files
    say of the cause. Never nobody: every case
    has at least one row that counts.
    """
    satu = (pl.col("dipertahankan").sum() == 1).over("id_kasus")
    urut = pl.struct(
        diputus=satu & pl.col("dipertahankan"),
        induk=(pl.col("bawaan") == INDUK)
        & (pl.col("thk2_kode_instansi") == pl.col("kode_instansi")).fill_null(False),
        aktif=(pl.col("konfirmasi_aktif") == "YA").fill_null(False),
        sk=pl.col("tanggal_sk"),
        waktu=pl.col("waktu"),
        nomor=-pl.col("id_tenaga").cast(pl.Int64),
    )
    terpilih = pl.col("id_tenaga") == pl.col("id_tenaga").sort_by(urut).last().over("id_kasus")
    semua = pl.col("bawaan") == SEMUA
    return (
        baris.join(kasus.select("id_kasus", "bawaan"), on="id_kasus")
        .select("id_kasus", "id_tenaga", dihitung=semua | terpilih)
        .sort("id_kasus", "id_tenaga")
        .collect()
    )


def _agree(kolom: str) -> pl.Expr:
    """Whether all rows of a case say the same; null where some say nothing and nobody contradicts."""
    nilai = pl.col(kolom)
    beda = nilai.drop_nulls().n_unique() > 1
    return pl.when(beda).then(False).when(nilai.null_count() == 0).then(True)


def _cause() -> pl.Expr:
    nama, lahir = pl.col("nama_sama"), pl.col("lahir_sama")
    sama = nama.fill_null(False) | lahir.fill_null(False) | (nama.is_null() & lahir.is_null())
    pindah_thk2 = pl.col("induk_lain").fill_null(False) & ~pl.col("dilepas")
    return (
        pl.when((pl.col("jenis") == NOMOR) & sama).then(pl.lit(SALAH_KETIK))
        .when(~sama & (pl.col("jenis") != NOMOR) & pl.col("dukcapil_satu").fill_null(False)).then(pl.lit(SALAH_KETIK))
        .when(~sama).then(pl.lit(DUA_ORANG))
        .when(pl.col("jenis") == DALAM).then(pl.lit(SATU_DAFTAR))
        .when(pindah_thk2).then(pl.lit(PINDAH_THK2))
        .when(pl.col("terpisah").fill_null(False)).then(pl.lit(PINDAH))
        .otherwise(pl.lit(SATU_ORANG))
    )  # fmt: skip


def _evidence() -> pl.Expr:
    """What was compared, without any value of any row: whoever reads it may own one row only."""
    induk = pl.col("induk_lain").fill_null(False) & ~pl.col("dilepas")
    bagian = [
        pl.lit("Nama ") + _told("nama_sama"),
        pl.lit("tanggal lahir ") + _told("lahir_sama"),
        pl.when(pl.col("terpisah")).then(pl.lit("masa kerjanya tidak bertumpang tindih")),
        pl.when(induk).then(pl.lit("daftar induk THK-II belum mencatat pindahnya")),
        pl.when(pl.col("dukcapil_satu")).then(
            pl.lit("Dukcapil mengenal NIK itu hanya atas nama pada salah satu baris")
        ),
    ]
    return pl.concat_str(bagian, separator="; ", ignore_nulls=True) + "."


def _told(kolom: str) -> pl.Expr:
    nilai = pl.col(kolom)
    return (
        pl.when(nilai)
        .then(pl.lit("sama"))
        .when(~nilai)
        .then(pl.lit("berbeda"))
        .otherwise(pl.lit("tidak semua terbaca"))
    )


def _state() -> pl.Expr:
    tetap = pl.col("dipertahankan")
    return (
        pl.when(tetap == 0)
        .then(pl.lit(TERBUKA))
        .when(tetap == 1)
        .then(pl.lit(DIPUTUS))
        .otherwise(pl.lit(BERSELISIH))
    )
