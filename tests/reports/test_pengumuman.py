from datetime import datetime

import polars as pl
import pytest
from pydantic import ValidationError

from reports.pengumuman import KOLOM, Kanal, count_rekap, render_pengumuman
from reports.render import query
from reports.tulisan import WIB
from reports.unsur import Rekap
from tests.reports.contoh import DIAM, TANPA_SPTJM, daftar, pengumuman
from tests.reports.emas import assert_golden

JAHAT = "<script>alert(1)</script> {{ 7*7 }} O'Neil <!--baris-->"


def test_the_announcement_reads_as_agreed():
    isi = daftar(
        {"nama": "SITI AMINAH", "nik": "3201014101900001"},
        {"nama": "BUDI", "nik": "3201010101900012", "kategori": "THK-II", "keseluruhan": "B"},
        {"nama": JAHAT, "unit_kerja": "Dinas <A> & B", "keseluruhan": "T"},
        {"nama": "ANDI", "unit_kerja": None, "nik": None, "jabatan": None},
    )
    assert_golden("pengumuman.html", render_pengumuman(pengumuman(4), isi).decode())


def test_a_silent_instansi_gets_its_statement():
    halaman = render_pengumuman(pengumuman(0, diam=DIAM), daftar()).decode()
    assert_golden("pengumuman_diam.html", halaman)


def test_an_empty_list_is_said_to_be_empty():
    halaman = render_pengumuman(pengumuman(0), daftar()).decode()
    assert "tidak ada tenaga non-ASN dalam daftar" in halaman
    assert "Daftar nama" not in halaman


def test_the_final_announcement_tells_of_the_sptjm():
    akhir = {"ragam": "pengumuman_akhir", "sanggah": None}
    tanpa = render_pengumuman(pengumuman(1, **akhir, tanpa_sptjm=TANPA_SPTJM), daftar({})).decode()
    assert_golden("pengumuman_akhir.html", tanpa)
    waktu = datetime(2022, 11, 7, 9, 5, tzinfo=WIB)
    dengan = render_pengumuman(pengumuman(1, **akhir, sptjm=waktu), daftar({})).decode()
    assert "diterima pada 7 November 2022 pukul 09.05 WIB" in dengan
    assert "belum menjadi data" not in dengan


def test_names_stay_text():
    halaman = render_pengumuman(pengumuman(1), daftar({"nama": JAHAT})).decode()
    assert "<script" not in halaman
    assert "{{ 7*7 }}" in halaman
    assert "&lt;!--baris--&gt;" in halaman


def test_no_whole_nik_and_no_birth_date_is_shown():
    orang = daftar({"nik": "7306012002700003"}).with_columns(tanggal_lahir=pl.lit("1970-02-20"))
    halaman = render_pengumuman(pengumuman(1), orang).decode()
    assert "7306**********03" in halaman
    assert "7306012002700003" not in halaman
    assert "1970" not in halaman


def test_the_list_is_sorted_by_unit_then_name_whatever_the_order_given():
    orang = daftar(
        {"nama": "b", "unit_kerja": "Z"},
        {"nama": "A", "unit_kerja": "z"},
        {"nama": "C", "unit_kerja": "A"},
    )
    lurus = render_pengumuman(pengumuman(3), orang)
    assert lurus == render_pengumuman(pengumuman(3), orang.sample(fraction=1, shuffle=True, seed=3))
    assert [lurus.index(f"row>{nama}<".encode()) for nama in "CAb"] == sorted(
        lurus.index(f"row>{nama}<".encode()) for nama in "CAb"
    )


def test_a_list_that_disagrees_with_the_potret_is_refused():
    with pytest.raises(ValueError, match="7303: list has 1 rows, potret has 2"):
        render_pengumuman(pengumuman(2), daftar({}))


@pytest.mark.parametrize(
    "lain", [{"diam": DIAM}, {"sanggah": None}, {"ragam": "pengumuman_akhir", "sanggah": None}]
)
def test_an_incomplete_content_is_refused(lain):
    with pytest.raises(ValidationError):
        pengumuman(1, **lain)


def test_a_channel_is_a_web_address():
    with pytest.raises(ValidationError):
        Kanal(perihal="x", alamat="javascript:alert(1)")


def test_the_recap_counts_kinds_and_states():
    orang = daftar({}, {"kategori": "THK-II", "keseluruhan": "T"}, {"keseluruhan": "B"})
    assert count_rekap(orang) == Rekap(
        jumlah=3, thk2=1, non_asn=2, memenuhi=1, tidak_memenuhi=1, belum_dinilai=1
    )


def test_its_query_gives_its_columns(gudang):
    orang = gudang.execute(query("pengumuman"), {"kode_instansi": "7303"}).pl()
    assert tuple(orang.columns) == KOLOM
    assert render_pengumuman(pengumuman(orang.height), orang).count(b"scope=row>") == 2


def test_a_waiver_is_shown_beside_the_state_and_counted():
    isi = daftar({}, {"nama": "BUDI", "pengecualian_menurut": "K-USIA-MAKS menurut P-1"})
    halaman = render_pengumuman(pengumuman(2), isi).decode()
    assert halaman.count("Memenuhi, dengan pengecualian") == 1
    assert "0 belum dapat dinilai; 1 di antaranya dengan pengecualian" in halaman
    assert "satu syarat tidak dihitung baginya" in halaman
    assert "P-1" not in halaman
