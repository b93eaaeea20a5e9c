"""Content and Markdown of the night's story, for one Prefect artifact."""

from datetime import date

import polars as pl
from pydantic import AwareDatetime, Field

from reports.istilah import STATUS_KIRIMAN
from reports.render import render
from reports.unsur import Isi

# An artifact is read on one screen; the letters hold every refusal.
PENOLAKAN_TAMPIL = 20


class Terbit(Isi):
    """How many of one kind of document went out."""

    nama: str
    jumlah: int = Field(ge=0)


class Malam(Isi):
    """Which night, under which law and code, and what was published; `tahap` if one was frozen."""

    keadaan: AwareDatetime
    tanggal_hukum: date
    versi_kode: str
    dibaca: int = Field(ge=0)
    sudah_ada: int = Field(ge=0)
    tahap: str | None = None
    terbit: tuple[Terbit, ...] = ()
    galat: tuple[tuple[str, str], ...] = ()


def render_malam(
    isi: Malam,
    berkas: pl.DataFrame,
    sptjm: pl.DataFrame,
    penolakan: pl.DataFrame,
    temuan: pl.DataFrame,
    ganda: pl.DataFrame,
    neraca: pl.DataFrame,
    lebih: pl.DataFrame,
    bayangan: pl.DataFrame,
    pengecualian: pl.DataFrame,
) -> str:
    """Markdown from the rows of malam/berkas.sql, malam/sptjm.sql, penolakan/query.sql, the published tables
    temuan_aturan, ganda_jenis and neraca_nasional, rules.keputusan.beyond_tolerance, and malam/bayangan.sql, malam/pengecualian.sql.
    No NIK and no person's name can stand in it."""
    return render(
        "malam/malam.md.j2",
        isi,
        berkas=berkas.to_dicts(),
        status=STATUS_KIRIMAN,
        sptjm=sptjm.to_dicts(),
        penolakan=penolakan.sort("diganti").head(PENOLAKAN_TAMPIL).to_dicts(),
        penolakan_jumlah=penolakan.height,
        penolakan_diganti=penolakan["diganti"].sum(),
        temuan=temuan.filter(pl.col("temuan") > 0).to_dicts(),
        ganda=ganda.to_dicts(),
        neraca=neraca.to_dicts(),
        lebih=lebih.to_dicts(),
        bayangan=bayangan.to_dicts(),
        pengecualian=pengecualian.to_dicts(),
    )
