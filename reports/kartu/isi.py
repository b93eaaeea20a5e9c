"""What the cards of one instansi share. Their JSON is a published shape: `bentuk` rises when a field changes."""

from datetime import date
from typing import Literal

from reports.tulisan import saat, sidik_pendek
from reports.unsur import Dokumen, Instansi, Isi, Kutipan, Potret
from rules.sptjm import PotretInstansi


class SptjmKartu(Isi):
    """Whether the instansi vouched for its final potret: `tahap` and `sidik` name it, null before there is one."""

    diterima: bool
    tahap: str | None = None
    sidik: str | None = None
    keterangan: str


class Kartu(Dokumen):
    """The instansi, the potret that the cards are made from, the least months of service by `acuan`, and the SPTJM."""

    bentuk: Literal["kartu-pendataan/1"] = "kartu-pendataan/1"
    instansi: Instansi
    potret: Potret
    minimum: int
    acuan: date
    sptjm: SptjmKartu


def sptjm_from(final: PotretInstansi | None, diterima: bool, akibat: Kutipan | None) -> SptjmKartu:
    """The state of the SPTJM: the final potret of an instansi, and whether an SPTJM for it was accepted.

    `akibat` is what the law says of data without one.
    """
    lanjut = f" {akibat.teks[:1].upper()}{akibat.teks[1:]} ({akibat.sumber})." if akibat else ""
    if final is None:
        return SptjmKartu(diterima=False, keterangan=f"Belum ada potret final.{lanjut}")
    sebut = f"potret {final.nama}, batas {saat(final.batas)} (sidik {sidik_pendek(final.sidik)}…)"
    ada, belum = (
        f"SPTJM instansi diterima untuk {sebut}.",
        f"Belum ada SPTJM yang diterima untuk {sebut}.{lanjut}",
    )
    return SptjmKartu(
        diterima=diterima,
        tahap=final.tahap,
        sidik=final.sidik,
        keterangan=ada if diterima else belum,
    )
