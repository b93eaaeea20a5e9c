"""The clauses that an explanation leans on, as they stood under its law date."""

from collections.abc import Iterable

from reports.penjelasan.isi import Klausul, Pendaftaran
from rules.kalimat import tulis
from rules.ketentuan import Ketentuan


def klausul_from(pendaftaran: Iterable[Pendaftaran], hukum: Ketentuan) -> tuple[Klausul, ...]:
    """Every clause that a rule of these registrations names, official ones first, each once."""
    nama: dict[str, None] = {}
    for satu in pendaftaran:
        nama |= dict.fromkeys(n for k in satu.kriteria for a in k.aturan for n in a.hukum)
        nama |= dict.fromkeys(n for temuan in satu.temuan for n in temuan.hukum)
    return tuple(sorted((_clause(satu, hukum) for satu in nama), key=lambda s: s.asumsi))


def _clause(nama: str, k: Ketentuan) -> Klausul:
    sumber = k.sumber[nama]
    return Klausul(
        nama=nama,
        arti=type(k).model_fields[nama].description or nama,
        nilai=tulis(getattr(k, nama)),
        instrumen=sumber.instrumen,
        butir=sumber.butir,
        berlaku=sumber.berlaku,
        tanggal_asumsi=sumber.tanggal_asumsi,
        asumsi=sumber.asumsi,
        alasan=sumber.alasan,
    )
