"""Headings: which row holds them, which sheet this is, which column is which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from rules.pembacaan.edisi import Kolom, edisi, sinonim_judul

SINGKATAN = {
    "no": "nomor",
    "nomer": "nomor",
    "tgl": "tanggal",
    "ijasah": "ijazah",
    "thk2": "thk ii",
}
PETUNJUK_FORMAT = frozenset({"dd", "mm", "yyyy"})
JUDUL_PALING_SEDIKIT = 2
# Rows below one that names this share of a form are people, not better headings.
BAGIAN_CUKUP = 0.5


@dataclass(frozen=True)
class Pengenalan:
    """A recognised sheet: its last heading row (0-based, as given) and the position of each column of ours.

    `judul`: their headings as written, two rows joined by a line break; `tambahan`: position and heading
    of every other column that has one; `gabungan`: how many of ours only both rows together name.
    """

    bentuk: str
    baris: int
    letak: dict[str, int]
    judul: dict[str, str]
    tambahan: dict[int, str] = field(default_factory=dict)
    gabungan: int = 0

    @property
    def hilang(self) -> list[str]:
        """Official headings of the obligatory columns that are missing."""
        return self._tanpa(wajib=True)

    @property
    def kurang(self) -> list[str]:
        """Official headings of the other columns that are missing: their cells are read as empty."""
        return self._tanpa(wajib=False)

    def _tanpa(self, *, wajib: bool) -> list[str]:
        kolom = edisi()[self.bentuk]
        return [k.judul for k in kolom if k.wajib is wajib and k.kolom not in self.letak]


@dataclass(frozen=True)
class Judul:
    """The heading of one column: as written, normalised, and joined with its group's in either order.

    `turun`: the group's heading stands further to the left; it may have ended before this column.
    """

    tulisan: str
    sendiri: str
    gabung: tuple[str, ...] = ()
    turun: bool = False

    def cari(self, peta: dict[str, str]) -> tuple[str | None, bool]:
        """The column it names, and whether only together with its group; no column where unsure."""
        sendiri = peta.get(self.sendiri)
        gabung = next((peta[g] for g in self.gabung if g in peta), None)
        if gabung is None:
            return sendiri, False
        ragu = self.turun and sendiri not in {None, gabung}
        return (None, False) if ragu else (gabung, True)


def baku_judul(teks: str) -> str:
    """A heading reduced to words: no case, line breaks, stars, punctuation, format hints."""
    kata = re.findall(r"[^\W_]+", teks.casefold())
    return " ".join(SINGKATAN.get(k, k) for k in kata if k not in PETUNJUK_FORMAT)


@lru_cache
def peta_judul(bentuk: str) -> dict[str, str]:
    """Normalised heading to column name; the official headings win over synonyms."""
    kolom = edisi()[bentuk]
    peta = {baku_judul(s): k.kolom for k in kolom for s in sinonim_judul().get(k.kolom, ())}
    return peta | {baku_judul(k.judul): k.kolom for k in kolom}


def kenali(
    baris: Sequence[Sequence[str | None]], nama_lembar: str = "", awal: int = 0
) -> Pengenalan | None:
    """The best reading of the first rows of a sheet as headings; None when no row is a heading row.

    `awal` is added to the row position. Most headings wins, then the larger share of the form's own, then
    what reads a group heading (SK) together with the row below it (Nomor, Tanggal).
    """
    lembar = baku_judul(nama_lembar)
    terbaik: Pengenalan | None = None
    mutu = (0, 0.0, 0)
    for i in range(len(baris)):
        for calon in _calon(baris[i : i + 2], awal + i):
            kolom = edisi()[calon.bentuk]
            nilai = (len(calon.letak), len(calon.letak) / len(kolom), calon.gabungan)
            if nilai > mutu and _sah(calon, kolom, baku_judul(calon.bentuk) == lembar):
                terbaik, mutu = calon, nilai
        if terbaik is not None and mutu[1] >= BAGIAN_CUKUP:
            break
    return terbaik


def _calon(dua: Sequence[Sequence[str | None]], baris: int) -> Iterator[Pengenalan]:
    """The row read as the headings of each form, and together with the row below it."""
    satu = [Judul(_rapi(sel), baku_judul(_rapi(sel))) for sel in dua[0]]
    yield from (_cocokkan(bentuk, satu, baris) for bentuk in edisi())
    if len(dua) > 1:
        tingkat = list(_judul_bertingkat(*dua))
        calon = (_cocokkan(bentuk, tingkat, baris + 1) for bentuk in edisi())
        yield from (c for c in calon if c.gabungan)


def _judul_bertingkat(atas: Sequence[str | None], bawah: Sequence[str | None]) -> Iterator[Judul]:
    """Headings of two rows. A group's stands over its first column, with blanks to the right of it."""
    induk = ""
    for a, b in zip_longest(map(_rapi, atas), map(_rapi, bawah), fillvalue=""):
        baku_a, baku_b = baku_judul(a), baku_judul(b)
        induk = baku_a or (induk if baku_b else "")
        gabung = (f"{baku_b} {induk}", f"{induk} {baku_b}") if induk and baku_b else ()
        yield Judul(f"{a}\n{b}".strip(), baku_b or baku_a, gabung, turun=not baku_a)


def _rapi(sel: str | None) -> str:
    return (sel or "").strip()


def _cocokkan(bentuk: str, judul: Sequence[Judul], baris: int) -> Pengenalan:
    peta = peta_judul(bentuk)
    letak: dict[str, int] = {}
    gabungan = 0
    for j, satu in enumerate(judul):
        kolom, digabung = satu.cari(peta)
        if kolom is not None and kolom not in letak:
            letak[kolom] = j
            gabungan += digabung
    return Pengenalan(
        bentuk,
        baris,
        letak,
        {k: judul[j].tulisan for k, j in letak.items()},
        {j: s.tulisan for j, s in enumerate(judul) if s.tulisan and j not in letak.values()},
        gabungan,
    )


def _sah(calon: Pengenalan, kolom: tuple[Kolom, ...], nama_cocok: bool) -> bool:
    """Two headings may coincide in a reference sheet, so without NIK half of the form must be there."""
    if nama_cocok:
        return "nik" in calon.letak or len(calon.letak) >= JUDUL_PALING_SEDIKIT
    if any(k.penciri and k.kolom not in calon.letak for k in kolom):
        return False
    if "nik" in calon.letak:
        return len(calon.letak) >= JUDUL_PALING_SEDIKIT
    return 2 * len(calon.letak) >= len(kolom)


def huruf_kolom(posisi: int) -> str:
    """Spreadsheet letter of a 0-based column: 0 is A, 26 is AA."""
    huruf = ""
    posisi += 1
    while posisi:
        posisi, sisa = divmod(posisi - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf
