"""People at the edges of the law, by seed: columns drawn with numpy, as tables and as rows of feeds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import polars as pl

from rules.fakta import Masukan
from tests.cases import kolom_skema
from tests.rules.orang import BERSIH, INSTANSI, RIWAYAT_BERSIH, UMPAN

INSTANSI_KODE = ["5104", "5105", "3010"]
NAMA = ["TEUKU UMAR", "Siti Aminah", "Teuku Umar, S.Pd", "Dr. Siti Aminah", "POCUT BAREN", None]
JABATAN = [
    "Guru Kelas", "Satpam", "satuan  pengamanan", "Koordinator Kebersihan Pasar", "Pengemudi/Ambulans",
    "PENGEMUDI AMBULANS", "Tenaga Kebersihan", "Operator", None,
]  # fmt: skip
PENANDATANGAN = [
    "PPK", "PYB", "JPT UTAMA", "JPT MADYA", "JPT PRATAMA", "ADMINISTRATOR", "PENGAWAS", "KEPALA UNIT KERJA",
    "KEPALA SEKOLAH", "KEPALA PUSKESMAS", "PEJABAT PEMBUAT KOMITMEN", "LAINNYA", None,
]  # fmt: skip
PEMBAYARAN = [
    "APBN", "APBD", "BOS", "BLU", "BLUD", "PENGADAAN BARANG/JASA", "PIHAK KETIGA", "KOMITE", "LAINNYA", None,
]  # fmt: skip
UNIT = ["SDN 1 TAPAKTUAN", "SDN 9 Kutacane", "sdn 9, kutacane", None]
LAHIR_TEPI = [
    date(1964, 12, 30), date(1964, 12, 31), date(1965, 1, 1), date(1965, 1, 2), date(2001, 12, 30),
    date(2001, 12, 31), date(2002, 1, 1), date(2000, 2, 29), date(1990, 8, 17), None,
]  # fmt: skip
SK_TEPI = [date(2021, 12, 30), date(2021, 12, 31), date(2022, 1, 1), date(2019, 1, 2), None]
ALASAN = ["MENINGGAL", "PINDAH", "DIBERHENTIKAN", "MENGUNDURKAN DIRI", "TIDAK AKTIF LAIN", None]
AWAL, AKHIR = date(2020, 10, 1), date(2022, 2, 28)


@dataclass(frozen=True)
class Penduduk:
    """The tables `tenaga` and `riwayat`, and the rows of every feed by its name."""

    tenaga: pl.DataFrame
    riwayat: pl.DataFrame
    umpan: Mapping[str, list[dict[str, Any]]]

    def masukan(self) -> Masukan:
        """What rules/ derive their facts from."""
        umpan = {
            nama: pl.LazyFrame(isi, schema=dict(UMPAN[nama])) for nama, isi in self.umpan.items()
        }
        return Masukan(self.tenaga.lazy(), self.riwayat.lazy(), INSTANSI, **umpan)


class Dadu:
    """Draws of whole columns, the same ones for the same seed."""

    def __init__(self, benih: int) -> None:
        self.acak = np.random.default_rng(benih)

    def pick(self, n: int, pilihan: Sequence[Any], wajar: float = 0.0) -> list[Any]:
        """One of `pilihan` each; the first with probability `wajar` before that."""
        letak = self.acak.integers(0, len(pilihan), n)
        letak[self.acak.random(n) < wajar] = 0
        return [pilihan[satu] for satu in letak]

    def true(self, n: int, bagian: float) -> list[bool]:
        """True for this part of them."""
        return list(map(bool, self.acak.random(n) < bagian))

    def days(self, n: int, awal: date, akhir: date) -> list[date]:
        """Days between both, the first and last of a month far more often."""
        hari = [awal + timedelta(int(x)) for x in self.acak.integers(0, (akhir - awal).days + 1, n)]
        geser = self.acak.integers(0, 4, n)
        return [_to_edge(satu, int(cara)) for satu, cara in zip(hari, geser, strict=True)]


def _to_edge(hari: date, cara: int) -> date:
    if cara == 0:
        return hari.replace(day=1)
    return hari.replace(day=1) - timedelta(1) if cara == 1 else hari


def generate_people(jumlah: int, benih: int) -> Penduduk:
    """`jumlah` people with their riwayat and what every feed says of them."""
    dadu = Dadu(benih)
    tenaga = _people(jumlah, dadu)
    riwayat = _history(tenaga, dadu)
    # Feeds speak of people by the NIK or number that they wrote.
    orang = tenaga.select(
        "nik", "nama", "tanggal_lahir", "nomor_peserta_thk2", "kode_instansi"
    ).rows()
    umpan = {
        "dukcapil": _dukcapil(orang, dadu),
        "register_asn": _register(orang, dadu),
        "portal_konfirmasi": _confirmations(orang, dadu),
        "thk2": _master(orang, dadu),
        "lapor_thk2": _reports(orang, dadu),
        "unit_instansi": [{"unit_kerja": "SDN 9 KUTACANE", "kode_instansi": "5105"}],
    }
    return Penduduk(tenaga, riwayat, umpan)


def _people(n: int, dadu: Dadu) -> pl.DataFrame:
    nik: list[str | None] = [f"{1101_0100_0000_0000 + i}" for i in range(n)]
    for i in np.flatnonzero(dadu.true(n, 0.03)):
        nik[i] = None
    for i in np.flatnonzero(dadu.true(n, 0.02))[1:]:
        # The same person in the list of another instansi as well.
        nik[i] = nik[i - 1]
    mulai = [
        sehari if tepi else None if hilang else hari
        for hari, sehari, tepi, hilang in zip(
            dadu.days(n, AWAL, AKHIR), dadu.pick(n, [date(2021, 1, 31), date(2021, 1, 1), date(2021, 2, 1), date(2021, 12, 31), date(2022, 1, 1)]),
            dadu.true(n, 0.4), dadu.true(n, 0.03), strict=True,
        )
    ]  # fmt: skip
    return _table("tenaga", BERSIH, n, {
        "id_tenaga": range(1, n + 1),
        "baris": range(2, n + 2),
        "kode_instansi": dadu.pick(n, INSTANSI_KODE),
        "nik": nik,
        "nama": dadu.pick(n, NAMA, 0.5),
        "nomor_peserta_thk2": [
            f"52-{i - dua:07}" if ada else None
            for i, (ada, dua) in enumerate(zip(dadu.true(n, 0.2), dadu.true(n, 0.3), strict=True))
        ],
        "tanggal_lahir": dadu.pick(n, LAHIR_TEPI[::-1]),
        "nomor_ijazah": dadu.pick(n, ["IJZ/1", None], 0.6),
        "file_ijazah": dadu.pick(n, ["a.pdf", None], 0.6),
        "nomor_sk": dadu.pick(n, ["SK/7/2021", "Nomor : SK / 7 / 2021", "SK/8/2021", None], 0.5),
        "tanggal_sk": dadu.pick(n, SK_TEPI[1:], 0.7),
        "tanggal_mulai": mulai,
        "tanggal_akhir": _ends(mulai, dadu, 0.5),
        "jabatan": dadu.pick(n, JABATAN, 0.8),
        "konversi_jabatan": dadu.pick(n, ["Guru", None], 0.6),
        "jenis_penandatangan": dadu.pick(n, PENANDATANGAN, 0.6),
        "tak_terbaca": _unreadable(n, dadu, ["tanggal_akhir", "nik", "tanggal_mulai"]),
    })  # fmt: skip


def _history(tenaga: pl.DataFrame, dadu: Dadu) -> pl.DataFrame:
    banyak = np.array(dadu.pick(tenaga.height, [0, 1, 1, 2, 3, 5]))
    n = int(banyak.sum())
    pemilik = tenaga.select("id_tenaga", "kode_instansi", "nomor_sk", "tanggal_mulai")[
        np.repeat(np.arange(tenaga.height), banyak)
    ]
    awal: list[date | None] = list(dadu.days(n, AWAL, AKHIR))
    for i in np.flatnonzero(dadu.true(n, 0.04)):
        awal[i] = None
    for i in np.flatnonzero(dadu.true(n, 0.1)):
        awal[i] = date(2021, 6, 1)
    return _table("riwayat", RIWAYAT_BERSIH, n, {
        "id_riwayat": range(1, n + 1),
        "id_tenaga": pemilik["id_tenaga"],
        "kode_instansi": pemilik["kode_instansi"],
        "nomor_sk": dadu.pick(n, ["SK/9/2020", "SK/7/2021", "no. SK/7/2021", "SK/8/2021", None]),
        "tanggal_awal": awal,
        "tanggal_akhir": _ends(awal, dadu, 0.15),
        "pembayaran": dadu.pick(n, PEMBAYARAN, 0.2),
        "unit_kerja": dadu.pick(n, UNIT, 0.7),
        "tak_terbaca": _unreadable(n, dadu, ["tanggal_akhir", "pembayaran", "tanggal_awal"]),
    })  # fmt: skip


def _ends(awal: Sequence[date | None], dadu: Dadu, kosong: float) -> list[date | None]:
    """Ends of periods: none, a few months later, on or beside the reference date, before the start."""
    n = len(awal)
    lama = dadu.acak.integers(-20, 430, n)
    tepi = dadu.pick(n, [None, date(2021, 12, 31), date(2022, 1, 1), date(2021, 11, 30)], 0.7)
    return [
        None if hilang else ujung or ((satu or AWAL) + timedelta(int(hari)))
        for satu, hari, ujung, hilang in zip(awal, lama, tepi, dadu.true(n, kosong), strict=True)
    ]


def _unreadable(n: int, dadu: Dadu, kolom: list[str]) -> list[list[str]]:
    """Columns that were filled but could not be read (a null there was not empty)."""
    return [[satu] if satu else [] for satu in dadu.pick(n, [None, *kolom], 0.9)]


def _table(
    nama: str, bersih: Mapping[str, Any], n: int, isi: Mapping[str, Iterable[Any]]
) -> pl.DataFrame:
    skema = kolom_skema(nama)
    data = {x: [bersih.get(x)] * n for x in skema} | {x: list(y) for x, y in isi.items()}
    tabel = pl.DataFrame(data, schema=skema)
    # What could not be read is null.
    return tabel.with_columns(
        pl.when(~pl.col("tak_terbaca").list.contains(x)).then(x).alias(x)
        for x in set().union(*data["tak_terbaca"])
    )


# --- feeds: of each person some say what agrees, some what does not --------------------------------

Orang = tuple[str | None, str | None, date | None, str | None, str]


def _dukcapil(orang: list[Orang], dadu: Dadu) -> list[dict[str, Any]]:
    n = len(orang)
    beda = dadu.pick(n, LAHIR_TEPI)
    isi = zip(orang, dadu.true(n, 0.7), dadu.true(n, 0.3), beda, dadu.true(n, 0.05), strict=True)
    hasil = {
        nik: {"nik": nik, "nama": nama or "X", "tanggal_lahir": lain if lain_lahir else lahir,
              "jenis_kelamin": "L", "status": "MENINGGAL" if mati else "HIDUP"}
        for (nik, nama, lahir, *_), ada, lain_lahir, lain, mati in isi
        if nik and ada
    }  # fmt: skip
    return list(hasil.values())


def _register(orang: list[Orang], dadu: Dadu) -> list[dict[str, Any]]:
    n = len(orang)
    status = dadu.pick(n, ["PENSIUN", "CPNS", "PNS", "PPPK", "BERHENTI"])
    ada = zip(orang, status, dadu.true(n, 0.12), strict=True)
    return [
        {"nik": satu[0], "status": x, "kode_instansi": "3010"}
        for satu, x, y in ada
        if satu[0] and y
    ]


def _confirmations(orang: list[Orang], dadu: Dadu) -> list[dict[str, Any]]:
    n = len(orang)
    return [
        {"nik": satu[0], "kode_instansi": lain or satu[4], "aktif": kata, "waktu": datetime(2022, 9, 1, 8, kali)}
        for kali in range(3)
        for satu, kata, lain, ada in zip(
            orang, dadu.pick(n, ["YA", "TIDAK", None], 0.6), dadu.pick(n, [None, *INSTANSI_KODE], 0.7),
            dadu.true(n, 0.2), strict=True,
        )
        if satu[0] and ada
    ]  # fmt: skip


def _master(orang: list[Orang], dadu: Dadu) -> list[dict[str, Any]]:
    """The master list: by number or by NIK, at most one row that agrees with the person."""
    n = len(orang)
    isi = zip(
        orang, dadu.pick(n, ["NOMOR", "NIK", "", ""]), dadu.true(n, 0.5), dadu.true(n, 0.5),
        dadu.pick(n, INSTANSI_KODE), strict=True,
    )  # fmt: skip
    hasil = []
    for i, ((nik, nama, lahir, nomor, _), lewat, sama_nama, sama_lahir, kode) in enumerate(isi):
        if not lewat or (lewat == "NOMOR" and not nomor) or (lewat == "NIK" and not nik):
            continue
        hasil.append({
            "nomor_peserta": (nomor or "").replace("-", " ") if lewat == "NOMOR" else f"M{i:07}",
            "nik": nik if lewat == "NIK" else None,
            "nama": (nama or "X") if sama_nama else "ORANG LAIN",
            "tanggal_lahir": lahir if sama_lahir else date(1970, 1, 1),
            "kode_instansi": kode,
        })  # fmt: skip
    return hasil


def _reports(orang: list[Orang], dadu: Dadu) -> list[dict[str, Any]]:
    n = len(orang)
    isi = zip(
        range(n), orang, dadu.pick(n, ["NOMOR", "NIK", "INDUK"]), dadu.pick(n, ALASAN), dadu.pick(n, INSTANSI_KODE),
        dadu.pick(n, [None, *INSTANSI_KODE]), dadu.true(n, 0.15), strict=True,
    )  # fmt: skip
    return [
        {
            "kode_instansi": pelapor, "alasan": alasan, "kode_instansi_tujuan": tujuan,
            "nomor_peserta": {"NOMOR": satu[3], "INDUK": f"m-{i:07}"}.get(lewat),
            "nik": satu[0] if lewat == "NIK" else None, "tanggal": date(2022, 1, 3),
        }
        for i, satu, lewat, alasan, pelapor, tujuan, ada in isi
        if ada
    ]  # fmt: skip
