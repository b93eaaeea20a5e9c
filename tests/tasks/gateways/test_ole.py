"""Compound files: whole streams of either size, and files that contradict themselves."""

from pathlib import Path

import pytest

from tasks.gateways.ole import Ole, OleRusakError
from tests.berkas_ole import ole
from tests.kantor import save_as
from tests.workbooks import data_utama


def test_streams_by_name() -> None:
    isi = bytes(range(256)) * 40
    buku = Ole(ole(Book=b"lama", Workbook=isi))
    assert buku.aliran("Workbook", "Book") == isi
    assert buku.aliran("Book") == b"lama".ljust(4096, b"\0")
    assert buku.aliran("Lain") is None


@pytest.mark.parametrize("jumlah", [1, 200])
def test_what_libreoffice_writes_small_and_large(tmp_path: Path, jumlah: int) -> None:
    asal = data_utama(tmp_path / "b.xlsx", [{}] * jumlah)
    buku = Ole(save_as("xls", tmp_path / "lain", [asal])[0].read_bytes())
    aliran = buku.aliran("Workbook") or b""
    assert aliran[:4] == bytes.fromhex("09081000")
    assert aliran[-4:] == bytes.fromhex("0a000000")
    assert len(aliran) == buku.entri["Workbook"].ukuran


def test_a_file_larger_than_its_header_can_map() -> None:
    """A hundred thousand sectors need more of the table than the header has room for."""
    sektor = 110 * 128
    isi = bytearray(ole(Workbook=bytes(4096)))
    fat = isi[76:80]
    awal = len(isi) // 512 - 1
    isi += bytes(512 * (sektor - awal))
    tambahan = b"".join([fat] * 127) + (0xFFFFFFFE).to_bytes(4, "little")
    isi[68:76] = sektor.to_bytes(4, "little") + (1).to_bytes(4, "little")
    isi += tambahan
    assert Ole(bytes(isi)).aliran("Workbook") == bytes(4096)


@pytest.mark.parametrize("panjang", [8, 512, 600, 1024])
def test_a_file_cut_short(panjang: int) -> None:
    with pytest.raises(OleRusakError):
        Ole(ole(Workbook=bytes(4096))[:panjang]).aliran("Workbook")


def test_a_chain_that_bites_its_tail() -> None:
    isi = bytearray(ole(Workbook=bytes(4096)))
    fat = 512 * (1 + int.from_bytes(isi[76:80], "little"))
    isi[fat + 4 : fat + 8] = (0).to_bytes(4, "little")
    with pytest.raises(OleRusakError, match="loop"):
        Ole(bytes(isi)).aliran("Workbook")


def test_a_stream_shorter_than_the_directory_says() -> None:
    """Read as it is, the last people of a list would be missing without a word."""
    isi = bytearray(ole(Workbook=bytes(4096)))
    ukuran = isi.index("Workbook".encode("utf-16-le")) + 120
    isi[ukuran : ukuran + 4] = (5000).to_bytes(4, "little")
    with pytest.raises(OleRusakError, match="cut short"):
        Ole(bytes(isi)).aliran("Workbook")
