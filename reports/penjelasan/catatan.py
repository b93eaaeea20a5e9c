"""What somebody said or decided about a person, in sentences."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reports.penjelasan.isi import Catatan

_KEPUTUSAN = {"BENAR": "Instansi menyatakan temuan itu benar", "PERBAIKI": "Instansi akan memperbaiki"}  # fmt: skip
_ADUAN = {"TERBUKA": "belum diputus instansi", "DITERIMA": "diterima", "DITOLAK": "ditolak"}


def catatan_from(
    baris: Iterable[Mapping[str, Any]], nama_aturan: Mapping[str, str]
) -> tuple[Catatan, ...]:
    """Notes from rows of catatan.sql; `nama_aturan` names each rule by its code."""
    return tuple(
        Catatan(
            ragam=satu["ragam"],
            waktu=satu["waktu"],
            teks=_sentence(satu, nama_aturan),
            asal=_place(satu),
        )
        for satu in baris
    )


def _sentence(satu: Mapping[str, Any], nama_aturan: Mapping[str, str]) -> str:
    teks = _SEBUTAN[satu["ragam"]](satu, nama_aturan)
    if satu["alasan"]:
        teks += f": {satu['alasan']}"
    return teks + (f" (oleh {satu['oleh']})" if satu["oleh"] else "")


def _rule(satu: Mapping[str, Any], nama_aturan: Mapping[str, str]) -> str:
    return f"temuan {satu['hal']} ({nama_aturan.get(satu['hal'], 'aturan lain')})"


def _decision(satu: Mapping[str, Any], nama_aturan: Mapping[str, str]) -> str:
    kata = _KEPUTUSAN[satu["kata"]]
    sisa = "" if satu["berlaku"] else "; tidak mengubah temuan sekarang"
    return f"{kata}, {_rule(satu, nama_aturan)}{sisa}"


def _checked(satu: Mapping[str, Any], _: Mapping[str, str]) -> str:
    lama = "" if satu["berlaku"] else " (sudah diganti pemeriksaan lain, atau tidak terbaca)"
    return f"Checker instansi: {satu['kata'] or 'hasil tidak terbaca'}{lama}"


def _account(satu: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return "Akun portal diminta" + ("" if satu["berlaku"] else ", jawabannya")


def _said(satu: Mapping[str, Any], _: Mapping[str, str]) -> str:
    return {
        "AKTIF": f"Pernyataan terakhir di portal, masih aktif bekerja: {satu['kata']}",
        "BIODATA": f"Diisi sendiri di portal: {satu['hal'] or 'tanpa isi'}",
        "ADUAN": f"Aduan ({satu['hal']}): {_ADUAN.get(satu['kata'], satu['kata'])}",
    }[satu["ragam"]]


def _reported(satu: Mapping[str, Any], _: Mapping[str, str]) -> str:
    alasan = f", alasan {satu['kata']}" if satu["kata"] else ""
    return f"LAPOR THK-II oleh {satu['hal']}{alasan}"


_SEBUTAN: dict[str, Callable[[Mapping[str, Any], Mapping[str, str]], str]] = {
    "KONFIRMASI": _decision,
    "KEPUTUSAN": _decision,
    "PEMERIKSAAN": _checked,
    "AKTIF": _said,
    "BIODATA": _said,
    "AKUN": _account,
    "LAPOR": _reported,
    "ADUAN": _said,
}


def _place(satu: Mapping[str, Any]) -> str | None:
    if satu["kunci"] is None:
        return None
    lembar = f", lembar {satu['lembar']}" if satu["lembar"] else ""
    return f"{satu['kunci']}{lembar}" + (f" baris {satu['baris']}" if satu["baris"] else "")
