"""The register of everything published: what it records, and what it notices."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.gateways.buku_terbit import (
    TerbitBerubahError,
    check_terbit,
    read_buku_terbit,
    record_terbit,
)
from tasks.gateways.simpanan import GalatSimpanan, Simpanan
from tasks.gateways.simpanan_folder import SimpananFolder

MALAM = datetime(2022, 10, 1, 1, tzinfo=UTC)
HALAMAN, TEMUAN = "publik/pengumuman/a.html", "kotak-keluar/5105/temuan.xlsx"


@pytest.fixture
def simpanan(tmp_path: Path) -> Simpanan:
    """A store with one public page and one answer, recorded."""
    satu = SimpananFolder(tmp_path)
    satu.put(HALAMAN, b"halaman")
    satu.put(TEMUAN, b"temuan")
    satu.put("kotak-masuk/5105/data-utama/x.xlsx", b"bukan terbitan")
    assert record_terbit(satu, MALAM) == 2
    return satu


def catatan(simpanan: Simpanan) -> list[tuple[str, str, bool, str]]:
    baris = []
    for objek in simpanan.list_objek("buku-terbit/"):
        for teks in simpanan.get(objek.kunci).decode().splitlines():
            isi = json.loads(teks)
            baris.append(
                (isi["kunci"], isi["penerima"], isi["sha256"] is None, isi["tanggal"][:10])
            )
    return baris


def test_it_says_what_when_and_to_whom(simpanan: Simpanan) -> None:
    assert catatan(simpanan) == [(TEMUAN, "5105", False, "2022-10-01"), (HALAMAN, "umum", False, "2022-10-01")]  # fmt: skip
    assert record_terbit(simpanan, MALAM + timedelta(days=1)) == 0
    assert check_terbit(simpanan) == 2


def test_a_replaced_and_a_withdrawn_object_are_new_entries(simpanan: Simpanan) -> None:
    simpanan.put(HALAMAN, b"halaman baru")
    simpanan.delete(TEMUAN)
    assert record_terbit(simpanan, MALAM + timedelta(days=1)) == 2
    assert catatan(simpanan)[2:] == [(HALAMAN, "umum", False, "2022-10-02"), (TEMUAN, "5105", True, "2022-10-02")]  # fmt: skip
    assert check_terbit(simpanan) == 1
    simpanan.put(TEMUAN, b"temuan lagi")
    assert record_terbit(simpanan, MALAM + timedelta(days=2)) == 1
    assert record_terbit(simpanan, MALAM + timedelta(days=3)) == 0


def test_the_same_bytes_put_again_are_no_publication(simpanan: Simpanan) -> None:
    simpanan.put(HALAMAN, b"halaman")
    assert record_terbit(simpanan, MALAM + timedelta(days=1)) == 0


def _edit(simpanan: Simpanan, ubah: Callable[[str], str]) -> None:
    kunci = "buku-terbit/00000001.jsonl"
    simpanan.put(kunci, ubah(simpanan.get(kunci).decode()).encode())


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (lambda s: s.put(HALAMAN, b"dipalsukan"), f"{HALAMAN} bukan yang tercatat"),
        (lambda s: s.put("publik/asing.html", b"x"), "publik/asing.html terbit tanpa catatan"),
        (lambda s: s.delete(TEMUAN), f"{TEMUAN} tercatat dalam buku terbit tetapi tidak ada lagi"),
        (lambda s: _edit(s, lambda t: t.replace("5105", "5106")), "lembar 1 buku terbit berubah"),
        (lambda s: _edit(s, lambda t: t.split("\n", 1)[1]), "lembar 1 buku terbit berubah"),
        (lambda s: _edit(s, lambda _: "[]\n"), "lembar 1 buku terbit berubah"),
        (lambda s: s.put("buku-terbit/00000003.jsonl", b""), "Lembar 2 buku terbit tidak ada"),
    ],
    ids=["halaman", "asing", "hilang", "catatan", "baris dihapus", "bukan catatan", "lembar"],
)
def test_what_was_changed_behind_our_back_is_named(simpanan: Simpanan, ubah: Callable[[Simpanan], None], kalimat: str) -> None:  # fmt: skip
    ubah(simpanan)
    with pytest.raises(TerbitBerubahError, match=kalimat):
        check_terbit(simpanan)


def test_another_run_at_the_same_time_is_no_loss(simpanan: Simpanan, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    simpanan.put(HALAMAN, b"satu")
    asli = SimpananFolder.put_once

    def didahului(self: SimpananFolder, kunci: str, data: bytes) -> bool:
        monkeypatch.setattr(SimpananFolder, "put_once", asli)
        assert record_terbit(self, MALAM + timedelta(days=1)) == 1
        return asli(self, kunci, data)

    monkeypatch.setattr(SimpananFolder, "put_once", didahului)
    with pytest.raises(GalatSimpanan, match="ditulis proses lain"):
        record_terbit(simpanan, MALAM + timedelta(days=2))
    assert record_terbit(simpanan, MALAM + timedelta(days=2)) == 0
    assert read_buku_terbit(simpanan).lembar == 2
