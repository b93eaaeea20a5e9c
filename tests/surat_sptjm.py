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
from pyhanko.sign.signers.pdf_signer import PdfSigningSession

from tasks.gateways.negara.pdf import susun_pdf, susun_pindaian

_DPI_TINGGI, _DPI_LEBAR = 2339, 1654
AWAL = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


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


def certificate(nama: str, hari: int = 9000) -> tuple[bytes, bytes]:
    """Key and certificate (PEM) of somebody, good for some days from AWAL on; root() issued it."""
    rahasia, surat = _certificate(nama, hari, "Akar Uji")
    return _pem(rahasia), surat.public_bytes(Encoding.PEM)


def root(nama: str = "Akar Uji") -> bytes:
    """The certificate (PEM) of an authority."""
    return _certificate(nama, 9000, nama)[1].public_bytes(Encoding.PEM)


@cache
def _certificate(nama: str, hari: int, penerbit: str) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    akar = nama == penerbit
    kunci = rsa.generate_private_key(65537, 2048)
    kunci_penerbit = kunci if akar else _certificate(penerbit, 9000, penerbit)[0]
    siapa, oleh = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, satu)]) for satu in (nama, penerbit)
    )
    surat = (
        x509.CertificateBuilder()
        .subject_name(siapa).issuer_name(oleh).public_key(kunci.public_key())
        .serial_number(1 if akar else 2).not_valid_before(AWAL).not_valid_after(AWAL + dt.timedelta(hari))
        .add_extension(x509.BasicConstraints(ca=akar, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(True, True, *[False] * 3, akar, *[False] * 3), critical=True)
        .sign(kunci_penerbit, hashes.SHA256())
    )  # fmt: skip
    return kunci, surat


def _pem(kunci: rsa.RSAPrivateKey) -> bytes:
    return kunci.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def penanda(nama: str, folder: Path, hari: int = 9000) -> signers.SimpleSigner:
    """Somebody who can sign; `folder` takes the key for a moment."""
    rahasia, surat = certificate(nama, hari)
    (folder / "kunci.pem").write_bytes(rahasia)
    (folder / "surat.pem").write_bytes(surat)
    return signers.SimpleSigner.load(str(folder / "kunci.pem"), str(folder / "surat.pem"))


def signed(
    isi: bytes,
    nama: str,
    folder: Path,
    ruang: str = "TandaTangan",
    saat: dt.datetime | None = None,
    hari: int = 9000,
) -> bytes:
    """The PDF with an electronic signature (PAdES) of somebody in a field of its own."""
    data = signers.PdfSignatureMetadata(field_name=ruang, subfilter=SigSeedSubFilter.PADES)
    penulis = IncrementalPdfFileWriter(BytesIO(isi))
    if penulis.prev.encrypted:
        penulis.encrypt("pemilik")
    return _Penanda(data, penanda(nama, folder, hari), saat).sign_pdf(penulis).getvalue()


class _Penanda(signers.PdfSigner):
    """Signs at a given moment (now without one)."""

    def __init__(
        self, data: signers.PdfSignatureMetadata, siapa: signers.Signer, saat: dt.datetime | None
    ) -> None:
        super().__init__(data, signer=siapa)
        self._saat = saat

    def init_signing_session(self, *apa: object, **lain: object) -> PdfSigningSession:
        """The session, its clock set."""
        sesi = super().init_signing_session(*apa, **lain)
        sesi.system_time = self._saat or sesi.system_time
        return sesi
