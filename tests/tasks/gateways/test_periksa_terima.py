"""The book of receipts tells on whoever touches it, and on an archive that no longer matches."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tasks.gateways.buku_terima import receive
from tasks.gateways.periksa_terima import RantaiPutusError, check_buku
from tasks.gateways.rantai_terima import PANGKAL
from tasks.gateways.simpanan import Simpanan, sidik

LEMBAR = [f"buku-terima/{nomor:08d}.jsonl" for nomor in (1, 2, 3)]
ISI = [b"%d" % nomor for nomor in range(5)]


@pytest.fixture
def buku(simpanan: Simpanan) -> Simpanan:
    """Five receipts on three sheets; the third holds one."""
    tanggal = datetime.now(UTC) + timedelta(hours=1)
    for nomor in range(5):
        simpanan.put(f"kotak-masuk/3201/data-utama/{nomor}.xlsx", ISI[nomor])
        if nomor % 2 or nomor == 4:
            receive(simpanan, tanggal + timedelta(days=nomor))
    return simpanan


def terima(simpanan: Simpanan, lembar: int) -> list[str]:
    return simpanan.get(LEMBAR[lembar - 1]).decode().splitlines(keepends=True)


def test_an_empty_book_is_sound(simpanan: Simpanan) -> None:
    assert (check_buku(simpanan).jumlah, check_buku(simpanan).kepala) == (0, PANGKAL)


def test_the_head_is_the_digest_of_the_last_receipt(buku: Simpanan) -> None:
    hasil = check_buku(buku)
    terakhir = terima(buku, 3)[0].rstrip("\n")
    badan = terakhir.partition(', "sidik": ')[0] + "}"
    assert hasil.jumlah == 5
    assert hasil.kepala == hashlib.sha256(badan.encode()).hexdigest()
    assert json.loads(terakhir)["sebelum"] == json.loads(terima(buku, 2)[1])["sidik"]


def test_a_head_noted_earlier_stays_in_the_chain(buku: Simpanan) -> None:
    kepala = check_buku(buku).kepala
    buku.put("kotak-masuk/3201/data-utama/lagi.xlsx", b"lagi")
    receive(buku, datetime.now(UTC) + timedelta(days=9))
    assert check_buku(buku, kepala).jumlah == 6
    buku.delete(LEMBAR[2])
    with pytest.raises(RantaiPutusError, match=r"^Lembar 3 buku terima tidak ada\.$"):
        check_buku(buku, kepala)


def edit(lembar: int, ubah: Callable[[list[str]], list[str]]) -> Callable[[Simpanan], None]:
    return lambda simpanan: simpanan.put(
        LEMBAR[lembar - 1], "".join(ubah(terima(simpanan, lembar))).encode()
    )


def larger(baris: str) -> str:
    return baris.replace('"ukuran": 1', '"ukuran": 2')


def forged(baris: str) -> str:
    """Altered by somebody who knows how a receipt is signed off."""
    badan = larger(baris).partition(', "sidik": ')[0]
    return f'{badan}, "sidik": "{sidik(f"{badan}}}".encode())}"}}\n'


RUSAK = {
    "a receipt removed": (edit(2, lambda b: b[1:]), r"^Tanda terima ke-3 \(lembar 2 baris 1\) tidak menyambung"),
    "a receipt altered": (edit(2, lambda b: [b[0], larger(b[1])]), r"^Tanda terima ke-4 \(lembar 2 baris 2\) berubah"),
    "the last receipt altered": (edit(3, lambda b: [larger(b[0])]), r"^Tanda terima ke-5 .* berubah"),
    "a receipt forged": (edit(1, lambda b: [b[0], forged(b[1])]), r"^Tanda terima ke-3 .* tidak menyambung"),
    "a receipt repeated": (edit(2, lambda b: [*b, b[1]]), r"^Tanda terima ke-5 \(lembar 2 baris 3\) tidak menyambung"),
    "receipts in another order": (edit(1, lambda b: b[::-1]), r"^Tanda terima ke-1 .* tidak menyambung"),
    "a sheet emptied": (edit(2, lambda b: []), r"^Buku terima rusak: buku-terima/00000002\.jsonl"),
    "a sheet cut short": (edit(2, lambda b: [b[0][:90]]), r"^Buku terima rusak: buku-terima/00000002\.jsonl"),
    "a sheet removed": (lambda s: s.delete(LEMBAR[1]), r"^Lembar 2 buku terima tidak ada\.$"),
    "the first sheet removed": (lambda s: s.delete(LEMBAR[0]), r"^Lembar 1 buku terima tidak ada\.$"),
    "the last sheet removed": (lambda s: s.delete(LEMBAR[2]), rf"^Arsip {sidik(ISI[4])[:12]} tidak punya tanda terima"),
    "a foreign sheet": (lambda s: s.put("buku-terima/lain.jsonl", b"{}"), r"^Buku terima rusak: buku-terima/lain\.jsonl"),
    "an archived object altered": (lambda s: s.put(f"arsip/{sidik(ISI[2])}", b"x"), r"^Arsip \w{12} dari tanda terima ke-3 berubah"),
    "an archived object removed": (lambda s: s.delete(f"arsip/{sidik(ISI[2])}"), r"^Arsip \w{12} dari tanda terima ke-3 tidak ada\.$"),
}  # fmt: skip


@pytest.mark.parametrize("rusak", RUSAK)
def test_the_first_break_is_named(buku: Simpanan, rusak: str) -> None:
    ubah, kalimat = RUSAK[rusak]
    ubah(buku)
    with pytest.raises(RantaiPutusError, match=kalimat) as putus:
        check_buku(buku)
    assert str(putus.value).count("\n") == 0


def test_a_book_rewritten_to_its_end_lacks_the_head_noted_before(buku: Simpanan) -> None:
    kepala = check_buku(buku).kepala
    edit(3, lambda b: [forged(b[0])])(buku)
    assert check_buku(buku).jumlah == 5, "the chain alone cannot tell"
    with pytest.raises(RantaiPutusError, match=f"^Kepala {kepala} tidak ada dalam buku terima"):
        check_buku(buku, kepala)
