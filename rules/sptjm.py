"""The SPTJM: which potret a letter names, and whether it is the one that counts.

A letter is judged as of its delivery: what was accepted stays accepted for its potret, also after
a later one is frozen; what is delivered then must name the later one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

# No hyphen: text taken from a PDF may lose one at the end of a line.
_AWAL = "SPTJM/NONASN/1"
_SEBUTAN = re.compile(rf"{_AWAL}/([a-z0-9_-]{{1,64}})/([0-9A-Za-z]{{1,16}})/([0-9a-f]{{64}})")
_KELOMPOK = 8
_TERPISAH = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:\s+[0-9a-f]{8}){7}(?![0-9a-f])")


@dataclass(frozen=True)
class Sebutan:
    """What a letter says it is for: tahap, instansi, and the digest of its potret. Of a letter that was
    typed anew with the digest alone, tahap and instansi are not known (empty)."""

    tahap: str
    kode_instansi: str
    sidik: str

    @property
    def teks(self) -> str:
        """The line that stands in the letter and in its QR code; or the digest alone, in groups."""
        if not self.kode_instansi:
            return " ".join(self.kelompok)
        return f"{_AWAL}/{self.tahap}/{self.kode_instansi}/{self.sidik}"

    @property
    def kelompok(self) -> list[str]:
        """The digest in groups of eight, as people compare it."""
        return [self.sidik[i : i + _KELOMPOK] for i in range(0, len(self.sidik), _KELOMPOK)]


@dataclass(frozen=True)
class PotretInstansi:
    """One frozen potret of one instansi; `final` when an SPTJM vouches for it, unless BKN withdrew it
    (`dibatalkan`)."""

    tahap: str
    nama: str
    batas: datetime
    kode_instansi: str
    sidik: str
    final: bool
    dibatalkan: datetime | None = None

    def counts(self, waktu: datetime) -> bool:
        """Whether an SPTJM delivered at `waktu` (aware) could vouch for it."""
        hidup = self.dibatalkan is None or waktu <= self.dibatalkan
        return self.final and hidup and self.batas < waktu


@dataclass(frozen=True)
class Tolak:
    """Why a letter is not accepted: the code in penolakan.toml and what fills its sentence."""

    kode: str
    isi: dict[str, str]


def find_sebutan(teks: str) -> tuple[Sebutan, ...]:
    """Every potret a text names, each once, in order; however the text was broken into lines. The
    digest in groups names one too, where no line with that digest does."""
    rapat = re.sub(r"\s+", "", teks)
    # A hyphen of a tahap may be lost at the end of a line: one digest is one potret.
    lengkap = {satu[1:]: Sebutan(*satu) for satu in _SEBUTAN.findall(rapat)}
    disebut = {satu.sidik for satu in lengkap.values()}
    terpisah = dict.fromkeys("".join(satu.split()) for satu in _TERPISAH.findall(teks))
    sisa = (Sebutan("", "", satu) for satu in terpisah if satu not in disebut)
    return (*lengkap.values(), *sisa)


def judge_sptjm(
    sebutan: Sequence[Sebutan],
    kode_instansi: str,
    waktu: datetime,
    potret: Iterable[PotretInstansi],
) -> PotretInstansi | Tolak:
    """The potret that a letter delivered at `waktu` (aware) vouches for, or why it is refused.

    `potret` are those of all instansi that could be meant. B/1917 butir 5 (diktum kelima): data
    without an SPTJM do not enter the data dasar.
    """
    semua = [satu for satu in potret if satu.batas < waktu]
    berlaku = final_potret(kode_instansi, waktu, semua)
    if berlaku is None:
        return Tolak("F-SPTJM-DINI", {})
    if len(sebutan) != 1:
        return Tolak("F-SPTJM-DUA" if sebutan else "F-SPTJM-TANPA-SIDIK", _says(berlaku))
    return _judge_one(sebutan[0], kode_instansi, berlaku, semua)


def final_potret(
    kode_instansi: str, waktu: datetime, potret: Iterable[PotretInstansi]
) -> PotretInstansi | None:
    """The potret that an SPTJM of this instansi must name at `waktu` (aware): its youngest final one;
    None before there is any."""
    milik = [satu for satu in potret if satu.kode_instansi == kode_instansi and satu.counts(waktu)]
    return max(milik, key=lambda satu: satu.batas, default=None)


def _judge_one(
    ini: Sebutan, kode: str, berlaku: PotretInstansi, semua: list[PotretInstansi]
) -> PotretInstansi | Tolak:
    if ini.kode_instansi not in ("", kode):
        return Tolak("F-SPTJM-INSTANSI", {"lain": ini.kode_instansi})
    if ini.sidik == berlaku.sidik:
        return berlaku
    lain = [satu for satu in semua if (satu.kode_instansi, satu.sidik) == (kode, ini.sidik)]
    if not lain:
        return Tolak("F-SPTJM-ASING", {"sidik_surat": ini.sidik[:_KELOMPOK]} | _says(berlaku))
    return Tolak("F-SPTJM-LAMA", _says(lain[-1], "_surat") | _says(berlaku))


def _says(potret: PotretInstansi, ekor: str = "") -> dict[str, str]:
    return {
        f"potret{ekor}": potret.nama,
        f"batas{ekor}": potret.batas.isoformat(),
        f"sidik{ekor}": potret.sidik[:_KELOMPOK],
    }
