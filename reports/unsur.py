"""The parts that several documents share: who, from which potret, on what legal ground."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, Protocol

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Isi(BaseModel):
    """Base of every document's content: frozen, and no field that the template does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Dokumen(Isi):
    """Base of what is a page or a workbook of its own; `tanda` is a warning shown on top of it."""

    tanda: str | None = None


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
    tentang: str | None = None
    butir: tuple[str, ...] = ()


class Kutipan(Isi):
    """What a clause says, and where it stands (`Sumber.kutipan`)."""

    teks: str
    sumber: str


class Rekap(Isi):
    """People in a list, by kind and by state of examination; `dikecualikan`: how many of them have a
    waiver in force."""

    jumlah: int = 0
    thk2: int = 0
    non_asn: int = 0
    memenuhi: int = 0
    tidak_memenuhi: int = 0
    belum_dinilai: int = 0
    dikecualikan: int = 0


class Penandatangan(Isi):
    """Who signs; what is not known is left as a line to be filled in."""

    jabatan: str = "Pejabat Pembina Kepegawaian"
    nama: str | None = None
    nip: str | None = None
    tempat: str | None = None
    tanggal: date | None = None


class InstrumenHukum(Protocol):
    """What a legal basis needs to know of an instrument (rules.instrumen.Instrumen fits)."""

    @property
    def nomor(self) -> str: ...
    @property
    def judul(self) -> str: ...
    @property
    def tentang(self) -> str: ...


class SumberHukum(Protocol):
    """What `Ketentuan.sumber` gives for each value (rules.ketentuan.Sumber fits)."""

    @property
    def instrumen(self) -> str: ...
    @property
    def butir(self) -> str: ...


def dasar_from(
    instrumen: Iterable[InstrumenHukum], sumber: Iterable[SumberHukum] = ()
) -> tuple[Dasar, ...]:
    """One Dasar per instrument, in the order given, with the clauses of it that `sumber` names."""
    butir: dict[str, list[str]] = {}
    for s in sumber:
        butir.setdefault(s.instrumen, []).append(s.butir)
    return tuple(
        Dasar(
            instrumen=i.judul,
            tentang=i.tentang,
            butir=tuple(dict.fromkeys(butir.get(i.nomor, ()))),
        )
        for i in instrumen
    )
