"""Workbooks with their bytes changed at random: each lands or is refused, none crashes or hangs us."""

import json
import random
import sys
import time
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from rules.pembacaan.penolakan import daftar_penolakan
from tasks.gateways.ole import Ole
from tasks.gateways.pembaca import Kiriman, read_kiriman
from tests.berkas_ole import ole
from tests.kantor import save_as
from tests.tasks.gateways import pekerja_terukur
from tests.workbooks import Lembar, Rumus, workbook

Ubah = Callable[[bytes, random.Random], bytes]
# What the issue allows one reading process, and far more than any of these small files needs.
KIBI_TERBANYAK = 2**20
# The longest reading beside that of one whole file by a fresh process, on the same machine just before.
KALI_TERLAMA = 10
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
        korban = acak.choice([i.filename for i in dari.infolist() if i.file_size])
        for satu in dari.namelist():
            data = dari.read(satu)
            ke.writestr(satu, change_bytes(data, acak) if satu == korban else data)
    return keluar.getvalue()


def change_records(isi: bytes, acak: random.Random) -> bytes:
    """The same within the records of an .xls, its compound file whole."""
    return ole(Workbook=change_bytes(Ole(isi).aliran("Workbook") or b"", acak))


@pytest.fixture(scope="session")
def asal(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[bytes, Ubah]]:
    """What to change, and how: a workbook of each kind, with formulas, and separated values."""
    folder = tmp_path_factory.mktemp("asal")
    xlsx = workbook(
        folder / "asal.xlsx",
        Lembar("data_utama", [{}, {"nik": 3201014107900011}, {"jabatan": Rumus("=A2", "Guru")}]),
        Lembar("data_riwayat", [{}]),
    )
    xls, ods = (save_as(k, folder, [xlsx])[0].read_bytes() for k in ("xls", "ods"))
    paket = [
        (isi, ubah) for isi in (xlsx.read_bytes(), ods) for ubah in (change_member, change_bytes)
    ]
    return [*paket, (xls, change_bytes), (xls, change_records), (CSV, change_bytes)]


def mutants(asal: list[tuple[bytes, Ubah]], folder: Path, jumlah: int, benih: int) -> list[Kiriman]:
    acak = random.Random(benih)
    daftar = []
    for i in range(jumlah):
        isi, ubah = asal[i % len(asal)]
        (folder / f"{i}.x").write_bytes(ubah(isi, acak))
        daftar.append(Kiriman(f"{i}", "data-utama", folder / f"{i}.x", folder / "keluar" / f"{i}"))
    return daftar


def check_all_end(daftar: list[Kiriman], folder: Path) -> None:
    perintah = (sys.executable, "-m", pekerja_terukur.__name__, str(folder))
    (folder / "utuh").write_bytes(CSV)
    awal = time.monotonic()
    read_kiriman([Kiriman("utuh", "data-utama", folder / "utuh", folder / "keluar-utuh")])
    utuh = time.monotonic() - awal
    waktu = [time.monotonic()]
    hasil = read_kiriman(daftar, 2, lambda *_: waktu.append(time.monotonic()), perintah)
    assert {satu.penolakan for satu in hasil} <= KODE
    assert len({satu.penolakan for satu in hasil}) > 1
    for satu, kiriman in zip(hasil, daftar, strict=True):
        bacaan = json.loads((kiriman.tujuan / "bacaan.json").read_text())
        assert bool(bacaan["baris"]) is (satu.penolakan is None)
    assert max(b - a for a, b in pairwise(waktu)) < KALI_TERLAMA * utuh
    puncak = [int(satu.read_text()) for satu in folder.glob("*.puncak")]
    assert len(puncak) >= 2
    assert max(puncak) <= KIBI_TERBANYAK


def test_mutated_files_land_or_are_refused(asal: list[tuple[bytes, Ubah]], tmp_path: Path) -> None:
    check_all_end(mutants(asal, tmp_path, 210, 2022), tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize("benih", range(8))
def test_many_mutated_files_land_or_are_refused(
    asal: list[tuple[bytes, Ubah]], tmp_path: Path, benih: int
) -> None:
    check_all_end(mutants(asal, tmp_path, 300, benih), tmp_path)
