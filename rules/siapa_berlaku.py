"""Who wins where the instansi and the person say different things: reference_data/siapa_berlaku.csv."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from rules.kalimat import tulis
from rules.katalog import tabel_markdown
from rules.rujukan import rujukan

Pemenang = Literal["ORANG", "INSTANSI", "GABUNGAN"]
SEBUTAN: dict[Pemenang, str] = {
    "ORANG": "yang bersangkutan",
    "INSTANSI": "instansi",
    "GABUNGAN": "keduanya",
}


@dataclass(frozen=True)
class Bidang:
    """One line of the table. `kolom_utama`: the column of Data Utama it meets, empty where none;
    `temuan`: how grave a difference is, empty where it is none; `sampai`: until when the person may say."""

    bagian: str
    kolom: str
    sebutan: str
    kolom_utama: str
    berlaku: Pemenang
    temuan: Literal["periksa", "info", ""]
    sampai: str
    dasar: str
    asumsi: bool
    alasan: str


@lru_cache(maxsize=1)
def siapa_berlaku() -> tuple[Bidang, ...]:
    """The table, in its order."""
    with rujukan("siapa_berlaku.csv").open(encoding="utf-8", newline="") as berkas:
        return tuple(
            Bidang(
                bagian=b["bagian"],
                kolom=b["kolom"],
                sebutan=b["sebutan"],
                kolom_utama=b["kolom_utama"],
                berlaku=cast(Pemenang, b["berlaku"]),
                temuan=cast(Literal["periksa", "info", ""], b["temuan"]),
                sampai=b["sampai"],
                dasar=b["dasar"],
                asumsi=b["asumsi"] == "1",
                alasan=b["alasan"],
            )
            for b in csv.DictReader(berkas)
        )


def bidang_biodata(berlaku: Pemenang) -> dict[str, Bidang]:
    """Fields of the portal's biodata that this one wins, by their column."""
    return {b.kolom: b for b in siapa_berlaku() if b.bagian == "biodata" and b.berlaku == berlaku}


def tabel_siapa_berlaku() -> str:
    """The table as Markdown."""
    return tabel_markdown(
        ("Bidang", "Yang berlaku", "Bila berbeda", "Orang dapat mengisi sampai", "Dasar", "Asumsi", "Alasan"),
        (
            (
                b.sebutan, SEBUTAN[b.berlaku], b.temuan or "-", b.sampai or "-", b.dasar,
                tulis(b.asumsi), b.alasan,
            )
            for b in siapa_berlaku()
        ),
    )  # fmt: skip
