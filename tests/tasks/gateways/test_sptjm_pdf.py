"""Returned letters as real PDFs: typed, scanned, signed, broken, hostile."""

from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
import pytest
from pyhanko.pdf_utils.crypt import StandardSecurityHandler
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from rules.sptjm import Sebutan
from tasks.gateways import sptjm_pdf
from tasks.gateways.negara.pdf import susun_pindaian
from tasks.gateways.pembaca import PERINTAH, Hasil, Kiriman, read_kiriman
from tasks.gateways.sptjm_pdf import (
    PALING_BANYAK,
    PALING_BESAR_MB,
    IsiSptjm,
    examine_sptjm,
    land_sptjm,
    read_sptjm,
    render_sptjm,
)
from tasks.gateways.tanda_tangan_pdf import TandaTangan
from tests.surat_sptjm import page, scanned, signed, typed

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


def turned(gambar: np.ndarray, derajat: float) -> np.ndarray:
    """The page as it lies when it went into the scanner askew."""
    tinggi, lebar = gambar.shape
    baris, kolom = np.mgrid[:tinggi, :lebar]
    sudut = np.deg2rad(derajat)
    b, k = baris - tinggi / 2, kolom - lebar / 2
    asal_b = np.rint(np.cos(sudut) * b - np.sin(sudut) * k + tinggi / 2).astype(int)
    asal_k = np.rint(np.sin(sudut) * b + np.cos(sudut) * k + lebar / 2).astype(int)
    dalam = (asal_b >= 0) & (asal_b < tinggi) & (asal_k >= 0) & (asal_k < lebar)
    return np.where(dalam, gambar[asal_b % tinggi, asal_k % lebar], 250).astype(np.uint8)


@pytest.mark.parametrize("derajat", [-7, 2, 12])
def test_a_page_that_lay_askew_is_read(derajat: float) -> None:
    assert examine_sptjm(susun_pindaian(turned(page(INI), derajat))).qr == (INI,)


def test_a_noisy_scan_with_a_stamp_on_the_code_is_read() -> None:
    acak = np.random.default_rng(5)
    gambar = np.clip(page(INI) + acak.normal(0, 40, page(INI).shape), 0, 255).astype(np.uint8)
    assert examine_sptjm(susun_pindaian(gambar)).qr == (INI,)
    gambar[300:340, 380:440] = 0
    assert examine_sptjm(susun_pindaian(gambar)).qr == (INI,)


def test_a_code_that_cannot_be_read_is_no_code() -> None:
    gambar = page(INI)
    gambar[:400, :400] = 250
    assert examine_sptjm(susun_pindaian(gambar)) == IsiSptjm(1)


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
        (typed(INI).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [] /Count 0"), "F-SPTJM-RUSAK"),
    ],
    ids=["kosong", "docx", "awal saja", "terpotong", "bukan halaman", "tanpa halaman"],
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


def test_an_electronic_signature_is_shown_with_what_it_signs(tmp_path: Path) -> None:
    isi = signed(typed(INI), "Bupati Contoh", tmp_path)
    assert examine_sptjm(isi) == IsiSptjm(
        1, teks=(INI,), tanda_tangan=(TandaTangan("Bupati Contoh", True),)
    )


@pytest.mark.parametrize(
    ("asal", "jadi"),
    [(b"startxref\n", b"startxref\n9"), (b"%PDF-1.4", b"sampah\n%PDF-1.4")],
    ids=["daftar isi salah letak", "sampah di depan"],
)
def test_what_viewers_mend_is_no_reason_to_refuse(asal: bytes, jadi: bytes) -> None:
    rusak = scanned(INI).replace(asal, jadi)
    assert rusak != scanned(INI)
    assert examine_sptjm(rusak) == IsiSptjm(1, qr=(INI,))


@pytest.mark.parametrize("kotak", [b"0 0 14400 14400", b"0 0 9999999 9999999", b"0 0 9999999 1", b"0 0 0 0"])  # fmt: skip
def test_a_page_of_any_size_is_looked_at(kotak: bytes) -> None:
    assert examine_sptjm(typed(INI).replace(b"0 0 595 842", kotak)).teks == (INI,)


def test_a_poster_is_rendered_no_larger_than_a_poster(monkeypatch: pytest.MonkeyPatch) -> None:
    titik = []
    baca = sptjm_pdf.zxingcpp.read_barcodes
    monkeypatch.setattr(
        sptjm_pdf.zxingcpp, "read_barcodes", lambda gambar, **k: (titik.append(gambar.size), baca(gambar, **k))[1]
    )  # fmt: skip
    examine_sptjm(typed(INI).replace(b"0 0 595 842", b"0 0 14400 14400"))
    examine_sptjm(typed(INI))
    assert 15e6 < titik[0] < 17e6
    assert 3.8e6 < titik[1] < 3.9e6


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    besar = tmp_path / "besar.pdf"
    with besar.open("wb") as berkas:
        berkas.write(typed(INI))
        berkas.truncate(PALING_BESAR_MB * 2**20 + 1)
    assert land_sptjm(besar, tmp_path / "jadi", ())["penolakan"] == "F-SPTJM-BESAR"


def test_no_damage_is_an_error_of_ours(tmp_path: Path) -> None:
    acak = Random(5)
    jumlah: Counter[str | None] = Counter()
    for asal in (typed(INI), signed(typed(INI), "Bupati Contoh", tmp_path)):
        for _ in range(80):
            hasil = examine_sptjm(_damaged(asal, acak))
            jumlah[hasil.cacat] += 1
            assert hasil.cacat or hasil.halaman
    assert jumlah[None] > 10
    assert jumlah["F-SPTJM-RUSAK"] > 10


def _damaged(asal: bytes, acak: Random) -> bytes:
    isi = bytearray(asal)
    letak = acak.randrange(len(isi))
    match acak.randrange(3):
        case 0:
            isi[letak] = acak.randrange(256)
        case 1:
            del isi[letak : letak + acak.randint(1, 200)]
        case _:
            isi[letak:letak] = isi[acak.randrange(len(isi)) :][:100]
    return bytes(isi)


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
