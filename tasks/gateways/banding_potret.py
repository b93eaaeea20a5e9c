"""Two potret of one tahap, each in its store: whether they hold the same, and if not, why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rules.beda_potret import Sebab, compare_manifes
from tasks.gateways.potret import is_frozen, read_manifest
from tasks.gateways.simpanan import Simpanan

# So many instansi are looked into; the nation's sentence names how many there are.
_DILIHAT = 20


@dataclass(frozen=True)
class Banding:
    """The outcome: `sama` in content, the root of the new one, and every difference as a sentence."""

    tahap: str
    orang: int
    akar: str
    sama: bool
    sebab: tuple[str, ...]


def compare_potret(lama: Simpanan, baru: Simpanan, tahap: str) -> Banding:
    """Compares the potret of `tahap` in `baru` with that in `lama`; without one there nothing differs."""
    kini = read_manifest(baru, tahap)
    sebab: list[Sebab] = []
    if is_frozen(lama, tahap):
        dulu = read_manifest(lama, tahap)
        sebab = compare_manifes(dulu, kini)
        sebab += _per_instansi(lama, baru, dulu, kini)
    kalimat = dict.fromkeys(satu.kalimat for satu in sebab)
    sama = not any(satu.isi for satu in sebab)
    return Banding(tahap, kini["jumlah"], kini["akar"], sama, tuple(kalimat))


def _per_instansi(
    lama: Simpanan, baru: Simpanan, dulu: dict[str, Any], kini: dict[str, Any]
) -> Iterator[Sebab]:
    umum = {satu.kalimat for satu in compare_manifes(dulu, kini)}
    for kode in _differing(dulu, kini)[:_DILIHAT]:
        for satu in compare_manifes(*(read_manifest(s, dulu["tahap"], kode) for s in (lama, baru))):
            if satu.kalimat not in umum:
                yield Sebab(f"Instansi {kode}: {satu.kalimat}", satu.isi)


def _differing(dulu: dict[str, Any], kini: dict[str, Any]) -> list[str]:
    """Codes that both know, with another list."""
    satu, lain = ({i["kode_instansi"]: i["sidik"] for i in m["instansi"]} for m in (dulu, kini))
    return sorted(kode for kode in satu.keys() & lain.keys() if satu[kode] != lain[kode])
