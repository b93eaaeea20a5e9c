"""Content and page of the letter about deliveries that are not used yet."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime

from reports.render import render
from reports.unsur import Dokumen, Instansi, Isi


class Kiriman(Isi):
    """One delivery; `berlaku` is when the delivery came that stands for its part, None without one."""

    nama: str
    jenis: str
    waktu: AwareDatetime
    berlaku: AwareDatetime | None = None


class BelumDipakai(Dokumen):
    """Deliveries held and late. `batas` is the general deadline that passed, `perpanjangan` until when
    an approved extension can still help; both None when no instrument sets them."""

    instansi: Instansi
    ditahan: tuple[Kiriman, ...] = ()
    terlambat: tuple[Kiriman, ...] = ()
    batas: AwareDatetime | None = None
    perpanjangan: AwareDatetime | None = None


def letter_from(
    instansi: Instansi,
    kiriman: Iterable[Mapping[str, Any]],
    batas: datetime | None = None,
    perpanjangan: datetime | None = None,
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
        batas=batas,
        perpanjangan=perpanjangan,
        tanda=tanda,
    )


def render_belum_dipakai(isi: BelumDipakai) -> bytes:
    """The letter as UTF-8 HTML."""
    return render("belum_dipakai/belum_dipakai.html.j2", isi).encode()
