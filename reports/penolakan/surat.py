"""Content and page of a refusal letter."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, Field

from reports.render import render
from reports.unsur import Dokumen, Instansi, Isi


class Berkas(Isi):
    """The refused delivery as its receipt has it; `ukuran` in bytes."""

    nama: str
    jenis: str
    waktu: AwareDatetime
    ukuran: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class SuratPenolakan(Dokumen):
    """One refused file: why, what to do, until when a new one is taken (when that is set), and when the
    delivery came that stands for its part nevertheless (when there is one)."""

    instansi: Instansi
    berkas: Berkas
    kode: str
    pesan: str
    tindakan: str
    sampai: AwareDatetime | None = None
    sebelumnya: AwareDatetime | None = None


def surat_from(
    baris: Mapping[str, Any], sampai: datetime | None = None, tanda: str | None = None
) -> SuratPenolakan:
    """The letter's content from one row of query.sql; `sampai` is until when a new file is taken,
    `tanda` a warning on top."""
    return SuratPenolakan(
        instansi=Instansi(
            kode=baris["kode_instansi"], nama=baris["nama"], jenis=baris["jenis_instansi"]
        ),
        berkas=Berkas(
            nama=baris["nama_berkas"],
            jenis=baris["jenis"],
            waktu=baris["waktu"],
            ukuran=baris["ukuran"],
            sha256=baris["sha256"],
        ),
        kode=baris["kode"],
        pesan=baris["pesan"],
        tindakan=baris["tindakan"],
        sampai=sampai,
        sebelumnya=baris["sebelumnya"],
        tanda=tanda,
    )


def render_penolakan(isi: SuratPenolakan) -> bytes:
    """The letter as UTF-8 HTML."""
    return render("penolakan/penolakan.html.j2", isi).encode()
