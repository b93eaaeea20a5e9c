"""Three letters within nine days: what each added, value by value with its clause, and what that decides."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.fakta import derive_fakta
from rules.kalender import WIB, kalender_on
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.putusan import judge
from rules.rule import load_rules
from tests.rules.orang import masukan, tenaga

HARI = (
    date(2022, 9, 29),
    date(2022, 9, 30),
    date(2022, 10, 1),
    date(2022, 10, 7),
    date(2022, 10, 8),
)
B1917 = "B/1917/M.SM.01.00/2022"

# ketentuan: value on 29-09 (B/1511, deck, press release), on 01-10 (+ B/1917), on 08-10 (+ B/1971), clause of the last
BERBEDA = {
    "pengumuman_hari": (None, 5, 5, f"{B1917} butir 3"),
    "pengumuman_sarana": (
        "kanal instansi masing-masing",
        "portal resmi instansi atau papan pengumuman",
        "portal resmi instansi atau papan pengumuman",
        f"{B1917} butir 3",
    ),
    "perbaikan_hari": (None, 10, 10, f"{B1917} butir 4"),
    "akibat_tanpa_sptjm": (
        None,
        "tidak akan dimasukkan dalam data dasar tenaga non-ASN",
        "tidak akan dimasukkan dalam data dasar tenaga non-ASN",
        f"{B1917} butir 5",
    ),
    "penanggung_jawab": (
        (),
        ("pimpinan unit kerja", "Pejabat Pembina Kepegawaian"),
        ("pimpinan unit kerja", "Pejabat Pembina Kepegawaian"),
        f"{B1917} butir 6",
    ),
    "jumlah_nomenklatur": (None, None, 264, "B/1971/SM.01.00/2022 daftar nomenklatur"),
}
# ketentuan: value and clause, the same on all these days
TETAP = {
    "nik_panjang": (16, "PP 37/2007 Pasal 37"),
    "pengangkatan_dilarang": (True, "PP 49/2018 Pasal 96"),
    "masa_transisi_tahun": (5, "PP 49/2018 Pasal 99 ayat (1)"),
    "batas_masa_transisi": (date(2023, 11, 28), "B/185/M.SM.02.03/2022 butir 5"),
    "jenis_kepegawaian": (("PNS", "PPPK"), "B/185/M.SM.02.03/2022 butir 5"),
    "kelas_alih_daya": (
        ("SATPAM", "KEBERSIHAN", "PENGEMUDI"),
        "B/185/M.SM.02.03/2022 butir 6 huruf c",
    ),
    "status_pendataan": (("THK-II", "NON-ASN"), "B/1511/M.SM.01.00/2022 huruf a"),
    "pembayaran_langsung": (("APBN", "APBD"), "B/1511/M.SM.01.00/2022 huruf b"),
    "pembayaran_pusat": ("APBN", "B/1511/M.SM.01.00/2022 huruf b"),
    "pembayaran_daerah": ("APBD", "B/1511/M.SM.01.00/2022 huruf b"),
    "pembayaran_pengadaan": (
        ("PENGADAAN BARANG/JASA", "PIHAK KETIGA"),
        "B/1511/M.SM.01.00/2022 huruf b",
    ),
    "masa_kerja_minimum_bulan": (12, "B/1511/M.SM.01.00/2022 huruf d"),
    "tanggal_acuan": (date(2021, 12, 31), "B/1511/M.SM.01.00/2022 huruf d dan e"),
    "usia_minimum": (20, "B/1511/M.SM.01.00/2022 huruf e"),
    "usia_maksimum": (56, "B/1511/M.SM.01.00/2022 huruf e"),
    "wajib_dianggap_tidak_memiliki": (True, "B/1511/M.SM.01.00/2022 instruksi 4"),
    "masih_aktif": (True, "Paparan BKN 2022 keterangan 1"),
    "tanggal_lahir_menurut": ("DUKCAPIL", "Paparan BKN 2022 keterangan 2"),
    "usia_thk2_dikecualikan": (True, "Paparan BKN 2022 keterangan 2"),
    "mata_anggaran": ("51", "Paparan BKN 2022 keterangan 3"),
    "pembayaran_jabatan_asn": (("BOS",), "Paparan BKN 2022 keterangan 3"),
    "pembayaran_blu": (("BLU", "BLUD"), "Paparan BKN 2022 keterangan 4"),
    "sk_maksimum_tanggal": (date(2021, 12, 31), "Paparan BKN 2022 keterangan 4"),
    "riwayat_maksimum": (
        5,
        "Buku Petunjuk Pendataan Non-ASN 2022 Langkah Mengisi Riwayat Pekerjaan",
    ),
    "ijazah_ukuran_minimum": (
        100 * 1024,
        "Buku Petunjuk Pendataan Non-ASN 2022 Login dan Pengisian Biodata angka 3 (100 KB)",
    ),
    "ijazah_ukuran_maksimum": (
        1024 * 1024,
        "Buku Petunjuk Pendataan Non-ASN 2022 Login dan Pengisian Biodata angka 3 (1 MB)",
    ),
    "ktp_foto_ukuran_maksimum": (
        200 * 1024,
        "Buku Petunjuk Pendataan Non-ASN 2022 Langkah Membuat Akun angka 8 (200 KB)",
    ),
}
BATAS = {
    "prafinalisasi": ("30-09-2022 23:59:59",) * 3,
    "pengumuman_prafinal": (None, "08-10-2022 23:59:59", "08-10-2022 23:59:59"),
    "perbaikan": (None, "22-10-2022 17:00:00", "22-10-2022 17:00:00"),
    "finalisasi": ("31-10-2022 23:59:59", "31-10-2022 17:00:00", "31-10-2022 17:00:00"),
    "pengumuman_akhir": ("21-11-2022 23:59:59",) * 3,
}


@pytest.mark.parametrize("nama", BERBEDA)
def test_what_differs(nama):
    *nilai, kutipan = BERBEDA[nama]
    sebelum, sesudah_1917, sesudah_1971 = (
        ketentuan_on(hari) for hari in (HARI[0], HARI[2], HARI[4])
    )
    assert [getattr(k, nama) for k in (sebelum, sesudah_1917, sesudah_1971)] == nilai
    assert sesudah_1971.sumber[nama].kutipan == kutipan
    assert not sesudah_1971.sumber[nama].asumsi


@pytest.mark.parametrize("nama", TETAP)
def test_what_stays_and_where_it_stands(nama):
    nilai, kutipan = TETAP[nama]
    for hari in HARI:
        k = ketentuan_on(hari)
        assert (getattr(k, nama), k.sumber[nama].kutipan) == (nilai, kutipan)
        assert not k.sumber[nama].asumsi


def test_nothing_else_differs():
    daftar = {"jabatan_dikecualikan", *BERBEDA}
    isi = set(Ketentuan.model_fields) - {"tanggal", "sumber"} - daftar
    awal = ketentuan_on(HARI[0])
    for hari in HARI[1:]:
        k = ketentuan_on(hari)
        assert {nama for nama in isi if getattr(k, nama) != getattr(awal, nama)} == set()


@pytest.mark.parametrize("tahap", BATAS)
def test_deadlines_of_each_law(tahap):
    for hari, harus in zip((HARI[0], HARI[2], HARI[4]), BATAS[tahap], strict=True):
        batas = {satu.kode: satu.batas for satu in kalender_on(hari)}
        saat = harus and datetime.strptime(harus, "%d-%m-%Y %H:%M:%S").replace(tzinfo=WIB)
        assert batas.get(tahap) == saat


@pytest.mark.parametrize(
    ("jabatan", "putusan"),
    [
        ("Guru Kelas", "MMMMM"),
        ("Satpam", "TTTTT"),
        ("Sopir", "TTTTT"),
        ("Pramu Bakti", "MMMTT"),
        ("Office Boy", None),
    ],
)
def test_the_same_title_under_the_law_of_each_day(jabatan, putusan):
    orang = tenaga({"jabatan": jabatan, "konversi_jabatan": None})
    aturan = load_rules()
    kini = "".join(
        judge(derive_fakta(masukan(orang), k), k, aturan)["jabatan"].item()
        for k in map(ketentuan_on, HARI)
    )
    daftar = [ketentuan_on(hari).jabatan_dikecualikan for hari in HARI]
    dari_daftar = "".join("T" if jabatan.upper() in satu else "M" for satu in daftar)
    assert kini == (putusan or dari_daftar)


def test_each_letter_takes_effect_on_its_own_day():
    panjang = [len(ketentuan_on(hari).jabatan_dikecualikan) for hari in HARI]
    assert panjang[0] == panjang[2] < panjang[3] == panjang[4]
    assert [ketentuan_on(hari).pengumuman_hari for hari in HARI] == [None, 5, 5, 5, 5]
    assert pl.Series(panjang).is_sorted()
