"""Builders of returned letters: typed, scanned, signed electronically."""

import datetime as dt
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from tasks.gateways.negara.pdf import susun_pdf, susun_pindaian

_DPI_TINGGI, _DPI_LEBAR = 2339, 1654


def typed(*baris: str) -> bytes:
    """A PDF with these lines as text, cut where a page ends."""
    return susun_pdf([satu[i : i + 60] for satu in baris for i in range(0, len(satu), 60)])


def page(*teks: str, titik: int = 6) -> np.ndarray:
    """A scanned page with these QR codes one below the other."""
    halaman = np.full((_DPI_TINGGI, _DPI_LEBAR), 250, dtype=np.uint8)
    for nomor, satu in enumerate(teks):
        kode = segno.make(satu, error="m", micro=False).matrix_iter(scale=titik, border=4)
        gambar = np.where(np.array([list(b) for b in kode]) > 0, 30, 250).astype(np.uint8)
        atas = 100 + nomor * 700
        halaman[atas : atas + len(gambar), 200 : 200 + len(gambar)] = gambar
    return halaman


def scanned(*teks: str) -> bytes:
    """A PDF that is a picture only."""
    return susun_pindaian(page(*teks))


@cache
def certificate(nama: str) -> tuple[bytes, bytes]:
    """Key and self-signed certificate (PEM) of somebody."""
    kunci = rsa.generate_private_key(65537, 2048)
    siapa = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])
    awal = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    surat = (
        x509.CertificateBuilder()
        .subject_name(siapa).issuer_name(siapa).public_key(kunci.public_key())
        .serial_number(1).not_valid_before(awal).not_valid_after(awal + dt.timedelta(days=9000))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(kunci, hashes.SHA256())
    )  # fmt: skip
    rahasia = kunci.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return rahasia, surat.public_bytes(Encoding.PEM)


def signed(isi: bytes, nama: str, folder: Path) -> bytes:
    """The PDF with an electronic signature (PAdES) of somebody; `folder` takes the key for a moment."""
    rahasia, surat = certificate(nama)
    (folder / "kunci.pem").write_bytes(rahasia)
    (folder / "surat.pem").write_bytes(surat)
    penanda = signers.SimpleSigner.load(str(folder / "kunci.pem"), str(folder / "surat.pem"))
    data = signers.PdfSignatureMetadata(field_name="TandaTangan", subfilter=SigSeedSubFilter.PADES)  # fmt: skip
    keluar = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(isi)), data, signer=penanda)
    return keluar.getvalue()
