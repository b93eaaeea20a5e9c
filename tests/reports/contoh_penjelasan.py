"""An invented explanation: the worked example of BKN's deck one month short, with everything said about it."""

from datetime import date, datetime
from typing import Any

from reports.penjelasan import (
    KETERANGAN,
    AturanDinilai,
    Catatan,
    KasusGanda,
    Klausul,
    KriteriaDinilai,
    Letak,
    MasaKerja,
    Nilai,
    Pendaftaran,
    Penjelasan,
    Periode,
    Pihak,
    TemuanLain,
    bulan_from,
)
from reports.tulisan import WIB
from rules.bulan_kerja import Periode as PeriodeKerja
from rules.bulan_kerja import urai_bulan
from rules.rule import KRITERIA

ACUAN = date(2021, 12, 31)
KIRIM = datetime(2022, 9, 20, 10, 5, tzinfo=WIB)
BERKAS = "kotak-masuk/5105/data-utama/data.xlsx"
RIWAYAT = "kotak-masuk/5105/data-riwayat/riwayat.xlsx"
# Jan-Mar and Oct-Dec 2020, Jan-May 2021 paid directly, from then on by procurement.
PERIODE = (
    PeriodeKerja(1, date(2020, 1, 1), date(2020, 3, 31), None),
    PeriodeKerja(2, date(2020, 10, 1), date(2020, 12, 31), None),
    PeriodeKerja(None, date(2021, 1, 1), date(2021, 5, 31), None),
    PeriodeKerja(3, date(2021, 6, 1), None, "PENGADAAN"),
)


def letak(sel: str, judul: str, berkas: str = BERKAS, lembar: str = "Data Utama") -> Letak:
    return Letak(berkas=berkas, waktu=KIRIM, lembar=lembar, sel=sel, judul=judul)


def nilai(nama: str, teks: str, sel: str, judul: str) -> Nilai:
    return Nilai(nama=nama, teks=teks, asal=f"sel {sel}, kolom {judul!r}", letak=letak(sel, judul))


def aturan(kode: str, hasil: bool | None = True, **lain: Any) -> AturanDinilai:
    isi = {
        "kode": kode, "nama": f"Aturan {kode}", "dasar": "B/1511 huruf d", "hukum": ("masa_kerja_minimum_bulan",),
        "hasil": hasil, "pesan": None, "pengubah": None, "nilai": (nilai("nik", "3201**********01", "A7", "NIK"),),
    }  # fmt: skip
    return AturanDinilai(**isi | lain)


def masa_kerja() -> MasaKerja:
    rincian = urai_bulan(PERIODE, ACUAN, date(2022, 3, 15))
    periode = tuple(
        Periode(
            nomor=nomor, asal=f"{RIWAYAT}, lembar Data Riwayat, sel D{nomor}, kiriman 20 September 2022 pukul 10.05 WIB",
            awal=f"{satu.awal:%d-%m-%Y}", akhir=f"{satu.akhir:%d-%m-%Y}" if satu.akhir else "–",
            pembayaran="PENGADAAN BARANG/JASA" if satu.sebab else "APBN", sebab=satu.sebab,
            keterangan=KETERANGAN[satu.sebab], bulan=satu.bulan, dihitung=satu.dihitung,
            bertumpang=satu.bertumpang, sesudah_acuan=satu.sesudah_acuan,
        )
        for nomor, satu in enumerate(rincian.periode, 1)
    )  # fmt: skip
    return MasaKerja(
        bulan_kerja=rincian.bulan_kerja,
        minimum=12,
        acuan=ACUAN,
        periode=periode,
        bulan=bulan_from(rincian),
    )


