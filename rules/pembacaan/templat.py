"""Whether a workbook may come from this instansi: decided by its template's properties alone."""

from collections.abc import Mapping

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI
from rules.pembacaan.penolakan import Penolakan, tolak

# A property is what somebody wrote there; a letter repeats no more of it than an edition needs.
_TERPANJANG = 20


def tolak_templat(sifat: Mapping[str, str], kode_instansi: str) -> Penolakan | None:
    """Refusal of another instansi's template (F-INSTANSI-LAIN) or of another edition (F-EDISI), else None.

    A property that a program lost accuses nobody; whose template it was instead is never told.
    """
    if sifat.get(SIFAT_INSTANSI, kode_instansi) != kode_instansi:
        return tolak("F-INSTANSI-LAIN", instansi=kode_instansi).penolakan
    edisi = pembacaan().edisi
    if (dipakai := sifat.get(SIFAT_EDISI, edisi)) != edisi:
        return tolak("F-EDISI", dipakai=dipakai[:_TERPANJANG], edisi=edisi).penolakan
    return None
