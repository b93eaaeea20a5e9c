"""Stories of single nights, through the real flow, on three instansi."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from minio import Minio
from prefect.artifacts import Artifact

import tasks.check_tenaga
import tasks.gateways.penyusun.kiriman
import tasks.load_gudang
from flows.susun import GalatAturanError
from rules.rule import Aturan, load_rules, rule
from tasks.expect_gudang import GudangTidakLayakError, expect_gudang
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.susunan import Susunan
from tests.flows.tempat import MALAM, Tempat, read_answer, without_deadlines
from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK, KotakMasuk, orang, tiga_instansi
from tests.s3_server import S3Server

BERSAMA, MUDA = orang(3)["nik"], "3201014107040005"
LUSA = MALAM + timedelta(days=1)


@pytest.fixture(scope="module")
def semalam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """The place after one good night."""
    with pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("semalam")).settle(ubah)
        tiga_instansi(tempat.simpanan)
        hasil = tempat.night()
        assert (hasil.diterima, hasil.dibaca, hasil.ditolak, hasil.orang) == (5, 2, 1, 6)
        assert hasil.kasus_ganda == 1
        yield tempat


@pytest.fixture
def lanjutan(semalam: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """A copy of the place after the good night, to go on in."""
    for asal in (semalam.simpanan, semalam.kerja):
        shutil.copytree(asal, tmp_path / asal.name)
    return Tempat(tmp_path).settle(monkeypatch)


def test_every_instansi_gets_its_own_answer(semalam: Tempat) -> None:
    assert semalam.answered(BERSIH) == {(BERSAMA, "G-NIK-LINTAS")}
    assert semalam.answered(BERTEMUAN) == {(BERSAMA, "G-NIK-LINTAS"), (MUDA, "K-USIA-MIN")}
    assert semalam.answered(RUSAK) == set()
    surat = list((semalam.simpanan / "kotak-keluar" / RUSAK / "penolakan").iterdir())
    assert [satu.name.split("-", 1)[1] for satu in surat] == ["F-BUKAN-WORKBOOK.html"]
    assert "data.xlsx" in surat[0].read_text()
    assert not list((semalam.simpanan / "kotak-keluar").glob(f"{BERSIH}/penolakan"))


def test_the_answers_agree_with_the_gudang(semalam: Tempat) -> None:
    jawaban = {(kode, *satu) for kode in (BERSIH, BERTEMUAN) for satu in semalam.answered(kode)}
    assert semalam.findings() == jawaban


def test_the_same_night_again_changes_nothing(lanjutan: Tempat) -> None:
    sebelum, isi = _files(lanjutan), lanjutan.select(_ISI)
    hasil = lanjutan.night()
    assert (hasil.diterima, hasil.dibaca, hasil.jawaban) == (0, 0, 0)
    assert _files(lanjutan) == sebelum
    assert lanjutan.select(_ISI) == isi


def test_the_night_leaves_its_story_as_an_artifact(semalam: Tempat) -> None:
    artifak = Artifact.get("malam")
    assert artifak is not None
    for kata in ("G-NIK-LINTAS", "K-USIA-MIN", "F-BUKAN-WORKBOOK", "Neraca", "jawaban"):
        assert kata.lower() in artifak.data.lower()
    assert MUDA not in artifak.data


def test_the_gudang_is_ours_alone_and_says_when_it_was_built(semalam: Tempat) -> None:
    assert semalam.gudang.stat().st_mode & 0o777 == 0o600
    assert not list(semalam.kerja.glob("*.baru*"))
    assert semalam.select("SELECT tanggal, tanggal_hukum FROM malam") == [
        (MALAM, date(2022, 9, 21))
    ]


def test_an_instansi_without_approved_admin_is_held_not_lost(tempat: Tempat) -> None:
    kotak = tiga_instansi(tempat.simpanan)
    kotak.admin(BERSIH, RUSAK)
    assert tempat.night().orang == 3
    assert tempat.select(_STATUS) == [
        (RUSAK, "DITOLAK"),
        (BERSIH, "BERLAKU"),
        (BERTEMUAN, "DITAHAN"),
    ]
    assert tempat.select("SELECT ditahan FROM neraca WHERE tingkat = 'nasional'") == [(3,)]
    assert BERTEMUAN not in {kode for kode, *_ in tempat.findings()}
    kotak.admin(BERSIH, BERTEMUAN, RUSAK, waktu=MALAM + timedelta(hours=2))
    hasil = tempat.night(LUSA)
    assert (hasil.diterima, hasil.dibaca, hasil.orang) == (1, 0, 6)
    assert tempat.answered(BERTEMUAN) == {(BERSAMA, "G-NIK-LINTAS"), (MUDA, "K-USIA-MIN")}


def test_a_corrected_workbook_replaces_its_part_and_clears_the_finding(lanjutan: Tempat) -> None:
    kotak = KotakMasuk(lanjutan.simpanan)
    kotak.data_utama(BERTEMUAN, [orang(4)], waktu=MALAM + timedelta(hours=2))
    hasil = lanjutan.night(LUSA)
    assert (hasil.diterima, hasil.orang, hasil.kasus_ganda) == (1, 4, 0)
    assert lanjutan.answered(BERTEMUAN) == lanjutan.answered(BERSIH) == set()
    assert lanjutan.select("SELECT diganti FROM neraca WHERE tingkat = 'nasional'") == [(3,)]


# --- our own faults ----------------------------------------------------------------------------


@rule("X-RUSAK", nama="Uji", dasar=("masih_aktif",), berat="tolak", kriteria="aktif", pesan="Uji")
def gagal_di_data(k: Any) -> pl.Expr:
    """Polars quotes the cells in its error."""
    return pl.col("nik").str.to_date("%Y", strict=True).is_not_null()


@rule("X-RUSAK", nama="Uji", dasar=("masih_aktif",), berat="periksa", pesan="Uji")
def gagal_disusun(k: Any) -> pl.Expr:
    """Crashes before any row is looked at, with a NIK in its words."""
    raise ValueError(f"orang {MUDA} tidak dapat dinilai")


@pytest.mark.parametrize(
    "rusak",
    [gagal_di_data, pytest.param(gagal_disusun, marks=pytest.mark.nightly)],
    ids=["data", "susunan"],
)
def test_one_rules_crash_holds_publication_and_loses_no_answer(
    lanjutan: Tempat, rusak: Aturan, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    KotakMasuk(lanjutan.simpanan).data_utama(
        BERSIH, [orang(1, tanggal_lahir=""), orang(2)], waktu=MALAM + timedelta(hours=2)
    )
    sebelum, gudang = _files(lanjutan, "publik"), lanjutan.gudang.read_bytes()
    monkeypatch.setattr(tasks.check_tenaga, "load_rules", lambda: (*load_rules(), rusak))
    with pytest.raises(GalatAturanError, match="X-RUSAK") as sebab:
        lanjutan.night(LUSA)
    assert _files(lanjutan, "publik") == sebelum
    assert lanjutan.gudang.read_bytes() == gudang
    assert lanjutan.answered(BERSIH) == {(orang(1)["nik"], "L-TANGGAL-LAHIR")}
    assert lanjutan.answered(BERTEMUAN) == {(MUDA, "K-USIA-MIN")}
    galat = Susunan(lanjutan.kerja / "susunan" / "malam").read("galat")
    assert galat["kode_aturan"].unique().to_list() == ["X-RUSAK"]
    cerita = Artifact.get("malam").data
    assert "X-RUSAK" in cerita
    keluar = capfd.readouterr()
    for teks in (
        str(sebab.getrepr()),
        str(galat.rows()),
        cerita,
        caplog.text,
        keluar.out,
        keluar.err,
    ):
        assert not any(nik in teks for nik in (MUDA, BERSAMA, orang(1)["nik"]))
    monkeypatch.undo()
    lanjutan.settle(monkeypatch).night(LUSA)
    assert lanjutan.select("SELECT tanggal FROM malam") == [(LUSA,)]


def test_a_failed_expectation_keeps_the_old_gudang_and_every_answer(
    lanjutan: Tempat, monkeypatch: pytest.MonkeyPatch
) -> None:
    KotakMasuk(lanjutan.simpanan).data_utama(BERSIH, [orang(1)], waktu=MALAM + timedelta(hours=2))
    sebelum, gudang = _files(lanjutan, "publik", "kotak-keluar"), lanjutan.gudang.read_bytes()
    asli = tasks.load_gudang.build_gudang

    def bangun(jalur: Path, *lain: Any) -> None:
        asli(jalur, *lain)
        _spoil(jalur, "DELETE FROM tenaga WHERE id_tenaga = 0")

    monkeypatch.setattr(tasks.load_gudang, "build_gudang", bangun)
    with pytest.raises(GudangTidakLayakError, match="baris_per_berkas"):
        lanjutan.night(LUSA)
    assert lanjutan.gudang.read_bytes() == gudang
    assert _files(lanjutan, "publik", "kotak-keluar") == sebelum
    assert "baris_per_berkas" in (lanjutan.kerja / "mutu" / "index.html").read_text()


@pytest.mark.parametrize(
    ("rusakkan", "ukuran"),
    [
        ("INSERT INTO tenaga SELECT * FROM tenaga LIMIT 1", "kunci_unik"),
        ("DELETE FROM putusan WHERE id_tenaga = 1", "putusan_lengkap"),
        ("UPDATE temuan SET kode_aturan = 'X-TIADA'", "kode_dikenal"),
        ("UPDATE putusan SET usia = 'T' WHERE id_tenaga = 0", "putusan_beraturan"),
        ("UPDATE neraca SET daftar = daftar - 1, ditarik = ditarik + 1", "neraca_seimbang"),
        (
            "INSERT INTO hilang SELECT kode_instansi, nik, nama, jabatan, 'x', NULL, NULL FROM tenaga LIMIT 1",
            "kewajaran_seimbang",
        ),
    ],
)
def test_each_measure_notices_its_own_kind_of_damage(
    semalam: Tempat, tmp_path: Path, rusakkan: str, ukuran: str
) -> None:
    jalur = Path(shutil.copy(semalam.gudang, tmp_path))
    _spoil(jalur, rusakkan)
    pengaturan = Pengaturan(simpanan=str(semalam.simpanan), ruang_kerja=tmp_path)
    with pytest.raises(GudangTidakLayakError, match=ukuran):
        expect_gudang.fn(pengaturan, jalur, MALAM)


def _spoil(jalur: Path, sql: str) -> None:
    with duckdb.connect(str(jalur)) as gudang:
        gudang.execute(sql)


# --- the same on S3 ----------------------------------------------------------------------------


@pytest.mark.s3
@pytest.mark.nightly
def test_a_night_on_s3_finds_what_it_finds_in_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, s3_server: S3Server
) -> None:
    # Nobody can set the time of an S3 object: both nights are now, without a deadline in force.
    monkeypatch.setattr(tasks.gateways.penyusun.kiriman, "kalender_on", without_deadlines)
    malam = datetime.now(UTC) + timedelta(minutes=5)
    folder = Tempat(tmp_path / "folder").settle(monkeypatch)
    tiga_instansi(folder.simpanan)
    di_folder, temuan, jawaban = folder.night(malam), folder.findings(), _answers(folder.simpanan)
    assert temuan
    awan = Tempat(tmp_path / "awan")
    klien = _bucket(s3_server, "malam-di-s3")
    for jalur in sorted(folder.simpanan.glob("kotak-masuk/**/*.*")):
        klien.fput_object("malam-di-s3", str(jalur.relative_to(folder.simpanan)), str(jalur))
    kunci, rahasia = s3_server.kunci()
    awan.settle(
        monkeypatch, simpanan="s3://malam-di-s3", s3_endpoint=s3_server.endpoint, s3_kunci=kunci,
        s3_rahasia=rahasia, s3_aman="false",
    )  # fmt: skip
    assert awan.night(malam) == di_folder
    assert awan.findings() == temuan
    assert _objects(klien, "kotak-keluar/") == jawaban
    assert {"publik/dasbor.duckdb", "publik/statistik/terkini.html"} <= _objects(
        klien, "publik/"
    ).keys()
    ulang = awan.night(malam)
    assert (ulang.diterima, ulang.dibaca, ulang.jawaban) == (0, 0, 0)


def _bucket(server: S3Server, nama: str) -> Minio:
    kunci, rahasia = server.kunci()
    klien = Minio(
        server.endpoint, access_key=kunci, secret_key=rahasia, secure=False, region="us-east-1"
    )
    klien.make_bucket(nama)
    return klien


def _objects(klien: Minio, awalan: str) -> dict[str, object]:
    hasil = {}
    for objek in klien.list_objects("malam-di-s3", awalan, recursive=True):
        with klien.get_object("malam-di-s3", objek.object_name) as isi:
            hasil[objek.object_name] = _content(objek.object_name, isi.read())
    return hasil


def _answers(simpanan: Path) -> dict[str, object]:
    """What instansi received, by key; a letter says when its file came, which S3 decides itself."""
    return {
        str(j.relative_to(simpanan)): _content(j.name, j.read_bytes())
        for j in (simpanan / "kotak-keluar").rglob("*.*")
    }


def _content(nama: str, isi: bytes) -> object:
    return read_answer(isi) if nama.endswith("temuan.xlsx") else None


# --- how we look -------------------------------------------------------------------------------

_ISI = "SELECT * FROM neraca ORDER BY ALL"
_STATUS = (
    "SELECT kode_instansi, status FROM berkas WHERE jenis = 'data-utama' ORDER BY kode_instansi"
)


def _files(tempat: Tempat, *area: str) -> dict[str, str]:
    """Digests of everything published, or of what stands in some areas of the store."""
    return {k: v for k, v in tempat.published().items() if not area or k.split("/")[0] in area}
