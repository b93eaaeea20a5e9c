"""The ledger from the command line: what was received, whether it is whole, and the gudang from it alone."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.rebuild import rebuild
from flows.susun import GalatAturanError
from tasks.gateways.periksa_terima import RantaiPutusError
from tasks.gateways.sidik_gudang import sidik_gudang, sidik_tabel
from tests.flows.tempat import MALAM, Tempat
from tests.kotak_masuk import BERSIH, KIRIM, RUSAK, KotakMasuk, orang, tiga_instansi

NIK = "3201150101900001"
LUSA = MALAM + timedelta(days=1)


@pytest.fixture(scope="module")
def dua_malam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tempat, dict[str, str]]]:
    """Two nights, the second with a replaced part; beside it the digests of the first night's gudang."""
    with pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("terima")).settle(ubah)
        kotak = tiga_instansi(tempat.simpanan)
        kotak.put(f"5108/dokumen/KTP {NIK}.pdf", "isi")
        tempat.night()
        pertama = sidik_tabel(tempat.gudang)
        # Sent before the first night, seen only by the second.
        kotak.data_utama(BERSIH, [orang(1)], waktu=KIRIM + timedelta(hours=1))
        tempat.night(LUSA)
        yield tempat, pertama


@pytest.fixture
def tempat(
    dua_malam: tuple[Tempat, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tempat:
    """A copy of the place after two nights."""
    asal = dua_malam[0]
    for folder in (asal.simpanan, asal.kerja):
        shutil.copytree(folder, tmp_path / folder.name)
    return Tempat(tmp_path).settle(monkeypatch)


def run(*argumen: str) -> str:
    hasil = CliRunner().invoke(app, list(argumen))
    assert hasil.exit_code == 0, hasil.output
    return hasil.output


def test_the_list_says_what_became_of_every_delivery(tempat: Tempat) -> None:
    teks = run("terima", "--tanggal", LUSA.isoformat())
    baris = [satu.split() for satu in teks.splitlines() if satu.startswith("20-09-2022")]
    keadaan = [(satu[2], satu[3], satu[4]) for satu in baris]
    assert sorted(keadaan) == [
        ("5104", "data-utama", "DITOLAK"),
        ("5105", "data-utama", "BERLAKU"),
        ("5105", "data-utama", "DIGANTI"),
        ("5108", "data-utama", "BERLAKU"),
        ("5108", "dokumen", "BERLAKU"),
        ("bkn", "admin-disetujui", "BERLAKU"),
        ("bkn", "dukcapil", "BERLAKU"),
    ]
    assert "    F-BUKAN-WORKBOOK: " in teks
    assert "KTP 3201**********01.pdf" in teks
    assert NIK not in teks
    assert max(map(len, teks.splitlines())) <= 100


def test_the_list_of_one_sender_as_of_a_moment(tempat: Tempat) -> None:
    teks = run("terima", "--instansi", BERSIH, "--tanggal", MALAM.isoformat())
    assert teks.splitlines()[-1] == "1 kiriman sampai 21 September 2022 pukul 01.00 WIB: 1 berlaku."
    assert RUSAK not in teks


def test_a_sound_book_is_one_line_with_its_head(tempat: Tempat) -> None:
    teks = run("terima", "--periksa")
    ((jumlah, kepala),) = tempat.select("SELECT jumlah_terima, kepala_terima FROM malam")
    assert jumlah == 7
    assert teks == (
        f"7 tanda terima utuh, kepala {kepala}. "
        f"Memuat kepala yang dicatat gudang {LUSA:%d-%m-%Y} 01.00 WIB.\n"
    )
    assert run("terima", "--periksa", "--kepala", kepala) == teks


def test_the_newest_receipts_cannot_be_taken_away_unseen(tempat: Tempat) -> None:
    max((tempat.simpanan / "buku-terima").iterdir()).unlink()
    hasil = CliRunner().invoke(app, ["terima", "--periksa"])
    assert hasil.exit_code == 1
    assert f"yang dicatat gudang {LUSA:%d-%m-%Y} 01.00 WIB tidak ada" in str(hasil.exception)


def test_a_break_is_one_sentence_and_exit_1(tempat: Tempat) -> None:
    (tempat.simpanan / "buku-terima" / "00000001.jsonl").unlink()
    hasil = CliRunner().invoke(app, ["terima", "--periksa"])
    assert hasil.exit_code == 1
    assert str(hasil.exception) == "Lembar 1 buku terima tidak ada."


@pytest.mark.parametrize("hilang", [(), ("mendarat", "kotak-masuk", "kotak-keluar", "publik")])
def test_the_gudang_in_use_is_built_again_from_the_ledger(
    tempat: Tempat, hilang: tuple[str, ...]
) -> None:
    for area in hilang:
        shutil.rmtree(tempat.simpanan / area)
    hasil = rebuild(LUSA, tempat.akar / "ulang", LUSA)
    assert hasil.berbeda == []
    assert (hasil.terima, hasil.orang) == (7, 4)
    assert hasil.sidik == sidik_gudang(sidik_tabel(tempat.gudang))
    assert hasil.gudang == tempat.akar / "ulang" / "gudang.duckdb"


def test_a_past_night_is_built_again_as_it_was_known_then(
    tempat: Tempat, dua_malam: tuple[Tempat, dict[str, str]]
) -> None:
    hasil = rebuild(MALAM, tempat.akar / "ulang", MALAM)
    assert hasil.berbeda is None, "the gudang in use is of another night"
    assert sidik_tabel(hasil.gudang) == dua_malam[1]
    kini = rebuild(MALAM, tempat.akar / "kini", LUSA)
    assert kini.sidik != hasil.sidik, "what was receipted since then, however early it was sent"


def test_another_gudang_has_another_digest(tempat: Tempat) -> None:
    isi = sidik_tabel(tempat.gudang)
    KotakMasuk(tempat.simpanan).data_utama(BERSIH, [orang(1), orang(2)])
    tempat.night(LUSA)
    beda = sidik_tabel(tempat.gudang)
    assert {nama for nama in isi if isi[nama] != beda[nama]} >= {"tenaga", "berkas"}


def test_the_command_compares_with_the_gudang_in_use(tempat: Tempat) -> None:
    ke = str(tempat.akar / "ulang")
    teks = run("bangun-ulang", "--tanggal", LUSA.isoformat(), "--ke", ke)
    assert teks.startswith(f"7 tanda terima, 4 orang dalam daftar. Gudang {ke}/gudang.duckdb")
    assert teks.endswith("Sama dengan gudang yang dipakai.\n")
    lagi = CliRunner().invoke(app, ["bangun-ulang", "--ke", ke])
    assert lagi.exit_code == 2
    assert "sudah berisi" in lagi.output


@pytest.mark.parametrize("rusak", ["ubah", "hapus"])
def test_nothing_is_built_from_broken_evidence(tempat: Tempat, rusak: str) -> None:
    arsip = max((tempat.simpanan / "arsip").iterdir())
    arsip.write_bytes(b"x") if rusak == "ubah" else arsip.unlink()
    with pytest.raises(RantaiPutusError, match=arsip.name[:12]):
        rebuild(LUSA, tempat.akar / "ulang", LUSA)
    assert not (tempat.akar / "ulang" / "gudang.duckdb").exists()


def test_a_rule_that_crashes_builds_nothing(
    tempat: Tempat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.rebuild.susun", lambda *_: _Pincang())
    with pytest.raises(GalatAturanError, match="K-USIA-MIN"):
        rebuild(LUSA, tempat.akar / "ulang", LUSA)


class _Pincang:
    galat = ("K-USIA-MIN",)
