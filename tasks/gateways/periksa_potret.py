"""Whether a frozen potret still is what was signed: every file, every figure, every root, computed again."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import polars as pl
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from rules.neraca import POS
from tasks.gateways.kunci_potret import is_signed
from tasks.gateways.pembekuan import count_people, national_root, render_akar
from tasks.gateways.potret import AKAR, MANIFES
from tasks.gateways.potret_tabel import GARAM, ORANG, TABEL, Bagian
from tasks.gateways.segel import DAFTAR_SIDIK, TANDA, read_daftar
from tasks.gateways.simpanan import sidik

_Hasil = TypeVar("_Hasil")


class PotretRusakError(Exception):
    """What is wrong with a potret, one Indonesian sentence per fault."""

    def __init__(self, cacat: list[str]) -> None:
        super().__init__(" ".join(cacat))
        self.cacat = cacat


@dataclass(frozen=True)
class Utuh:
    """A sound potret: how many instansi and people it holds, and which key signed it."""

    tahap: str
    batas: str
    instansi: int
    orang: int
    kunci: str


@dataclass(frozen=True)
class Tempat:
    """A folder of a potret and the keys that may have signed it, by their digest."""

    folder: Path
    kunci: Mapping[str, Ed25519PublicKey]
    sebutan: str = "Potret"


def check_potret(folder: Path, kunci: Mapping[str, Ed25519PublicKey]) -> Utuh:
    """Checks the potret of one instansi or of the nation, whichever stands in `folder`.

    Raises PotretRusakError with every fault found: those of the seal alone when it is broken, since
    nothing else can be believed then; otherwise all that contradicts itself.
    """
    tempat = Tempat(folder, kunci)
    if (folder / AKAR).exists() or _says_nation(folder):
        return _check_nation(tempat)
    cacat, manifes = _check_instansi(tempat)
    _raise(cacat)
    return _sound(manifes, 1, manifes["jumlah"]["daftar"])


def _check_nation(tempat: Tempat) -> Utuh:
    cacat, isi = _check_seal(tempat)
    _raise(cacat)
    manifes, akar = json.loads(isi[MANIFES]), isi[AKAR]
    cacat += _signature(tempat, AKAR, manifes)
    ringkas = {satu["kode_instansi"]: satu for satu in manifes["instansi"]}
    for kode in sorted(ringkas.keys() | {nama.split("/")[0] for nama in isi if "/" in nama}):
        cacat += _check_member(tempat, kode, ringkas.get(kode), manifes)
    if national_root(ringkas.values()) != manifes["akar"]:
        cacat.append("Akar nasional dalam manifes bukan akar atas instansi-instansinya.")
    if render_akar(manifes) != akar:
        cacat.append(f"{AKAR} tidak menyebut hal yang sama dengan manifes nasional.")
    if sum(satu["jumlah"]["daftar"] for satu in ringkas.values()) != manifes["jumlah"]:
        cacat.append("Jumlah orang nasional bukan jumlah orang instansi-instansinya.")
    cacat += _balance(manifes["neraca"], manifes["jumlah"], "Neraca nasional")
    _raise(cacat)
    return _sound(manifes, len(ringkas), manifes["jumlah"])


def _check_member(
    tempat: Tempat, kode: str, ringkas: Mapping[str, Any] | None, nasional: Mapping[str, Any]
) -> Iterator[str]:
    """One instansi, and whether the nation says of it what it says of itself."""
    sebutan = f"Instansi {kode}"
    if ringkas is None:
        yield f"{sebutan} disegel dalam daftar nasional tetapi tidak ada dalam manifes nasional."
        return
    cacat, manifes = _check_instansi(Tempat(tempat.folder / kode, tempat.kunci, sebutan))
    yield from cacat
    if not manifes:
        return
    if manifes["kode_instansi"] != kode:
        yield f"{sebutan}: manifesnya milik instansi {manifes['kode_instansi']}."
    if manifes["tahap"] != nasional["tahap"] or manifes["batas"] != nasional["batas"]:
        yield f"{sebutan}: manifesnya dari tahap {manifes['tahap']} ({manifes['batas']})."
    tabel = manifes["tabel"][ORANG]
    sendiri = {nama: tabel[nama] for nama in ("sidik", "akar")} | {"jumlah": manifes["jumlah"]}
    if any(ringkas[nama] != nilai for nama, nilai in sendiri.items()):
        yield f"{sebutan}: manifes nasional menyebut jumlah, sidik atau akar yang lain."


def _check_instansi(tempat: Tempat) -> tuple[list[str], dict[str, Any]]:
    """Faults of one folder, and its manifest when the seal holds."""
    cacat, isi = _check_seal(tempat)
    if cacat:
        return cacat, {}
    manifes = json.loads(isi[MANIFES])
    for nama in TABEL:
        cacat += _check_tabel(tempat.sebutan, nama, isi, manifes)
    if manifes["jumlah"]["daftar"] != manifes["tabel"][ORANG]["baris"]:
        cacat.append(f"{tempat.sebutan}: jumlah orang dalam manifes bukan jumlah baris daftarnya.")
    return cacat + list(_balance(manifes["neraca"], manifes["jumlah"]["daftar"], f"{tempat.sebutan}: neraca")), manifes  # fmt: skip


def _check_tabel(
    sebutan: str, nama: str, isi: Mapping[str, bytes], manifes: Mapping[str, Any]
) -> Iterator[str]:
    rangka = _read_tabel(isi.get(f"{nama}.parquet"))
    if rangka is None:
        yield f"{sebutan}: {nama}.parquet tidak terbaca sebagai Parquet."
        return
    if nama == ORANG and GARAM not in rangka.columns:
        yield f"{sebutan}: {nama}.parquet tidak memuat kolom {GARAM}."
        return
    bagian, ditulis = Bagian.of(rangka), manifes["tabel"][nama]
    dihitung = bagian.describe()
    for apa, kata in (("kolom", "kolom"), ("baris", "banyaknya baris"), ("sidik", "sidik"), ("akar", "akar pohon")):  # fmt: skip
        if dihitung.get(apa) != ditulis.get(apa):
            yield f"{sebutan}: {kata} tabel {nama} dalam manifes tidak cocok dengan isinya."
    if nama == ORANG and count_people(bagian.isi) != manifes["jumlah"]:
        yield f"{sebutan}: jumlah per putusan dalam manifes tidak cocok dengan daftarnya."


def _check_seal(tempat: Tempat) -> tuple[list[str], dict[str, bytes]]:
    """Faults of signature, list and files; the files by name when there is none."""
    daftar = _read(tempat.folder / DAFTAR_SIDIK)
    if daftar is None:
        return [
            f"{tempat.sebutan}: {DAFTAR_SIDIK} tidak ada, jadi tidak ada yang dapat diperiksa."
        ], {}
    try:
        berkas = read_daftar(daftar)
    except (ValueError, UnicodeDecodeError):
        return [f"{tempat.sebutan}: {DAFTAR_SIDIK} bukan daftar sidik yang utuh."], {}
    isi = {nama: _read(tempat.folder / nama) for nama in berkas}
    cacat = [_differs(tempat.sebutan, nama, isi[nama], berkas[nama]) for nama in berkas]
    cacat += _strangers(tempat, berkas)
    manifes = _parse(isi.get(MANIFES))
    if manifes is None:
        cacat.append(f"{tempat.sebutan}: {MANIFES} tidak ada dalam segel atau tidak terbaca.")
        manifes = {}
    cacat += _signature(tempat, DAFTAR_SIDIK, manifes)
    return [satu for satu in cacat if satu], isi


def _differs(sebutan: str, nama: str, isi: bytes | None, harapan: str) -> str:
    if isi is None:
        return f"{sebutan}: {nama} hilang."
    if sidik(isi) != harapan:
        return f"{sebutan}: {nama} berubah sesudah dibekukan; sidiknya bukan yang disegel."
    return ""


def _strangers(tempat: Tempat, berkas: Mapping[str, str]) -> Iterator[str]:
    """Files that nobody sealed; the folders of instansi are sealed by themselves."""
    dikenal = {*berkas, DAFTAR_SIDIK, f"{DAFTAR_SIDIK}{TANDA}"}
    instansi = {nama.split("/")[0] for nama in berkas if "/" in nama}
    for jalur in sorted(tempat.folder.iterdir()):
        if jalur.name not in dikenal | instansi:
            yield f"{tempat.sebutan}: {jalur.name} tidak ada dalam segel; seseorang menambahkannya."


def _signature(tempat: Tempat, nama: str, manifes: Mapping[str, Any]) -> Iterator[str]:
    isi, tanda = (_read(tempat.folder / satu) for satu in (nama, f"{nama}{TANDA}"))
    if tanda is None or isi is None:
        yield f"{tempat.sebutan}: tanda tangan {nama}{TANDA} tidak ada."
    elif not any(is_signed(satu, tanda, isi) for satu in tempat.kunci.values()):
        siapa = str(manifes.get("kunci", "tidak disebut"))
        if siapa in tempat.kunci:
            yield f"{tempat.sebutan}: tanda tangan {nama}{TANDA} tidak sah; {nama} atau tanda tangannya ditukar."
        else:
            yield f"{tempat.sebutan}: tanda tangan {nama}{TANDA} bukan dari kunci yang dipercaya (manifes menyebut kunci {siapa[:16]})."


def _balance(neraca: Mapping[str, int] | None, orang: int, sebutan: str) -> Iterator[str]:
    """The balance closes, and what it says is in the list is in the list."""
    if neraca is None:
        if orang:
            yield f"{sebutan} tidak ada, padahal ada {orang} orang."
        return
    if neraca["diterima"] != sum(neraca[pos] for pos in POS):
        yield f"{sebutan} tidak seimbang: baris yang diterima tidak habis dipertanggungjawabkan."
    if neraca["daftar"] != orang:
        yield f"{sebutan} menyebut {neraca['daftar']} orang dalam daftar, potretnya {orang}."


def _sound(manifes: Mapping[str, Any], instansi: int, orang: int) -> Utuh:
    return Utuh(manifes["tahap"], manifes["batas"], instansi, orang, manifes["kunci"])


def _says_nation(folder: Path) -> bool:
    manifes = _parse(_read(folder / MANIFES))
    return manifes is not None and "instansi" in manifes


def _raise(cacat: list[str]) -> None:
    if cacat:
        raise PotretRusakError(cacat)


def _read(jalur: Path) -> bytes | None:
    return _or_none(jalur.read_bytes, OSError)


def _parse(isi: bytes | None) -> dict[str, Any] | None:
    terbaca = _or_none(lambda: json.loads(isi or b""), ValueError)
    return terbaca if isinstance(terbaca, dict) else None


def _read_tabel(isi: bytes | None) -> pl.DataFrame | None:
    return _or_none(lambda: pl.read_parquet(io.BytesIO(isi or b"")), pl.exceptions.PolarsError)


def _or_none(kerja: Callable[[], _Hasil], galat: type[Exception]) -> _Hasil | None:
    try:
        return kerja()
    except galat:
        return None
