"""An edition of the workbook: which sheets, which headings, which closed vocabularies."""

import csv
from dataclasses import dataclass
from functools import lru_cache

from rules.pembacaan.batas import pembacaan
from rules.rujukan import rujukan

# Custom document properties of a template of ours: whose it is, and of which edition.
# Every property of ours ends so; the reader keeps those and leaves all others where they are.
SIFAT_KAMI = "pendataan non-ASN"
SIFAT_INSTANSI = f"Kode instansi {SIFAT_KAMI}"
SIFAT_EDISI = f"Edisi templat {SIFAT_KAMI}"
# Of an answer of ours: the name of the delivery whose part it replaces when it comes back.
SIFAT_BAGIAN = f"Bagian yang dijawab {SIFAT_KAMI}"
TERTUTUP = frozenset({"kata", "kelamin"})


@dataclass(frozen=True)
class Kolom:
    """One column of one kind of sheet (bentuk)."""

    bentuk: str
    kolom: str
    judul: str
    jenis: str
    wajib: bool
    penciri: bool
    huruf: str

    @property
    def tertutup(self) -> bool:
        """Whether only the words of a vocabulary are read in it."""
        return self.jenis in TERTUTUP


@dataclass(frozen=True)
class Petunjuk:
    """How a column is filled: sentence, example, and the list to choose from (`asumsi`: ours)."""

    kolom: Kolom
    petunjuk: str
    contoh: str
    daftar: str
    asumsi: bool


@dataclass(frozen=True)
class Kosakata:
    """A closed vocabulary: canonical words, other spellings, and spellings another one makes doubtful."""

    baku: frozenset[str]
    sinonim: dict[str, str]
    ragu: dict[str, str]


def _baris_csv(nama: str) -> list[dict[str, str]]:
    with rujukan(f"kolom/{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@lru_cache
def edisi(nama: str | None = None) -> dict[str, tuple[Kolom, ...]]:
    """Columns per bentuk in the template's order; without a name, the edition in force."""
    bentuk: dict[str, tuple[Kolom, ...]] = {}
    for b in _baris_csv(f"edisi_{nama or pembacaan().edisi}"):
        kolom = Kolom(
            bentuk=b["bentuk"],
            kolom=b["kolom"],
            judul=b["judul"],
            jenis=b["jenis"],
            wajib=b["wajib"] == "1",
            penciri=b["penciri"] == "1",
            huruf=b["huruf"],
        )
        bentuk[kolom.bentuk] = (*bentuk.get(kolom.bentuk, ()), kolom)
    return bentuk


@lru_cache(maxsize=1)
def sinonim_judul() -> dict[str, tuple[str, ...]]:
    """Other headings per column name."""
    judul: dict[str, tuple[str, ...]] = {}
    for b in _baris_csv("sinonim_judul"):
        judul[b["kolom"]] = (*judul.get(b["kolom"], ()), b["sinonim"])
    return judul


@lru_cache
def kosakata(kolom: str) -> Kosakata:
    """The vocabulary of a column (asumsi); spellings as written in the table, not yet normalised."""
    baris = [b for b in _baris_csv("sinonim_nilai") if b["kolom"] == kolom]
    return Kosakata(
        baku=frozenset(b["baku"] for b in baris),
        sinonim={b["tertulis"]: b["baku"] for b in baris},
        ragu={b["tertulis"]: b["ragu_bila_ada"] for b in baris if b["ragu_bila_ada"]},
    )


def pilihan(kolom: str) -> tuple[str, ...]:
    """The canonical words of a column's vocabulary, in the order of the table."""
    baku = (b["baku"] for b in _baris_csv("sinonim_nilai") if b["kolom"] == kolom)
    return tuple(dict.fromkeys(baku))


def petunjuk(nama: str | None = None) -> dict[str, tuple[Petunjuk, ...]]:
    """Per bentuk of the template every column with its help, in order; raises KeyError for a column without."""
    nama = nama or pembacaan().edisi
    isi = {(b["bentuk"], b["kolom"]): b for b in _baris_csv(f"petunjuk_{nama}")}
    return {
        bentuk: tuple(_petunjuk(k, isi[bentuk, k.kolom]) for k in edisi(nama)[bentuk])
        for bentuk in dict.fromkeys(b for b, _ in isi)
    }


def _petunjuk(kolom: Kolom, baris: dict[str, str]) -> Petunjuk:
    return Petunjuk(
        kolom, baris["petunjuk"], baris["contoh"], baris["daftar"], baris["asumsi"] == "1"
    )
