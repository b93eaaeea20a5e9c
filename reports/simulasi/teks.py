"""The simulation as plain text for a terminal of a hundred columns."""

import polars as pl

from reports.istilah import KRITERIA
from reports.simulasi.isi import RINCIAN, Simulasi
from reports.tulisan import angka, persen
from rules.bandingan import KESELURUHAN, PERUBAHAN

PALING_BANYAK = 10
_HURUF = "M memenuhi, T tidak memenuhi, B belum dapat dinilai; M→T berarti dari memenuhi menjadi tidak memenuhi."
_SEBUTAN = {KESELURUHAN: "KESELURUHAN", **KRITERIA}


def render_simulasi(isi: Simulasi) -> str:
    """The text, without a final line feed: what was supposed, the sum, then by criterion, instansi,
    job group and province, of each the first ten."""
    baris = [f"Simulasi atas {isi.perihal}: {angka(isi.orang)} orang, {isi.hukum}."]
    baris += ["", "Yang diandaikan:", *_supposed(isi)]
    baris += _caution(isi)
    berubah = _sum(isi)
    bagian = persen(berubah, isi.orang, 2)
    baris += ["", f"Putusan keseluruhan yang berubah: {angka(berubah)} orang ({bagian})."]
    if isi.kriteria.is_empty():
        return "\n".join([*baris, "Tidak ada putusan yang berubah."])
    baris += ["", _HURUF, "", *_table("Kriteria", _kriteria(isi.kriteria))]
    for berkas, (kolom, sebutan) in RINCIAN.items():
        baris += _first(isi.menurut[berkas], kolom, sebutan)
    return "\n".join(baris)


def _supposed(isi: Simulasi) -> list[str]:
    if not isi.ubahan:
        return ["    tidak ada: hukumnya sama"]
    return [f"    {arti} ({nama}): {lama} → {baru}" for nama, arti, lama, baru in isi.ubahan]


def _caution(isi: Simulasi) -> list[str]:
    if not isi.beda_kode:
        return []
    return [
        "",
        f"Perhatian: aturan yang sekarang menilai {angka(isi.beda_kode)} orang lain dari yang dibekukan "
        "dalam potret. Yang dibandingkan di sini aturan sekarang pada kedua sisi; lihat pendataan bayangan.",
    ]


def _sum(isi: Simulasi) -> int:
    return int(isi.kriteria.filter(kriteria=KESELURUHAN)["berubah"].sum())


def _kriteria(tabel: pl.DataFrame) -> pl.DataFrame:
    return tabel.with_columns(
        nama=pl.col("kriteria").replace_strict(_SEBUTAN, return_dtype=pl.String)
    ).select("nama", "berubah", *PERUBAHAN)


def _first(tabel: pl.DataFrame, kolom: str, sebutan: str) -> list[str]:
    kena = tabel.filter(pl.col("berubah") > 0)
    if kena.is_empty():
        return []
    lebih = kena.height > PALING_BANYAK
    judul = f"Menurut {sebutan}" + (
        f", {PALING_BANYAK} dari {angka(kena.height)} yang berubah terbanyak:" if lebih else ":"
    )
    isi = kena.head(PALING_BANYAK).select(kolom, "berubah", *PERUBAHAN)
    return ["", judul, "", *_table(sebutan.capitalize(), isi)]


def _table(judul: str, tabel: pl.DataFrame) -> list[str]:
    """Rows of a name and counts, the counts right-aligned."""
    kepala = (judul, "berubah", *PERUBAHAN)
    isi = [(str(nama), *(angka(n) for n in jumlah)) for nama, *jumlah in tabel.iter_rows()]
    lebar = [max(len(baris[i]) for baris in (kepala, *isi)) for i in range(len(kepala))]
    return [
        "    " + "  ".join(
            [baris[0].ljust(lebar[0]), *(s.rjust(n) for s, n in zip(baris[1:], lebar[1:], strict=True))]
        )
        for baris in (kepala, *isi)
    ]  # fmt: skip
