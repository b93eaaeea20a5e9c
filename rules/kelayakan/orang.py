"""Who may be registered: not ASN, alive, still active, of age."""

from datetime import timedelta

import polars as pl

from rules.ketentuan import Ketentuan
from rules.rule import rule
from rules.ungkapan import lahir_terakhir

BER_NIK = pl.col("nik_angka").is_not_null()


@rule(
    "K-STATUS-ASN",
    nama="Bukan ASN",
    dasar=("status_pendataan", "status_asn_tertutup"),
    berat="tolak",
    kriteria="status",
    kolom="nik",
    nilai="status_asn",
    harapan="tidak tercatat dalam register ASN",
    pesan="Tercatat sebagai {status_asn} dalam register ASN. Bila benar, hapus orang ini lewat lembar "
    "Penghapusan; bila bukan orang yang sama, perbaiki NIK-nya.",
    pengubah="Yang diminta: NIK menurut KTP tidak tercatat sebagai {status_asn_tertutup} dalam register ASN; register "
    "yang keliru dibetulkan lewat BKN.",
    butuh=("nik",),
)
def bukan_asn(k: Ketentuan) -> pl.Expr:
    """The register is looked up by NIK; without a readable NIK nobody can say."""
    return pl.when(BER_NIK).then(pl.col("status_asn").is_null())


@rule(
    "K-STATUS-HIDUP",
    nama="Masih hidup menurut Dukcapil",
    dasar=("masih_aktif", "status_meninggal"),
    berat="tolak",
    kriteria="status",
    kolom="nik",
    nilai="status_dukcapil",
    harapan="tidak tercatat meninggal",
    pesan="Tercatat meninggal di Dukcapil. Bila benar, hapus orang ini lewat lembar Penghapusan; bila keliru, "
    "perbaiki NIK atau minta pembetulan ke Dinas Dukcapil.",
    pengubah="Yang diminta: NIK menurut KTP tidak tercatat {status_meninggal} di Dukcapil; catatan yang keliru "
    "dibetulkan oleh Dinas Dukcapil.",
    butuh=("nik",),
)
def masih_hidup(k: Ketentuan) -> pl.Expr:
    """Whom Dukcapil does not know is presumed alive; D-ADA reports that it does not."""
    hidup = pl.col("status_dukcapil") != k.status_meninggal
    return pl.when(BER_NIK).then(hidup.fill_null(True))


@rule(
    "K-AKTIF",
    nama="Masih aktif menurut yang bersangkutan",
    dasar=("masih_aktif", "terdaftar_dianggap_aktif"),
    berat="tolak",
    kriteria="aktif",
    kolom="nik",
    nilai="konfirmasi_aktif",
    harapan="masih aktif bekerja di instansi pendaftar",
    pesan="Yang bersangkutan menyatakan di portal bahwa ia tidak lagi aktif bekerja di instansi ini. Bila benar, "
    "hapus lewat lembar Penghapusan; bila keliru, minta ia memperbaiki pernyataannya.",
    pengubah="Yang diminta: pernyataan terakhir yang bersangkutan sendiri di portal bahwa ia masih aktif bekerja.",
)
def masih_aktif(k: Ketentuan) -> pl.Expr:
    """Registered means active until the person, in the last confirmation, says otherwise."""
    tanpa_kabar = True if k.terdaftar_dianggap_aktif else None
    return (pl.col("konfirmasi_aktif") != "TIDAK").fill_null(pl.lit(tanpa_kabar, pl.Boolean))


def _bebas(k: Ketentuan) -> pl.Expr:
    """THK-II proven in the master list, whom the deck exempts from the age limits."""
    return (pl.col("kategori") == "THK-II") & k.usia_thk2_dikecualikan


@rule(
    "K-USIA-MIN",
    nama="Usia paling rendah",
    dasar=("usia_minimum", "tanggal_acuan", "tanggal_lahir_menurut", "usia_thk2_dikecualikan"),
    berat="tolak",
    kriteria="usia",
    kolom="tanggal_lahir",
    nilai="tanggal_lahir_dipakai",
    harapan="paling rendah {usia_minimum} tahun pada {tanggal_acuan}",
    pesan="Usia {usia} tahun pada {tanggal_acuan} (tanggal lahir menurut {sumber_tanggal_lahir}); "
    "paling rendah {usia_minimum} tahun. Bandingkan tanggal lahir dengan KTP; bila sudah benar, hapus lewat "
    "lembar Penghapusan.",
    pengubah="Yang diminta: tanggal lahir menurut {tanggal_lahir_menurut} paling akhir {lahir_paling_akhir}; yang "
    "dipakai sekarang {tanggal_lahir_dipakai}. Catatan yang keliru dibetulkan oleh Dinas Dukcapil.",
    butuh=("nik", "tanggal_lahir"),
    turunan={
        "lahir_paling_akhir": lambda k: pl.lit(lahir_terakhir(k.tanggal_acuan, k.usia_minimum))
    },
)
def usia_minimum(k: Ketentuan) -> pl.Expr:
    """Completed years on the reference date, by the Dukcapil birth date where there is one."""
    return (pl.col("usia") >= k.usia_minimum) | _bebas(k)


@rule(
    "K-USIA-MAKS",
    nama="Usia paling tinggi",
    dasar=(
        "usia_maksimum",
        "tanggal_acuan",
        "tanggal_lahir_menurut",
        "usia_thk2_dikecualikan",
        "usia_tahun_genap",
    ),
    berat="tolak",
    kriteria="usia",
    kolom="tanggal_lahir",
    nilai="tanggal_lahir_dipakai",
    harapan="paling tinggi {usia_maksimum} tahun pada {tanggal_acuan}",
    pesan="Usia {usia} tahun pada {tanggal_acuan} (tanggal lahir menurut {sumber_tanggal_lahir}); "
    "paling tinggi {usia_maksimum} tahun. Bandingkan tanggal lahir dengan KTP; bila ia THK-II, isi No Peserta "
    "THK-II; bila sudah benar, hapus lewat lembar Penghapusan.",
    pengubah="Yang diminta: tanggal lahir menurut {tanggal_lahir_menurut} paling awal {lahir_paling_awal}; yang "
    "dipakai sekarang {tanggal_lahir_dipakai}. Atau bukti bahwa ia THK-II dalam daftar induk BKN.",
    butuh=("nik", "tanggal_lahir"),
    turunan={
        "lahir_paling_awal": lambda k: pl.lit(
            lahir_terakhir(k.tanggal_acuan, k.usia_maksimum + 1) + timedelta(days=1)
        )
    },
)
def usia_maksimum(k: Ketentuan) -> pl.Expr:
    """56 years and 364 days is 56 years, unless the law in force counts the days (usia_tahun_genap)."""
    muda = pl.col("usia") <= k.usia_maksimum
    if not k.usia_tahun_genap:
        acuan = k.tanggal_acuan
        batas = acuan.replace(year=acuan.year - k.usia_maksimum)
        muda = pl.col("tanggal_lahir_dipakai") >= batas
    return muda | _bebas(k)
