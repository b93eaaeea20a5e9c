"""A returned SPTJM as a PDF of strangers: what it names, and who signed it electronically."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from rules.sptjm import find_sebutan

BENTUK = "sptjm.json"
# A scanner's least; what the draft prints is read from half of that.
_DPI = 200
_PDF = b"%PDF-"
# A reader of PDF finds the beginning within this many bytes.
_AWAL = 1024
PALING_BANYAK = 20


@dataclass(frozen=True)
class TandaTangan:
    """One electronic signature: who, whether the document is as it was signed, whether the chain of
    certificates ends in a trusted root (None: no root was given to compare with)."""

    siapa: str
    utuh: bool
    dipercaya: bool | None


@dataclass(frozen=True)
class IsiSptjm:
    """What examining one PDF gave; `cacat` is the code of the refusal when it could not be examined."""

    halaman: int = 0
    teks: tuple[str, ...] = ()
    qr: tuple[str, ...] = ()
    tanda_tangan: tuple[TandaTangan, ...] = ()
    cacat: str | None = None

    @property
    def sebutan(self) -> tuple[str, ...]:
        """Every potret it names, in text or QR, each once."""
        return tuple(dict.fromkeys((*self.teks, *self.qr)))

    @property
    def cara(self) -> str:
        """Where the potret is named: TEKS or QR."""
        return "TEKS" if self.teks else "QR"


def examine_sptjm(isi: bytes, akar: Sequence[Certificate] = ()) -> IsiSptjm:
    """Reads text, QR codes and signatures (whose certificates are followed to the roots `akar`, where
    any are given); a PDF that cannot be read gives its `cacat`, never an error."""
    if _PDF not in isi[:_AWAL]:
        return IsiSptjm(cacat="F-SPTJM-BUKAN-PDF")
    try:
        dokumen = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as galat:
        sandi = galat.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return IsiSptjm(cacat="F-SPTJM-SANDI" if sandi else "F-SPTJM-RUSAK")
    try:
        if len(dokumen) > PALING_BANYAK:
            return IsiSptjm(len(dokumen), cacat="F-SPTJM-PANJANG")
        teks = _named("\n".join(_text(dokumen)))
        qr = _named("\n".join(_codes(dokumen)))
        return IsiSptjm(len(dokumen), teks, qr, tuple(_signatures(isi, akar)))
    except (pypdfium2.PdfiumError, PdfError):
        return IsiSptjm(cacat="F-SPTJM-RUSAK")
    finally:
        dokumen.close()


def land_sptjm(sumber: Path, tujuan: Path, akar: Sequence[Certificate]) -> dict[str, object]:
    """Examines one file and writes what it gave into `tujuan`; answers as a reading process does."""
    hasil = examine_sptjm(sumber.read_bytes(), akar)
    tujuan.mkdir(parents=True, exist_ok=True)
    (tujuan / BENTUK).write_bytes(render_sptjm(hasil))
    return {"baris": {}, "penolakan": hasil.cacat}


def read_akar(folder: Path) -> list[Certificate]:
    """The trusted roots: every PEM or DER certificate in a folder, by name."""
    return list(load_certs_from_pemder([str(jalur) for jalur in sorted(folder.iterdir())]))


def render_sptjm(hasil: IsiSptjm) -> bytes:
    """What examining gave, as it is kept."""
    return json.dumps(asdict(hasil), ensure_ascii=False).encode()


def read_sptjm(isi: bytes) -> IsiSptjm:
    """What `render_sptjm` wrote."""
    bagian: dict[str, Any] = json.loads(isi)
    tanda = tuple(TandaTangan(**satu) for satu in bagian.pop("tanda_tangan"))
    teks, qr = (tuple(bagian.pop(nama)) for nama in ("teks", "qr"))
    return IsiSptjm(**bagian, teks=teks, qr=qr, tanda_tangan=tanda)


def _text(dokumen: pypdfium2.PdfDocument) -> Iterator[str]:
    for halaman in dokumen:
        teks = halaman.get_textpage()
        yield teks.get_text_range()
        teks.close()


def _codes(dokumen: pypdfium2.PdfDocument) -> Iterator[str]:
    for halaman in dokumen:
        gambar = halaman.render(scale=_DPI / 72, grayscale=True).to_numpy()
        for kode in zxingcpp.read_barcodes(gambar, formats=zxingcpp.BarcodeFormat.QRCode):
            yield kode.text


def _signatures(isi: bytes, akar: Sequence[Certificate]) -> Iterator[TandaTangan]:
    # Nothing is fetched: neither certificates nor revocation lists.
    konteks = ValidationContext(trust_roots=list(akar), allow_fetching=False)
    for tanda in PdfFileReader(BytesIO(isi), strict=False).embedded_signatures:
        hasil = validate_pdf_signature(tanda, konteks)
        utuh = bool(hasil.intact and hasil.valid and hasil.docmdp_ok)
        yield TandaTangan(_signer(tanda), utuh, bool(hasil.trusted) if akar else None)


def _signer(tanda: EmbeddedPdfSignature) -> str:
    nama = tanda.signer_cert.subject.native
    return str(nama.get("common_name", tanda.signer_cert.subject.human_friendly))


def _named(teks: str) -> tuple[str, ...]:
    return tuple(satu.teks for satu in find_sebutan(teks))
