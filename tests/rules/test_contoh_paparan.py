"""The worked example of BKN's deck and its neighbours, from the rows as written to the verdict."""

from datetime import date

import pytest

from rules.fakta import derive_fakta
from rules.periksa import check
from rules.putusan import judge
from rules.rule import load_rules
from tests.rules.orang import INSTANSI, K, masukan, riwayat, tenaga

ATURAN = load_rules()
PUSAT = INSTANSI.filter(jenis="P").collect()["kode_instansi"].item()
SK_UTAMA = "SK/UTAMA/1"
KINI = None


def bulan(awal, akhir, pembayaran, nomor=None):
    """One period of whole months, (year, month) to (year, month) or up to now, as a riwayat row."""
    return {
        "kode_instansi": PUSAT,
        "tanggal_awal": date(*awal, 1),
        "tanggal_akhir": akhir and date(*akhir, 28),
        "pembayaran": pembayaran,
        "nomor_sk": nomor or f"SK/{awal[0]}/{awal[1]}",
    }


def sk(awal, akhir):
    """The SK of Data Utama over that period."""
    baris = bulan(awal, akhir, None, SK_UTAMA)
    return {
        "kode_instansi": PUSAT,
        "tanggal_mulai": baris["tanggal_awal"],
        "tanggal_akhir": baris["tanggal_akhir"],
        "tanggal_sk": baris["tanggal_awal"],
        "nomor_sk": SK_UTAMA,
    }


PENGADAAN = "PENGADAAN BARANG/JASA"
DULU = [bulan((2020, 1), (2020, 3), "APBN"), bulan((2020, 9), (2020, 12), "APBN")]
PENGADAAN_KINI = bulan((2021, 6), KINI, PENGADAAN)
SK_PENGADAAN = bulan((2021, 6), KINI, PENGADAAN, SK_UTAMA)
CONTOH = {
    # Jan-Mar 2020, Sep-Dec 2020, Jan-May 2021 APBN; from June 2021 procurement: 3 + 4 + 5 = 12.
    "contoh-paparan": (sk((2021, 1), (2021, 5)), [*DULU, PENGADAAN_KINI], 12, "M"),
    "contoh-paparan-dengan-sk-utama-pengadaan": (
        sk((2021, 6), KINI), [*DULU, bulan((2021, 1), (2021, 5), "APBN"), SK_PENGADAAN], 12, "M",
    ),
    "contoh-paparan-dengan-sk-utama-diulang-di-riwayat": (
        sk((2021, 1), (2021, 5)),
        [*DULU, bulan((2021, 1), (2021, 5), "APBN", SK_UTAMA), PENGADAAN_KINI], 12, "M",
    ),
    "sebelas-bulan": (
        sk((2021, 1), (2021, 5)),
        [bulan((2020, 1), (2020, 3), "APBN"), bulan((2020, 10), (2020, 12), "APBN"), PENGADAAN_KINI],
        11, "T",
    ),
    "dua-belas-bulan-dengan-tumpang-tindih": (
        sk((2021, 1), (2021, 5)),
        [*DULU, bulan((2020, 2), (2020, 3), "APBN", "SK/LAIN"), PENGADAAN_KINI], 12, "M",
    ),
    "dua-belas-bulan-hanya-bila-tumpang-tindih-dihitung-dua-kali": (
        sk((2021, 1), (2021, 5)),
        [bulan((2020, 1), (2020, 3), "APBN"), bulan((2020, 10), (2020, 12), "APBN"),
         bulan((2020, 12), (2020, 12), "APBN", "SK/LAIN"), PENGADAAN_KINI], 11, "T",
    ),
    "dua-belas-bulan-satu-sesudah-31-12-2021": (
        sk((2021, 2), (2022, 1)), [], 11, "T",
    ),
    "dua-belas-bulan-sampai-31-12-2021": (sk((2021, 1), (2021, 12)), [], 12, "M"),
    "semua-pengadaan": (
        sk((2020, 1), KINI), [bulan((2020, 1), KINI, PENGADAAN, SK_UTAMA)], 0, "T",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("utama", "lama", "jumlah", "masa_kerja"), CONTOH.values(), ids=CONTOH)
def test_contoh(utama, lama, jumlah, masa_kerja):
    masuk = masukan(tenaga(utama), riwayat(*lama))
    fakta = derive_fakta(masuk, K).collect()
    putusan = judge(fakta.lazy(), K, ATURAN).row(0, named=True)
    honorarium = "M" if jumlah else "T"
    assert fakta["bulan_kerja"].item() == jumlah
    assert (putusan["masa_kerja"], putusan["honorarium"]) == (masa_kerja, honorarium)
    # Everything else about this person is in order, so tenure alone decides.
    assert putusan["keseluruhan"] == masa_kerja
    temuan = set(check(fakta.lazy(), K, ATURAN).temuan["kode_aturan"])
    assert temuan & {"K-MASA-KERJA", "K-HONORARIUM"} == {
        kode for kode, huruf in (("K-MASA-KERJA", masa_kerja), ("K-HONORARIUM", honorarium)) if huruf == "T"
    }  # fmt: skip
