"""The smallest real PDF: one page of plain lines, padded to a size when the law asks for one; or a scan."""

import zlib
from collections.abc import Sequence

import numpy as np


def susun_pdf(baris: Sequence[str], ukuran: int = 0) -> bytes:
    """A one-page PDF of these lines (ASCII), at least `ukuran` bytes; same lines, same bytes."""
    teks = "".join(f"({_aman(x)}) Tj 0 -18 Td\n" for x in baris)
    isi = f"BT /F1 11 Tf 56 780 Td\n{teks}ET".encode("ascii")
    huruf = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return _bundle(isi, b"/Font << /F1 5 0 R >>", huruf, ukuran)


def susun_pindaian(gambar: np.ndarray) -> bytes:
    """A one-page PDF that is a picture only, as a scanner makes it; `gambar` in grey, one byte a dot."""
    tinggi, lebar = gambar.shape
    rapat = zlib.compress(gambar.tobytes(), 6)
    benda = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    ) % (lebar, tinggi, len(rapat), rapat)
    return _bundle(b"q 595 0 0 842 0 0 cm /G Do Q", b"/XObject << /G 5 0 R >>", benda)


def _bundle(isi: bytes, sumber: bytes, kelima: bytes, ukuran: int = 0) -> bytes:
    """One page with this content; `sumber` names the fifth object for it."""
    benda = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << " + sumber + b" >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(isi), isi),
        kelima,
    ]
    keluar = b"%PDF-1.4\n" + _pengisi(ukuran)
    letak = []
    for nomor, satu in enumerate(benda, 1):
        letak.append(len(keluar))
        keluar += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    daftar = b"".join(b"%010d 00000 n \n" % x for x in letak)
    kepala = b"xref\n0 6\n0000000000 65535 f \n" + daftar
    ekor = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(keluar)
    return keluar + kepala + ekor


def _pengisi(ukuran: int) -> bytes:
    """Comment lines: readers skip them, the size counts."""
    return (
        b"%" + b" " * 62 + b"\n" if ukuran == 0 else (b"%" + b" " * 62 + b"\n") * (ukuran // 64 + 1)
    )


def _aman(teks: str) -> str:
    ascii_saja = teks.encode("ascii", "replace").decode("ascii")
    return ascii_saja.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
