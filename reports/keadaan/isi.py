"""Content and page of the state of one instansi."""

from collections.abc import Iterator
from datetime import date

import polars as pl
from pydantic import AwareDatetime

from reports.render import render
from reports.unsur import Dokumen, Instansi, Isi


class Fase(Isi):
    """One phase the instansi has entered; `sampai` is None while nothing known ends it."""

    nama: str
    sejak: AwareDatetime
    menurut: str
    sampai: AwareDatetime | None = None
    sekarang: bool
    berikut: str
    catatan: str | None = None


class Terlambat(Isi):
    """One delivery that came after its deadline, and what can still be done."""

    nama: str
    jenis: str
    waktu: AwareDatetime
    keterangan: str | None = None


class SuratSptjm(Isi):
    """One SPTJM, accepted or refused; `tindakan` is what to do about a refused one."""

    nama: str
    waktu: AwareDatetime
    diterima: bool
    pesan: str
    tindakan: str | None = None


class Perpanjangan(Isi):
    """What was asked and approved; `sampai` is None where nothing opens."""

    diminta: AwareDatetime | None = None
    nomor_surat: str | None = None
    tanggal_surat: date | None = None
    sampai: AwareDatetime | None = None
    alasan_tertutup: str | None = None


class Pembukaan(Isi):
    """One letter that opened finalisasi again, or that opens nothing."""

    nomor_surat: str
    tanggal_surat: date | None = None
    alasan: str | None = None
    sampai: AwareDatetime | None = None
    alasan_tertutup: str | None = None
    dibatalkan: AwareDatetime | None = None
    alasan_batal: str | None = None
    diterima: AwareDatetime | None = None


class Keadaan(Dokumen):
    """Everything the page of one instansi says."""

    instansi: Instansi
    fase: tuple[Fase, ...]
    terlambat: tuple[Terlambat, ...] = ()
    sptjm: tuple[SuratSptjm, ...] = ()
    perpanjangan: Perpanjangan | None = None
    pembukaan: tuple[Pembukaan, ...] = ()

    @property
    def kini(self) -> Fase:
        """The present phase."""
        return next(satu for satu in self.fase if satu.sekarang)


def pages(
    fase: pl.DataFrame,
    terlambat: pl.DataFrame,
    sptjm: pl.DataFrame,
    perpanjangan: pl.DataFrame,
    pembukaan: pl.DataFrame,
    tanda: str | None = None,
) -> Iterator[Keadaan]:
    """The content of every instansi's page, from the rows of the five .sql files of this folder."""
    lambat, surat, waktu, ulang = map(_by_instansi, (terlambat, sptjm, perpanjangan, pembukaan))
    for kode, milik in _by_instansi(fase).items():
        kepala = {"kode": kode, "nama": milik[0]["instansi"], "jenis": milik[0]["jenis"]}
        yield Keadaan(
            instansi=Instansi.model_validate(kepala),
            fase=tuple(Fase.model_validate(_only(satu, Fase)) for satu in milik),
            terlambat=tuple(Terlambat.model_validate(satu) for satu in lambat.get(kode, ())),
            sptjm=tuple(SuratSptjm.model_validate(satu) for satu in surat.get(kode, ())),
            perpanjangan=next(map(Perpanjangan.model_validate, waktu.get(kode, ())), None),
            pembukaan=tuple(Pembukaan.model_validate(satu) for satu in ulang.get(kode, ())),
            tanda=tanda,
        )


def render_keadaan(isi: Keadaan) -> bytes:
    """The page as UTF-8 HTML."""
    return render("keadaan/keadaan.html.j2", isi).encode()


def _by_instansi(tabel: pl.DataFrame) -> dict[str, list[dict[str, object]]]:
    """Rows per kode_instansi, in their order and without that column."""
    bagian: dict[str, list[dict[str, object]]] = {}
    for satu in tabel.iter_rows(named=True):
        bagian.setdefault(satu.pop("kode_instansi"), []).append(satu)
    return bagian


def _only(baris: dict[str, object], bentuk: type[Isi]) -> dict[str, object]:
    return {nama: baris[nama] for nama in bentuk.model_fields}
