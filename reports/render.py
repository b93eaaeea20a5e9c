"""The one template engine: strict, escaping, offline. A missing field is an error, never a blank."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from reports import tulisan

NIK = re.compile(r"\d{16}")
AKAR = Path(__file__).resolve().parent


@cache
def lingkungan() -> Environment:
    """Strict Jinja2 environment over reports/; everything inserted is escaped, Markdown too."""
    jinja = Environment(
        loader=FileSystemLoader(AKAR, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters.update(
        angka=tulisan.angka,
        persen=tulisan.persen,
        tanggal=tulisan.tanggal,
        pukul=tulisan.pukul,
        saat=tulisan.saat,
        sidik_pendek=tulisan.sidik_pendek,
        sel=_sel,
    )
    return jinja


def render(templat: str, isi: BaseModel, **bagian: object) -> str:
    """Text of a template (path below reports/) filled with `isi` and ready-made parts."""
    return lingkungan().get_template(templat).render(isi=isi, **bagian)


def query(nama: str) -> str:
    """SQL of a document, 'pengumuman' or 'temuan/ganda'; only tasks run it."""
    jalur = AKAR / f"{nama}.sql" if "/" in nama else AKAR / nama / "query.sql"
    return jalur.read_text(encoding="utf-8")


def _sel(teks: object) -> str:
    """One cell of a Markdown table: a pipe or a line break would end it.

    Markdown goes to Prefect's database, where no whole NIK may stand; a file name can hold one.
    """
    return NIK.sub("(NIK)", " ".join(str(teks).split())).replace("|", "¦")
