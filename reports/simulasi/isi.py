"""The content of a simulation: what was supposed, and who would be judged otherwise."""

import polars as pl

from reports.unsur import Isi

# File of each table of counts, with the column it counts by and how the screen calls that.
RINCIAN = {
    "per-instansi.csv": ("instansi", "instansi"),
    "per-kelompok-jabatan.csv": ("kelompok_jabatan", "kelompok jabatan"),
    "per-provinsi.csv": ("provinsi", "provinsi"),
}


class Simulasi(Isi):
    """`ubahan`: (name, meaning, old, new) of each value of the law; `kriteria` and `menurut` (by the
    files of RINCIAN) as rules.bandingan counts them; `beda_kode`: people whom today's rules judge
    otherwise than the frozen potret says, None where there is no potret."""

    perihal: str
    hukum: str
    orang: int
    ubahan: tuple[tuple[str, str, str, str], ...]
    kriteria: pl.DataFrame
    menurut: dict[str, pl.DataFrame]
    beda_kode: int | None = None
