"""Returned letters as real PDFs: typed, scanned, signed, broken, hostile."""

from pathlib import Path

import numpy as np
import pytest
from pyhanko.pdf_utils.crypt import StandardSecurityHandler
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from rules.sptjm import Sebutan
from tasks.gateways.negara.pdf import susun_pindaian
from tasks.gateways.pembaca import PERINTAH, Hasil, Kiriman, read_kiriman
from tasks.gateways.sptjm_pdf import (
    PALING_BANYAK,
    IsiSptjm,
    TandaTangan,
    examine_sptjm,
    read_akar,
    read_sptjm,
    render_sptjm,
)
from tests.surat_sptjm import certificate, page, scanned, signed, typed

INI = Sebutan("finalisasi", "5105", "0123456789abcdef" * 4).teks
LAIN = Sebutan("prafinalisasi", "5105", "f" * 64).teks


def test_a_typed_letter_names_its_potret() -> None:
    assert examine_sptjm(typed("SPTJM", INI)) == IsiSptjm(1, teks=(INI,))


@pytest.mark.parametrize(
    "gambar",
    [page(INI), np.rot90(page(INI)), np.rot90(page(INI), 2), page(INI)[::2, ::2], 255 - page(INI) // 2],
    ids=["lurus", "miring", "terbalik", "100 dpi", "kelabu"],
)  # fmt: skip
def test_a_scan_names_it_by_its_code(gambar: np.ndarray) -> None:
    hasil = examine_sptjm(susun_pindaian(np.ascontiguousarray(gambar)))
    assert hasil == IsiSptjm(1, qr=(INI,))
    assert hasil.cara == "QR"


def test_two_codes_and_a_code_beside_another_text_are_both_seen() -> None:
    assert examine_sptjm(scanned(INI, LAIN)).sebutan == (INI, LAIN)
    assert examine_sptjm(typed("surat lain")).sebutan == ()
    assert IsiSptjm(1, teks=(INI,), qr=(INI, LAIN)).sebutan == (INI, LAIN)


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "F-SPTJM-BUKAN-PDF"),
        (b"PK\3\4 docx", "F-SPTJM-BUKAN-PDF"),
        (b"%PDF-1.7\nbukan apa-apa", "F-SPTJM-RUSAK"),
        (typed(INI)[:200], "F-SPTJM-RUSAK"),
        (typed(INI).replace(b"/Type /Page ", b"/Type /Pagx "), "F-SPTJM-RUSAK"),
    ],
    ids=["kosong", "docx", "awal saja", "terpotong", "tanpa halaman"],
)
def test_what_is_no_readable_pdf_is_said_so(isi: bytes, kode: str) -> None:
    assert examine_sptjm(isi).cacat == kode


def test_a_locked_and_an_endless_pdf_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "asal.pdf").open("w+b") as asal, (tmp_path / "kunci.pdf").open("w+b") as ke:
        asal.write(typed(INI))
        penulis = copy_into_new_writer(PdfFileReader(asal))
        penulis.encrypt("pemilik", "sandi")
        penulis.write(ke)
    assert isinstance(penulis.security_handler, StandardSecurityHandler)
    assert examine_sptjm((tmp_path / "kunci.pdf").read_bytes()).cacat == "F-SPTJM-SANDI"
    banyak = PALING_BANYAK + 1
    panjang = typed(INI).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [%s] /Count %d" % (b"3 0 R " * banyak, banyak))  # fmt: skip
    assert examine_sptjm(panjang) == IsiSptjm(banyak, cacat="F-SPTJM-PANJANG")


def test_an_electronic_signature_shows_its_signer(tmp_path: Path) -> None:
    isi = signed(typed(INI), "Bupati Contoh", tmp_path)
    assert examine_sptjm(isi).tanda_tangan == (TandaTangan("Bupati Contoh", True, None),)
    akar = tmp_path / "akar"
    akar.mkdir()
    (akar / "bupati.pem").write_bytes(certificate("Bupati Contoh")[1])
    assert examine_sptjm(isi, read_akar(akar)).tanda_tangan[0].dipercaya is True
    (akar / "bupati.pem").write_bytes(certificate("Orang Lain")[1])
    assert examine_sptjm(isi, read_akar(akar)).tanda_tangan[0].dipercaya is False


def test_a_pdf_changed_after_signing_is_not_intact(tmp_path: Path) -> None:
    isi = signed(typed(INI), "Bupati Contoh", tmp_path)
    ubah = isi.replace(b"SPTJM/NONASN", b"SPTJX/NONASN")
    assert ubah != isi
    assert examine_sptjm(ubah).tanda_tangan == (TandaTangan("Bupati Contoh", False, None),)


def test_what_was_found_is_kept_and_read_back(tmp_path: Path) -> None:
    hasil = examine_sptjm(signed(typed(INI), "Bupati Contoh", tmp_path))
    assert read_sptjm(render_sptjm(hasil)) == hasil


def test_letters_are_examined_in_processes_of_their_own(tmp_path: Path) -> None:
    isi = {"a": typed(INI), "b": b"%PDF-rusak"}
    kiriman = []
    for nama, satu in isi.items():
        (tmp_path / nama).write_bytes(satu)
        kiriman.append(Kiriman(nama, "sptjm", tmp_path / nama, tmp_path / "keluar" / nama))
    hasil = read_kiriman(kiriman, 1, perintah=(*PERINTAH, "sptjm"))
    assert hasil == [Hasil("a", {}, None), Hasil("b", {}, "F-SPTJM-RUSAK")]
    assert read_sptjm((tmp_path / "keluar/a/sptjm.json").read_bytes()).teks == (INI,)
