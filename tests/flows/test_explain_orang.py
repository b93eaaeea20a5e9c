"""One night told person by person: months counted, what is missing, who said what, nobody's NIK."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from reports.penjelasan import Pendaftaran, Penjelasan
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KotakMasuk, orang
from tests.workbooks import Lembar

KUNCI = f"{BERSIH}/data-utama/data.xlsx"
BAYAR_LANGSUNG, BELUM = {"pembayaran": "APBN"}, "Yang diminta: isian yang terisi dan terbaca"
ADUAN = "id,waktu,jenis,kode_instansi,nama,nik,uraian\n"


def lama(nomor: int, awal: str, akhir: str | None, **lain: str | None) -> dict[str, str | None]:
    """A row of riwayat of orang(nomor), paid directly unless told otherwise."""
    isi = {
        "nik": orang(nomor)["nik"],
        "nomor_sk": f"r/{nomor}/{awal}",
        "tanggal_awal": awal,
        "tanggal_akhir": akhir,
    }
    return isi | BAYAR_LANGSUNG | lain  # fmt: skip


PAPARAN = {"tanggal_mulai": "01-01-2021", "tanggal_akhir": "31-05-2021"}
ORANG = [
    orang(1, **PAPARAN),
    orang(2, **PAPARAN),
    orang(3, tanggal_mulai="01-07-2021"),
    orang(4, tanggal_mulai="01-07-2021", tanggal_akhir="30-06-2021"),
    orang(5),
    orang(6, nama="<script>{{ 1 }}</script> :key:"),
    orang(7, nik="320101410790007"),
]
RIWAYAT = [
    lama(1, "01-01-2020", "31-03-2020"),
    lama(1, "01-09-2020", "31-12-2020"),
    lama(1, "01-06-2021", None, pembayaran="PENGADAAN BARANG/JASA"),
    lama(2, "01-01-2020", "31-03-2020"),
    lama(2, "01-10-2020", "31-12-2020"),
    lama(3, "kapan-kapan", "31-12-2020"),
    lama(5, "02-01-2020", "31-12-2020", nomor_sk="800/5/2020", pembayaran="entah"),
]


@pytest.fixture(scope="module")
def malam(tmp_path_factory: pytest.TempPathFactory) -> Tempat:
    """One night over ORANG and all that was said about orang(6)."""
    ini = Tempat(tmp_path_factory.mktemp("orang"))
    with pytest.MonkeyPatch.context() as ubah:
        ini.settle(ubah)
        kotak = KotakMasuk(ini.simpanan)
        kotak.admin(BERSIH, BERTEMUAN)
        kotak.data_utama(BERSIH, ORANG, riwayat=RIWAYAT)
        kotak.data_utama(BERTEMUAN, [orang(6, unit_kerja="SDN 2 Lain", nama="ORANG LAIN")])
        kotak.dukcapil(*ORANG[:6])
        _said(kotak, orang(6)["nik"])
        ini.answer()
    return ini


def _said(kotak: KotakMasuk, nik: str) -> None:
    waktu = "2022-09-19T08:00:00+07:00"
    kotak.workbook(f"{BERSIH}/pemeriksaan/hasil.xlsx", Lembar("pemeriksaan", [
        {"nik": nik, "hasil": "TIDAK SESUAI", "catatan": "SK lain", "waktu_periksa": "19-09-2022 08:00"},
    ]))  # fmt: skip
    kotak.put("bkn/aduan/aduan.csv", f"{ADUAN}A-1,{waktu},SANGGAHAN,{BERSIH},PENYANGGAH,{nik},rahasia\n")  # fmt: skip
    kotak.put("bkn/portal-akun/akun.csv", f"nik,kode_instansi,dibuat\n{nik},{BERSIH},{waktu}\n")
    kotak.put("bkn/portal-konfirmasi/k.csv", f"nik,kode_instansi,aktif,waktu\n{nik},{BERSIH},YA,{waktu}\n")  # fmt: skip
    kotak.put("bkn/portal-biodata/b.csv", f"nik,kode_instansi,waktu,jabatan,alamat\n{nik},{BERSIH},{waktu},Guru Kelas,Jalan Rahasia 7\n")  # fmt: skip


@pytest.fixture
def tanya(malam: Tempat, monkeypatch: pytest.MonkeyPatch):
    """explain with these arguments."""
    malam.settle(monkeypatch)

    def explain(*apa: str) -> str:
        hasil = CliRunner().invoke(app, ["explain", *apa])
        assert hasil.exit_code == 0, hasil.output
        return hasil.output

    return explain


def satu(keluar: str) -> Pendaftaran:
    return Penjelasan.model_validate_json(keluar).pendaftaran[0]


def kriteria(isi: Pendaftaran, nama: str):
    return next(k for k in isi.kriteria if k.nama == nama)


def test_the_decks_example_is_told_month_by_month_with_its_cells(tanya) -> None:
    keluar = tanya(orang(1)["nik"])
    assert "2020: Jan Feb Mar  .   .   .   .   .  Sep Okt Nov Des = 7" in keluar
    assert "2021: Jan Feb Mar Apr Mei  .   .   .   .   .   .   .  = 5" in keluar
    assert "Masa kerja yang dihitung: 12 bulan" in keluar
    assert "dibayar lewat pengadaan, bukan pembayaran langsung (periode 4)" in keluar
    assert re.search(r"1\. 01-01-2020 .*lembar Data Riwayat, sel D2, E2, K2, kiriman 20 September 2022", keluar)  # fmt: skip


def test_its_neighbour_lacks_one_month(tanya) -> None:
    isi = satu(tanya(orang(2)["nik"], "--json"))
    assert isi.keseluruhan == "T"
    assert kriteria(isi, "masa_kerja").pengubah == (
        "Kurang 1 bulan lagi yang dibayar langsung sebelum atau pada 31-12-2021, dengan SK dan bukti pembayarannya.",
    )  # fmt: skip


def test_an_unreadable_start_is_named_with_what_was_written(tanya) -> None:
    masa = kriteria(satu(tanya(orang(3)["nik"], "--json")), "masa_kerja")
    assert masa.putusan == "B"
    (perlu,) = masa.aturan[0].diperlukan
    assert perlu.letak
    assert (perlu.letak.sel, perlu.letak.lembar) == ("D7", "Data Riwayat")
    assert masa.pengubah[0].startswith(BELUM)
    assert "'kapan-kapan' (tidak terbaca)" in masa.pengubah[0]


def test_reversed_dates_are_both_named(tanya) -> None:
    masa = kriteria(satu(tanya(orang(4)["nik"], "--json")), "masa_kerja")
    assert [n.nama for n in masa.aturan[0].diperlukan] == ["tanggal_mulai", "tanggal_akhir"]


def test_an_unreadable_pay_keeps_three_criteria_open(tanya) -> None:
    isi = satu(tanya(orang(5)["nik"], "--json"))
    for nama in ("honorarium", "masa_kerja", "blu"):
        (aturan,) = kriteria(isi, nama).aturan
        assert aturan.hasil is None
        assert [n.nama for n in aturan.diperlukan] == ["pembayaran"]
    assert isi.masa_kerja
    assert {p.sebab for p in isi.masa_kerja.periode} == {"BAYAR_BELUM_DIKETAHUI"}


def test_what_was_said_about_a_person_is_told_and_no_more(tanya) -> None:
    keluar = tanya("--sel", f"{KUNCI}:Data Utama:7")
    for teks in (
        "Checker instansi: TIDAK SESUAI: SK lain (oleh",
        "Pernyataan terakhir di portal, masih aktif bekerja: YA",
        "Akun portal diminta",
        "Diisi sendiri di portal: jabatan, keterangan pribadi",
        "Aduan (SANGGAHAN): belum diputus instansi",
        "SDN 2 Lain, kiriman 20 September 2022",
    ):
        assert teks.removesuffix(" (oleh") in keluar
    for rahasia in ("PENYANGGAH", "rahasia", "Jalan Rahasia", "ORANG LAIN"):
        assert rahasia not in keluar


def test_a_nik_asked_for_leads_to_every_registration(tanya) -> None:
    isi = Penjelasan.model_validate_json(tanya(orang(6)["nik"], "--json"))
    assert [p.instansi[:4] for p in isi.pendaftaran] == [BERSIH, BERTEMUAN]


def test_a_nik_that_cannot_be_read_is_shown_by_its_form_only(tanya, tmp_path: Path) -> None:
    halaman = tmp_path / "a.html"
    keluar = tanya("--sel", f"{KUNCI}:Data Utama:8", "--html", str(halaman), "--json")
    assert "3201*********07" in keluar
    assert "320101410790007" not in keluar + halaman.read_text("utf-8")
    assert kriteria(satu(keluar), "status").pengubah[0].startswith(BELUM)


def test_a_name_stays_text_on_the_page(tanya, tmp_path: Path) -> None:
    halaman = tmp_path / "a.html"
    tanya("--sel", f"{KUNCI}:Data Utama:7", "--html", str(halaman))
    teks = halaman.read_text("utf-8")
    assert "&lt;script&gt;{{ 1 }}&lt;/script&gt; :key:" in teks
    assert "</script> :key:" in tanya("--sel", f"{KUNCI}:Data Utama:7")
    assert "<script" not in teks


def test_the_instansi_reads_the_same_sentence_in_its_answer(malam: Tempat) -> None:
    kalimat = malam.select(
        "SELECT m.pengubah FROM temuan AS m JOIN tenaga AS t USING (id_tenaga) WHERE m.kode_aturan = 'K-MASA-KERJA'"
    )
    isi = (malam.simpanan / "kotak-keluar" / BERSIH / "temuan.json").read_text("utf-8")
    assert len(kalimat) == 1
    assert kalimat[0][0] in isi


def test_a_gudang_that_other_code_judged_is_not_explained(malam: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    import shutil

    import duckdb

    lain = Tempat(tmp_path).settle(monkeypatch)
    lain.kerja.mkdir()
    shutil.copy(malam.gudang, lain.gudang)
    with duckdb.connect(str(lain.gudang)) as gudang:
        gudang.execute("UPDATE fakta SET bulan_kerja = bulan_kerja + 1")
    hasil = CliRunner().invoke(app, ["explain", orang(1)["nik"]])
    assert isinstance(hasil.exception, ValueError)
    assert "12 months one by one, 13 were judged" in str(hasil.exception)
