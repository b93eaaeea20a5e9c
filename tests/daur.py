"""One whole cycle of 2022 on a tiny nation, twice, by the real command line; what it left, to look at.

`python -m tests.daur FOLDER` does it in a process of its own, so that it can go on beside other tests.
"""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb
import polars as pl

from tasks.gateways.gudang import build_gudang
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import SEMENTARA
from tasks.gateways.susunan import Susunan
from tests.sampingan import keep_result

# The smallest nation that has somebody of all seven published anomalies.
SKALA, BENIH = 0.0026, 2022
# Part of the list that one plausibility rule may point at wrongly (benchmarks/README.md).
KELIRU = 0.0005
# Waves of deliveries that had arrived when each tahap closed.
TAHAP = {
    "prafinalisasi": ("awal", "prafinal"),
    "finalisasi": ("awal", "prafinal", "perbaikan"),
    "pengumuman_akhir": ("awal", "prafinal", "perbaikan", "akhir"),
}
TERBIT = ("publik", "kotak-keluar", "potret", "buku-terima")
PERINTAH = "import sys; from flows.cli import main; sys.argv[0] = 'pendataan'; main()"
_SEL = ["kode_instansi", "kunci", "lembar", "baris"]


@dataclass(frozen=True)
class Daur:
    """What two demos in one folder left behind."""

    folder: Path

    @property
    def simpanan(self) -> Path:
        """The folder store."""
        return self.folder / "demo" / "simpanan"

    @property
    def kerja(self) -> Path:
        """The working folder."""
        return self.folder / "demo" / "kerja"

    @cached_property
    def hasil(self) -> dict:
        """Exit codes (`kode`) and, after each demo, the digest of every published file (`sidik`)."""
        return json.loads((self.folder / "daur.json").read_text())

    def output(self, kali: int, aliran: str) -> str:
        """What demo `kali` (0 or 1) wrote to `aliran`, stdout or stderr."""
        return (self.folder / f"{kali}.{aliran}").read_text()

    def table(self, tahap: str, nama: str) -> pl.DataFrame:
        """A table as it was built at the closing of `tahap`."""
        return Susunan(self.kerja / "susunan" / tahap).read(nama)

    def manifest(self, tahap: str, kode: str = "") -> dict:
        """The manifest of a potret: the nation's, or one instansi's."""
        return json.loads((self.simpanan / "potret" / tahap / kode / "manifest.json").read_text())

    @cached_property
    def kunci(self) -> pl.DataFrame:
        """The whole answer key."""
        return pl.read_parquet(self.folder / "demo" / "simpanan-kunci.parquet")

    def key_at(self, tahap: str) -> pl.DataFrame:
        """The key of the rows that stood at the closing: delivered, not withdrawn, not yet put right."""
        tiba = list(TAHAP[tahap])
        return self.kunci.filter(
            pl.col("gelombang").is_in(tiba),
            ~pl.col("ditarik").is_in(tiba).fill_null(False),
            ~pl.col("diperbaiki").is_in(tiba).fill_null(False),
        )

    def expected(self, tahap: str) -> set[tuple]:
        """Findings the key promises: kode_instansi, kunci, lembar, baris, kode_aturan."""
        tanam = self.key_at(tahap).filter(pl.col("kode_aturan") != "").drop_nulls("baris")
        biasa = ~pl.col("kode_aturan").str.starts_with("W-")
        return set(tanam.filter(biasa).select(*_SEL, "kode_aturan").iter_rows())

    def plausible(self, tahap: str, kode: str) -> tuple[set[tuple], set[tuple], set[tuple]]:
        """Of one W- rule: places of its seeds, places it points at, and those of clean people among them.

        Clean is who carries no seed of any kind, put right or withdrawn in the meantime or not."""
        benih = self.key_at(tahap).filter(kode_aturan=kode).drop_nulls("baris")
        kena = (
            self.table(tahap, "kewajaran")
            .filter(kode_aturan=kode)
            .join(self.places(tahap, "tenaga"), on="id_tenaga")
        )
        ditunjuk = set(kena.select(_SEL).iter_rows())
        wajar = pl.col("jenis").str.starts_with("WAJAR-")
        cacat = set(self.kunci.filter(~wajar).drop_nulls("baris").select(_SEL).iter_rows())
        return set(benih.select(_SEL).iter_rows()), ditunjuk, ditunjuk - cacat

    def found(self, tahap: str) -> list[tuple]:
        """Findings of the pipeline in the same form."""
        temuan = self.table(tahap, "temuan")
        baris = [
            temuan.filter(pl.col("id_riwayat").is_null() == (nama == "tenaga"))
            .join(self.places(tahap, nama), on=f"id_{nama}")
            .select(*_SEL, "kode_aturan")
            for nama in ("tenaga", "riwayat")
        ]
        return list(pl.concat(baris).iter_rows())

    def places(self, tahap: str, nama: str) -> pl.DataFrame:
        """Where each row of table `nama` (tenaga or riwayat) stands: id, kunci, lembar, baris."""
        berkas = self.table(tahap, "berkas").select("id_berkas", "kunci")
        tempat = self.table(tahap, nama).select(f"id_{nama}", "id_berkas", "lembar", "baris")
        return tempat.join(berkas, on="id_berkas").drop("id_berkas")

    def gudang_at(self, tahap: str, kerja: Path) -> Pengaturan:
        """Settings whose working folder `kerja` holds the gudang of the closing of `tahap`."""
        build_gudang(kerja / "gudang.duckdb", Susunan(self.kerja / "susunan" / tahap))
        return Pengaturan(simpanan=str(self.simpanan), ruang_kerja=kerja)


