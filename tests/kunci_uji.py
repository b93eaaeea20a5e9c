"""A key that is no secret: the same in every test, so that equal potret have equal signatures."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


def kunci_uji(benih: int = 1) -> Ed25519PrivateKey:
    """The private key of this seed."""
    return Ed25519PrivateKey.from_private_bytes(bytes([benih]) * 32)


def write_kunci_uji(jalur: Path, benih: int = 1) -> Path:
    """Its PEM file, as a BKN official would keep it."""
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_bytes(
        kunci_uji(benih).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return jalur
