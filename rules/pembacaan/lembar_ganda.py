"""Several sheets of one form: one per office is a list in parts, two of the same name are a doubt."""

from collections.abc import Sequence

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.judul import baku_judul
from rules.pembacaan.penolakan import BerkasDitolakError, tolak


def tolak_ganda(bentuk: str, lembar: Sequence[str]) -> BerkasDitolakError | None:
    """Refusal when more than one of these sheets is named for the form and nothing else, else None.

    Data Utama beside Data Utama (2) or Data Utama lama: which one counts is not for us to say.
    """
    sama = [nama for nama in lembar if _sekadar(bentuk, nama)]
    if len(sama) < 2:
        return None
    return tolak("F-LEMBAR-GANDA", bentuk=baku_judul(bentuk).title(), lembar=", ".join(sama))


def _sekadar(bentuk: str, nama: str) -> bool:
    resmi, kata = baku_judul(bentuk), baku_judul(nama)
    if not kata.startswith(resmi):
        return False
    sisa = kata.removeprefix(resmi).split()
    return all(k.isdigit() or k in pembacaan().kata_salinan for k in sisa)
