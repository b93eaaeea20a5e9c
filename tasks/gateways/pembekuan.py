"""Freezing: a night's tables become the potret of a tahap, once, with manifests, tree and seal."""

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from rules.beda_potret import Sebab, compare_manifes
from rules.kalender import Tahap
from rules.pohon import daun_teks, tanam
from tasks.gateways.kunci_potret import Kunci
from tasks.gateways.potret import AKAR, MANIFES, MULAI, POTRET_UMUM, potret_key
from tasks.gateways.potret_tabel import ORANG, Bagian, delivery_secret, per_instansi
from tasks.gateways.segel import DAFTAR_SIDIK, TANDA, seal, sign
from tasks.gateways.simpanan import Simpanan, sidik
from tasks.gateways.susunan import Susunan

BENTUK = "potret-nonasn/2"


class PotretBerbedaError(Exception):
    """What a closing would freeze is not what an earlier attempt froze: nothing is overwritten."""

    def __init__(self, tahap: str, kode: str | None, sebab: Iterable[str]) -> None:
        siapa = f" instansi {kode}" if kode else ""
        super().__init__(
            f"Potret {tahap}{siapa} sudah dibekukan dengan isi lain; yang berdiri tidak diubah. "
            f"Sebabnya: {' '.join(sebab)}"
        )


@dataclass(frozen=True)
class Beku:
    """Where and by whom the potret of `tahap` is frozen; `keadaan` goes into every manifest."""

    simpanan: Simpanan
    tahap: Tahap
    keadaan: Mapping[str, Any]
    kunci: Kunci


def freeze_potret(beku: Beku, susunan: Susunan) -> int:
    """Freezes every instansi at its closing, then the nation; returns the people frozen.

    A run that was cut short is taken up again: what is already frozen stays, the same inputs give
    the same content, and another content raises PotretBerbedaError with the causes.
    """
    kiriman, neraca = _deliveries(susunan), _balances(susunan)
    ringkas, segel, kolom = [], {}, []
    for kode, tabel in per_instansi(susunan, delivery_secret(susunan)):
        if not beku.tahap.holds(kode):
            continue
        manifes = {
            "kode_instansi": kode,
            "jumlah": count_people(tabel[ORANG].isi),
            "tabel": {nama: satu.describe() for nama, satu in tabel.items()},
            "kiriman": kiriman.get(kode, []),
            "neraca": neraca.get(kode),
        }
        segel |= _freeze_instansi(beku, manifes, tabel)
        ringkas.append(_summary(manifes))
        kolom = manifes["tabel"][ORANG]["kolom"]
    nasional = {
        "jumlah": sum(satu["jumlah"]["daftar"] for satu in ringkas),
        "akar": national_root(ringkas),
        "kolom": kolom,
        "instansi": ringkas,
        "neraca": neraca.get(None)
        if beku.tahap.instansi is None
        else _sum_balances(neraca, ringkas),
    }
    _freeze_nation(beku, nasional, segel)
    return nasional["jumlah"]


def national_root(instansi: Iterable[Mapping[str, Any]]) -> str:
    """Root (hex) over the roots of all instansi."""
    return tanam(map(national_leaf, instansi)).akar


def national_leaf(satu: Mapping[str, Any]) -> bytes:
    """Leaf of one instansi in the tree of the nation: its code, people and root, with tabs between."""
    teks = f"{satu['kode_instansi']}\t{satu['jumlah']['daftar']}\t{satu['akar']}"
    return daun_teks(teks.encode())


def render_akar(nasional: Mapping[str, Any]) -> bytes:
    """The statement that is signed for everybody: tahap, deadline, counts, the root of the nation, and
    what the columns of a person's line are called."""
    baris = {
        "potret": nasional["bentuk"],
        "tahap": nasional["tahap"],
        "batas": nasional["batas"],
        "instansi": len(nasional["instansi"]),
        "orang": nasional["jumlah"],
        "akar": nasional["akar"],
        "kolom": " ".join(nasional["kolom"]),
    }
    return "".join(f"{nama} {nilai}\n" for nama, nilai in baris.items()).encode()


def _freeze_instansi(
    beku: Beku, manifes: dict[str, Any], tabel: Mapping[str, Bagian]
) -> dict[str, str]:
    """Writes the folder of one instansi; returns digests for the seal of the nation."""
    kode = manifes["kode_instansi"]
    berkas = {MANIFES: _keep_manifes(beku, kode, manifes)}
    for nama, satu in tabel.items():
        berkas[f"{nama}.parquet"] = _keep_tabel(beku, kode, nama, satu)
    folder = potret_key(beku.tahap.kode, kode, "").rstrip("/")
    segel = seal(beku.simpanan, folder, berkas, beku.kunci)
    return {f"{kode}/{nama}": isi for nama, isi in segel.items()}


