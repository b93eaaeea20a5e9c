"""The first sheet: what to fix first, counted, in words an admin uses."""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from reports import tulisan
from reports.jawaban.isi import Jawaban, Toleransi
from reports.sel import Kolom

MULAI = (
    Kolom("urutan", "Urutan", 8, "nomor"),
    Kolom("kelompok", "Yang diminta", 30, "bungkus", aman=True),
    Kolom("perihal", "Perihal", 36, "bungkus"),
    Kolom("temuan", "Temuan", 9, "angka"),
    Kolom("baris", "Baris", 9, "angka"),
    Kolom("contoh", "Contoh sel", 22),
    Kolom("pesan", "Keterangan dan yang perlu dilakukan", 70, "bungkus"),
    Kolom("dasar", "Dasar", 36, "bungkus"),
    Kolom("kode", "Kode", 27, aman=True),
)
KELOMPOK = {
    "tolak": "1. Perbaiki: dapat menggugurkan",
    "perbaiki": "2. Perbaiki: belum dapat dinilai",
    "tanya": "3. Perbaiki atau jawab",
    "berkas": "4. Tentang berkas ini",
    "info": "5. Untuk diketahui",
    "dijawab": "6. Sudah Anda jawab",
}
_SKEMA = {k.nama: pl.Int64 if k.gaya in ("angka", "nomor") else pl.String for k in MULAI}


def title_of(jawaban: Jawaban, jumlah: pl.DataFrame, orang: int) -> tuple[str, str, str, str]:
    """The four lines above the table, from Tanda.jumlah and the number of people read."""
    hitung: Counter[str] = Counter()
    for gaya, temuan in jumlah.select("gaya", "temuan").iter_rows():
        hitung[gaya] += temuan
    tolak, jawab = hitung["tolak"], hitung["dijawab"]
    tanya = hitung["perbaiki"] + hitung["tanya"]
    ringkas = (
        f"{tulisan.angka(orang)} orang dibaca. {tulisan.angka(tolak)} temuan dapat menggugurkan, "
        f"{tulisan.angka(tanya)} perlu diperbaiki atau dijawab, {tulisan.angka(jawab)} sudah dijawab."
    )
    return (
        f"Jawaban atas {jawaban.bagian}: {jawaban.instansi.nama}",
        f"Kiriman {tulisan.saat(jawaban.waktu)}. Berisi NIK lengkap: hanya untuk instansi ini."
        + (f" {jawaban.tanda}" if jawaban.tanda else ""),
        ringkas if tolak or tanya else f"{ringkas} Tidak ada yang harus diperbaiki.",
        _way_back(jawaban),
    )


def _way_back(jawaban: Jawaban) -> str:
    if jawaban.sampai is None:
        return "Masa perbaikan sudah ditutup; buku ini untuk diketahui."
    return (
        "Perbaiki sel merah dan jingga. Sel kuning: perbaiki, atau bila memang demikian pilih benar di kolom Keputusan "
        "dan tulis Alasannya. Simpan, lalu kirim kembali buku ini apa adanya paling lambat "
        f"{tulisan.saat(jawaban.sampai)}; isinya menggantikan {jawaban.bagian}."
    )


def count_mulai(jawaban: Jawaban, jumlah: pl.DataFrame, contoh: list[str | None]) -> pl.DataFrame:
    """The rows of the table (MULAI) from Tanda.jumlah; `contoh` names the cell of each first place."""
    hitung = jumlah.select(
        pl.col("gaya").replace_strict(KELOMPOK, return_dtype=pl.String).alias("kelompok"),
        pl.col("aturan").alias("perihal"),
        "temuan",
        pl.col("jumlah_baris").alias("baris"),
        pl.Series("contoh", contoh, dtype=pl.String),
        "pesan",
        "dasar",
        pl.col("kode_aturan").alias("kode"),
    )
    lain = pl.DataFrame(list(_about_file(jawaban)), schema=_SKEMA).drop("urutan")
    semua = pl.concat([hitung, lain]).sort("kelompok", maintain_order=True)
    return semua.with_row_index("urutan", 1)


def _about_file(jawaban: Jawaban) -> Iterator[dict[str, object]]:
    """Remarks about the file, rules of ours that crashed, and confirmations beyond the tolerance."""
    kelompok = KELOMPOK["berkas"]
    for pesan in jawaban.catatan:
        yield {"kelompok": kelompok, "perihal": "Pembacaan berkas", "pesan": pesan}
    for nama in jawaban.galat:
        pesan = (
            "Aturan ini gagal berjalan di sistem kami, bukan karena data Anda. Temuannya, bila ada, menyusul pada "
            "jawaban berikutnya; selebihnya buku ini lengkap."
        )
        yield {"kelompok": kelompok, "perihal": nama, "pesan": pesan}
    for satu in jawaban.toleransi:
        yield {"kelompok": kelompok, "perihal": satu.aturan, "pesan": _beyond(satu)}


def _beyond(satu: Toleransi) -> str:
    return (
        f"Anda menyatakan benar {tulisan.angka(satu.dikonfirmasi)} temuan pada {tulisan.angka(satu.orang)} orang "
        f"dalam daftar; yang wajar paling banyak {tulisan.persen(round(satu.batas * 1000), 1000)}. Jawaban Anda "
        "disimpan dan kelebihannya ditampilkan kepada BKN."
    )