def hash_published(simpanan: Path) -> dict[str, str]:
    """SHA-256 of every object the pipeline publishes or keeps as evidence, by its key."""
    return {
        str(jalur.relative_to(simpanan)): hashlib.sha256(_content(jalur)).hexdigest()
        for area in TERBIT
        for jalur in sorted((simpanan / area).rglob("*"))
        if jalur.is_file() and not jalur.name.startswith(SEMENTARA)
    }


def _content(jalur: Path) -> bytes:
    """The bytes; of a DuckDB file its rows in their order, for it pads blocks with memory it did not clear."""
    if jalur.suffix != ".duckdb":
        return jalur.read_bytes()
    with duckdb.connect(str(jalur), read_only=True) as dasbor:
        tabel = dasbor.execute("SELECT table_name, sql, comment FROM duckdb_tables() ORDER BY 1")
        semua = tabel.fetchall()
        kolom = "SELECT table_name, column_name, comment FROM duckdb_columns() ORDER BY ALL"
        isi = [dasbor.table(nama).fetchall() for nama, *_ in semua]
        return repr((semua, dasbor.execute(kolom).fetchall(), isi)).encode()


def read_dasbor(simpanan: Path) -> dict[str, pl.DataFrame]:
    """Every table of the published dashboards' database, opened read-only."""
    with duckdb.connect(str(simpanan / "publik" / "dasbor.duckdb"), read_only=True) as dasbor:
        nama = [n for (n,) in dasbor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {satu: dasbor.table(satu).pl() for satu in nama}


def _run(folder: Path) -> None:
    hasil: dict[str, list] = {"kode": [], "sidik": []}
    for kali in range(2):
        hasil["kode"].append(_demo(folder, kali))
        hasil["sidik"].append(hash_published(folder / "demo" / "simpanan"))
    (folder / "daur.json").write_text(json.dumps(hasil))


def _demo(folder: Path, kali: int) -> int:
    # The second time with everything Prefect has to say, to look for a NIK in.
    tambahan = {"PREFECT_LOGGING_LEVEL": "DEBUG"} if kali else {}
    argumen = ["--debug"] * kali + [
        "demo",
        "--ke",
        str(folder / "demo"),
        "--skala",
        str(SKALA),
        "--benih",
        str(BENIH),
    ]
    with (folder / f"{kali}.stdout").open("wb") as keluar, (folder / f"{kali}.stderr").open("wb") as galat:  # fmt: skip
        return subprocess.run(
            [sys.executable, "-c", PERINTAH, *argumen],
            env=os.environ | tambahan, stdout=keluar, stderr=galat, check=False,
        ).returncode  # fmt: skip


if __name__ == "__main__":
    keep_result(Path(sys.argv[1]), lambda: _run(Path(sys.argv[1])))
