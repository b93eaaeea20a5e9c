"""Headings: which row holds them, which sheet this is, which column is which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    """A recognised sheet: its heading row (0-based, as given) and the position of each column of ours."""

    bentuk: str
    baris: int
    letak: dict[str, int]
    judul: dict[str, str]

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

    `awal` is added to the row position. Most headings wins, then the larger share of the form's own.
    """
    lembar = baku_judul(nama_lembar)
    terbaik: Pengenalan | None = None
    mutu = (0, 0.0)
    for i, sel in enumerate(baris):
        baku = [baku_judul(s) if s else "" for s in sel]
        for bentuk, kolom in edisi().items():
            calon = _cocokkan(bentuk, baku, sel, awal + i)
            nilai = (len(calon.letak), len(calon.letak) / len(kolom))
            if nilai > mutu and _sah(calon, kolom, baku_judul(bentuk) == lembar):
                terbaik, mutu = calon, nilai
        if terbaik is not None and mutu[1] >= BAGIAN_CUKUP:
            break
    return terbaik


def _cocokkan(
    bentuk: str, baku: Sequence[str], sel: Sequence[str | None], baris: int
) -> Pengenalan:
    peta = peta_judul(bentuk)
    letak: dict[str, int] = {}
    for j, judul in enumerate(baku):
        if judul in peta:
            letak.setdefault(peta[judul], j)
    return Pengenalan(bentuk, baris, letak, {k: str(sel[j]).strip() for k, j in letak.items()})


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
