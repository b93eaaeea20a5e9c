"""Signatures as applications set them, and what was done to the letters afterwards."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import timestamps
from pyhanko.sign.signers import PdfTimeStamper

from tasks.gateways.tanda_tangan_pdf import TandaTangan, read_akar, read_signatures
from tests.surat_sptjm import AWAL, penanda, root, scanned, signed, typed

SAH = TandaTangan("Bupati Contoh", True)


@pytest.fixture
def isi(tmp_path: Path) -> bytes:
    """A letter signed by one person."""
    return signed(typed("SPTJM", "isi surat"), "Bupati Contoh", tmp_path)


def added_to(isi: bytes, teks: bytes) -> bytes:
    """The PDF with a line written over its page in a later revision: the signed bytes stay as they are."""
    penulis = IncrementalPdfFileWriter(BytesIO(isi))
    halaman = penulis.root["/Pages"]["/Kids"][0]
    baris = generic.StreamObject(stream_data=b"BT /F1 11 Tf 56 400 Td (%s) Tj ET" % teks)
    lama = halaman.raw_get("/Contents")
    halaman[pdf_name("/Contents")] = generic.ArrayObject([lama, penulis.add_object(baris)])
    penulis.update_container(halaman)
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def encrypted(isi: bytes) -> bytes:
    """The PDF as some applications save it: everybody may read it, only the owner may change it."""
    penulis = copy_into_new_writer(PdfFileReader(BytesIO(isi)))
    penulis.encrypt("pemilik", "")
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def test_the_signer_is_named(isi: bytes) -> None:
    assert read_signatures(isi) == (SAH,)


@pytest.mark.parametrize("tanpa", [b"", b"bukan pdf", typed("surat"), scanned("surat")])
def test_without_a_signature_there_is_none(tanpa: bytes) -> None:
    assert read_signatures(tanpa) == ()


def test_two_may_sign_one_after_the_other(isi: bytes, tmp_path: Path) -> None:
    berdua = signed(isi, "Sekretaris Daerah", tmp_path, "Kedua")
    assert read_signatures(berdua) == (SAH, TandaTangan("Sekretaris Daerah", True))


def test_changed_bytes_are_seen(isi: bytes) -> None:
    assert read_signatures(isi.replace(b"isi surat", b"lain isi!")) == (TandaTangan("Bupati Contoh", False),)  # fmt: skip


def test_a_line_added_after_signing_is_seen(isi: bytes) -> None:
    assert read_signatures(added_to(isi, b"tambahan")) == (TandaTangan("Bupati Contoh", False),)


def test_a_letter_locked_against_changes_can_be_signed(tmp_path: Path) -> None:
    assert read_signatures(signed(encrypted(typed("surat")), "Bupati Contoh", tmp_path)) == (SAH,)


def test_a_time_stamp_of_the_archive_is_no_signer(isi: bytes, tmp_path: Path) -> None:
    siapa = penanda("Cap Waktu", tmp_path)
    cap = timestamps.DummyTimeStamper(siapa.signing_cert, siapa.signing_key)
    keluar = PdfTimeStamper(cap).timestamp_pdf(IncrementalPdfFileWriter(BytesIO(isi)), "sha256")
    assert read_signatures(keluar.getvalue()) == (SAH,)


def test_a_signature_of_no_known_kind_is_not_called_changed(isi: bytes) -> None:
    lain = isi.replace(b"/ETSI.CAdES.detached", b"/ETSI.XAdES.detached")
    assert lain != isi
    assert read_signatures(lain) == (TandaTangan("", None),)


def test_the_chain_is_followed_only_to_given_roots(isi: bytes, tmp_path: Path) -> None:
    akar = tmp_path / "akar"
    akar.mkdir()
    (akar / "akar.pem").write_bytes(root())
    assert read_signatures(isi, read_akar(akar)) == (TandaTangan("Bupati Contoh", True, True),)
    (akar / "akar.pem").write_bytes(root("Akar Lain"))
    assert read_signatures(isi, read_akar(akar)) == (TandaTangan("Bupati Contoh", True, False),)


def test_a_certificate_that_ran_out_since_was_good_when_it_signed(tmp_path: Path) -> None:
    akar = tmp_path / "akar"
    akar.mkdir()
    (akar / "akar.pem").write_bytes(root())
    lama = signed(typed("surat"), "Bupati Lama", tmp_path, saat=AWAL + timedelta(hours=1), hari=1)
    assert read_signatures(lama, read_akar(akar)) == (TandaTangan("Bupati Lama", True, True),)
    susulan = signed(typed("surat"), "Bupati Lama", tmp_path, saat=AWAL + timedelta(days=2), hari=1)
    assert read_signatures(susulan, read_akar(akar)) == (TandaTangan("Bupati Lama", True, False),)
