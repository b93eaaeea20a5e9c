"""The law clause by clause, and what answers each: reference_data/pasal.csv."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from rules.katalog import tabel_markdown
from rules.rujukan import rujukan

SUMBER = {
    "S0": "lembar KemenPANRB",
    "S1": "paparan BKN",
    "S2": "Buku Petunjuk, diceritakan ulang",
    "S3": "Liputan6 2024",
    "S4": "berita 25-08-2022",
    "D": "dosir domain (pers dan sumber resmi)",
}


@dataclass(frozen=True)
class Pasal:
    """One clause or statement. What answers it: codes of rules (a * stands for several), names of
    ketentuan, tahap, products; else or besides, why the pipeline cannot see it."""

    sumber: str
    instrumen: str
    butir: str
    bunyi: str
    aturan: tuple[str, ...]
    ketentuan: tuple[str, ...]
    tahap: tuple[str, ...]
    produk: tuple[str, ...]
    alasan: str

    @property
    def terjawab(self) -> bool:
        """Whether anything answers this clause, a written reason included."""
        return bool(self.aturan or self.ketentuan or self.tahap or self.produk or self.alasan)

    def kode_aturan(self, semua: Iterable[str]) -> tuple[str, ...]:
        """The codes among `semua` that this clause names."""
        return tuple(kode for kode in semua if any(fnmatchcase(kode, pola) for pola in self.aturan))


@lru_cache(maxsize=1)
def load_pasal() -> tuple[Pasal, ...]:
    """Every clause, in the order of the sources."""
    with rujukan("pasal.csv").open(encoding="utf-8", newline="") as berkas:
        return tuple(
            Pasal(
                sumber=b["sumber"],
                instrumen=b["instrumen"],
                butir=b["butir"],
                bunyi=b["bunyi"],
                aturan=tuple(b["aturan"].split()),
                ketentuan=tuple(b["ketentuan"].split()),
                tahap=tuple(b["tahap"].split()),
                produk=tuple(b["produk"].split()),
                alasan=b["alasan"],
            )
            for b in csv.DictReader(berkas)
        )


def tabel_pasal(pasal: tuple[Pasal, ...] | None = None) -> str:
    """The clauses as Markdown, with what answers each."""
    return tabel_markdown(
        ("Sumber", "Instrumen", "Butir", "Bunyi", "Dijawab oleh"),
        (
            (satu.sumber, satu.instrumen, satu.butir, satu.bunyi, _jawaban(satu))
            for satu in (load_pasal() if pasal is None else pasal)
        ),
    )


def _jawaban(satu: Pasal) -> str:
    bagian = [
        ("aturan", satu.aturan),
        ("ketentuan", satu.ketentuan),
        ("tahap", satu.tahap),
        ("produk", satu.produk),
    ]
    isi = [
        f"{judul} " + ", ".join(f"`{nama}`" for nama in nama_nama)
        for judul, nama_nama in bagian
        if nama_nama
    ]
    return "; ".join([*isi, satu.alasan] if satu.alasan else isi)
