"""Electronic signatures (PAdES) in a PDF of strangers: who signed, and whether it is still what was signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

# What every signature needs, and no page: a scan, however badly written, is not searched for any.
_JEJAK = b"/ByteRange"


@dataclass(frozen=True)
class TandaTangan:
    """One electronic signature: who, whether the document is as it was signed (None: it could not be
    examined), whether the chain of certificates ends in a trusted root (None: no root was given)."""

    siapa: str
    utuh: bool | None
    dipercaya: bool | None = None


def read_signatures(isi: bytes, akar: Sequence[Certificate] = ()) -> tuple[TandaTangan, ...]:
    """The signatures in a PDF, in the order they were set; certificates are followed to the roots
    `akar`, where any are given. Time stamps of archives are none. Never raises for what `isi` is."""
    if _JEJAK not in isi:
        return ()
    try:
        pembaca = PdfFileReader(BytesIO(isi), strict=False)
        if pembaca.encrypted:
            pembaca.decrypt("")
        return (
            *_unknown(pembaca),
            *(_examine(x, akar) for x in pembaca.embedded_regular_signatures),
        )
    # What strangers can break here has no end (KeyError, AssertionError, asn1crypto's ValueError …).
    except Exception:
        return (TandaTangan("", None),)


def read_akar(folder: Path) -> list[Certificate]:
    """The trusted roots: every PEM or DER certificate in a folder, by name."""
    return list(load_certs_from_pemder([str(jalur) for jalur in sorted(folder.iterdir())]))


def _unknown(pembaca: PdfFileReader) -> tuple[TandaTangan, ...]:
    """Signatures of kinds that pyHanko leaves out in silence."""
    ada = len(list(enumerate_sig_fields(pembaca, filled_status=True)))
    return (TandaTangan("", None),) * (ada - len(pembaca.embedded_signatures))


def _examine(tanda: EmbeddedPdfSignature, akar: Sequence[Certificate]) -> TandaTangan:
    # As of the signing, or the same letter would be judged otherwise once a certificate has run out;
    # and nothing is fetched, neither certificates nor revocation lists.
    konteks = ValidationContext(
        trust_roots=list(akar), allow_fetching=False, moment=tanda.self_reported_timestamp
    )
    hasil = validate_pdf_signature(tanda, konteks)
    utuh = bool(hasil.intact and hasil.valid and hasil.docmdp_ok)
    return TandaTangan(_signer(tanda), utuh, bool(hasil.trusted) if akar else None)


def _signer(tanda: EmbeddedPdfSignature) -> str:
    subjek = tanda.signer_cert.subject
    return str(subjek.native.get("common_name", subjek.human_friendly))
