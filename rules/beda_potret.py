"""Why two potret of the same tahap differ: the causes, named from their manifests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# What may differ between two potret of the same content: who made it, with which tools.
_PEMBUAT = {
    "versi_kode": "Versi kode",
    "kunci": "Kunci tanda tangan",
    "buku_terima": "Buku terima ketika itu",
}
_HUKUM = {
    "batas": "Batas",
    "dasar": "Dasar batas",
    "tanggal_hukum": "Tanggal hukum",
    "aturan_hanya_memperingatkan": "Aturan yang hanya memperingatkan",
}


@dataclass(frozen=True)
class Sebab:
    """One cause as an Indonesian sentence; `isi` when the content itself may differ for it."""

    kalimat: str
    isi: bool


def compare_manifes(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> list[Sebab]:
    """Every difference between two manifests of one instansi, or of the nation; empty when none."""
    return [
        *(Sebab(kalimat, True) for kalimat in _law(lama, baru)),
        *(Sebab(kalimat, True) for kalimat in _deliveries(lama, baru)),
        *(Sebab(kalimat, True) for kalimat in _tables(lama, baru)),
        *(Sebab(kalimat, False) for kalimat in _changed(_PEMBUAT, lama, baru)),
        *(Sebab(kalimat, False) for kalimat in _tools(lama, baru)),
    ]


def _law(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[str]:
    yield from _changed(_HUKUM, lama, baru)
    dulu, kini = lama.get("regulasi", {}), baru.get("regulasi", {})
    for nama in sorted(dulu.keys() | kini.keys()):
        if dulu.get(nama) != kini.get(nama):
            yield f"Berkas hukum {nama} {_became(dulu.get(nama), kini.get(nama))}."


def _deliveries(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[str]:
    dulu, kini = (_by_key(satu) for satu in (lama, baru))
    for kunci in sorted(dulu.keys() | kini.keys()):
        if dulu.get(kunci) != kini.get(kunci):
            ini = kini.get(kunci) or dulu[kunci]
            keadaan = _became(dulu.get(kunci), kini.get(kunci))
            yield f"Kiriman jenis {ini['kunci'].split('/')[2]} yang diterima {ini['waktu']} (sidik {ini['sha256'][:12]}) {keadaan}."


def _tables(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[str]:
    dulu, kini = lama.get("tabel", {}), baru.get("tabel", {})
    for nama in sorted(dulu.keys() | kini.keys()):
        satu, lain = dulu.get(nama, {}), kini.get(nama, {})
        if satu.get("kolom") != lain.get("kolom"):
            yield f"Kolom tabel {nama} berbeda."
        elif satu.get("sidik") != lain.get("sidik"):
            yield f"Isi tabel {nama} berbeda: {satu.get('baris', 0)} baris menjadi {lain.get('baris', 0)}."
    yield from _instansi(lama, baru)


def _instansi(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[str]:
    dulu, kini = (
        {satu["kode_instansi"]: satu["sidik"] for satu in manifes.get("instansi", ())}
        for manifes in (lama, baru)
    )
    beda = sorted(kode for kode in dulu.keys() | kini.keys() if dulu.get(kode) != kini.get(kode))
    if beda:
        lebih = f" dan {len(beda) - 5} lagi" if len(beda) > 5 else ""
        yield f"Daftar {len(beda)} instansi berbeda: {', '.join(beda[:5])}{lebih}."


def _tools(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[str]:
    dulu, kini = lama.get("lingkungan", {}), baru.get("lingkungan", {})
    for nama in sorted(dulu.keys() | kini.keys()):
        if dulu.get(nama) != kini.get(nama):
            yield f"{nama} {dulu.get(nama, '(tidak ada)')} menjadi {kini.get(nama, '(tidak ada)')}."


def _changed(
    nama: Mapping[str, str], lama: Mapping[str, Any], baru: Mapping[str, Any]
) -> Iterator[str]:
    for kunci, sebutan in nama.items():
        if lama.get(kunci) != baru.get(kunci):
            yield f"{sebutan} {_said(lama.get(kunci))} menjadi {_said(baru.get(kunci))}."


def _said(nilai: Any) -> str:
    if isinstance(nilai, Mapping):
        return ", ".join(f"{kunci} {isi}" for kunci, isi in nilai.items())
    if isinstance(nilai, list | tuple):
        return ", ".join(map(str, nilai)) or "(tidak ada)"
    return "(tidak ada)" if nilai is None else str(nilai)


def _became(lama: object, baru: object) -> str:
    if lama is None:
        return "dahulu tidak ada"
    return "tidak ada lagi" if baru is None else "berubah"


def _by_key(manifes: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {(satu["kunci"], satu["waktu"]): satu for satu in manifes.get("kiriman", ())}
