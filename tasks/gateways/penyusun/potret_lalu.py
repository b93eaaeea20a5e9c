"""The people of every earlier potret, as one table of the night."""

from datetime import datetime

import polars as pl

from rules.kalender import Tahap
from tasks.gateways.potret import is_frozen, potret_key, read_manifest
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan

TABEL = "potret_lalu"
_KOLOM = (
    "kode_instansi", "nik", "nomor_peserta_thk2", "nama", "tanggal_lahir", "jabatan",
    "putusan_keseluruhan",
)  # fmt: skip


def susun_potret_lalu(
    simpanan: Simpanan, susunan: Susunan, tanggal: datetime, kalender: tuple[Tahap, ...]
) -> None:
    """Writes table potret_lalu (urut = 0 for the first tahap) from the potret whose deadline lies before
    `tanggal`; none where nothing was frozen. A closing so never sees itself, nor what came after."""
    susunan.remove(TABEL)
    lalu = [
        tahap
        for tahap in kalender
        if tahap.potret and tahap.batas < tanggal and is_frozen(simpanan, tahap.kode)
    ]
    if lalu:
        semua = [_people(simpanan, tahap.kode, urut) for urut, tahap in enumerate(lalu)]
        susunan.write(TABEL, pl.concat(semua))


def copy_potret(dari: Simpanan, ke: Simpanan) -> None:
    """Brings the frozen lists and manifests of one store into another: what later nights compare with."""
    for objek in dari.list_objek("potret/"):
        if objek.kunci.endswith(("/daftar.parquet", "/manifest.json")):
            ke.put_once(objek.kunci, dari.get(objek.kunci))


def _people(simpanan: Simpanan, tahap: str, urut: int) -> pl.LazyFrame:
    kunci = [
        potret_key(tahap, satu["kode_instansi"], "daftar.parquet")
        for satu in read_manifest(simpanan, tahap)["instansi"]
        if satu["jumlah"]["daftar"]
    ]
    if not kunci:
        return pl.LazyFrame(schema=_SKEMA)
    return pl.scan_parquet([simpanan.local_path(satu) for satu in kunci]).select(
        pl.lit(tahap).alias("tahap"), pl.lit(urut, pl.Int32).alias("urut"), *map(_text, _KOLOM)
    )


def _text(kolom: str) -> pl.Expr:
    return pl.col(kolom) if kolom == "tanggal_lahir" else pl.col(kolom).cast(pl.String)


_SKEMA: dict[str, pl.DataType] = {
    "tahap": pl.String(),
    "urut": pl.Int32(),
    **{nama: pl.Date() if nama == "tanggal_lahir" else pl.String() for nama in _KOLOM},
}
