"""The Ed25519 key that signs a potret: made once, kept by its owner, its public half in the store."""

import contextlib
import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from pydantic import SecretStr

from tasks.gateways.pengaturan import GalatPengaturan, Pengaturan
from tasks.gateways.simpanan import Simpanan

KUNCI_UMUM = "publik/kunci-potret/"


@dataclass(frozen=True)
class Kunci:
    """A private key that may sign in this store."""

    pribadi: Ed25519PrivateKey

    @property
    def sidik(self) -> str:
        """SHA-256 (hex) of the public key in DER: what people compare."""
        return sidik_kunci(self.pribadi.public_key())

    @property
    def umum(self) -> bytes:
        """The public key as PEM."""
        return self.pribadi.public_key().public_bytes(
            Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, isi: bytes) -> bytes:
        """The signature, 64 bytes; the same content always gives the same."""
        return self.pribadi.sign(isi)


def open_kunci(pengaturan: Pengaturan, simpanan: Simpanan) -> Kunci:
    """The key of the settings; made when this store never had one. Raises GalatPengaturan otherwise.

    A key that is lost must not be replaced in silence: whoever verifies would find a stranger's.
    """
    terdaftar = registered_kunci(simpanan)
    jalur = pengaturan.berkas_kunci_potret
    if not jalur.exists():
        if terdaftar:
            raise GalatPengaturan(
                f"Kunci potret {jalur} tidak ada, padahal simpanan ini memakai kunci {_singkat(terdaftar)}. "
                "Kembalikan berkasnya dari cadangan, atau buat penggantinya dengan pendataan kunci --baru."
            )
        return make_kunci(pengaturan, simpanan)
    kunci = read_kunci(pengaturan)
    if kunci.sidik not in terdaftar:
        if terdaftar:
            raise GalatPengaturan(
                f"Kunci potret {jalur} ({kunci.sidik[:16]}) tidak terdaftar; simpanan ini memakai kunci "
                f"{_singkat(terdaftar)}. Daftarkan dengan pendataan kunci --daftar bila memang penggantinya."
            )
        register_kunci(simpanan, kunci)
    return kunci


def make_kunci(pengaturan: Pengaturan, simpanan: Simpanan) -> Kunci:
    """A new key in a file that only its owner reads, registered in the store; never over another file."""
    kunci = Kunci(Ed25519PrivateKey.generate())
    jalur = pengaturan.berkas_kunci_potret
    jalur.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        gagang = os.open(jalur, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise GalatPengaturan(
            f"{jalur} sudah ada; pindahkan dahulu ke tempat yang aman, kunci lama tetap diperlukan sebagai bukti"
        ) from None
    with os.fdopen(gagang, "wb") as berkas:
        berkas.write(_pem(kunci.pribadi, pengaturan.kunci_potret_sandi))
        berkas.flush()
        os.fsync(berkas.fileno())
    register_kunci(simpanan, kunci)
    return kunci


def read_kunci(pengaturan: Pengaturan) -> Kunci:
    """The key in the file of the settings; GalatPengaturan when it cannot be used."""
    jalur, sandi = pengaturan.berkas_kunci_potret, pengaturan.kunci_potret_sandi
    rahasia = sandi.get_secret_value().encode() if sandi else None
    try:
        pribadi = load_pem_private_key(jalur.read_bytes(), rahasia)
    except FileNotFoundError:
        raise GalatPengaturan(f"Kunci potret {jalur} tidak ada") from None
    except (ValueError, TypeError):
        # The library's own words may hold parts of the file.
        raise GalatPengaturan(
            f"Kunci potret {jalur} tidak terbaca: bukan PEM, atau kunci_potret_sandi tidak cocok"
        ) from None
    if not isinstance(pribadi, Ed25519PrivateKey):
        raise GalatPengaturan(f"Kunci potret {jalur} bukan kunci Ed25519")
    return Kunci(pribadi)


def register_kunci(simpanan: Simpanan, kunci: Kunci) -> None:
    """Puts the public key where everybody finds it, under its own digest."""
    simpanan.put_once(f"{KUNCI_UMUM}{kunci.sidik}.pem", kunci.umum)


def registered_kunci(simpanan: Simpanan) -> list[str]:
    """Digests of the public keys of this store."""
    return [
        objek.kunci.removeprefix(KUNCI_UMUM).removesuffix(".pem")
        for objek in simpanan.list_objek(KUNCI_UMUM)
    ]


def read_kunci_umum(pem: bytes) -> Ed25519PublicKey:
    """A public key from PEM; ValueError when it is none of ours."""
    kunci = load_pem_public_key(pem)
    if not isinstance(kunci, Ed25519PublicKey):
        raise ValueError("bukan kunci Ed25519")
    return kunci


def sidik_kunci(kunci: Ed25519PublicKey) -> str:
    """SHA-256 (hex) of a public key in DER, as openssl and sha256sum compute it."""
    return hashlib.sha256(
        kunci.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    ).hexdigest()


def is_signed(kunci: Ed25519PublicKey, tanda: bytes, isi: bytes) -> bool:
    """Whether the owner of this key signed exactly this content."""
    with contextlib.suppress(InvalidSignature):
        kunci.verify(tanda, isi)
        return True
    return False


def _pem(pribadi: Ed25519PrivateKey, sandi: SecretStr | None) -> bytes:
    lindung = (
        BestAvailableEncryption(sandi.get_secret_value().encode()) if sandi else NoEncryption()
    )
    return pribadi.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lindung)


def _singkat(sidik: list[str]) -> str:
    return ", ".join(satu[:16] for satu in sidik)
