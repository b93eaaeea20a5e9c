"""What an announcement says besides its list."""

import tomllib
from datetime import date
from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from reports.unsur import Dasar, Dokumen, Instansi, Isi, Kutipan, Penandatangan, Potret
from rules.rujukan import rujukan


class Kanal(Isi):
    """Where to send one kind of objection, or (`melihat`) where the same list can be seen."""

    perihal: str
    melihat: bool = False
    alamat: str = Field(pattern=r"^https?://\S+$")


class Sanggah(Isi):
    """How long the list hangs and until when objections are taken."""

    mulai: date
    lama_hari: int = Field(gt=0)
    sampai: AwareDatetime
    kanal: tuple[Kanal, ...] = Field(min_length=1)


class Pengumuman(Dokumen):
    """Content of one announcement.

    `jumlah` is the number of people in the instansi's potret manifest: a list of another length is
    refused. `diam` is set for an instansi that sent nothing at all: what the law then declares.
    `sanggah` belongs to the uji publik. The final announcement says when the signed `sptjm` came,
    or, in the law's words, what follows without it (`tanpa_sptjm`).
    """

    ragam: Literal["prafinalisasi", "pengumuman_akhir"]
    instansi: Instansi
    potret: Potret
    dasar: tuple[Dasar, ...] = Field(min_length=1)
    jumlah: int = Field(ge=0)
    diam: Kutipan | None = None
    sanggah: Sanggah | None = None
    sptjm: AwareDatetime | None = None
    tanpa_sptjm: Kutipan | None = None
    penandatangan: Penandatangan = Penandatangan()

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.diam and self.jumlah:
            raise ValueError("an instansi that sent nothing has nobody in its list")
        if self.ragam == "prafinalisasi" and self.sanggah is None:
            raise ValueError("a uji publik says how and until when to object")
        if (
            self.ragam == "pengumuman_akhir"
            and self.jumlah
            and not (self.sptjm or self.tanpa_sptjm)
        ):
            raise ValueError("a final announcement says what follows from a missing SPTJM")
        return self


def read_kanal() -> tuple[Kanal, ...]:
    """The channels of reference_data/kanal.toml, in order."""
    isi = tomllib.loads(rujukan("kanal.toml").read_text(encoding="utf-8"))
    return tuple(Kanal(**kanal) for kanal in isi["kanal"])
