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


def sptjm_from(
    dinyatakan: PotretInstansi | None, final: PotretInstansi | None, akibat: Kutipan | None
) -> SptjmKartu:
    """The state of the SPTJM. `dinyatakan` is the potret whose SPTJM was accepted: it counts until that of
    a younger one is. Without it the `final` potret waits, and `akibat` is what the law says of that.
    """
    if dinyatakan is not None:
        return SptjmKartu(
            diterima=True,
            tahap=dinyatakan.tahap,
            sidik=dinyatakan.sidik,
            keterangan=f"SPTJM instansi diterima untuk {_named(dinyatakan)}.",
        )
    lanjut = f" {akibat.teks[:1].upper()}{akibat.teks[1:]} ({akibat.sumber})." if akibat else ""
    if final is None:
        return SptjmKartu(diterima=False, keterangan=f"Belum ada potret final.{lanjut}")
    return SptjmKartu(
        diterima=False,
        tahap=final.tahap,
        sidik=final.sidik,
        keterangan=f"Belum ada SPTJM yang diterima untuk {_named(final)}.{lanjut}",
    )


def _named(potret: PotretInstansi) -> str:
    return f"potret {potret.nama}, batas {saat(potret.batas)} (sidik {sidik_pendek(potret.sidik)}…)"
