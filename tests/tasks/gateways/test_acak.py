"""Workbooks with their bytes changed at random: each lands or is refused, none crashes or hangs us."""

import json
import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from rules.pembacaan.penolakan import daftar_penolakan
from tasks.gateways.pembaca import Kiriman, read_kiriman
from tests.workbooks import Lembar, workbook

KODE = {None} | {satu.kode for satu in daftar_penolakan()}
CSV = b"NIK;Nama;Tgl Lahir\n3201014107900001;SITI AMINAH;01-07-1990\n" * 4


def change_bytes(isi: bytes, acak: random.Random) -> bytes:
    """A few bytes replaced, cut out or doubled, or the end lost."""
    hasil = bytearray(isi)
    for _ in range(acak.randint(1, 8)):
        i = acak.randrange(len(hasil))
        cara = acak.randrange(4)
        if cara == 0:
            hasil[i] = acak.randrange(256)
        elif cara == 1:
            del hasil[i : i + acak.randint(1, 64)]
        elif cara == 2:
            hasil[i:i] = hasil[i : i + acak.randint(1, 64)]
        elif len(hasil) > 64 and acak.random() < 0.2:
            del hasil[-acak.randint(1, len(hasil) // 2) :]
        hasil = hasil or bytearray(b"x")
    return bytes(hasil)


def change_member(isi: bytes, acak: random.Random) -> bytes:
    """The same within one XML file of the package, packed again so that it inflates well."""
    keluar = BytesIO()
    with ZipFile(BytesIO(isi)) as dari, ZipFile(keluar, "w", ZIP_DEFLATED) as ke:
        nama = dari.namelist()
        korban = acak.choice(nama)
        for satu in nama:
            data = dari.read(satu)
            ke.writestr(satu, change_bytes(data, acak) if satu == korban else data)
    return keluar.getvalue()


def mutants(folder: Path, jumlah: int, benih: int) -> list[Kiriman]:
    acak = random.Random(benih)
    buku = workbook(
        folder / "asal.xlsx",
        Lembar("data_utama", [{}, {"nik": 3201014107900011}]),
        Lembar("data_riwayat", [{}]),
    ).read_bytes()
    daftar = []
    for i in range(jumlah):
        asal, ubah = acak.choice([(buku, change_member), (buku, change_bytes), (CSV, change_bytes)])
        (folder / f"{i}.x").write_bytes(ubah(asal, acak))
        daftar.append(Kiriman(f"{i}", "data-utama", folder / f"{i}.x", folder / "keluar" / f"{i}"))
    return daftar


def check_all_end(daftar: list[Kiriman]) -> None:
    hasil = read_kiriman(daftar, 2)
    assert {satu.penolakan for satu in hasil} <= KODE
    assert len({satu.penolakan for satu in hasil}) > 1
    for satu, kiriman in zip(hasil, daftar, strict=True):
        bacaan = json.loads((kiriman.tujuan / "bacaan.json").read_text())
        assert bool(bacaan["baris"]) is (satu.penolakan is None)


def test_mutated_files_land_or_are_refused(tmp_path: Path) -> None:
    check_all_end(mutants(tmp_path, 200, 2022))


@pytest.mark.nightly
@pytest.mark.parametrize("benih", range(8))
def test_many_mutated_files_land_or_are_refused(tmp_path: Path, benih: int) -> None:
    check_all_end(mutants(tmp_path, 300, benih))
