import json
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
import pytest
import xlsxwriter

from rules.pembacaan.batas import pembacaan
from tasks.gateways.pembaca import Hasil, Kiriman, PembacaanGagalError, read_kiriman
from tests.tasks.gateways import pekerja_rapuh
from tests.workbooks import data_utama

SEL = "xl/worksheets/sheet1.xml"
RAPUH = (sys.executable, str(pekerja_rapuh.__file__))


def kiriman(folder: Path, *nama: str) -> list[Kiriman]:
    for n in nama:
        if not (folder / n).exists():
            (folder / n).write_text(n)
    return [Kiriman(n, "data-utama", folder / n, folder / "keluar" / n) for n in nama]


def kode(hasil: list[Hasil]) -> dict[str, str | None]:
    return {h.sha256: h.penolakan for h in hasil}


def pojok(jalur: Path) -> None:
    with xlsxwriter.Workbook(str(jalur)) as buku:
        lembar = buku.add_worksheet()
        lembar.write_row(0, 0, ["NIK", "Nama"])
        lembar.write_string(1048575, 16383, "x")


def pack_again(asal: Path, anggota: str, semula: bytes, jadi: bytes) -> Path:
    """The workbook with a few words of one member replaced."""
    baru = asal.with_name(f"lain-{asal.name}")
    with ZipFile(asal) as dari, ZipFile(baru, "w", ZIP_DEFLATED) as ke:
        for nama in dari.namelist():
            isi = dari.read(nama)
            assert nama != anggota or semula in isi
            ke.writestr(nama, isi.replace(semula, jadi) if nama == anggota else isi)
    return baru


def test_real_workbooks_in_real_processes(tmp_path: Path) -> None:
    data_utama(tmp_path / "a.xlsx", [{}, {}])
    (tmp_path / "kosong").touch()
    pojok(tmp_path / "pojok.xlsx")
    # One cell in the last corner that the sheet does not own up to: the reader asks for more memory
    # than there is and aborts.
    bohong = pack_again(tmp_path / "pojok.xlsx", SEL, b'ref="A1:XFD1048576"', b'ref="A1:B1"')
    hasil = read_kiriman(kiriman(tmp_path, "kosong", "pojok.xlsx", bohong.name, "a.xlsx"))
    assert hasil == [
        Hasil("kosong", {}, "F-KOSONG"),
        Hasil("pojok.xlsx", {}, "F-SEL-JAUH"),
        Hasil(bohong.name, {}, "F-RUSAK"),
        Hasil("a.xlsx", {"data_utama": 2}),
    ]
    keluar = tmp_path / "keluar"
    assert len(list(keluar.iterdir())) == 4
    assert pl.read_parquet(keluar / "a.xlsx" / "data_utama.parquet").height == 2
    rusak = json.loads((keluar / bohong.name / "bacaan.json").read_text())["penolakan"]
    assert rusak["kode"] == "F-RUSAK"


@pytest.mark.parametrize("proses", [1, 2])
def test_a_killer_is_refused_and_the_others_are_read(tmp_path: Path, proses: int) -> None:
    nama = ["a.x", "mati.x", "b.x", "sekali.x", "c.x"]
    hasil = read_kiriman(kiriman(tmp_path, *nama), proses, perintah=RAPUH)
    assert kode(hasil) == dict.fromkeys(nama) | {"mati.x": "F-RUSAK"}


def test_each_landing_is_told_once(tmp_path: Path) -> None:
    selesai: list[str] = []
    read_kiriman(
        kiriman(tmp_path, "a.x", "mati.x", "b.x"), 2, lambda k, _: selesai.append(k.sha256), RAPUH
    )
    assert sorted(selesai) == ["a.x", "b.x", "mati.x"]


def test_a_hang_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    singkat = pembacaan().batas.model_copy(update={"detik": 1})
    ubah = pembacaan().model_copy(update={"batas": singkat})
    monkeypatch.setattr("tasks.gateways.pembaca.pembacaan", lambda: ubah)
    assert kode(read_kiriman(kiriman(tmp_path, "lama.x", "a.x"), 2, perintah=RAPUH)) == {
        "lama.x": "F-RUSAK",
        "a.x": None,
    }


def test_our_own_defect_is_raised_after_the_others_were_read(tmp_path: Path) -> None:
    selesai: list[str] = []
    with pytest.raises(PembacaanGagalError, match=r"^galat\.x: KeyError at x\.py:1$"):
        read_kiriman(
            kiriman(tmp_path, "galat.x", "a.x"), 1, lambda k, _: selesai.append(k.sha256), RAPUH
        )
    assert selesai == ["a.x"]


def test_a_process_that_does_not_start_condemns_no_file(tmp_path: Path) -> None:
    with pytest.raises(PembacaanGagalError, match="does not start"):
        read_kiriman(kiriman(tmp_path, "a.x"), perintah=(*RAPUH, "tak-mulai"))
    assert not (tmp_path / "keluar").exists()


def test_nothing_to_read() -> None:
    assert read_kiriman([]) == []
