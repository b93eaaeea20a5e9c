"""Checkers' verdicts and decisions on complaints: which one is the last, and what it is about."""

from collections.abc import Mapping

import polars as pl

# Columns that only the rules need, beside those of tables pemeriksaan and keputusan_aduan.
KOLOM_BANTU_PEMERIKSAAN: Mapping[str, pl.DataType] = {
    "nomor_baris": pl.UInt32(),
    "tempat": pl.String(),
    "ada_daftar": pl.Boolean(),
}
KOLOM_BANTU_KEPUTUSAN: Mapping[str, pl.DataType] = {
    "id_tenaga": pl.Int32(),
    "nomor_baris": pl.UInt32(),
    "tempat": pl.String(),
    "aduan_ada": pl.Boolean(),
    "aduan_milik": pl.Boolean(),
}


KOLOM_BANTU_DOKUMEN: Mapping[str, pl.DataType] = {
    "id_tenaga": pl.Int32(),
    "nomor_baris": pl.UInt32(),
}


def baris_dokumen(dokumen: pl.LazyFrame) -> pl.LazyFrame:
    """Rows of table dokumen for the rules, with KOLOM_BANTU_DOKUMEN: a delivered file is about nobody yet."""
    return dokumen.with_columns(id_tenaga=pl.lit(None, pl.Int32)).with_row_index("nomor_baris")


def tandai_pemeriksaan(baris: pl.LazyFrame, tenaga: pl.LazyFrame) -> pl.LazyFrame:
    """Table pemeriksaan from landed rows (waktu = delivery); `tenaga` is that table.

    The last verdict per instansi and NIK is in force: by the time of the check, or of the delivery
    where it names none. A row without a readable NIK or verdict never is.
    """
    daftar = tenaga.filter(pl.col("status_baris") == "DAFTAR").select(
        "id_tenaga", "kode_instansi", "nik"
    )
    terbaca = pl.col("nik").is_not_null() & pl.col("hasil").is_not_null()
    rinci = baris.rename({"waktu": "waktu_kirim"}).join(
        daftar.drop_nulls("nik"), on=["kode_instansi", "nik"], how="left", maintain_order="left"
    )
    return _tandai_terakhir(rinci, terbaca, ["kode_instansi", "nik"], "waktu_periksa")  # fmt: skip


def tandai_keputusan(baris: pl.LazyFrame) -> pl.LazyFrame:
    """Table keputusan_aduan from landed rows (waktu = delivery), the last decision told in the same way."""
    terbaca = pl.col("id_aduan").is_not_null() & pl.col("keputusan_aduan").is_not_null()
    rinci = baris.rename({"waktu": "waktu_kirim"})
    return _tandai_terakhir(rinci, terbaca, ["kode_instansi", "id_aduan"], "waktu_putus")


def baris_pemeriksaan(
    pemeriksaan: pl.LazyFrame, tenaga: pl.LazyFrame, berkas: pl.LazyFrame
) -> pl.LazyFrame:
    """Rows of table pemeriksaan for the rules, with KOLOM_BANTU_PEMERIKSAAN; ada_daftar is null for an
    instansi without a list."""
    punya = tenaga.select("kode_instansi").unique().with_columns(ada_daftar=pl.lit(True))
    return _bertempat(pemeriksaan, berkas).join(
        punya, on="kode_instansi", how="left", maintain_order="left"
    )


def baris_keputusan(
    keputusan: pl.LazyFrame, aduan: pl.LazyFrame | None, berkas: pl.LazyFrame
) -> pl.LazyFrame:
    """Rows of table keputusan_aduan for the rules, with KOLOM_BANTU_KEPUTUSAN; what the complaint is
    stays null before the feed of complaints came."""
    baris = _bertempat(keputusan, berkas).with_columns(id_tenaga=pl.lit(None, pl.Int32))
    if aduan is None:
        tanpa = pl.lit(None, pl.Boolean)
        return baris.with_columns(aduan_ada=tanpa, aduan_milik=tanpa)
    ada = aduan.select(id_aduan="id").unique().with_columns(aduan_ada=pl.lit(True))
    milik = aduan.select("kode_instansi", id_aduan="id").unique().with_columns(aduan_milik=pl.lit(True))  # fmt: skip
    return (
        baris.join(ada, on="id_aduan", how="left", maintain_order="left")
        .join(milik, on=["kode_instansi", "id_aduan"], how="left", maintain_order="left")
        .with_columns(pl.col("aduan_ada", "aduan_milik").fill_null(False))
    )


def _tandai_terakhir(
    baris: pl.LazyFrame, terbaca: pl.Expr, kunci: list[str], waktu: str
) -> pl.LazyFrame:
    """With berlaku: whether the row is the last of its key among the readable ones; ties go to the later row."""
    urutan = [
        terbaca, pl.coalesce(waktu, "waktu_kirim"), pl.col("waktu_kirim"), pl.col("id_berkas"),
        pl.col("lembar"), pl.col("baris"),
    ]  # fmt: skip
    terakhir = pl.col("ke").sort_by(urutan).last().over(kunci)
    return (
        baris.with_row_index("ke")
        .with_columns(berlaku=terbaca & (pl.col("ke") == terakhir))
        .drop("ke")
    )


def _bertempat(baris: pl.LazyFrame, berkas: pl.LazyFrame) -> pl.LazyFrame:
    """With nomor_baris, and tempat: file, sheet and row in words."""
    nama = berkas.select("id_berkas", "nama_berkas")
    tempat = pl.format("berkas {} lembar {} baris {}", "nama_berkas", "lembar", "baris")
    return (
        baris.join(nama, on="id_berkas", how="left", maintain_order="left")
        .with_columns(tempat=tempat)
        .drop("nama_berkas")
        .with_row_index("nomor_baris")
    )
