"""The parts that several documents share: who, from which potret, on what legal ground."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, Protocol

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Isi(BaseModel):
    """Base of every document's content: frozen, and no field that the template does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Instansi(Isi):
    """The agency a document speaks of."""

    kode: str
    nama: str
    jenis: Literal["P", "D"]

    @property
    def anggaran(self) -> str:
        """The budget its workers must be paid from."""
        return "APBN" if self.jenis == "P" else "APBD"


class Potret(Isi):
    """The frozen data a document was made from."""

    tahap: str
    nama: str
    batas: AwareDatetime
    sidik: str = Field(min_length=16)


class Dasar(Isi):
    """One instrument and the clauses of it that a document leans on."""

    instrumen: str
    butir: tuple[str, ...] = ()
    asumsi: bool = False


class Penandatangan(Isi):
    """Who signs; what is not known is left as a line to be filled in."""

    jabatan: str = "Pejabat Pembina Kepegawaian"
    nama: str | None = None
    nip: str | None = None
    tempat: str | None = None
    tanggal: date | None = None


class SumberHukum(Protocol):
    """What `Ketentuan.sumber` gives for each value (rules.ketentuan.Sumber fits)."""

    @property
    def instrumen(self) -> str: ...
    @property
    def butir(self) -> str: ...
    @property
    def berlaku(self) -> date: ...
    @property
    def asumsi(self) -> bool: ...


def dasar_from(sumber: Iterable[SumberHukum]) -> tuple[Dasar, ...]:
    """One Dasar per instrument in order of its date, clauses sorted; assumptions come last."""
    butir: dict[tuple[bool, date, str], set[str]] = {}
    for s in sumber:
        butir.setdefault((s.asumsi, s.berlaku, s.instrumen), set()).add(s.butir)
    return tuple(
        Dasar(instrumen=nama, butir=tuple(sorted(isi)), asumsi=asumsi)
        for (asumsi, _, nama), isi in sorted(butir.items())
    )