def _freeze_nation(beku: Beku, nasional: dict[str, Any], segel: Mapping[str, str]) -> None:
    """Seals the nation; its manifest comes last, from then on the potret stands."""
    folder = f"potret/{beku.tahap.kode}"
    isi = _json(_complete(beku, nasional))
    akar = render_akar(json.loads(isi))
    berkas = {
        MANIFES: _same_or_raise(beku, None, json.loads(isi)) or sidik(isi),
        MULAI: beku.simpanan.digest(f"{folder}/{MULAI}"),
        **sign(beku.simpanan, f"{folder}/{AKAR}", akar, beku.kunci),
        **segel,
    }
    seal(beku.simpanan, folder, berkas, beku.kunci)
    beku.simpanan.put_once(f"{folder}/{MANIFES}", isi)
    for nama in (MANIFES, AKAR, f"{AKAR}{TANDA}", DAFTAR_SIDIK, f"{DAFTAR_SIDIK}{TANDA}"):
        umum = f"{POTRET_UMUM}{beku.tahap.kode}/{nama}"
        beku.simpanan.put_changed(umum, beku.simpanan.get(f"{folder}/{nama}"))


def _keep_manifes(beku: Beku, kode: str, manifes: dict[str, Any]) -> str:
    """Digest of the manifest that stands now; PotretBerbedaError when one of another content stood."""
    isi = _json(_complete(beku, manifes))
    lama = _same_or_raise(beku, kode, json.loads(isi))
    if lama is None:
        beku.simpanan.put_once(potret_key(beku.tahap.kode, kode, MANIFES), isi)
    return lama or sidik(isi)


def _same_or_raise(beku: Beku, kode: str | None, baru: dict[str, Any]) -> str | None:
    """Digest of the manifest that stands, when it tells of the same content; None when none stands.

    Made by another version, or with other tools, it still stands for what it says.
    """
    kunci = (
        potret_key(beku.tahap.kode, kode, MANIFES)
        if kode
        else f"potret/{beku.tahap.kode}/{MANIFES}"
    )
    if not beku.simpanan.exists(kunci):
        return None
    isi = beku.simpanan.get(kunci)
    sebab: list[Sebab] = compare_manifes(json.loads(isi), baru)
    if any(satu.isi for satu in sebab):
        raise PotretBerbedaError(beku.tahap.kode, kode, [satu.kalimat for satu in sebab])
    return sidik(isi)


def _keep_tabel(beku: Beku, kode: str, nama: str, bagian: Bagian) -> str:
    """Digest of the table file that stands now; the same rows may be other bytes with other tools."""
    kunci, isi = potret_key(beku.tahap.kode, kode, f"{nama}.parquet"), bagian.to_parquet()
    if beku.simpanan.put_once(kunci, isi):
        return sidik(isi)
    lama = beku.simpanan.get(kunci)
    if lama != isi and Bagian.of(pl.read_parquet(io.BytesIO(lama))).describe() != bagian.describe():
        raise PotretBerbedaError(beku.tahap.kode, kode, [f"Isi tabel {nama} berbeda."])
    return sidik(lama)


def _complete(beku: Beku, manifes: dict[str, Any]) -> dict[str, Any]:
    return dict(beku.keadaan) | {"bentuk": BENTUK, "tahap": beku.tahap.kode, "kunci": beku.kunci.sidik} | manifes  # fmt: skip


def _summary(manifes: dict[str, Any]) -> dict[str, Any]:
    tabel = manifes["tabel"][ORANG]
    return {
        "kode_instansi": manifes["kode_instansi"],
        "jumlah": manifes["jumlah"],
        "sidik": tabel["sidik"],
        "akar": tabel["akar"],
    }


def count_people(daftar: pl.DataFrame) -> dict[str, int]:
    """What a manifest counts of the frozen list of one instansi."""
    putusan = daftar["putusan_keseluruhan"]
    return {
        "daftar": daftar.height,
        "thk2": int((daftar["kategori"] == "THK-II").sum()),
        "memenuhi": int((putusan == "M").sum()),
        "tidak_memenuhi": int((putusan == "T").sum()),
        "belum_dinilai": int((putusan == "B").sum()),
        "dikecualikan": int(daftar["pengecualian_menurut"].is_not_null().sum()),
    }


def _deliveries(susunan: Susunan) -> dict[str, list[dict[str, Any]]]:
    """Per instansi the receipts that were there, with what became of them."""
    waktu = pl.col("waktu").dt.convert_time_zone("UTC").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    kolom = ("kunci", waktu, "ukuran", "sha256", "status")
    kiriman: dict[str, list[dict[str, Any]]] = {}
    berkas = susunan.scan("berkas").sort("id_berkas").select("kode_instansi", *kolom).collect()
    for baris in berkas.iter_rows(named=True):
        kiriman.setdefault(baris.pop("kode_instansi"), []).append(baris)
    return kiriman


def _balances(susunan: Susunan) -> dict[str | None, dict[str, int]]:
    """The balance of rows per instansi; under None that of the nation."""
    atas = susunan.scan("neraca").filter(pl.col("tingkat") != "berkas").drop("tingkat", "id_berkas")
    return {baris.pop("kode_instansi"): baris for baris in atas.collect().iter_rows(named=True)}


def _sum_balances(
    neraca: Mapping[str | None, Mapping[str, int]], ringkas: Iterable[Mapping[str, Any]]
) -> dict[str, int] | None:
    """The balance over some instansi; None when none of them delivered anything."""
    milik = [neraca[kode] for satu in ringkas if (kode := satu["kode_instansi"]) in neraca]
    return {pos: sum(satu[pos] for satu in milik) for pos in milik[0]} if milik else None


def _json(isi: Mapping[str, Any]) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
