"""Reads from the gudang what an explanation needs, and weighs the rules again on the one person."""

from typing import Any

import duckdb
import polars as pl

from reports import tulisan
from reports.penjelasan import (
    AturanDinilai,
    KriteriaDinilai,
    Nilai,
    Pendaftaran,
    Penjelasan,
    Periode,
    TemuanLain,
    render_penjelasan,
)
from reports.render import query as sql_of
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.periksa import prepare
from rules.rule import KRITERIA, Aturan, load_rules
from rules.samaran import samarkan_nik
from tasks.gateways.gudang import column_comments, open_gudang, query
from tasks.gateways.pengaturan import Pengaturan

Baris = dict[str, Any]


class NikTidakAdaError(LookupError):
    """Nobody registered this NIK."""


def explain_nik(pengaturan: Pengaturan, nik: str) -> str:
    """The explanation of one NIK as text; raises NikTidakAdaError, FileNotFoundError before the first night."""
    jalur = pengaturan.ruang_kerja / "gudang.duckdb"
    if not jalur.exists():
        raise FileNotFoundError(f"{jalur} belum ada; jalankan pendataan nightly lebih dahulu")
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        saat, hari = gudang.execute("SELECT tanggal, tanggal_hukum FROM malam").fetchone() or (
            None,
            None,
        )
        orang = query(gudang, sql_of("penjelasan/query"), nik)
        samar = pl.select(samarkan_nik(pl.lit(nik))).item()
        if orang.is_empty():
            raise NikTidakAdaError(
                f"NIK {samar} tidak ada dalam gudang keadaan {tulisan.saat(saat)}"
            )
        pembaca = _Pembaca(gudang, ketentuan_on(hari), load_rules())
        pendaftaran = tuple(pembaca.registration(orang[i]) for i in range(orang.height))
    return render_penjelasan(
        Penjelasan(
            nik_samar=samar,
            keadaan=saat,
            tanggal_hukum=tulisan.tanggal(hari),
            pendaftaran=pendaftaran,
        )
    )


class _Pembaca:
    """One gudang, its law and rules, asked about single rows."""

    def __init__(
        self, gudang: duckdb.DuckDBPyConnection, k: Ketentuan, aturan: tuple[Aturan, ...]
    ) -> None:
        self.gudang, self.k = gudang, k
        self.aturan = [satu for satu in aturan if satu.memutus]
        self.komentar = column_comments(gudang, "fakta")

    def registration(self, orang: pl.DataFrame) -> Pendaftaran:
        """One row of query.sql with everything behind it."""
        isi = orang.row(0, named=True)
        temuan = self._rows("temuan", isi["id_tenaga"])
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
            temuan=tuple(_other(satu) for satu in temuan if not _decides(satu)),
            ganda=tuple(
                f"{g['jenis']}: {g['instansi']}" for g in self._rows("ganda", isi["id_tenaga"])
            ),
            periode=self._periods(isi) if dinilai else (),
            bulan_kerja=isi["bulan_kerja"],
        )

    def _rows(self, nama: str, id_tenaga: int) -> list[Baris]:
        return query(self.gudang, sql_of(f"penjelasan/{nama}"), id_tenaga).to_dicts()

    def _criteria(
        self, orang: pl.DataFrame, isi: Baris, temuan: list[Baris]
    ) -> tuple[KriteriaDinilai, ...]:
        topeng, _ = prepare(orang.schema, self.k, tuple(self.aturan))
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
                        nilai=self._values(satu, topeng[satu], isi, sel),
                    )
                    for satu in topeng
                    if satu.kriteria == kriteria
                ),
            )
            for kriteria in KRITERIA
        )  # fmt: skip

    def _values(
        self, satu: Aturan, ungkapan: pl.Expr, isi: Baris, sel: dict[str, str]
    ) -> tuple[Nilai, ...]:
        kolom = dict.fromkeys([*([satu.kolom] if satu.kolom else []), *ungkapan.meta.root_names()])
        return tuple(
            Nilai(
                nama=nama,
                teks=_show(isi[nama]),
                asal=sel.get(nama) or self.komentar.get(nama, nama),
            )
            for nama in kolom
            if nama in isi
        )

    def _cells(self, isi: Baris) -> dict[str, str]:
        kolom = self.gudang.execute(
            "SELECT kolom, huruf, judul FROM kolom_berkas WHERE sha256 = ? AND lembar = ?",
            [isi["sha256"], isi["lembar"]],
        ).fetchall()
        return {nama: f"sel {huruf}{isi['baris']}, kolom {judul!r}" for nama, huruf, judul in kolom}

    def _periods(self, isi: Baris) -> tuple[Periode, ...]:
        utama = Periode(
            asal=f"Data Utama, lembar {isi['lembar']} baris {isi['baris']}",
            awal=_show(isi["tanggal_mulai"]),
            akhir=_show(isi["tanggal_akhir"]),
            pembayaran=isi["pembayaran_sk"] or "dianggap dibayar langsung",
        )
        riwayat = tuple(
            Periode(
                asal=f"{satu['kunci']}, lembar {satu['lembar']} baris {satu['baris']}",
                awal=_show(satu["tanggal_awal"]),
                akhir=_show(satu["tanggal_akhir"]),
                pembayaran=satu["pembayaran"] or tulisan.KOSONG,
            )
            for satu in self._rows("riwayat", isi["id_tenaga"])
        )
        return (utama, *riwayat)


def _decides(temuan: Baris) -> bool:
    return temuan["berat"] == "tolak" and temuan["kriteria"] is not None


def _other(satu: Baris) -> TemuanLain:
    tempat = f"{satu['kunci']}, lembar {satu['lembar']}"
    return TemuanLain(
        kode=satu["kode_aturan"],
        berat=satu["berat"],
        dasar=satu["dasar"],
        pesan=satu["pesan"],
        nilai=satu["nilai"],
        sel=f"{tempat} sel {satu['sel']}" if satu["sel"] else tempat,
    )


def _show(nilai: object) -> str:
    if nilai is None:
        return tulisan.KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(map(str, nilai)) or tulisan.KOSONG
    return f"{nilai:%d-%m-%Y}" if hasattr(nilai, "strftime") else str(nilai)
