"""Heads of the book, as of now and as of what was known at a moment; who noted them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.gateways.buku_terima import receive
from tasks.gateways.kepala_terima import Kepala, noted_kepala, read_kepala
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.periksa_terima import RantaiPutusError, check_buku
from tasks.gateways.rantai_terima import PANGKAL
from tasks.gateways.simpanan import Simpanan

AWAL = datetime.now(UTC) + timedelta(hours=1)
POTRET = "potret/prafinalisasi/manifest.json"


@pytest.fixture
def buku(simpanan: Simpanan) -> Simpanan:
    """Three receipts, each written on a day of its own."""
    for hari in range(3):
        simpanan.put(f"kotak-masuk/3201/data-utama/{hari}.xlsx", b"%d" % hari)
        receive(simpanan, AWAL + timedelta(days=hari))
    return simpanan


def test_the_head_is_that_of_the_chain(buku: Simpanan) -> None:
    hasil = check_buku(buku)
    assert read_kepala(buku) == Kepala(3, hasil.kepala)


def test_the_head_of_an_earlier_moment_is_what_was_written_by_then(buku: Simpanan) -> None:
    dahulu = read_kepala(buku, AWAL + timedelta(days=1))
    buku.delete("buku-terima/00000003.jsonl")
    assert dahulu == read_kepala(buku)
    assert dahulu.jumlah == 2
    assert read_kepala(buku, AWAL - timedelta(days=1)) == Kepala(0, PANGKAL)


def test_what_a_potret_noted_must_still_stand(buku: Simpanan, pengaturan: Pengaturan) -> None:
    kepala = read_kepala(buku).sidik
    isi = {"buku_terima": {"jumlah": 3, "kepala": kepala}}
    buku.put(POTRET, json.dumps(isi).encode())
    dicatat = noted_kepala(buku, pengaturan)
    assert dicatat == {"potret prafinalisasi": kepala}
    assert check_buku(buku, dicatat=dicatat).jumlah == 3
    buku.delete("buku-terima/00000003.jsonl")
    with pytest.raises(RantaiPutusError, match=f"^Kepala {kepala[:12]} yang dicatat potret praf"):
        check_buku(buku, dicatat=dicatat)


def test_an_empty_book_and_a_potret_of_before_note_nothing(
    simpanan: Simpanan, pengaturan: Pengaturan, tmp_path: Path
) -> None:
    simpanan.put(POTRET, b"{}")
    assert noted_kepala(simpanan, pengaturan) == {}
    assert check_buku(simpanan, dicatat={"gudang": PANGKAL}).jumlah == 0