def pendaftaran(**lain: Any) -> Pendaftaran:
    lebih = {
        "masa_kerja": {
            "hasil": False,
            "pesan": "Masa kerja yang dibayar langsung 11 bulan sampai 31-12-2021; paling singkat 12 bulan.",
            "pengubah": "Kurang 1 bulan lagi yang dibayar langsung sebelum atau pada 31-12-2021, dengan SK dan bukti pembayarannya.",
        },
        "pengangkatan": {
            "hasil": None,
            "pengubah": "Yang diminta: isian yang terisi dan terbaca, sesuai dengan dokumennya, pada Jenis Jabatan.",
            "diperlukan": (nilai("jenis_penandatangan", "–", "U7", "Jenis Jabatan"),),
        },
    }  # fmt: skip
    isi: dict[str, Any] = {
        "instansi": "5105 Pemerintah Kab. Contoh & Uji",
        "berkas": BERKAS,
        "waktu": KIRIM,
        "tempat": "lembar Data Utama baris 7",
        "status": "DAFTAR",
        "nama": "SITI AMINAH",
        "kategori": "NON-ASN",
        "keseluruhan": "T",
        "kriteria": tuple(
            KriteriaDinilai(
                nama=nama,
                putusan={"masa_kerja": "T", "pengangkatan": "B"}.get(nama, "M"),
                aturan=(aturan(f"K-{nama.upper()}", **lebih.get(nama, {})),),
            )
            for nama in KRITERIA
        ),
        "masa_kerja": masa_kerja(),
        "temuan": (
            TemuanLain(
                kode="L-JENIS-PENANDATANGAN", nama="Jenis terisi", berat="periksa", dasar="Paparan", hukum=("kolom_wajib",),
                pesan="Jenis Jabatan kosong. Kolom ini wajib diisi.", pengubah="Dipakai untuk menilai kriteria pengangkatan.",
                sel=f"{BERKAS}, lembar Data Utama, sel U7, kiriman 20 September 2022 pukul 10.05 WIB",
                nilai=(nilai("jenis_penandatangan", "–", "U7", "Jenis Jabatan"),),
            ),
        ),
        "catatan": (
            Catatan(ragam="AKTIF", waktu=None, teks="Pernyataan terakhir di portal, masih aktif bekerja: YA"),
            Catatan(ragam="PEMERIKSAAN", waktu=KIRIM, teks="Checker instansi: SESUAI", asal=f"{BERKAS}, lembar Periksa baris 3"),
        ),
        "ganda": (
            KasusGanda(
                jenis="NIK_LINTAS_INSTANSI", arti="NIK yang sama di beberapa instansi",
                sebab="Satu orang terdaftar di beberapa instansi", bukti="Nama sama; tanggal lahir sama.",
                keadaan="belum diputuskan", bawaan="dihitung satu kali, di SK yang paling akhir", dihitung=False,
                pihak=(Pihak(instansi="5104 Pemerintah Kab. Lain", unit="SDN 1", waktu=KIRIM),),
            ),
        ),
    }  # fmt: skip
    return Pendaftaran(**isi | lain)


def penjelasan(*satu: Pendaftaran, **lain: Any) -> Penjelasan:
    isi: dict[str, Any] = {
        "perihal": "NIK 3201**********01",
        "keadaan": datetime(2022, 10, 31, 17, 0, tzinfo=WIB),
        "tahap": "Finalisasi",
        "tanggal_hukum": date(2022, 10, 31),
        "versi_kode": "uji",
        "sidik_regulasi": "ab12" * 16,
        "hukum": (
            Klausul(
                nama="masa_kerja_minimum_bulan", arti="Masa kerja paling singkat (bulan)", nilai="12",
                instrumen="B/1511", butir="huruf d", berlaku=date(2022, 7, 22),
            ),
            Klausul(
                nama="kolom_wajib", arti="Kolom yang wajib diisi", nilai="NIK, nama", instrumen="Bacaan kami", butir="tentang kolom",
                berlaku=date(2022, 8, 26), tanggal_asumsi=True, asumsi=True, alasan="Tidak terbit.",
            ),
        ),
        "pendaftaran": satu or (pendaftaran(),),
    }  # fmt: skip
    return Penjelasan(**isi | lain)
