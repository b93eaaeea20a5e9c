"""One registration in the gudang with everything behind it; weighs the rules again on the one row."""

from typing import Any

import duckdb
import polars as pl

from reports import tulisan
from reports.istilah import JENIS_GANDA
from reports.penjelasan import (
    AturanDinilai,
    KriteriaDinilai,
    Nilai,
    Pendaftaran,
    Periode,
    TemuanLain,
)
from reports.render import query as sql_of
from rules.ketentuan import Ketentuan
from rules.periksa import prepare
from rules.rule import KRITERIA, Aturan
from tasks.gateways.gudang import column_comments, query

Baris = dict[str, Any]
# What is written in one row of a sheet: column → (cell, heading, what was written if read otherwise).
Sel = dict[str, tuple[str, str, str | None]]
# Columns that only compute faster, by the one they come from.
_DASAR = {"nik_angka": "nik"}


class PembacaPendaftaran:
    """One gudang, its law and rules, asked about single rows."""

    def __init__(
        self, gudang: duckdb.DuckDBPyConnection, k: Ketentuan, aturan: tuple[Aturan, ...]
    ) -> None:
        self.gudang, self.k = gudang, k
        self.aturan = {satu.kode: satu for satu in aturan}
        self.komentar = {
            nama: teks
            for tabel in ("riwayat", "tenaga", "fakta")
            for nama, teks in column_comments(gudang, tabel).items()
        }

    def registration(self, orang: pl.DataFrame) -> Pendaftaran:
        """One row of query.sql with everything behind it."""
        isi = orang.row(0, named=True)
        temuan = self._rows("temuan", isi["id_tenaga"])
        riwayat = self._rows("riwayat", isi["id_tenaga"])
        dinilai = isi["putusan_keseluruhan"] is not None
        return Pendaftaran(
            instansi=f"{isi['kode_instansi']} {isi['nama_instansi']}",
            berkas=isi["kunci"],
            waktu=isi["waktu"],
            tempat=f"lembar {isi['lembar']} baris {isi['baris']}",
            status=isi["status_baris"],
            nama=isi["nama"] or tulisan.KOSONG,
            kategori=isi["kategori"],
            keseluruhan=isi["putusan_keseluruhan"],
            kriteria=self._criteria(orang, isi, temuan) if dinilai else (),
            temuan=tuple(
                self._finding(satu, isi, riwayat)
                for satu in temuan
                if not self.aturan[satu["kode_aturan"]].memutus
            ),
            ganda=tuple(
                f"{JENIS_GANDA[g['jenis']]}: {g['instansi']}"
                for g in self._rows("ganda", isi["id_tenaga"])
            ),
            periode=self._periods(isi, riwayat) if dinilai else (),
            bulan_kerja=isi["bulan_kerja"],
        )

    def _rows(self, nama: str, id_tenaga: int) -> list[Baris]:
        return query(self.gudang, sql_of(f"penjelasan/{nama}"), id_tenaga).to_dicts()

    def _criteria(
        self, orang: pl.DataFrame, isi: Baris, temuan: list[Baris]
    ) -> tuple[KriteriaDinilai, ...]:
        memutus = tuple(satu for satu in self.aturan.values() if satu.memutus)
        topeng, _ = prepare(orang.schema, self.k, memutus)
        hasil = orang.select(ungkapan.alias(satu.kode) for satu, ungkapan in topeng.items()).row(
            0, named=True
        )
        pesan = {satu["kode_aturan"]: satu["pesan"] for satu in temuan}
        sel = self._cells(isi)
        return tuple(
            KriteriaDinilai(
                nama=kriteria,
                putusan=isi[f"putusan_{kriteria}"],
                aturan=tuple(
                    AturanDinilai(
                        kode=satu.kode, nama=satu.nama, dasar=satu.kutipan(self.k),
                        hasil=hasil[satu.kode], pesan=pesan.get(satu.kode),
                        nilai=self._values(satu, isi, sel),
                    )
                    for satu in topeng
                    if satu.kriteria == kriteria
                ),
            )
            for kriteria in KRITERIA
        )  # fmt: skip

    def _finding(self, temuan: Baris, isi: Baris, riwayat: list[Baris]) -> TemuanLain:
        """A finding that decides nothing, with the values of the row it was found in."""
        satu = self.aturan[temuan["kode_aturan"]]
        baris = next((r for r in riwayat if r["id_riwayat"] == temuan["id_riwayat"]), isi)
        sel = self._cells(baris)
        tempat, *_ = sel.get(temuan["kolom"], (f"baris {baris['baris']}",))
        return TemuanLain(
            kode=satu.kode,
            berat=temuan["berat"],
            dasar=temuan["dasar"],
            pesan=temuan["pesan"],
            sel=f"{baris['kunci']}, lembar {baris['lembar']}, {tempat}",
            nilai=self._values(satu, baris, sel),
        )

    def _values(self, satu: Aturan, isi: Baris, sel: Sel) -> tuple[Nilai, ...]:
        """The values the rule used: the column it points at, the one it shows, those of its expression."""
        akar = [_DASAR.get(nama, nama) for nama in satu(self.k).meta.root_names()]
        kolom = dict.fromkeys([satu.kolom, satu.nilai, *akar])
        return tuple(self._value(nama, isi[nama], sel) for nama in kolom if nama in isi)

    def _value(self, nama: str, nilai: object, sel: Sel) -> Nilai:
        if nama not in sel:
            return Nilai(
                nama=nama, teks=_show(nilai), asal=self.komentar.get(nama, nama).rstrip(".")
            )
        tempat, judul, tertulis = sel[nama]
        teks = f"{tertulis!r} (tidak terbaca)" if nilai is None and tertulis else _show(nilai)
        return Nilai(nama=nama, teks=teks, asal=f"{tempat}, kolom {judul!r}")

    def _cells(self, isi: Baris) -> Sel:
        kolom = query(
            self.gudang, sql_of("penjelasan/kolom"), isi["baris"], isi["sha256"], isi["lembar"]
        )
        return {
            nama: (f"sel {huruf}{isi['baris']}", judul, tertulis)
            for nama, huruf, judul, tertulis in kolom.iter_rows()
        }

    def _periods(self, isi: Baris, riwayat: list[Baris]) -> tuple[Periode, ...]:
        utama = Periode(
            asal=self._place(isi, "tanggal_mulai", "tanggal_akhir"),
            awal=_show(isi["tanggal_mulai"]),
            akhir=_show(isi["tanggal_akhir"]),
            pembayaran=isi["pembayaran_sk"] or "dianggap dibayar langsung",
        )
        lain = tuple(
            Periode(
                asal=self._place(satu, "tanggal_awal", "tanggal_akhir", "pembayaran"),
                awal=_show(satu["tanggal_awal"]),
                akhir=_show(satu["tanggal_akhir"]),
                pembayaran=satu["pembayaran"] or tulisan.KOSONG,
            )
            for satu in riwayat
        )
        return (utama, *lain)

    def _place(self, isi: Baris, *kolom: str) -> str:
        sel = self._cells(isi)
        huruf = ", ".join(sel[nama][0].removeprefix("sel ") for nama in kolom if nama in sel)
        return f"{isi['kunci']}, lembar {isi['lembar']} sel {huruf}"


def _show(nilai: object) -> str:
    if nilai is None:
        return tulisan.KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(map(str, nilai)) or tulisan.KOSONG
    return f"{nilai:%d-%m-%Y}" if hasattr(nilai, "strftime") else str(nilai)
