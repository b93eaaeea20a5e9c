"""A small census with a seed of every rule: real workbooks and feeds, one defect per person.

`TANAM` says who carries what and what must be found; `deliver` writes the inbox. Whoever adds a rule
adds its seed here.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from rules.rujukan import rujukan
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, RUSAK, KotakMasuk
from tests.workbooks import Baris, Lembar

# PERTAMA has the checkers and complaints, BERINDEKS alone an indexed document store, KETIGA the deliveries of documents.
PERTAMA, BERINDEKS, KETIGA = BERSIH, BERTEMUAN, RUSAK
# Has nothing to do with the others.
LAIN = "5111"
ASING = "DINAS ENERGI DAN SUMBER DAYA MINERAL ACEH"
WAKTU = "2022-09-18T08:00:00+07:00"
DOKUMEN = ("ijazah", "sk", "bukti")
PDF = b"%PDF-1.7\n" + b"0" * 2_000
Temuan = tuple[str, str, str]
T = TypeVar("T")


@dataclass(frozen=True)
class Tanam:
    """One row of Data Utama with its seed. `kode`: every finding it must have, the seeded one first.

    `utama`, `riwayat`, `dukcapil`, `induk`, `lapor`, `biodata`, `indeks`: what differs there from the clean
    person (`dukcapil` None: not known there). `di` names the row the finding stands in: utama, riwayat.
    `seperti`: how many places before this one the row stands that it repeats (-1: the one before).
    """

    kode: tuple[str, ...] = ()
    utama: Mapping[str, str] = field(default_factory=dict)
    riwayat: Sequence[Mapping[str, str]] = ()
    dukcapil: Mapping[str, str] | None = field(default_factory=dict)
    induk: Mapping[str, str] | None = None
    lapor: Mapping[str, str] | None = None
    biodata: Mapping[str, str] | None = None
    indeks: Mapping[str, Mapping[str, str] | None] = field(default_factory=dict)
    asn: str = ""
    aktif: str = ""
    kode_instansi: str = PERTAMA
    lahir: date | None = None
    di: str = "utama"
    seperti: int = 0


def _cells(kode: str, **utama: str) -> Tanam:
    return Tanam((kode,), utama)


def _history(kode: str, *riwayat: Mapping[str, str], di: str = "riwayat", **utama: str) -> Tanam:
    return Tanam((kode,), utama, riwayat, di=di)


def _portal(kode: str, **biodata: str) -> Tanam:
    return Tanam((kode,), biodata=biodata)


def _document(kode: str, **indeks: Mapping[str, str] | None) -> Tanam:
    return Tanam((kode,), indeks=indeks, kode_instansi=BERINDEKS)


SK_YANG_SAMA = {"nomor_sk": "SK-UTAMA", "tanggal_awal": "03-01-2018", "tanggal_akhir": ""}
TANAM: tuple[Tanam, ...] = (
    *[Tanam(kode_instansi=kode) for kode in (PERTAMA, BERINDEKS, KETIGA, PERTAMA, PERTAMA, PERTAMA)],
    # --- empty cells
    _cells("L-NIK", nik=""),
    _cells("L-NAMA", nama=""),
    _cells("L-TANGGAL-LAHIR", tanggal_lahir=""),
    _cells("L-TEMPAT-LAHIR", tempat_lahir=""),
    _cells("L-JENIS-KELAMIN", jenis_kelamin=""),
    _cells("L-PENDIDIKAN", pendidikan=""),
    _cells("L-NOMOR-IJAZAH", nomor_ijazah=""),
    _cells("L-TANGGAL-LULUS", tanggal_lulus=""),
    _cells("L-SEKOLAH", sekolah=""),
    _cells("L-FILE-IJAZAH", file_ijazah=""),
    _cells("L-NOMOR-SK", nomor_sk=""),
    _cells("L-TANGGAL-SK", tanggal_sk=""),
    _cells("L-TANGGAL-MULAI", tanggal_mulai=""),
    _cells("L-PENDIDIKAN-SK", pendidikan_sk=""),
    _cells("L-JABATAN", jabatan=""),
    _cells("L-KONVERSI-JABATAN", konversi_jabatan=""),
    _cells("L-UNIT-KERJA", unit_kerja=""),
    _cells("L-JABATAN-PENANDATANGAN", jabatan_penandatangan=""),
    _cells("L-JENIS-PENANDATANGAN", jenis_penandatangan=""),
    _cells("L-FILE-SK", file_sk=""),
    _cells("L-FILE-BUKTI", file_bukti=""),
    # --- cells that cannot be read, and the form of the NIK
    _cells("B-TANGGAL-LAHIR", tanggal_lahir="31-02-1990"),
    _cells("B-TANGGAL-LULUS", tanggal_lulus="31-02-2012"),
    _cells("B-TANGGAL-SK", tanggal_sk="31-02-2019"),
    _cells("B-TANGGAL-MULAI", tanggal_mulai="31-02-2019"),
    _cells("B-TANGGAL-AKHIR", tanggal_akhir="31-02-2022"),
    _cells("B-KODE-JENIS-KELAMIN", jenis_kelamin="X"),
    _cells("B-KODE-JENIS-PENANDATANGAN", jenis_penandatangan="JURU TULIS"),
    _cells("B-NAMA-GELAR", nama="Ratna Wulandari, S.Pd"),
    _cells("B-SK-URUT", tanggal_akhir="02-01-2017"),
    Tanam(("B-NIK-PANJANG",), {"nik": "320101140390012"}, dukcapil=None),
    Tanam(("B-NIK-WILAYAH",), {"nik": "9901010101750071"}, dukcapil=None, lahir=date(1975, 1, 1)),
    Tanam(("B-NIK-KECAMATAN",), {"nik": "3201990202760072"}, lahir=date(1976, 2, 2)),
    Tanam(("B-NIK-TANGGAL",), {"nik": "3201011513770073"}, dukcapil=None),
    Tanam(("B-NIK-SERI",), {"nik": "3201011412780000"}, dukcapil=None, lahir=date(1978, 12, 14)),
    _cells("B-NIK-LAHIR", tanggal_lahir="05-05-1982"),
    # --- Dukcapil, the register, the person
    Tanam(("D-ADA",), dukcapil=None),
    Tanam(("D-LAHIR",), dukcapil={"tanggal_lahir": "1979-03-03"}),
    Tanam(("D-NAMA",), dukcapil={"nama": "ORANG YANG LAIN"}),
    Tanam(("D-KELAMIN",), {"jenis_kelamin": "P"}, dukcapil={"jenis_kelamin": "L"}),
    Tanam(("K-STATUS-HIDUP",), dukcapil={"status": "MENINGGAL"}),
    Tanam(("K-STATUS-ASN",), asn="PPPK"),
    Tanam(("K-AKTIF",), aktif="TIDAK"),
    Tanam(asn="PENSIUN", aktif="YA"),
    Tanam(("K-USIA-MIN",), lahir=date(2002, 1, 1)),
    Tanam(lahir=date(2001, 12, 31)),
    Tanam(("K-USIA-MAKS",), lahir=date(1964, 12, 31)),
    Tanam(lahir=date(1965, 1, 1)),
    # --- eligibility
    _cells("K-IJAZAH", nomor_ijazah="", file_ijazah=""),
    Tanam(
        ("K-HONORARIUM", "K-MASA-KERJA"), riwayat=[SK_YANG_SAMA | {"pembayaran": "PENGADAAN BARANG/JASA"}],
    ),
    Tanam(("K-HONOR-BOS",), riwayat=[{"pembayaran": "BOS"}]),
    _cells("K-MASA-KERJA", tanggal_mulai="03-02-2021", tanggal_sk="03-02-2021"),
    _cells("", tanggal_mulai="06-01-2021", tanggal_sk="06-01-2021"),
    Tanam(("K-BLU",), riwayat=[{}, SK_YANG_SAMA | {"pembayaran": "BLUD"}]),
    _cells("K-JABATAN", jabatan="Satpam", konversi_jabatan="Satpam"),
    _cells("K-JABATAN-MIRIP", jabatan="Koordinator Kebersihan Pasar"),
    _cells("K-PENGANGKATAN", jenis_penandatangan="PEJABAT PEMBUAT KOMITMEN"),
    _cells("K-PENANDATANGAN-TANDA", jenis_penandatangan="KEPALA SEKOLAH"),
    _cells("K-SK-TANGGAL", tanggal_sk="01-01-2022"),
    _cells("", tanggal_sk="31-12-2021"),
    _cells("K-SK-BERAKHIR", tanggal_akhir="30-12-2021"),
    _cells("", tanggal_akhir="31-12-2021"),
    # --- riwayat
    _history("R-JUMLAH", *({"nomor_sk": f"SK/LAMA/{n}"} for n in range(6)), di="utama"),
    _history("", *({"nomor_sk": f"SK/LAMA/{n}"} for n in range(5))),
    _history("R-INSTANSI-LAIN", {"unit_kerja": ASING}),
    _history("R-TANGGAL-URUT", {"tanggal_akhir": "31-01-2016"}),
    _history("R-JABATAN", {"jabatan": "Satpam"}),
    _history("R-TANGGAL-AWAL", {"tanggal_awal": "31-02-2016"}),
    _history("R-TANGGAL-AKHIR", {"tanggal_akhir": "31-02-2017"}),
    _history("R-TANGGAL-SK", {"tanggal_sk": "31-02-2016"}),
    _history("R-KODE-PEMBAYARAN", {"pembayaran": "GOTONG ROYONG"}),
    _history("R-AWAL-KOSONG", {"tanggal_awal": ""}),
    _history("R-PEMBAYARAN-KOSONG", {"pembayaran": ""}),
    # --- THK-II
    _cells("T-INDUK", nomor_peserta_thk2="99-0000-0001"),
    Tanam(("T-COCOK",), induk={"nama": "ORANG YANG LAIN", "tanggal_lahir": "1970-12-12"}),
    Tanam(("T-PINDAH",), induk={"kode_instansi": KETIGA}),
    Tanam(("T-LAPOR",), induk={}, lapor={"alasan": "DIBERHENTIKAN"}),
    Tanam(lahir=date(1964, 2, 29), induk={}),
    # --- counted twice
    _cells(""),
    Tanam(("G-NIK-INSTANSI",), seperti=-1),
    Tanam(("G-NIK-LINTAS",), kode_instansi=KETIGA),
    Tanam(("G-NIK-LINTAS",), seperti=-1),
    Tanam(("G-THK2",), {"nomor_peserta_thk2": "77-0000-0001"}, induk={"nomor_peserta": "77-0000-0001"}),
    Tanam(("G-THK2", "T-COCOK"), {"nomor_peserta_thk2": "77-0000-0001"}),
    _cells("G-IJAZAH", file_ijazah="ijazah-bersama.pdf"),
    _cells("G-IJAZAH", file_ijazah="ijazah-bersama.pdf"),
    # --- documents of the rows
    _document("K-DOKUMEN-IJAZAH", ijazah=None),
    _document("K-DOKUMEN-SK", sk=None),
    _document("K-DOKUMEN-BUKTI", bukti=None),
    _document("K-DOKUMEN-IJAZAH-UKURAN", ijazah={"ukuran": "102399"}),
    _document("K-DOKUMEN-SK-UKURAN", sk={"ukuran": "1048577"}),
    _document("K-DOKUMEN-BUKTI-UKURAN", bukti={"ukuran": "1048577"}),
    _document("K-DOKUMEN-IJAZAH-TIPE", ijazah={"tipe": "image/png"}),
    _document("K-DOKUMEN-SK-TIPE", sk={"tipe": "application/msword"}),
    _document("K-DOKUMEN-BUKTI-TIPE", bukti={"tipe": "image/tiff"}),
    # --- what the person says
    _portal("O-NAMA", nama="NAMA YANG LAIN"),
    _portal("O-TANGGAL-LAHIR", tanggal_lahir="1985-05-05"),
    _portal("O-TEMPAT-LAHIR", tempat_lahir="Kota Sabang"),
    _portal("O-KELAMIN", jenis_kelamin="?"),
    _portal("O-PENDIDIKAN", pendidikan="D-III Kebidanan"),
    _portal("O-NOMOR-IJAZAH", nomor_ijazah="LAIN/1"),
    _portal("O-SEKOLAH", sekolah="Universitas Lain"),
    _portal("O-TANGGAL-LULUS", tanggal_lulus="2011-11-11"),
    _portal("O-JABATAN", jabatan="Perawat"),
    _portal("O-UNIT", unit_kerja="SDN 2 Contoh"),
)  # fmt: skip

# Rows of the checkers and decisions of PERTAMA: findings, and the row (for checkers the place in TANAM of whom).
PEMERIKSAAN: tuple[tuple[str, int | None, Baris], ...] = (
    ("", 0, {"hasil": "SESUAI"}),
    ("P-TIDAK-SESUAI", 3, {"hasil": "TIDAK SESUAI", "catatan": "SK lain"}),
    ("P-DAFTAR", None, {"nik": "3201014101990999", "hasil": "SESUAI"}),
    ("P-NIK", None, {"nik": "", "hasil": "SESUAI"}),
    ("P-HASIL", 4, {"hasil": "mungkin"}),
    ("P-WAKTU", 5, {"hasil": "SESUAI", "waktu_periksa": "kemarin"}),
)
KEPUTUSAN: tuple[tuple[str, Baris], ...] = (
    ("", {"id_aduan": "A1", "keputusan_aduan": "DITERIMA", "waktu_putus": "19-09-2022 08:00"}),
    ("A-INSTANSI-LAIN", {"id_aduan": "A2", "keputusan_aduan": "DITOLAK"}),
    ("A-TAK-DIKENAL", {"id_aduan": "A9", "keputusan_aduan": "DITOLAK"}),
    ("A-KEPUTUSAN", {"id_aduan": "A3", "keputusan_aduan": ""}),
    ("A-WAKTU", {"id_aduan": "A4", "keputusan_aduan": "DITOLAK", "waktu_putus": "kemarin"}),
)
ADUAN = {"A1": PERTAMA, "A2": KETIGA, "A3": PERTAMA, "A4": PERTAMA}
# Documents that KETIGA delivers itself.
BERKAS: tuple[tuple[str, str, bytes], ...] = (
    ("", "STR-1.pdf", PDF + b"%%EOF"),
    ("K-BERKAS-UTUH", "SK-terpotong.pdf", PDF),
    ("K-BERKAS-TIPE", "BUKTI-gambar.pdf", b"\x89PNG\r\n\x1a\n" + b"0" * 2_000),
    ("K-BERKAS-KTP-FOTO", "KTP-besar.jpg", b"\xff\xd8\xff\xe0" + b"0" * 204_800 + b"\xff\xd9"),
)


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
