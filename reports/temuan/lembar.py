"""The sheets of the findings workbook: their columns, and their rows as spreadsheet XML."""

import polars as pl

from reports.sel import BARIS_TERBANYAK, Kolom, cell, fitted, height

RINGKASAN = (
    Kolom("urutan", "Urutan", 8, "nomor"),
    Kolom("berat", "Berat", 9, aman=True),
    Kolom("kode_aturan", "Kode aturan", 27, aman=True),
    Kolom("aturan", "Aturan", 34, "bungkus"),
    Kolom("temuan", "Temuan", 9, "angka"),
    Kolom("orang", "Orang", 9, "angka"),
    Kolom("pesan", "Contoh pesan", 60, "bungkus"),
    Kolom("dasar", "Dasar", 40, "bungkus"),
)
TEMUAN = (
    Kolom("berat", "Berat", 9, aman=True),
    Kolom("berkas", "Berkas", 24),
    Kolom("lembar", "Lembar", 13),
    Kolom("baris", "Baris", 7, "nomor"),
    Kolom("sel", "Sel", 8, aman=True),
    Kolom("nik", "NIK", 19, aman=True),
    Kolom("nama", "Nama", 26),
    Kolom("pesan", "Temuan dan yang perlu dilakukan", 64, "bungkus"),
    Kolom("kolom", "Kolom", 22),
    Kolom("nilai", "Nilai sekarang", 22),
    Kolom("harapan", "Yang diharapkan", 36, "bungkus"),
    Kolom("pengubah", "Yang mengubah putusan", 44, "bungkus"),
    Kolom("kode_aturan", "Kode aturan", 27, aman=True),
    Kolom("dasar", "Dasar", 36, "bungkus"),
    Kolom("jawaban", "Jawaban Anda", 30, "bungkus"),
)
GANDA = (
    Kolom("kasus", "Kasus", 8, "nomor"),
    Kolom("jenis", "Jenis ganda", 34, "bungkus"),
    Kolom("berkas", "Berkas", 26),
    Kolom("lembar", "Lembar", 14),
    Kolom("baris", "Baris", 8, "nomor"),
    Kolom("nik", "NIK", 19, aman=True),
    Kolom("nama", "Nama", 28),
    Kolom("nomor_peserta_thk2", "No Peserta THK-II", 19),
    Kolom("instansi_lain", "Juga didaftarkan oleh", 48, "bungkus"),
    Kolom("sebab", "Sebabnya menurut data", 34, "bungkus"),
    Kolom("bukti", "Yang dibandingkan", 40, "bungkus"),
    Kolom("tindakan", "Yang perlu dilakukan", 56, "bungkus"),
    Kolom("keadaan", "Keadaan", 26, "bungkus"),
    Kolom("bawaan", "Bila tidak diputuskan (asumsi)", 44, "bungkus"),
    Kolom("dihitung", "Kini dihitung di sini", 12, aman=True),
)
NERACA = (
    Kolom("berkas", "Berkas", 30),
    Kolom("waktu", "Waktu kiriman (WIB)", 20, aman=True),
    Kolom("status", "Keadaan", 20, aman=True),
    Kolom("keterangan", "Keterangan", 36, "bungkus"),
    Kolom("diterima", "Baris dibaca", 12, "angka"),
    Kolom("daftar", "Masuk daftar", 12, "angka"),
    Kolom("ganda", "Ganda", 10, "angka"),
    Kolom("ditarik", "Ditarik", 10, "angka"),
    Kolom("diganti", "Diganti", 10, "angka"),
    Kolom("terlambat", "Terlambat", 10, "angka"),
    Kolom("ditahan", "Ditahan", 10, "angka"),
    Kolom("ditolak", "Ditolak", 10, "angka"),
)
BERKAS = (
    Kolom("berkas", "Berkas", 30),
    Kolom("jenis", "Jenis kiriman", 16, aman=True),
    Kolom("waktu", "Waktu kiriman (WIB)", 20, aman=True),
    Kolom("status", "Keadaan", 20, aman=True),
    Kolom("berat", "Berat", 9, aman=True),
    Kolom("pesan", "Keterangan dan yang perlu dilakukan", 90, "bungkus"),
)


def render_rows(
    bingkai: pl.DataFrame, kolom: tuple[Kolom, ...], gaya: tuple[int, ...], awal: int
) -> dict[str, list[tuple[bytes, int]]]:
    """Per kode_instansi the sheets its rows need: (<row> elements from sheet row `awal`, how many).

    Text is inline, so it never is a formula; `gaya` holds the style number of each column.
    XlsxWriter writes about 7,000 such rows a second and needs 11 ms for an empty workbook; a night
    has hundreds of thousands of rows in 600 workbooks, so many instansi are written in one pass.
    """
    urutan = pl.int_range(pl.len()).over("kode_instansi")
    muat = BARIS_TERBANYAK - awal + 1
    sel = [cell(k, s) for k, s in zip(kolom, gaya, strict=True)]
    buka = (
        pl.lit('<row r="'),
        "nomor",
        pl.lit('" ht="'),
        height(kolom),
        pl.lit('" customHeight="1">'),
    )
    baris = pl.concat_str(*buka, *sel, pl.lit("</row>"))
    terisi = (
        fitted(bingkai.select("kode_instansi", *(k.nama for k in kolom)))
        .with_columns(potong=urutan // muat, nomor=awal + urutan % muat)
        .select("kode_instansi", "potong", baris=baris)
        .group_by("kode_instansi", "potong", maintain_order=True)
        .agg(pl.col("baris").str.join(""), jumlah=pl.len())
        .with_columns(pl.col("baris").cast(pl.Binary))
    )
    hasil: dict[str, list[tuple[bytes, int]]] = {}
    for kode, _, isi, jumlah in terisi.iter_rows():
        hasil.setdefault(kode, []).append((isi, jumlah))
    return hasil
