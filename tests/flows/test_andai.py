"""The law as it might be and a rule in the shadow, over a census of four that was closed once."""

import csv
import json
import os
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tasks.check_aturan
import tasks.check_tenaga
import tasks.gateways.bayangan
from flows.cli import app
from flows.close_tahap import close_tahap
from rules.kelayakan.orang import usia_maksimum
from rules.ketentuan import Ketentuan, PersetujuanAturan, ketentuan_on
from rules.rule import load_rules
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.susunan import Susunan
from tasks.load_susunan import load_susunan
from tests.daur import hash_published
from tests.flows.empat_instansi import FINAL, JAGA, PRAFINAL, census_of_four, kotak_masuk
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, orang

__all__ = ["census_of_four", "kotak_masuk"]
SESUDAH_TUTUP = PRAFINAL + timedelta(minutes=10)


@pytest.fixture(scope="module")
def tertutup(tmp_path_factory: pytest.TempPathFactory, kotak_masuk: Path) -> Path:
    """The store after pra-finalisasi and a night, closed once for all stories."""
    with pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("tertutup")).settle(ubah)
        shutil.copytree(kotak_masuk, tempat.simpanan)
        assert close_tahap(SESUDAH_TUTUP) == ["prafinalisasi"]
        tempat.night(SESUDAH_TUTUP)
    return tempat.akar


