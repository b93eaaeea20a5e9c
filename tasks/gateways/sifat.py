"""The properties that a template or an answer of ours leaves in a workbook, kept by whoever saves it."""

import html
import re
import zipfile

from rules.pembacaan.edisi import SIFAT_KAMI

# Where the custom properties stand, and how they are written: by .xlsx and by .ods.
TEMPAT = {
    "docProps/custom.xml": r'<(?:\w+:)?property\s[^>]*?\bname="([^"]*)"[^>]*>(.*?)</(?:\w+:)?property>',
    "meta.xml": r'<meta:user-defined\s[^>]*?\bmeta:name="([^"]*)"[^>]*>(.*?)</meta:user-defined>',
}
TERBESAR = 2**20


def read_sifat(paket: zipfile.ZipFile) -> dict[str, str]:
    """Our properties by name; nothing where they were lost. Read as text: no entity is ever expanded."""
    ada = set(paket.namelist())
    sifat: dict[str, str] = {}
    for anggota, pola in TEMPAT.items():
        if anggota in ada:
            with paket.open(anggota) as berkas:
                teks = berkas.read(TERBESAR).decode("utf-8", errors="replace")
            sifat |= {_text(nama): _text(isi) for nama, isi in re.findall(pola, teks, re.DOTALL)}
    return {nama: isi for nama, isi in sifat.items() if nama.endswith(SIFAT_KAMI) and isi}


def _text(xml: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", xml)).strip()
