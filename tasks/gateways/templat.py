"""The template of an instansi: lists from the shipped references, written where the user says."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from reports.templat import Daftar, Templat, render_templat
from reports.unsur import Instansi
from rules.katalog import hukum_terakhir
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import pilihan
from rules.rujukan import rujukan
from tasks.gateways.instansi import read_instansi, scan_unit

_KOSAKATA = {
    "Jenis Kelamin": "jenis_kelamin",
    "Jenis Penandatangan": "jenis_penandatangan",
    "Kode Pembayaran": "pembayaran",
    "Alasan Penghapusan": "alasan",
}


def write_templat(kode: str, ke: Path, tanda: str | None = None) -> Templat:
    """Writes the template of instansi `kode`, with the warning `tanda`, to the new file `ke`; its content.

    Raises ValueError for a code that is no instansi of the census, FileExistsError when `ke` is there.
    """
    templat = read_templat(kode, tanda)
    isi = render_templat(templat)
    # Exclusive: a workbook that somebody has begun to fill is never overwritten.
    with ke.open("xb") as berkas:
        berkas.write(isi)
    return templat


def read_templat(kode: str, tanda: str | None = None) -> Templat:
    """Content of the template of one instansi under the law as it stands; raises ValueError."""
    instansi = read_instansi().filter(kode_instansi=kode)
    if instansi.is_empty():
        raise ValueError(
            f"kode instansi {kode} tidak dikenal; tulis kode empat angka peserta pendataan, misalnya 5105"
        )
    satu = instansi.row(0, named=True)
    k = ketentuan_on(hukum_terakhir())
    return Templat(
        instansi=Instansi(kode=kode, nama=satu["nama"], jenis=satu["jenis"]),
        edisi=pembacaan().edisi,
        berlaku=k.tanggal,
        wajib={
            "data_utama": k.kolom_wajib,
            "data_riwayat": k.kolom_riwayat_wajib,
            "penghapusan": ("alasan",),
        },
        tanda=tanda,
        daftar=(_unit(kode), _pendidikan(), _wilayah(), *_jabatan(k), *_kosakata()),
    )


def _rows(bingkai: pl.DataFrame) -> tuple[tuple[str, ...], ...]:
    return tuple(bingkai.rows())


def _unit(kode: str) -> Daftar:
    unit = scan_unit().filter(kode_instansi=kode).select("unit_kerja").unique().sort("unit_kerja")
    return Daftar(
        nama="Unit Kerja", judul=("Nama unit",), lebar=(70,), isi=_rows(unit.collect()), tumbuh=True,
        asal="unit yang kami kenal, bukan daftar lengkap. Tambahkan unit instansi Anda di bawahnya, tanpa "
        "baris kosong di antaranya.",
    )  # fmt: skip


def _pendidikan() -> Daftar:
    semua = pl.read_csv(rujukan("pendidikan_bkn.csv"), infer_schema=False)
    nama = (
        semua.with_columns(pl.col("nama").str.strip_chars())
        .unique("nama", keep="first", maintain_order=True)
        .sort(pl.col("tingkat").cast(pl.Int8), "nama")
        .select("nama", "kode")
    )
    return Daftar(
        nama="Pendidikan", judul=("Nama pendidikan", "Kode BKN"), lebar=(70, 12), isi=_rows(nama),
        asal="program studi SSCASN 2024 menurut tingkat, tidak lengkap.", asumsi=False,
    )  # fmt: skip


def _wilayah() -> Daftar:
    kota = pl.read_csv(rujukan("wilayah_kabkota.csv"), infer_schema=False)
    provinsi = pl.read_csv(rujukan("wilayah_provinsi.csv"), infer_schema=False)
    isi = kota.join(
        provinsi.select(kode_provinsi="kode", provinsi="nama"), on="kode_provinsi", how="left"
    )
    return Daftar(
        nama="Wilayah", judul=("Kabupaten/kota", "Provinsi", "Kode Kemendagri"), lebar=(40, 30, 16),
        isi=_rows(isi.sort("kode").select("nama_lengkap", "provinsi", "kode")),
        asal="kabupaten dan kota menurut Kemendagri.", asumsi=False,
    )  # fmt: skip


def _jabatan(k: Ketentuan) -> Iterable[Daftar]:
    """Titles to choose from, and those that the law leaves out: no one may be led to choose one of them."""
    dikecualikan = k.jabatan_dikecualikan
    semua = pl.read_csv(rujukan("kelompok_jabatan.csv"), infer_schema=False)
    boleh = semua.filter(~pl.col("jabatan").is_in(list(dikecualikan))).sort("jabatan")
    yield Daftar(
        nama="Jabatan", judul=("Nama jabatan", "Kelompok"), lebar=(44, 18), isi=_rows(boleh),
        asal="jabatan yang sering dipakai, bukan daftar lengkap.",
    )  # fmt: skip
    yield Daftar(
        nama="Jabatan Dikecualikan", judul=("Sebutan", "Kelas"), lebar=(44, 24),
        isi=tuple(sorted(dikecualikan.items())), pilihan=None,
        asal="jabatan yang tidak termasuk pendataan; orang dengan jabatan ini jangan didaftarkan.",
    )  # fmt: skip


def _kosakata() -> Iterable[Daftar]:
    for nama, kolom in _KOSAKATA.items():
        yield Daftar(
            nama=nama, judul=("Pilihan",), lebar=(40,), isi=tuple((p,) for p in pilihan(kolom)),
            asal="kosakata kami, sebab daftar kode BKN tidak terbit.",
        )  # fmt: skip