@pytest.fixture
def dibaca(tertutup: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """That place itself, for stories that change nothing in it."""
    return Tempat(tertutup).settle(monkeypatch)


@pytest.fixture
def tempat_tertutup(tempat: Tempat, tertutup: Path) -> Tempat:
    """A copy, for stories that go on."""
    shutil.copytree(tertutup / "simpanan", tempat.simpanan)
    return tempat


def jalankan(*kata: str, kode: int = 0) -> str:
    hasil = CliRunner().invoke(app, list(kata))
    assert hasil.exit_code == kode, hasil.output
    return hasil.output


# --- the law of another day, of another value, of a file ------------------------------------------


def test_the_frozen_pra_finalisasi_under_the_later_title_list_is_one_command(
    dibaca: Tempat, tmp_path: Path
) -> None:
    sebelum = hash_published(dibaca.simpanan)
    ke = tmp_path / "simulasi"
    teks = jalankan(
        "simulate", "--potret", "prafinalisasi", "--hukum", "2022-10-08", "--ke", str(ke)
    )
    assert "Simulasi atas potret Pra-finalisasi: 7 orang, hukum per 30-09-2022." in teks
    assert "(jabatan_dikecualikan): 43 butir" in teks
    assert "Putusan keseluruhan yang berubah: 1 orang (14,29%)." in teks
    assert "Perhatian" not in teks
    with (ke / "orang.csv").open(encoding="utf-8-sig", newline="") as berkas:
        (satu,) = csv.DictReader(berkas)
    assert (satu["kode_instansi"], satu["jabatan"], satu["keseluruhan"]) == (BERSIH, "M→T", "M→T")
    assert JAGA["nik"] not in "".join(j.read_text("utf-8-sig") for j in ke.iterdir())
    assert hash_published(dibaca.simpanan) == sebelum
    assert not list(dibaca.kerja.glob("simulasi-*"))


def test_single_values_over_the_gudang_in_use(dibaca: Tempat) -> None:
    teks = jalankan("simulate", "--ubah", "usia_minimum=18", "--ubah", "usia_maksimum=57")
    assert "Simulasi atas gudang yang dipakai: 7 orang" in teks
    assert "Usia paling tinggi (tahun) (usia_maksimum): 56 → 57" in teks
    assert "Usia paling rendah (tahun) (usia_minimum): 20 → 18" in teks
    # The 17-year-old stays too young; nobody else is at an edge.
    assert "Tidak ada putusan yang berubah." in teks


def test_who_becomes_eligible_is_counted_where_they_are(dibaca: Tempat) -> None:
    teks = jalankan("simulate", "--ubah", "usia_minimum=16")
    assert "Putusan keseluruhan yang berubah: 1 orang" in teks
    assert f"{BERTEMUAN} " in teks.split("Menurut instansi:")[1]
    assert "Aceh" in teks.split("Menurut provinsi:")[1]


def test_a_law_file_in_place_of_single_values(dibaca: Tempat, tmp_path: Path) -> None:
    surat = tmp_path / "usulan.toml"
    surat.write_text(
        """nomor = "B/1/2022"
judul = "Usulan"
tentang = "Usia"
berlaku = 2022-12-01
diperiksa = 2022-12-01
sumber = "usulan"
[ketentuan.usia_minimum]
nilai = 16
butir = "butir 1"
""",
        encoding="utf-8",
    )
    teks = jalankan("simulate", "--potret", "prafinalisasi", "--hukum", str(surat))
    assert "Putusan keseluruhan yang berubah: 1 orang" in teks


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        (("simulate",), "sebut yang diandaikan"),
        (("simulate", "--ubah", "usia_maksimu=58"), "usia_maksimum"),
        (("simulate", "--hukum", "kemarin"), "bukan tanggal"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    dibaca: Tempat, kata: tuple[str, ...], kalimat: str
) -> None:
    assert kalimat in " ".join(jalankan(*kata, kode=2).split())


def test_without_a_potret_the_frozen_ones_are_named(dibaca: Tempat) -> None:
    with pytest.raises(LookupError, match="yang sudah dibekukan: prafinalisasi"):
        CliRunner().invoke(
            app, ["simulate", "--ubah", "usia_minimum=16", "--potret", "finalisasi"],
            catch_exceptions=False,
        )  # fmt: skip


# --- a rule must earn the right to reject ----------------------------------------------------------


@pytest.fixture
def aturan_baru(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tonight's code differs from that of the potret: nobody above 30 may be listed any more."""
    ketat = replace(usia_maksimum, ungkapan=lambda k: usia_maksimum(k) & (k.usia_maksimum < 0))
    kini = tuple(ketat if satu.kode == ketat.kode else satu for satu in load_rules())
    for modul in (tasks.check_tenaga, tasks.check_aturan, tasks.gateways.bayangan):
        monkeypatch.setattr(modul, "load_rules", lambda: kini)
    monkeypatch.setattr(tasks.gateways.bayangan, "versi_kode", lambda: "lain")


def approve(monkeypatch: pytest.MonkeyPatch, orang: int) -> None:
    leave = PersetujuanAturan(
        aturan="K-USIA-MAKS", tahap="prafinalisasi", orang=orang, oleh="Direktur Contoh",
        tanggal=date(2022, 10, 1), alasan="surat tugas",
    )  # fmt: skip

    def hukum(hari: date) -> Ketentuan:
        return ketentuan_on(hari).model_copy(update={"aturan_disetujui": (leave,)})

    monkeypatch.setattr(tasks.check_aturan, "ketentuan_on", hukum)


MALAM = SESUDAH_TUTUP + timedelta(days=1)


def judged(tempat: Tempat, saat: datetime = MALAM) -> Susunan:
    """The tables of a night at `saat` up to the verdicts, without a server and without publishing."""
    folder, pengaturan = tempat.kerja / "susunan" / "coba", read_pengaturan()
    load_susunan.fn(pengaturan, saat, folder)
    tasks.check_aturan.check_aturan.fn(pengaturan, saat, folder)
    tasks.check_tenaga.check_tenaga.fn(folder, tanggal_hukum(saat))
    return Susunan(folder)


def rejected(susunan: Susunan) -> int:
    return susunan.read("putusan").filter(keseluruhan="T").height


@pytest.mark.usefixtures("aturan_baru")
def test_a_changed_rule_that_would_flip_too_many_only_warns(dibaca: Tempat) -> None:
    susunan = judged(dibaca)
    assert rejected(susunan) == 1
    assert susunan.read("bayangan").rows() == [
        ("K-USIA-MAKS", "prafinalisasi", 6, 7, 0, None, True)
    ]
    temuan = susunan.read("temuan").filter(kode_aturan="K-USIA-MAKS")
    assert (temuan.height, set(temuan["berat"])) == (7, {"periksa"})
    assert susunan.read("aturan").filter(kode_aturan="K-USIA-MAKS")["berat"].to_list() == [
        "periksa"
    ]


@pytest.mark.usefixtures("aturan_baru")
@pytest.mark.parametrize(("orang", "ditolak"), [(6, 7), (5, 1)])
def test_a_named_approval_lets_it_reject_that_many(
    dibaca: Tempat, monkeypatch: pytest.MonkeyPatch, orang: int, ditolak: int
) -> None:
    approve(monkeypatch, orang)
    assert rejected(judged(dibaca)) == ditolak


@pytest.mark.usefixtures("aturan_baru")
def test_a_potret_never_weighs_the_rules_that_make_it(dibaca: Tempat) -> None:
    assert rejected(judged(dibaca, PRAFINAL)) == 7


@pytest.mark.usefixtures("aturan_baru")
def test_the_next_closing_says_which_rules_only_warned(tempat_tertutup: Tempat) -> None:
    assert close_tahap(FINAL + timedelta(minutes=10)) == ["finalisasi"]
    manifes = json.loads(
        (tempat_tertutup.simpanan / "potret/finalisasi/manifest.json").read_text("utf-8")
    )
    assert manifes["aturan_hanya_memperingatkan"] == ["K-USIA-MAKS"]
    cerita = (tempat_tertutup.kerja / "penutupan-finalisasi.md").read_text(encoding="utf-8")
    assert "| K-USIA-MAKS | prafinalisasi | 6 | 0 | belum ada | hanya memperingatkan |" in cerita


@pytest.mark.usefixtures("aturan_baru")
def test_the_report_names_whom_where_and_examples(dibaca: Tempat, tmp_path: Path) -> None:
    sebelum = hash_published(dibaca.simpanan)
    teks = jalankan("bayangan", "--ke", str(tmp_path / "b"))
    assert "Potret Pra-finalisasi, 7 orang: aturan yang sekarang menilai 6 orang lain" in teks
    assert "K-USIA-MAKS Usia paling tinggi: 6 orang akan ditolak" in teks
    assert "batas tanpa persetujuan 0 orang, belum disetujui: HANYA MEMPERINGATKAN" in teks
    assert "2 instansi: 5105" in teks
    assert teks.count("contoh M→T: NIK 3201**********0") == 3
    isi = (tmp_path / "b" / "orang.csv").read_text("utf-8-sig")
    assert len(isi.splitlines()) == 7
    assert orang(1)["nik"] not in isi + teks
    assert hash_published(dibaca.simpanan) == sebelum


def test_the_same_rules_flip_nobody(dibaca: Tempat) -> None:
    assert "aturan yang sekarang menilai 0 orang lain (0,00%)" in jalankan("bayangan")


def test_a_draft_rule_is_tried_without_being_installed(dibaca: Tempat, tmp_path: Path) -> None:
    draf = tmp_path / "usulan" / "kelayakan" / "draf.py"
    draf.parent.mkdir(parents=True)
    draf.write_text(
        "import polars as pl\nfrom rules.rule import rule\n\n"
        '@rule("K-DRAF", nama="Bukan guru", dasar=("usia_maksimum",), berat="tolak", '
        'kriteria="jabatan", kolom="jabatan", pesan="-")\n'
        "def draf(k):\n    return pl.col('jabatan_baku') != 'PENJAGA MALAM'\n",
        encoding="utf-8",
    )
    teks = jalankan("bayangan", "--aturan", str(tmp_path / "usulan"))
    assert "K-DRAF Bukan guru: 1 orang akan ditolak" in teks
    assert "K-DRAF" not in jalankan("bayangan")


# --- waivers ---------------------------------------------------------------------------------------


def test_a_waiver_shows_in_every_product_it_touches(tempat_tertutup: Tempat) -> None:
    muda = "3201014107040005"
    umpan = tempat_tertutup.simpanan / "kotak-masuk/bkn/pengecualian-disetujui/p.csv"
    umpan.parent.mkdir(parents=True)
    umpan.write_text(
        "nomor,kode_aturan,kode_instansi,nik,alasan,pemohon,penyetuju,sejak,sampai\n"
        f"P-1/2022,K-USIA-MIN,{BERTEMUAN},{muda},putusan,Ani,Budi,2022-10-01,2022-12-31\n"
        f"P-2/2022,K-USIA-MIN,{BERSIH},,putusan,Ani,Ani,2022-10-01,2022-12-31\n",
        encoding="utf-8",
    )
    waktu = (PRAFINAL + timedelta(days=2)).timestamp()
    os.utime(umpan, (waktu, waktu))
    assert close_tahap(FINAL + timedelta(minutes=10)) == ["finalisasi"]
    tempat_tertutup.answer(FINAL + timedelta(hours=2))
    satu = (
        "SELECT p.usia, p.keseluruhan FROM putusan p JOIN tenaga t USING (id_tenaga) WHERE t.nik = "
    )
    assert tempat_tertutup.select(satu + f"'{muda}'") == [("M", "M")]
    keadaan = "SELECT nomor, berlaku, sebab FROM pengecualian ORDER BY nomor"
    assert tempat_tertutup.select(keadaan) == [
        ("P-1/2022", True, None),
        ("P-2/2022", False, "pemohon dan penyetuju orang yang sama"),
    ]
    cerita = (tempat_tertutup.kerja / "penutupan-finalisasi.md").read_text(encoding="utf-8")
    assert "| K-USIA-MIN | 1 | 1 | pemohon dan penyetuju orang yang sama |" in cerita
    keluar = tempat_tertutup.simpanan / "kotak-keluar" / BERTEMUAN
    sptjm = (keluar / "sptjm-konsep-finalisasi.html").read_text(encoding="utf-8")
    assert "1 di antaranya dengan pengecualian yang disetujui BKN" in sptjm
    temuan = (keluar / "temuan.csv").read_text(encoding="utf-8-sig")
    assert "Dikecualikan dengan persetujuan BKN: K-USIA-MIN menurut P-1/2022" in temuan
    manifes = tempat_tertutup.simpanan / f"potret/finalisasi/{BERTEMUAN}/manifest.json"
    assert '"dikecualikan": 1' in manifes.read_text(encoding="utf-8")
    usia = next(
        baris
        for baris in jalankan("explain", muda).splitlines()
        if baris.lstrip().startswith("K-USIA-MIN ")
    )
    assert usia.endswith("tidak dipenuhi, DIKECUALIKAN menurut P-1/2022 sampai 31-12-2022")
