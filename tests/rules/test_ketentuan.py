"""The stack of instruments: what the rules said on a day, and what cannot be slipped in."""

import csv
import re
import shutil
from datetime import date

import pytest

from rules.instrumen import instrumen_on, load_instrumen
from rules.ketentuan import Ketentuan, ketentuan_on, sidik_regulasi
from rules.rujukan import AKAR

SEBELUM, SESUDAH_1917, SESUDAH_1971 = date(2022, 9, 29), date(2022, 10, 1), date(2022, 10, 8)


@pytest.fixture
def akar(tmp_path):
    """A copy of the law that a test may amend."""
    shutil.copytree(AKAR / "regulasi", tmp_path / "regulasi")
    shutil.copy(AKAR / "kelompok_jabatan.csv", tmp_path)
    return tmp_path


def surat(akar, nama, isi):
    kepala = (
        f'nomor = "{nama}"\njudul = "-"\ntentang = "-"\nsumber = "uji"\ndiperiksa = 2022-11-01\n'
    )
    (akar / "regulasi" / f"{nama}.toml").write_text(kepala + isi, encoding="utf-8")


def test_the_criteria_of_b_1511_with_their_clauses():
    k = ketentuan_on(SEBELUM)
    assert (k.usia_minimum, k.usia_maksimum, k.masa_kerja_minimum_bulan) == (20, 56, 12)
    assert k.tanggal_acuan == date(2021, 12, 31)
    assert k.pembayaran_langsung == ("APBN", "APBD")
    assert k.sumber["usia_minimum"].kutipan == "B/1511/M.SM.01.00/2022 huruf e"
    assert not k.sumber["usia_minimum"].asumsi


def test_what_b_1917_changed():
    assert ketentuan_on(SEBELUM).pengumuman_hari is None
    k = ketentuan_on(SESUDAH_1917)
    assert (k.pengumuman_hari, k.perbaikan_hari) == (5, 10)
    assert k.akibat_tanpa_sptjm == "tidak akan dimasukkan dalam data dasar tenaga non-ASN"
    assert ketentuan_on(SEBELUM).pengumuman_sarana == "kanal instansi masing-masing"
    assert k.pengumuman_sarana == "portal resmi instansi atau papan pengumuman"


def test_what_b_1971_changed():
    lama, baru = (ketentuan_on(hari).jabatan_dikecualikan for hari in (SESUDAH_1917, SESUDAH_1971))
    assert lama.items() < baru.items()
    assert set(lama.values()) == {"SATPAM", "KEBERSIHAN", "PENGEMUDI"}
    assert baru["PRAMU BAKTI"] == "LAIN"
    assert "PRAMU BAKTI" not in lama
    k = ketentuan_on(SESUDAH_1971)
    assert k.jumlah_nomenklatur == 264
    assert k.sumber["jabatan_dikecualikan"].kutipan.endswith("daftar nomenklatur (asumsi)")


def test_an_instrument_counts_from_its_own_day():
    assert ketentuan_on(date(2022, 9, 30)).pengumuman_hari == 5
    assert "PRAMU BAKTI" not in ketentuan_on(date(2022, 10, 6)).jabatan_dikecualikan
    assert "PRAMU BAKTI" in ketentuan_on(date(2022, 10, 7)).jabatan_dikecualikan


def test_nothing_else_changed_between_these_days():
    def berbeda(kiri, kanan):
        k, lain = ketentuan_on(kiri), ketentuan_on(kanan)
        isi = set(Ketentuan.model_fields) - {"tanggal", "sumber"}
        return {nama for nama in isi if getattr(k, nama) != getattr(lain, nama)}

    assert berbeda(SEBELUM, SESUDAH_1917) == {
        "pengumuman_hari", "pengumuman_sarana", "perbaikan_hari", "akibat_tanpa_sptjm", "penanggung_jawab",
    }  # fmt: skip
    assert berbeda(SESUDAH_1917, SESUDAH_1971) == {"jabatan_dikecualikan", "jumlah_nomenklatur"}


def test_before_the_law_was_complete_there_is_no_answer():
    with pytest.raises(ValueError, match="the law on 01-08-2022 cannot be read"):
        ketentuan_on(date(2022, 8, 1))


def test_the_letter_of_two_numbers_is_one_instrument():
    (surat_185,) = [satu for satu in load_instrumen() if satu.nomor.startswith("B/185/")]
    assert surat_185.alias == ("B/165/M.SM.02.03/2022",)


