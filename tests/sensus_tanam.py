"""A small census with a seed of every rule (tests/tanaman.py), as real workbooks and feeds."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from rules.rujukan import rujukan
from tests.kotak_masuk import KIRIM, KotakMasuk
from tests.tanaman import (
    ADUAN,
    BERINDEKS,
    BERKAS,
    KEPUTUSAN,
    KETIGA,
    PEMERIKSAAN,
    PERTAMA,
    TANAM,
    Tanam,
)
from tests.workbooks import Baris, Lembar

# Has nothing to do with the others.
LAIN = "5111"
WAKTU = "2022-09-18T08:00:00+07:00"
DOKUMEN = ("ijazah", "sk", "bukti")
Temuan = tuple[str, str, str]
T = TypeVar("T")


@dataclass(frozen=True)
class Urutan:
    """How the same census is delivered: which instansi first, rows from the last to the first, in how many files."""

    instansi: tuple[str, ...] = (PERTAMA, BERINDEKS, KETIGA)
    balik: bool = False
    bagian: int = 1

    def sort(self, isi: Sequence[T]) -> list[T]:
        """The rows in this order."""
        return [*isi][::-1] if self.balik else [*isi]


SEMULA = Urutan()


def expected() -> set[Temuan]:
    """Every finding of the census: rule, instansi, place (utama, riwayat or sheet, and row)."""
    hasil: set[Temuan] = set()
    for tanam, baris, awal_riwayat in _placed():
        # Of the rows of one person the last riwayat row carries the defect.
        letak = baris if tanam.di == "utama" else awal_riwayat + len(tanam.riwayat) - 1
        hasil |= {(satu, tanam.kode_instansi, f"{tanam.di} {letak}") for satu in tanam.kode if satu}
    for letak, (kode, siapa, _) in enumerate(PEMERIKSAAN, 2):
        orang = siapa is not None and kode == "P-TIDAK-SESUAI"
        tempat = f"utama {_row_of(siapa)}" if orang else f"Pemeriksaan {letak}"
        hasil |= {(kode, PERTAMA, tempat)} if kode else set()
    for letak, (kode, _) in enumerate(KEPUTUSAN, 2):
        hasil |= {(kode, PERTAMA, f"Keputusan Aduan {letak}")} if kode else set()
    return hasil | {(kode, KETIGA, "dokumen") for kode, *_ in BERKAS if kode}


def seeded_codes() -> set[str]:
    """Codes of the rules that have a seed here."""
    return {kode for kode, *_ in expected()}


def deliver(simpanan: Path, urutan: Urutan = SEMULA) -> KotakMasuk:
    """The whole inbox, its rows and files in this order."""
    kotak = KotakMasuk(simpanan)
    kotak.admin(PERTAMA, BERINDEKS, KETIGA, LAIN)
    for letak, kode in enumerate(urutan.instansi):
        orang = urutan.sort([n for n, satu in enumerate(TANAM) if satu.kode_instansi == kode])
        riwayat = urutan.sort([baris for n in orang for baris in _riwayat(n, TANAM[n])])
        for bagian in range(urutan.bagian):
            kotak.data_utama(
                kode, [_utama(n) for n in orang[bagian :: urutan.bagian]], f"data-{urutan.bagian - bagian}.xlsx",
                KIRIM + timedelta(hours=letak - 5, minutes=bagian), riwayat[bagian :: urutan.bagian],
            )  # fmt: skip
    _deliver_supervision(kotak)
    _deliver_feeds(kotak, urutan)
    for _, nama, isi in urutan.sort(BERKAS):
        kotak.put(f"{KETIGA}/dokumen/{nama}", isi)
    return kotak


def _deliver_supervision(kotak: KotakMasuk) -> None:
    periksa = [
        ({"nik": _utama(siapa)["nik"]} if siapa is not None else {}) | isi
        for _, siapa, isi in PEMERIKSAAN
    ]
    kotak.workbook(f"{PERTAMA}/pemeriksaan/hasil.xlsx", Lembar("pemeriksaan", periksa))
    kotak.workbook(
        f"{PERTAMA}/keputusan-aduan/putus.xlsx",
        Lembar("keputusan_aduan", [isi for _, isi in KEPUTUSAN]),
    )
    lapor = [
        {"nomor_peserta": _utama(n)["nomor_peserta_thk2"], "nama": _utama(n)["nama"], **satu.lapor}
        for n, satu in enumerate(TANAM)
        if satu.lapor is not None
    ]
    kotak.workbook(f"{PERTAMA}/lapor-thk2/lapor.xlsx", Lembar("lapor_thk2", lapor))


def _deliver_feeds(kotak: KotakMasuk, urutan: Urutan) -> None:
    umpan: dict[str, list[dict[str, str]]] = {
        "dukcapil": [
            _identity(n) | {"status": "HIDUP"} | satu.dukcapil
            for n, satu in enumerate(TANAM) if satu.dukcapil is not None and not satu.seperti
        ],
        "thk2": [
            _identity(n) | {"nomor_peserta": f"52-{n:07}", "kode_instansi": satu.kode_instansi, "nik": ""} | satu.induk
            for n, satu in enumerate(TANAM) if satu.induk is not None
        ],
        "register-asn": [_who(n) | {"status": satu.asn} for n, satu in enumerate(TANAM) if satu.asn],
        "portal-konfirmasi": [_who(n) | {"aktif": satu.aktif} for n, satu in enumerate(TANAM) if satu.aktif],
        "portal-biodata": [_who(n) | satu.biodata for n, satu in enumerate(TANAM) if satu.biodata],
        "dokumen-indeks": [
            baris for n, satu in enumerate(TANAM) if satu.kode_instansi == BERINDEKS for baris in _documents(n, satu)
        ],
        "aduan": [
            {"id": nomor, "waktu": WAKTU, "jenis": "SANGGAHAN", "kode_instansi": kode, "nama": "ANI", "uraian": "Uraian"}
            for nomor, kode in ADUAN.items()
        ],
    }  # fmt: skip
    for feed, baris in umpan.items():
        kotak.put(f"bkn/{feed}/a.csv", _csv(feed, urutan.sort(baris)))


def _csv(feed: str, baris: list[dict[str, str]]) -> str:
    with rujukan("umpan.csv").open(encoding="utf-8", newline="") as daftar:
        kolom = [satu["kolom"] for satu in csv.DictReader(daftar) if satu["feed"] == feed]
    isi = io.StringIO()
    tulis = csv.DictWriter(isi, kolom, restval="", extrasaction="ignore")
    tulis.writeheader()
    tulis.writerows(baris)
    return isi.getvalue()


# --- people: no two alike in name, birth date, NIK, SK or documents ----------------------------------


def _born(n: int) -> date:
    return TANAM[n].lahir or date(1970, 1, 5) + timedelta(53 * n)


def _utama(n: int) -> dict[str, str]:
    """The row of Data Utama of the person at this place of the table."""
    tanam = TANAM[n]
    if tanam.seperti:
        return _utama(n + tanam.seperti)
    lahir, mulai = _born(n), date(2018, 1, 3) + timedelta(7 * n)
    bersih = {
        "nik": f"320101{lahir.day + 40 * (n % 2 == 0):02}{lahir:%m%y}{n + 1:04}",
        "nama": _name(n),
        "tanggal_lahir": f"{lahir:%d-%m-%Y}",
        "jenis_kelamin": "P" if n % 2 == 0 else "L",
        "nomor_peserta_thk2": "" if tanam.induk is None else f"52-{n:07}",
        "nomor_ijazah": f"DN-{n:04}/2005",
        "nomor_sk": f"800/{n}/{mulai.year}",
        "tanggal_sk": f"{mulai:%d-%m-%Y}",
        "tanggal_mulai": f"{mulai:%d-%m-%Y}",
        "pendidikan_sk": "S-1 Pendidikan Guru Sekolah Dasar",
        **{f"file_{satu}": f"{satu}-{n}.pdf" for satu in DOKUMEN},
    }
    return bersih | dict(tanam.utama)


def _riwayat(n: int, tanam: Tanam) -> list[Baris]:
    bersih = {
        "nik": _utama(n)["nik"], "nomor_sk": f"800/{n}/2016", "tanggal_sk": "01-02-2016",
        "tanggal_awal": "01-02-2016", "tanggal_akhir": "31-12-2017",
    }  # fmt: skip
    nomor = _utama(n)["nomor_sk"]
    baris = [bersih | dict(satu) for satu in tanam.riwayat]
    return [
        satu | ({"nomor_sk": nomor} if satu["nomor_sk"] == "SK-UTAMA" else {}) for satu in baris
    ]


def _identity(n: int) -> dict[str, str]:
    """Who the person is, as other registers have it: right, whatever the workbook says."""
    lahir = _born(n)
    tulis = _utama(n)["tanggal_lahir"]
    # A birth date that the workbook alone has otherwise than the NIK is the right one.
    iso = "-".join(tulis.split("-")[::-1]) if _is_date(tulis) else lahir.isoformat()
    jenis = "P" if n % 2 == 0 else "L"
    return _who(n) | {
        "nama": TANAM[n].utama.get("nama") or _name(n),
        "tanggal_lahir": iso,
        "jenis_kelamin": jenis,
    }


def _is_date(tulis: str) -> bool:
    return bool(tulis) and not tulis.startswith("31-02")


def _who(n: int) -> dict[str, str]:
    return {"nik": _utama(n)["nik"], "kode_instansi": TANAM[n].kode_instansi, "waktu": WAKTU}


def strangers(kotak: KotakMasuk) -> None:
    """Another instansi delivers three people whom nobody knows."""
    orang = [
        _utama(n) | {"nik": f"640301{n + 11}0688000{n + 1}", "nama": f"{_name(n + 900)}", "unit_kerja": "Kelurahan Jauh",
                     "tanggal_lahir": f"{n + 11}-06-1988", "nomor_sk": f"JAUH/{n}", "file_ijazah": f"jauh-{n}.pdf"}
        for n in range(3)
    ]  # fmt: skip
    kotak.data_utama(LAIN, orang)


def _documents(n: int, tanam: Tanam) -> Iterator[dict[str, str]]:
    for nama in DOKUMEN:
        beda = tanam.indeks.get(nama, {})
        if beda is not None:
            yield {
                "kode_instansi": tanam.kode_instansi, "kunci": f"{nama}-{n}.pdf", "ukuran": "204800",
                "tipe": "application/pdf", "sha256": f"{n:060}{nama[:4]:>4}",
            } | dict(beda)  # fmt: skip


@cache
def _names() -> tuple[list[str], list[str], list[str]]:
    with rujukan("nama_orang.csv").open(encoding="utf-8", newline="") as daftar:
        semua = list(csv.DictReader(daftar))
    depan = [[x["nama"] for x in semua if x["jenis"] == "DEPAN" and x["jk"] == jk] for jk in "PL"]
    return depan[0], depan[1], [x["nama"] for x in semua if x["jenis"] == "BELAKANG"]


def _name(n: int) -> str:
    perempuan, laki, belakang = _names()
    depan = perempuan if n % 2 == 0 else laki
    return f"{depan[n * 5 % len(depan)]} {belakang[n * 4 % len(belakang)]}"


def _placed() -> Iterator[tuple[Tanam, int, int]]:
    """Each seed with its row in Data Utama and the row of its first riwayat."""
    utama, riwayat = (
        dict.fromkeys((PERTAMA, BERINDEKS, KETIGA), 1),
        dict.fromkeys((PERTAMA, BERINDEKS, KETIGA), 2),
    )
    for tanam in TANAM:
        utama[tanam.kode_instansi] += 1
        yield tanam, utama[tanam.kode_instansi], riwayat[tanam.kode_instansi]
        riwayat[tanam.kode_instansi] += len(tanam.riwayat)


def _row_of(n: int | None) -> int:
    return next(baris for letak, (_, baris, _) in enumerate(_placed()) if letak == n)
