import pytest

from rules.dokumen_isi import TEPI, is_utuh, jenis_dokumen, tipe_isi
from tests.rules.orang import K


@pytest.mark.parametrize(
    ("awal", "tipe"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"PK\x03\x04", "zip"),
        (b"MZ\x90", "lain"),
        (b"", "lain"),
        (b" " * TEPI + b"%PDF-", "lain"),
    ],
)
def test_content_tells_the_type(awal, tipe):
    assert tipe_isi(awal) == tipe


@pytest.mark.parametrize(
    ("tipe", "akhir", "utuh"),
    [
        ("pdf", b"startxref\n%%EOF\r\n", True),
        ("pdf", b"endobj", False),
        ("pdf", b"%%EOF" + b" " * TEPI, False),
        ("jpg", b"\x00\xff\xd9", True),
        ("jpg", b"\x00\xff", False),
        ("png", b"", True),
    ],
)
def test_a_document_reaches_its_end(tipe, akhir, utuh):
    assert is_utuh(tipe, akhir) is utuh


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("KTP-3201014107900001.jpg", "KTP"),
        ("pasfoto_1.jpeg", "FOTO"),
        ("STR 12.pdf", "STR"),
        ("serdik-1.pdf", "SERTIFIKAT PENDIDIK"),
        ("pindaian1.pdf", None),
    ],
)
def test_the_first_word_of_the_name_tells_what_it_is_of(nama, jenis):
    assert jenis_dokumen(nama, K) == jenis
