"""One person under two NIKs, from the workbooks to the gudang, and what a reviewer says of the pair."""

from datetime import timedelta

import pytest

from tests.flows.tempat import MALAM, Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, KotakMasuk, orang

BENAR = orang(1, nama="RATNA WULANDARI CONTOH", nomor_ijazah="DN-0001/2008")
# Two neighbouring digits changed places.
SALAH = BENAR | {"nik": BENAR["nik"][:-2] + BENAR["nik"][:-3:-1]}
KEPALA = "kode_instansi_satu,nik_satu,kode_instansi_dua,nik_dua,keputusan,oleh,waktu,alasan\n"
_DITEMUKAN = "SELECT kode_instansi FROM temuan WHERE kode_aturan = 'G-SERUPA' ORDER BY 1"
_ORANG = "SELECT count(*), count(DISTINCT id_orang) FROM orang"


@pytest.fixture
def kotak(tempat: Tempat) -> KotakMasuk:
    """Two instansi list the same woman, one with a slip in her NIK; a third person stands beside."""
    kotak = KotakMasuk(tempat.simpanan)
    kotak.admin(BERSIH, BERTEMUAN)
    kotak.data_utama(BERSIH, [BENAR, orang(2)])
    kotak.data_utama(BERTEMUAN, [SALAH])
    kotak.dukcapil(BENAR, orang(2))
    return kotak


def decide(kotak: KotakMasuk, keputusan: str, hari: int) -> None:
    """A reviewer's word on the pair, so many days after the deliveries."""
    waktu = KIRIM + timedelta(days=hari)
    baris = f"{BERTEMUAN},{SALAH['nik']},{BERSIH},{BENAR['nik']},{keputusan},199001012015011001,{waktu.isoformat()},KTP dilihat\n"
    kotak.put(f"bkn/keputusan-pasangan/{hari}.csv", KEPALA + baris, waktu)


def test_the_same_person_counts_once_until_a_reviewer_tells_the_two_apart(
    tempat: Tempat, kotak: KotakMasuk
) -> None:
    tempat.answer(MALAM)
    assert tempat.select(_ORANG) == [(3, 2)]
    assert tempat.select(_DITEMUKAN) == [(BERSIH,), (BERTEMUAN,)]
    for kode in (BERSIH, BERTEMUAN):
        surat = (tempat.simpanan / f"kotak-keluar/{kode}/temuan.csv").read_text("utf-8-sig")
        lain = SALAH if kode == BERSIH else BENAR
        assert "G-SERUPA" in surat
        assert lain["nik"] not in surat

    decide(kotak, "BERBEDA", 2)
    for lewat in (2, 3):
        # The word is data: it holds in every later night.
        tempat.answer(MALAM + timedelta(days=lewat))
        assert tempat.select(_ORANG) == [(3, 3)]
        assert tempat.select(_DITEMUKAN) == []

    decide(kotak, "SAMA", 4)
    tempat.answer(MALAM + timedelta(days=4))
    assert tempat.select(_ORANG) == [(3, 2)]
    assert tempat.select("SELECT keputusan, oleh, digabung FROM pasangan") == [
        ("SAMA", "199001012015011001", True)
    ]
