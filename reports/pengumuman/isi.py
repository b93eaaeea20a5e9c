"""What an announcement says besides its list."""

import tomllib
from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field

from reports.unsur import Dasar, Instansi, Isi, Penandatangan, Potret
from rules.rujukan import rujukan


class Kanal(Isi):
    """Where to send one kind of objection."""

    perihal: str
    alamat: str = Field(pattern=r"^https?://\S+$")


class Sanggah(Isi):
    """How long the list hangs and until when objections are taken."""

    mulai: date
    lama_hari: int = Field(gt=0)
    sampai: AwareDatetime
    kanal: tuple[Kanal, ...] = Field(min_length=1)


class Rekap(Isi):
    """People in the list, by kind and by state of examination."""

    jumlah: int = 0
    thk2: int = 0
    non_asn: int = 0
    memenuhi: int = 0
    tidak_memenuhi: int = 0
    belum_dinilai: int = 0


class Pengumuman(Isi):
    """Content of one announcement.

    `jumlah` is the number of people in the instansi's potret manifest: a list of another length is
    refused. `diam` marks an instansi that sent nothing at all. `sanggah` belongs to the uji publik
    only; `sptjm` (when the signed statement arrived) to the final announcement only.
    """

    ragam: Literal["prafinalisasi", "pengumuman_akhir"]
    instansi: Instansi
    potret: Potret
    dasar: tuple[Dasar, ...] = Field(min_length=1)
    jumlah: int = Field(ge=0)
    diam: bool = False
    dasar_diam: Dasar | None = None
    sanggah: Sanggah | None = None
    sptjm: AwareDatetime | None = None
    dasar_sptjm: Dasar | None = None
    penandatangan: Penandatangan = Penandatangan()


def read_kanal() -> tuple[Kanal, ...]:
    """The channels of reference_data/kanal.toml, in order."""
    isi = tomllib.loads(rujukan("kanal.toml").read_text(encoding="utf-8"))
    return tuple(Kanal(**kanal) for kanal in isi["kanal"])
