import pytest

from rules.pembacaan.edisi import edisi
from rules.pembacaan.jenis import bentuk_jenis, tolak_jenis
from rules.pembacaan.penolakan import daftar_penolakan, tolak

BLANKS = (
    "bentuk", "lembar", "kolom", "batas", "feed", "baris", "sel", "jumlah", "tipe", "instansi", "dipakai", "edisi", "nama",
    "waktu", "halaman", "paling_banyak", "paling_besar", "potret", "sidik", "lain", "siapa", "potret_surat", "batas_surat",
    "sidik_surat",
)  # fmt: skip
ISI = dict.fromkeys(BLANKS, "X")


@pytest.mark.parametrize("kode", [satu.kode for satu in daftar_penolakan()])
def test_every_refusal_says_why_and_what_to_do(kode: str) -> None:
    penolakan = tolak(kode, **ISI).penolakan
    assert penolakan.kode == kode
    assert penolakan.pesan.endswith(".")
    assert penolakan.tindakan.endswith(".")
    assert "{" not in penolakan.pesan + penolakan.tindakan


def test_a_delivery_must_hold_what_its_jenis_names() -> None:
    assert tolak_jenis("data-utama", {"penghapusan"}, ["Penghapusan"]) is None
    penolakan = tolak_jenis("data-riwayat", {"data_utama"}, ["Data Utama"])
    assert penolakan is not None
    assert penolakan.kode == "F-TANPA-LEMBAR"
    assert "Data Riwayat" in penolakan.pesan


def test_each_jenis_names_forms_of_the_edition() -> None:
    assert {b for bentuk in bentuk_jenis().values() for b in bentuk} <= set(edisi())
