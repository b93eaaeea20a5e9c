"""Content and page of the letter about deliveries that are not used yet."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime

from reports.render import render
from reports.unsur import Dokumen, Instansi, Isi


class Kiriman(Isi):
    """One delivery; `berlaku` is when the delivery came that stands for its part, None without one;
    `keterangan` says of a late one which deadline it missed and what can still be done."""

    nama: str
    jenis: str
    waktu: AwareDatetime
    berlaku: AwareDatetime | None = None
    keterangan: str | None = None


@dataclass(frozen=True)
class Sampai:
    """The deadlines of that night, as BelumDipakai has them."""

    batas: datetime | None = None
    menurut: str | None = None
    perpanjangan: datetime | None = None
    penghapusan: datetime | None = None


class BelumDipakai(Dokumen):
    """Deliveries held and late. `batas` is the general deadline that passed and `menurut` its clause,
    `perpanjangan` until when an approved extension can still help, `penghapusan` until when withdrawals
    still count; None when no instrument sets them."""

    instansi: Instansi
    ditahan: tuple[Kiriman, ...] = ()
    terlambat: tuple[Kiriman, ...] = ()
    batas: AwareDatetime | None = None
    menurut: str | None = None
    perpanjangan: AwareDatetime | None = None
    penghapusan: AwareDatetime | None = None


def letter_from(
    instansi: Instansi,
    kiriman: Iterable[Mapping[str, Any]],
    sampai: Sampai | None = None,
    tanda: str | None = None,
) -> BelumDipakai:
    """The letter's content from the rows of query.sql that are this instansi's; without any it is done."""
    milik: dict[str, list[Kiriman]] = {"DITAHAN": [], "TERLAMBAT": []}
    for satu in kiriman:
        isi = {nama: satu[nama] for nama in Kiriman.model_fields}
        milik[satu["status"]].append(Kiriman.model_validate(isi))
    return BelumDipakai(
        instansi=instansi,
        ditahan=tuple(milik["DITAHAN"]),
        terlambat=tuple(milik["TERLAMBAT"]),
        tanda=tanda,
        **(asdict(sampai) if sampai else {}),
    )


def render_belum_dipakai(isi: BelumDipakai) -> bytes:
    """The letter as UTF-8 HTML."""
    return render("belum_dipakai/belum_dipakai.html.j2", isi).encode()
