"""The seeds of the planted census: of every rule one person, row or document that breaks it and nothing else.

Whoever adds a rule adds its seed here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK
from tests.workbooks import Baris

# PERTAMA has the checkers and complaints, BERINDEKS alone an indexed document store, KETIGA the deliveries of documents.
PERTAMA, BERINDEKS, KETIGA = BERSIH, BERTEMUAN, RUSAK
ASING = "DINAS ENERGI DAN SUMBER DAYA MINERAL ACEH"
PDF = b"%PDF-1.7\n" + b"0" * 2_000


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
    Tanam(utama={"tanggal_lulus": "31-12-2012"}, lahir=date(2001, 12, 31)),
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
    _cells("", tanggal_sk="31-12-2021", tanggal_mulai="04-01-2021"),
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
