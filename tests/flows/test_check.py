"""A workbook checked before it is sent: the same findings as the night's, and nothing left behind."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from flows.check import check_berkas, sentences
from flows.cli import app
from rules.rule import load_rules
from tasks.gateways.templat import write_templat
from tests.flows.tempat import MALAM
from tests.kotak_masuk import BERSIH, BERTEMUAN, orang
from tests.workbooks import Lembar, workbook

MUDA = orang(5, nik="3201014107040005", tanggal_lahir="01-07-2004")


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    """Two people, one of them too young."""
    return workbook(tmp_path / "data utama.xlsx", Lembar("data_utama", [orang(1), MUDA]))


def test_it_finds_what_the_night_finds(berkas: Path, tmp_path: Path) -> None:
    hasil = check_berkas(berkas, BERSIH, "data-utama", tmp_path / "jawab", MALAM)
    assert hasil.penolakan is None
    assert hasil.orang == 2
    mulai = openpyxl.load_workbook(hasil.jawaban)["Mulai di sini"]
    assert [baris[8].value for baris in mulai.iter_rows(min_row=7)] == ["K-USIA-MIN"]
    assert hasil.temuan == {"tolak": (1, 1)}
    assert "2 orang terbaca; hukum per 21-09-2022." in sentences(hasil)[0]
    assert [j.name for j in tmp_path.iterdir() if j != berkas] == ["jawab"]


def test_remarks_about_the_file_are_told_what_to_act_upon_first(tmp_path: Path) -> None:
    kolom = ["nik", "nama", "tanggal_lahir", "jenis_kelamin", "jabatan"]
    berkas = workbook(
        tmp_path / "data.xlsx",
        Lembar("data_utama", [orang(1)], urutan=kolom),
        Lembar("data_utama", [orang(2)], nama="Lama", tersembunyi=True),
    )
    hasil = check_berkas(berkas, BERSIH, "data-utama", tmp_path, MALAM)
    assert [berat for berat, _ in hasil.catatan] == ["temuan", "info"]
    assert "Unit Kerja" in hasil.catatan[0][1]
    mulai = openpyxl.load_workbook(hasil.jawaban)["Mulai di sini"]
    kode = {baris[8].value for baris in mulai.iter_rows(min_row=7)}
    assert not kode & {"L-UNIT-KERJA", "L-NOMOR-SK"}, "said once of the file, not of every person"
    temuan, info = sentences(hasil)[-3:-1]
    assert temuan.startswith("  temuan   Lembar Data Utama tidak memiliki kolom: ")
    assert info.startswith("  info     Lembar tersembunyi Lama tidak dibaca.")


def test_another_instansis_template_is_told_before_it_is_sent(tmp_path: Path) -> None:
    templat = tmp_path / "templat.xlsx"
    write_templat(BERTEMUAN, templat)
    hasil = check_berkas(templat, BERSIH, "data-utama", tmp_path, MALAM)
    assert sentences(hasil)[0].startswith("Berkas ini akan ditolak (F-INSTANSI-LAIN): ")
    assert BERTEMUAN not in "".join(sentences(hasil))
    assert check_berkas(templat, BERTEMUAN, "data-utama", tmp_path, MALAM).penolakan is None


def test_a_file_that_would_be_refused_gets_its_letter(tmp_path: Path) -> None:
    rusak = tmp_path / "data.xlsx"
    rusak.write_text("bukan workbook")
    hasil = check_berkas(rusak, BERSIH, "data-utama", tmp_path, MALAM)
    assert hasil.jawaban == tmp_path / "data-penolakan.html"
    assert sentences(hasil)[0].startswith("Berkas ini akan ditolak (F-BUKAN-WORKBOOK): ")


def test_after_the_census_the_law_of_its_last_deadline_holds(berkas: Path, tmp_path: Path) -> None:
    hasil = check_berkas(berkas, BERSIH, "data-utama", tmp_path, MALAM + timedelta(days=900))
    assert f"{hasil.saat:%d-%m-%Y}" == "22-10-2022"
    assert hasil.temuan["tolak"] == (1, 1)


def test_the_command_says_what_it_found_and_where(berkas: Path) -> None:
    hasil = CliRunner().invoke(app, ["check", str(berkas), "--instansi", BERSIH])
    assert hasil.exit_code == 0, hasil.output
    assert "tolak    1 temuan pada 1 orang" in hasil.output
    assert str(berkas.with_name("data utama-jawaban.xlsx")) in hasil.output.replace("\n", "")
    assert MUDA["nik"] not in hasil.output


def test_a_crash_of_ours_is_told_and_the_answer_still_comes(
    berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meledak(k: object) -> pl.Expr:
        return pl.col("nama").str.to_integer(strict=True) > 0

    contoh = next(satu for satu in load_rules() if satu.sasaran == "tenaga")
    rusak = replace(contoh, kode="X-RUSAK", nama="Aturan rusak", ungkapan=meledak)
    monkeypatch.setattr("tasks.check_tenaga.load_rules", lambda: (*load_rules(), rusak))
    hasil = check_berkas(berkas, BERSIH, "data-utama", tmp_path, MALAM)
    assert hasil.galat == ("X-RUSAK",)
    assert hasil.temuan["tolak"] == (1, 1)
    assert "Kesalahan di sistem kami" in "\n".join(sentences(hasil))
    mulai = openpyxl.load_workbook(hasil.jawaban)["Mulai di sini"]
    assert any("gagal berjalan di sistem kami" in str(sel.value) for sel in mulai["G"])
