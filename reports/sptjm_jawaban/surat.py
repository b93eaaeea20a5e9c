"""Content and page of the answer to the SPTJM of one instansi."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import AwareDatetime, Field

from reports.render import render
from reports.unsur import Dokumen, Instansi, Isi, Kutipan, Potret
from rules.sptjm import Sebutan


class Kiriman(Isi):
    """One letter that was examined; without `kode` it was accepted, else `pesan` says why it was not and
    `tindakan` what to do."""

    nama: str
    waktu: AwareDatetime
    kode: str | None = None
    pesan: str | None = None
    tindakan: str | None = None


class Diterima(Isi):
    """The accepted letter that counts: what it vouches for, where it says so, who signed electronically."""

    kiriman: Kiriman
    potret: Potret
    cara: str
    penandatangan: str | None = None


class JawabanSptjm(Dokumen):
    """What became of the letters of one instansi. `berlaku` is the potret that must be named now, None
    before there is a final one; `akibat` what the law says of data without an SPTJM."""

    instansi: Instansi
    kiriman: tuple[Kiriman, ...] = Field(min_length=1)
    diterima: Diterima | None = None
    berlaku: Potret | None = None
    akibat: Kutipan | None = None

    @property
    def lengkap(self) -> bool:
        """Whether the accepted letter is for the potret that must be named now."""
        if self.diterima is None or self.berlaku is None:
            return False
        return self.diterima.potret.sidik == self.berlaku.sidik

    @property
    def tindakan(self) -> str | None:
        """What the answer to the last letter advised; None when nothing is to be done, or when that
        letter came before the potret that counts now."""
        akhir = self.kiriman[-1]
        lalu = self.berlaku is not None and akhir.waktu <= self.berlaku.batas
        return None if self.lengkap or lalu else akhir.tindakan

    @property
    def kelompok(self) -> str:
        """The digest of the accepted letter in groups, as people compare it."""
        if self.diterima is None:
            return ""
        potret = self.diterima.potret
        return " ".join(Sebutan(potret.tahap, self.instansi.kode, potret.sidik).kelompok)


def letter_from(
    baris: Sequence[Mapping[str, Any]],
    potret: Mapping[str, Potret],
    berlaku: Potret | None = None,
    akibat: Kutipan | None = None,
    tanda: str | None = None,
) -> JawabanSptjm:
    """The letter's content from the rows of query.sql that are one instansi's and its `potret` by tahap."""
    satu = baris[0]
    kiriman = tuple(Kiriman(**{nama: b[nama] for nama in Kiriman.model_fields}) for b in baris)
    diterima = [
        Diterima(
            kiriman=surat,
            potret=potret[b["tahap"]],
            cara=b["cara"],
            penandatangan=b["penandatangan"],
        )
        for surat, b in zip(kiriman, baris, strict=True)
        if b["sidik"]
    ]
    return JawabanSptjm(
        instansi=Instansi(
            kode=satu["kode_instansi"], nama=satu["nama_instansi"], jenis=satu["jenis"]
        ),
        kiriman=kiriman,
        diterima=diterima[-1] if diterima else None,
        berlaku=berlaku,
        akibat=akibat,
        tanda=tanda,
    )


def render_jawaban(isi: JawabanSptjm) -> bytes:
    """The letter as UTF-8 HTML."""
    return render("sptjm_jawaban/sptjm_jawaban.html.j2", isi).encode()
