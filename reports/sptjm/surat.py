"""Content and page of the SPTJM draft."""

import segno
from markupsafe import Markup
from pydantic import Field

from reports.render import render
from reports.unsur import Dasar, Dokumen, Instansi, Kutipan, Penandatangan, Potret, Rekap
from rules.sptjm import Sebutan


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

    @property
    def sebutan(self) -> Sebutan:
        """Which potret the letter is for, as it says in text and QR code."""
        return Sebutan(self.potret.tahap, self.instansi.kode, self.potret.sidik)

    @property
    def qr(self) -> Markup:
        """The QR code as SVG, its own quiet zone included."""
        kode = segno.make(self.sebutan.teks, error="m", micro=False)
        return Markup(
            kode.svg_inline(border=4, omitsize=True, title="Kode QR potret", svgclass="qr")
        )


def render_sptjm(isi: Sptjm) -> bytes:
    """The draft as UTF-8 HTML. Its wording is ours: the official form of 2022 was not published."""
    return render("sptjm/sptjm.html.j2", isi).encode()