def test_official_instruments_leave_our_reading_out():
    nomor = [satu.nomor for satu in instrumen_on(SESUDAH_1917)]
    assert nomor[0] == "PP 37/2007"
    assert nomor[-1] == "B/1917/M.SM.01.00/2022"
    assert "Bacaan kami" not in nomor


def test_every_value_stands_with_its_clause_and_every_assumption_with_its_ground():
    k = ketentuan_on(SESUDAH_1971)
    assert all(sumber.butir for sumber in k.sumber.values())
    assert all(sumber.alasan for sumber in k.sumber.values() if sumber.asumsi)


def test_every_list_is_written_the_way_it_is_compared():
    for jalur in [*(AKAR / "regulasi").glob("*.csv"), AKAR / "kelompok_jabatan.csv"]:
        with jalur.open(encoding="utf-8", newline="") as berkas:
            for kunci, *_ in [*csv.reader(berkas)][1:]:
                assert re.fullmatch(r"[A-Z0-9]+( [A-Z0-9]+)*", kunci), jalur.name


def test_groups_and_classes_are_the_published_ones():
    k = ketentuan_on(SESUDAH_1971)
    assert set(k.kelompok_menurut_jabatan.values()) == set(k.kelompok_urutan)
    assert set(k.kelompok_menurut_kata.values()) < set(k.kelompok_urutan)
    assert k.kelompok_bawaan in k.kelompok_urutan
    assert set(k.jabatan_dikecualikan_kata.values()) == set(k.kelas_alih_daya)
    assert set(k.kelas_alih_daya) < set(k.kelas_anomali)


def test_signers_from_the_highest_and_those_with_a_flag():
    k = ketentuan_on(SESUDAH_1971)
    assert (k.penandatangan_sah[0], k.penandatangan_sah[-1]) == ("PPK", "KEPALA UNIT KERJA")
    assert k.penandatangan_diterima[-2:] == ("KEPALA SEKOLAH", "KEPALA PUSKESMAS")
    assert "PEJABAT PEMBUAT KOMITMEN" not in k.penandatangan_diterima


def test_the_law_cannot_be_changed_in_passing():
    with pytest.raises(ValueError, match="frozen"):
        ketentuan_on(SEBELUM).usia_minimum = 18


def test_a_new_letter_is_one_file(akar):
    surat(
        akar, "uji-1", 'berlaku = 2022-11-02\n[ketentuan.usia_maksimum]\nnilai = 58\nbutir = "1"\n'
    )
    assert ketentuan_on(date(2022, 11, 1), akar).usia_maksimum == 56
    k = ketentuan_on(date(2022, 11, 2), akar)
    assert (k.usia_maksimum, k.sumber["usia_maksimum"].kutipan) == (58, "uji-1 1")


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ('[ketentuan.usia_maximum]\nnilai = 58\nbutir = "1"\n', "usia_maximum"),
        ('[ketentuan.usia_maksimum]\nnilai = "58"\nbutir = "1"\n', "usia_maksimum"),
        ('[ketentuan.masih_aktif]\nnilai = false\nbutir = "1"\n', "masih_aktif"),
        ("[ketentuan.usia_maksimum]\nnilai = 58\n", "butir"),
        ('[ketentuan.usia_maksimum]\nnilai = 58\nbutir = "1"\nasumsi = true\n', "gives no alasan"),
        (
            '[ketentuan.usia_maksimum]\nnilai = 58\nbutir = "1"\nasumsi = true\nalasan = "-"\n',
            "assumption usia_maksimum would change B/1511",
        ),
    ],
)
def test_a_slip_in_a_letter_fails_at_load(akar, isi, sebab):
    surat(akar, "uji-2", "berlaku = 2022-11-02\n" + isi)
    with pytest.raises(ValueError, match=sebab):
        ketentuan_on(date(2022, 11, 2), akar)


def test_a_title_listed_twice_fails_at_load(akar):
    with (akar / "regulasi" / "jabatan_dikecualikan_2022-08-26.csv").open("a") as berkas:
        berkas.write("satpam.,PENGEMUDI\n")
    with pytest.raises(ValueError, match="stands there twice"):
        ketentuan_on(SEBELUM, akar)


def test_the_fingerprint_covers_letters_and_lists(akar):
    semula = sidik_regulasi(akar)
    assert semula == sidik_regulasi()
    with (akar / "regulasi" / "jabatan_dikecualikan_2022-10-07.csv").open("a") as berkas:
        berkas.write("JURU KUNCI,LAIN\n")
    diubah = sidik_regulasi(akar)
    surat(akar, "uji-3", "berlaku = 2022-11-02\n")
    assert len({semula, diubah, sidik_regulasi(akar)}) == 3
