"""The rules by their cases, as Markdown for the README: the spec tables are the source.

A case is on the edge where one wrong step of a number, date, list or comparison turns its verdict.
"""

from functools import cache

from rules.katalog import tabel_markdown
from rules.rule import Aturan, load_rules
from tests.cases import Tabel
from tests.daftar_kasus import daftar_kasus
from tests.mutasi import steps_of

TIDAK_ADA = "-"


def tabel_kasus() -> str:
    """One line per rule: the first case that meets it, breaks it, stands on either side of an edge, lacks data."""
    return tabel_markdown(
        ("Kode", "Memenuhi", "Melanggar", "Tepi", "Tanpa data"),
        (
            (
                f"`{satu.kode}`", _first(satu, "T"), _first(satu, "F"),
                "; ".join(edges(satu)) or TIDAK_ADA, _missing(satu),
            )
            for satu in sorted(load_rules(), key=lambda satu: (satu.kelompok, satu.kode))
        ),
    )  # fmt: skip


@cache
def edges(aturan: Aturan) -> tuple[str, ...]:
    """Of each step the first case that it turns, with the verdict that the law gives."""
    hasil: dict[str, None] = {}
    for tabel, putusan in steps_of(aturan):
        if tabel.k is not _tables(aturan)[0].k:
            continue
        beda = [
            baris
            for baris, kini, mestinya in zip(tabel.baris, putusan, tabel.harapan, strict=True)
            if kini is not mestinya
        ]
        if beda:
            hasil[_said(tabel, beda[0]) + f" → {beda[0][-1]}"] = None
    return tuple(hasil)


def _first(aturan: Aturan, putusan: str) -> str:
    baris = [(isi, satu) for isi in _tables(aturan) for satu in isi.baris if satu[-1] == putusan]
    # A case with something in it says more than an empty one.
    terisi = [(isi, satu) for isi, satu in baris if any(satu[:-1])]
    return _said(*(terisi or baris)[0])


def _missing(aturan: Aturan) -> str:
    alasan = [isi.tanpa_data for isi in _tables(aturan) if isi.tanpa_data]
    return alasan[0] if alasan else f"belum dapat dinilai: {_first(aturan, '-')}"


def _tables(aturan: Aturan) -> list[Tabel]:
    return daftar_kasus()[aturan.kode]


def _said(tabel: Tabel, baris: tuple[str, ...]) -> str:
    """The filled cells by their columns."""
    isi = [
        f"{kolom.partition(':')[0]} = {sel or '(kosong)'}"
        for kolom, sel in zip(tabel.judul[:-1], baris[:-1], strict=True)
    ]
    return ", ".join(isi)
