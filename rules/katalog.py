"""The law, the calendar and the rules as tables: for the warehouse, and as Markdown for the README."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from rules.instrumen import load_instrumen
from rules.kalender import Tahap, kalender_on
from rules.kalimat import isi_hukum, tulis
from rules.ketentuan import Ketentuan, is_tetap, ketentuan_on
from rules.pembacaan.penolakan import daftar_penolakan
from rules.rujukan import AKAR
from rules.rule import Aturan, load_rules

BUTIR_TAMPAK = 12


def hukum_terakhir(akar: Path = AKAR) -> date:
    """The day the youngest instrument took effect: the law as it stands now."""
    return max(satu.berlaku for satu in load_instrumen(akar))


def baris_aturan(aturan: Iterable[Aturan], k: Ketentuan) -> pl.DataFrame:
    """Table aturan: every rule with its citation and its sentence under the law `k`."""
    kolom = (
        "kode_aturan", "nama", "kelompok", "berat", "lingkup", "kriteria", "dasar", "pesan",
    )  # fmt: skip
    baris = [
        (
            satu.kode, satu.nama, satu.kelompok, satu.berat, satu.lingkup, satu.kriteria,
            satu.kutipan(k), isi_hukum(satu.pesan, k),
        )
        for satu in aturan
    ]  # fmt: skip
    return pl.DataFrame(baris, schema=dict.fromkeys(kolom, pl.String()), orient="row")


def baris_ketentuan(k: Ketentuan) -> pl.DataFrame:
    """Table ketentuan: every value in force as JSON, with its clause, by name."""
    baris = [
        (
            nama, json.dumps(getattr(k, nama), ensure_ascii=False, default=date.isoformat),
            sumber.instrumen, sumber.butir, sumber.berlaku, sumber.asumsi,
        )
        for nama, sumber in sorted(k.sumber.items())
    ]  # fmt: skip
    skema = {
        "nama": pl.String(), "nilai": pl.String(), "instrumen": pl.String(),
        "butir": pl.String(), "berlaku": pl.Date(), "asumsi": pl.Boolean(),
    }  # fmt: skip
    return pl.DataFrame(baris, schema=skema, orient="row")


def baris_tahapan(kalender: Iterable[Tahap]) -> pl.DataFrame:
    """Table tahapan: the calendar in force, deadlines in WIB."""
    baris = [
        (satu.kode, satu.nama, satu.batas, satu.instrumen, satu.butir, satu.asumsi)
        for satu in kalender
    ]
    skema = {
        "tahap": pl.String(), "nama": pl.String(), "batas": pl.Datetime("us", "Asia/Jakarta"),
        "instrumen": pl.String(), "butir": pl.String(), "asumsi": pl.Boolean(),
    }  # fmt: skip
    return pl.DataFrame(baris, schema=skema, orient="row")


def tabel_kalender(tanggal: date | None = None, akar: Path = AKAR) -> str:
    """The calendar in force (default: the youngest law) as Markdown, with the deadlines it moved."""
    tanggal = tanggal or hukum_terakhir(akar)
    semula = _earlier_deadlines(tanggal, akar)
    return tabel_markdown(
        ("Tahap", "Kode", "Batas (WIB)", "Potret", "Masih diterima sampai batas", "Dasar"),
        (
            (
                satu.nama,
                f"`{satu.kode}`",
                tulis(satu.batas) + "".join(f"; semula {lama}" for lama in semula[satu.kode]),
                tulis(satu.potret),
                ", ".join(satu.menerima) or "-",
                satu.kutipan,
            )
            for satu in kalender_on(tanggal, akar)
        ),
    )


def tabel_aturan(aturan: tuple[Aturan, ...] | None = None, k: Ketentuan | None = None) -> str:
    """The rule catalogue as Markdown, by group and code (default: all rules, the youngest law)."""
    k = k or ketentuan_on(hukum_terakhir())
    semua = load_rules() if aturan is None else aturan
    return tabel_markdown(
        ("Kelompok", "Kode", "Nama", "Berat", "Lingkup", "Kriteria", "Dasar", "Pesan"),
        (
            (
                satu.kelompok, f"`{satu.kode}`", satu.nama, satu.berat, satu.lingkup,
                satu.kriteria or "-", satu.kutipan(k), isi_hukum(satu.pesan, k),
            )
            for satu in sorted(semua, key=lambda satu: (satu.kelompok, satu.kode))
        ),
    )  # fmt: skip


def tabel_ketentuan(k: Ketentuan | None = None) -> str:
    """Two Markdown tables: what the published instruments set, and what we had to assume and why."""
    k = k or ketentuan_on(hukum_terakhir())
    resmi = [nama for nama, sumber in k.sumber.items() if not sumber.asumsi]
    bacaan = [nama for nama, sumber in k.sumber.items() if sumber.asumsi]
    return "\n".join(
        (
            "Ketentuan yang terbit:\n",
            tabel_markdown(
                ("Ketentuan", "Nama", "Nilai", "Dasar", "Berlaku"),
                ((*_awal(nama, k), k.sumber[nama].kutipan, _berlaku(nama, k)) for nama in resmi),
            ),
            "Asumsi, bukan ketentuan resmi:\n",
            tabel_markdown(
                ("Asumsi", "Nama", "Nilai", "Dapat diganti", "Alasan"),
                (
                    (*_awal(nama, k), tulis(not is_tetap(nama)), k.sumber[nama].alasan or "")
                    for nama in bacaan
                ),
            ),
        )
    )


def tabel_penolakan() -> str:
    """Why a file can be refused, as Markdown, in the order of the list that instansi are answered from."""
    return tabel_markdown(
        ("Kode", "Sebab", "Tindakan"),
        ((f"`{satu.kode}`", satu.pesan, satu.tindakan) for satu in daftar_penolakan()),
    )


def _awal(nama: str, k: Ketentuan) -> tuple[str, str, str]:
    arti = type(k).model_fields[nama].description or ""
    return arti, f"`{nama}`", _ringkas(getattr(k, nama))


def _berlaku(nama: str, k: Ketentuan) -> str:
    sumber = k.sumber[nama]
    return tulis(sumber.berlaku) + (" (tanggal asumsi)" if sumber.tanggal_asumsi else "")


def _ringkas(nilai: Any) -> str:
    """A long list is told by its size; who wants all of it opens the CSV."""
    if isinstance(nilai, Mapping) and len(nilai) <= BUTIR_TAMPAK:
        return ", ".join(dict.fromkeys(f"{kunci} = {isi}" for kunci, isi in nilai.items()))
    return tulis(nilai)


def _earlier_deadlines(tanggal: date, akar: Path) -> dict[str, list[str]]:
    semula: dict[str, list[str]] = {}
    kini = {satu.kode: satu.batas for satu in kalender_on(tanggal, akar)}
    for instrumen in load_instrumen(akar):
        for kode, isi in instrumen.tahapan.items():
            lama = semula.setdefault(kode, [])
            if instrumen.berlaku <= tanggal and isi.batas != kini[kode]:
                lama.append(f"{tulis(isi.batas)} ({instrumen.nomor})")
    return semula


def tabel_markdown(judul: tuple[str, ...], baris: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table, one line per row; a pipe inside a cell is escaped."""
    tabel = [judul, ("---",) * len(judul), *baris]
    return "".join(
        "| " + " | ".join(sel.replace("|", "\\|") for sel in satu) + " |\n" for satu in tabel
    )
