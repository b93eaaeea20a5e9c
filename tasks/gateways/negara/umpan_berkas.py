"""National feeds as files: streamed row group by row group, then delivered by BKN."""

from pathlib import Path
from types import TracebackType

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.gateways.negara.kiriman import Hasil, tandai_waktu
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Susunan

KELOMPOK_BARIS = 100_000
# Feeds that add up get a file per wave; the others replace their one file.
BERTAMBAH = ("portal-akun", "portal-konfirmasi", "aduan")
SAAT = {"awal": "pertama", "prafinal": "prafinal", "perbaikan": "perbaikan"}


class PenampungUmpan:
    """Collects feed rows of one wave and writes each feed as one Parquet file; memory stays flat."""

    def __init__(self, ke: Path, gelombang: str) -> None:
        self.ke, self.gelombang = ke, gelombang
        self.hasil = Hasil()
        self._tunggu: dict[str, list[pl.DataFrame]] = {}
        self._penulis: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> "PenampungUmpan":
        return self

    def tampung(self, umpan: dict[str, pl.DataFrame]) -> None:
        """Take rows of several feeds."""
        for nama, baris in umpan.items():
            antre = self._tunggu.setdefault(nama, [])
            antre.append(baris)
            if sum(x.height for x in antre) >= KELOMPOK_BARIS:
                self._tulis(nama)

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        salah: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        if jenis is None:
            for nama in list(self._tunggu):
                self._tulis(nama)
        for nama, penulis in self._penulis.items():
            penulis.close()
            if jenis is None:
                self._kirim(nama)
            else:
                # Half a feed must not lie in the inbox.
                self._sementara(nama).unlink()

    def _tulis(self, nama: str) -> None:
        tabel: pa.Table = pl.concat(self._tunggu.pop(nama)).to_arrow(
            compat_level=pl.CompatLevel.oldest()
        )
        if nama not in self._penulis:
            jalur = self._sementara(nama)
            jalur.parent.mkdir(parents=True, exist_ok=True)
            self._penulis[nama] = pq.ParquetWriter(jalur, tabel.schema, compression="zstd")
        self._penulis[nama].write_table(tabel)

    def _berkas(self, nama: str) -> str:
        return f"{nama}-{self.gelombang}.parquet" if nama in BERTAMBAH else f"{nama}.parquet"

    def _sementara(self, nama: str) -> Path:
        return self.ke / "kotak-masuk" / "bkn" / nama / f".{self._berkas(nama)}.sementara"

    def _kirim(self, nama: str) -> None:
        sementara = self._sementara(nama)
        tujuan = sementara.with_name(self._berkas(nama))
        kapan = pengaturan()["umpan"]
        saat = kapan["aduan"] if nama == "aduan" else kapan[self._saat(nama)]
        sementara.replace(tujuan)
        tandai_waktu(tujuan, saat)
        self.hasil.berkas += 1
        self.hasil.byte += tujuan.stat().st_size

    def _saat(self, nama: str) -> str:
        return "awal" if nama in BERTAMBAH and self.gelombang == "awal" else SAAT[self.gelombang]


def kirim_umpan_tetap(s: Susunan, ke: Path, gelombang: str) -> Hasil:
    """The small feeds that BKN writes by hand, as CSV: approvals of admins and of extensions."""
    hasil = Hasil()
    if gelombang == "awal":
        _csv(hasil, ke, "admin-disetujui", _admin(s), "pertama")
    if gelombang == "perbaikan":
        _csv(hasil, ke, "perpanjangan-disetujui", _perpanjangan(s), "perpanjangan")
    return hasil


def _admin(s: Susunan) -> pl.DataFrame:
    u = pengaturan()["umpan"]
    return s.rencana.instansi.filter(~pl.col("diam")).select(
        kode_instansi="kode",
        nip=pl.format("19800101200501{}", pl.col("kode")),
        nama=pl.format("Admin {}", pl.col("nama")),
        sejak=pl.lit(u["admin_sejak"].isoformat()),
        sampai=pl.lit(u["admin_sampai"].isoformat()),
    )


def _perpanjangan(s: Susunan) -> pl.DataFrame:
    u = pengaturan()["umpan"]
    return s.rencana.instansi.filter("perpanjangan").select(
        kode_instansi="kode",
        nomor_surat=pl.format("800/{}/BKN/2022", pl.col("kode")),
        tanggal_surat=pl.lit(u["surat"].isoformat()),
        sampai=pl.lit(u["perpanjangan_sampai"].isoformat()),
    )


def _csv(hasil: Hasil, ke: Path, nama: str, isi: pl.DataFrame, saat: str) -> None:
    jalur = ke / "kotak-masuk" / "bkn" / nama / f"{nama}.csv"
    jalur.parent.mkdir(parents=True, exist_ok=True)
    isi.write_csv(jalur, line_terminator="\n")
    tandai_waktu(jalur, pengaturan()["umpan"][saat])
    hasil.berkas += 1
    hasil.byte += jalur.stat().st_size
