"""The law as it might be: values of Ketentuan changed for a simulation, each marked as supposed."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rules.instrumen import Butir, Instrumen, nilai_butir
from rules.kalimat import tulis
from rules.ketentuan import Ketentuan, Sumber, is_tetap
from rules.rujukan import AKAR

# What a supposed value is cited as; never the name of a letter.
PENGANDAIAN = "Pengandaian"


class UbahanTidakSah(ValueError):
    """A supposed value that the rules cannot be run with; the message says which and what would be."""


def read_ubahan(teks: Iterable[str]) -> dict[str, Any]:
    """Values from texts such as "usia_maksimum=58": the value as TOML writes it, else plain text.

    Raises UbahanTidakSah for a text without "=" and for a name that stands there twice.
    """
    ubahan: dict[str, Any] = {}
    for satu in teks:
        nama, ada, nilai = (bagian.strip() for bagian in satu.partition("="))
        if not (ada and nama and nilai):
            raise UbahanTidakSah(f"{satu!r}: tulis seperti usia_maksimum=58")
        if nama in ubahan:
            raise UbahanTidakSah(f"{nama} disebut dua kali")
        ubahan[nama] = _value(nilai)
    return ubahan


def load_pengandaian(jalur: Path) -> Instrumen:
    """A law file of the same layout as those in reference_data/regulasi, whatever its date.

    Raises UbahanTidakSah where it is none, FileNotFoundError where there is none.
    """
    try:
        isi = tomllib.loads(jalur.read_text("utf-8"))
        return Instrumen.model_validate({"berkas": jalur.name, **isi})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as salah:
        raise UbahanTidakSah(f"{jalur.name} bukan TOML: {salah}") from None
    except ValidationError as salah:
        letak = {".".join(str(x) for x in satu["loc"]) for satu in salah.errors()}
        raise UbahanTidakSah(
            f"{jalur.name} belum berbentuk instrumen; yang keliru: {', '.join(sorted(letak))}"
        ) from None


def suppose_values(k: Ketentuan, ubahan: Mapping[str, Any]) -> Ketentuan:
    """`k` with single values changed. Raises UbahanTidakSah for an unknown name or an unfit value."""
    sumber = {
        nama: Sumber(
            instrumen=PENGANDAIAN, butir=f"{nama} = {tulis(nilai)}", berlaku=k.tanggal, asumsi=True,
            alasan="Hanya untuk simulasi",
        )
        for nama, nilai in ubahan.items()
    }  # fmt: skip
    return _supposed(k, ubahan, sumber)


def suppose_instrumen(k: Ketentuan, instrumen: Instrumen, folder: Path = AKAR) -> Ketentuan:
    """`k` as if `instrumen` were the latest letter in force; a list it names stands below `folder`,
    else in reference_data."""
    nilai = {
        nama: nilai_butir(butir, _root_of(butir, folder))
        for nama, butir in instrumen.ketentuan.items()
    }
    sumber = {
        nama: Sumber(
            instrumen=instrumen.nomor, butir=butir.butir, berlaku=instrumen.berlaku,
            asumsi=instrumen.is_asumsi(butir), alasan=butir.alasan,
        )
        for nama, butir in instrumen.ketentuan.items()
    }  # fmt: skip
    return _supposed(k, nilai, sumber)


def changed_ketentuan(lama: Ketentuan, baru: Ketentuan) -> list[tuple[str, str, str, str]]:
    """What differs between two states of the law: (name, what it means, old, new), by name."""
    nama = sorted(set(lama.sumber) | set(baru.sumber))
    return [
        (satu, Ketentuan.model_fields[satu].description or satu, *_told(lama, baru, satu))
        for satu in nama
        if getattr(lama, satu) != getattr(baru, satu)
    ]


def _supposed(k: Ketentuan, nilai: Mapping[str, Any], sumber: Mapping[str, Sumber]) -> Ketentuan:
    for nama in nilai:
        _check_name(k, nama, nilai[nama])
    lama = {nama: getattr(k, nama) for nama in k.sumber}
    try:
        return Ketentuan(tanggal=k.tanggal, sumber={**k.sumber, **sumber}, **{**lama, **nilai})
    except ValidationError as salah:
        nama = str(salah.errors()[0]["loc"][0])
        raise UbahanTidakSah(
            f"{nama} = {tulis(nilai[nama])} tidak sejenis dengan nilai yang berlaku "
            f"({tulis(getattr(k, nama))})"
        ) from None


def _check_name(k: Ketentuan, nama: str, nilai: Any) -> None:
    if nama not in Ketentuan.model_fields or nama in ("tanggal", "sumber"):
        mirip = get_close_matches(nama, k.sumber, n=3)
        saran = f"; mungkin {' atau '.join(mirip)}" if mirip else ""
        raise UbahanTidakSah(f"ketentuan {nama} tidak ada{saran}")
    if is_tetap(nama) and nilai != getattr(k, nama):
        raise UbahanTidakSah(
            f"{nama} belum dapat diganti: aturan hanya mengenal {tulis(getattr(k, nama))}"
        )


def _root_of(butir: Butir, folder: Path) -> Path:
    daftar = butir.nilai.get("csv", "") if isinstance(butir.nilai, dict) else ""
    return folder if daftar and (folder / daftar).exists() else AKAR


def _value(teks: str) -> Any:
    try:
        nilai = tomllib.loads(f"nilai = {teks}")["nilai"]
    except tomllib.TOMLDecodeError:
        return teks
    return tuple(nilai) if isinstance(nilai, list) else nilai


def _told(lama: Ketentuan, baru: Ketentuan, nama: str) -> tuple[str, str]:
    """Both values; of two long lists only what went and what came."""
    dulu, kini = getattr(lama, nama), getattr(baru, nama)
    if isinstance(dulu, Mapping) and isinstance(kini, Mapping):
        lain = sum(dulu[satu] != kini[satu] for satu in dulu.keys() & kini.keys())
        cara = f"{len(kini.keys() - dulu.keys())} baru, {len(dulu.keys() - kini.keys())} dicabut"
        return f"{len(dulu)} butir", f"{len(kini)} butir ({cara}, {lain} berubah)"
    return _short(dulu), _short(kini)


def _short(nilai: Any) -> str:
    return "-" if nilai is None else tulis(nilai)


def law_label(k: Ketentuan, hari: date) -> str:
    """How the law of a simulation is named: its day, and whether anything in it is only supposed."""
    andai = any(satu.instrumen == PENGANDAIAN for satu in k.sumber.values())
    return f"hukum per {tulis(hari)}" + (" dengan pengandaian" if andai else "")
