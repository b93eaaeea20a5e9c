"""Content and page of a refusal letter."""

from pydantic import AwareDatetime, Field

from reports.render import render
from reports.unsur import Instansi, Isi


class Berkas(Isi):
    """The refused delivery as its receipt has it; `ukuran` in bytes."""

    nama: str
    jenis: str
    waktu: AwareDatetime
    ukuran: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class SuratPenolakan(Isi):
    """One refused file: why, what to do, and until when a new one is taken (when that is set)."""

    instansi: Instansi
    berkas: Berkas
    kode: str
    pesan: str
    tindakan: str
    sampai: AwareDatetime | None = None


def render_penolakan(isi: SuratPenolakan) -> bytes:
    """The letter as UTF-8 HTML."""
    return render("penolakan/penolakan.html.j2", isi).encode()
