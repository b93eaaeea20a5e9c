"""Content and page of the SPTJM draft."""

from pydantic import Field

from reports.render import render
from reports.unsur import Dasar, Dokumen, Instansi, Kutipan, Penandatangan, Potret, Rekap


class Sptjm(Dokumen):
    """What the PPK vouches for: the counts of one potret, and who answers if they prove untrue.

    `penanggung_jawab` and `akibat` come from the law in force (Ketentuan.penanggung_jawab,
    Ketentuan.akibat_tanpa_sptjm); either may be missing before the instrument that sets it.
    """

    instansi: Instansi
    potret: Potret
    rekap: Rekap
    dasar: tuple[Dasar, ...] = Field(min_length=1)
    penanggung_jawab: Kutipan | None = None
    akibat: Kutipan | None = None
    penandatangan: Penandatangan = Penandatangan()


def render_sptjm(isi: Sptjm) -> bytes:
    """The draft as UTF-8 HTML. Its wording is ours: the official form of 2022 was not published."""
    return render("sptjm/sptjm.html.j2", isi).encode()
