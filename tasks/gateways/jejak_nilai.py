"""Where a value stands: in which cell of which delivery, or in which national feed of what date."""

from datetime import datetime
from functools import cache
from typing import Any

import duckdb

from reports import tulisan
from reports.penjelasan import Letak, Nilai
from reports.render import query as sql_of
from rules.rujukan import rujukan
from rules.samaran import samarkan_isian_nik
from tasks.gateways.gudang import column_comments, query

Baris = dict[str, Any]
# Columns that only compute faster, by the one they come from.
DASAR = {"nik_angka": "nik"}
# Facts that a national feed says, by the feed.
_UMPAN = {
    "status_asn": "register-asn",
    "status_dukcapil": "dukcapil",
    "konfirmasi_aktif": "portal-konfirmasi",
    "nama_dukcapil_sama": "dukcapil",
}
_AWALAN = {"dukcapil_": "dukcapil", "thk2_": "thk2", "nomor_thk2_": "thk2", "dokumen_": "dokumen-indeks"}  # fmt: skip


class JejakNilai:
    """The cells and feeds of one gudang."""

    def __init__(self, gudang: duckdb.DuckDBPyConnection) -> None:
        self.gudang = gudang
        umpan = query(gudang, sql_of("penjelasan/umpan"))
        self.umpan: dict[str, datetime] = dict(umpan.iter_rows())
        self._kolom: dict[tuple[str, str, int], dict[str, tuple[Letak, str | None]]] = {}

    def cells(self, isi: Baris) -> dict[str, tuple[Letak, str | None]]:
        """Per column of a row of tenaga or riwayat its cell, and what stands there if it was read otherwise."""
        kunci = (isi["sha256"], isi["lembar"], isi["baris"])
        if kunci not in self._kolom:
            kolom = query(
                self.gudang, sql_of("penjelasan/kolom"), isi["baris"], isi["sha256"], isi["lembar"]
            )
            self._kolom[kunci] = {
                nama: (_place(isi, huruf, judul), tertulis)
                for nama, huruf, judul, tertulis in kolom.iter_rows()
            }
        return self._kolom[kunci]

    def value(self, nama: str, isi: Baris) -> Nilai:
        """The value of one column of that row, and where it comes from."""
        nilai = isi[nama]
        if nama not in self.cells(isi):
            return Nilai(nama=nama, teks=_hidden(nama, show(nilai)), asal=self._fact(nama))
        letak, tertulis = self.cells(isi)[nama]
        teks = show(nilai)
        if nilai is None and tertulis:
            teks = f"{_hidden(nama, tertulis)!r} (tidak terbaca)"
        asal = f"sel {letak.sel}, kolom {letak.judul!r}"
        return Nilai(nama=nama, teks=_hidden(nama, teks), asal=asal, letak=letak)

    def place(self, isi: Baris, *kolom: str) -> str:
        """The cells of some columns of a row in words; the row where the delivery has no such columns."""
        sel = self.cells(isi)
        huruf = ", ".join(sel[nama][0].sel for nama in kolom if nama in sel)
        tempat = f"sel {huruf}" if huruf else f"baris {isi['baris']}"
        return f"{isi['kunci']}, lembar {isi['lembar']}, {tempat}, kiriman {tulisan.saat(isi['waktu'])}"

    def _fact(self, nama: str) -> str:
        """What a derived column is, and from the delivery of which feed it comes."""
        arti = _comments().get(nama, nama).rstrip(".")
        umpan = _UMPAN.get(nama) or next(
            (milik for awal, milik in _AWALAN.items() if nama.startswith(awal)), None
        )
        if umpan not in self.umpan:
            return arti
        return f"{arti}; umpan {umpan}, kiriman {tulisan.saat(self.umpan[umpan])}"


def show(nilai: object) -> str:
    """One value as an instansi writes it."""
    if nilai is None:
        return tulisan.KOSONG
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(map(str, nilai)) or tulisan.KOSONG
    return f"{nilai:%d-%m-%Y}" if hasattr(nilai, "strftime") else str(nilai)


def _hidden(nama: str, teks: str) -> str:
    return samarkan_isian_nik(teks) if nama == "nik" else teks


def _place(isi: Baris, huruf: str, judul: str) -> Letak:
    return Letak(
        berkas=isi["kunci"],
        waktu=isi["waktu"],
        lembar=isi["lembar"],
        sel=f"{huruf}{isi['baris']}",
        judul=judul,
    )


@cache
def _comments() -> dict[str, str]:
    """What schema.sql says of every column that a rule may use."""
    with duckdb.connect() as kosong:
        kosong.execute(rujukan("schema.sql").read_text())
        return {
            nama: teks
            for tabel in ("riwayat", "tenaga", "fakta")
            for nama, teks in column_comments(kosong, tabel).items()
        }
