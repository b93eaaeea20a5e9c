"""The bucket policy by which every instansi reaches its own two prefixes and nothing else."""

import json
from collections.abc import Sequence
from typing import Any

from tasks.gateways.simpanan import ARSIP, BUKU_TERIMA, KOTAK_KELUAR, KOTAK_MASUK

Pernyataan = dict[str, Any]


def render_kebijakan(bucket: str, pemilik: str, instansi: Sequence[str]) -> str:
    """The whole policy of the bucket as JSON; the S3 user of an instansi is `instansi-<kode>`.

    S3 holds one policy per bucket, so whoever is not named in it reaches nothing."""
    isi = f"arn:aws:s3:::{bucket}"
    pernyataan = [_owner(isi, pemilik), _undeletable(isi)]
    pernyataan += [satu for kode in instansi for satu in _instansi(isi, kode)]
    kebijakan = {"Version": "2012-10-17", "Statement": pernyataan}
    return json.dumps(kebijakan, indent=1)


def _owner(isi: str, pemilik: str) -> Pernyataan:
    # What another user uploaded is closed to the owner of the bucket until this says otherwise.
    return _statement("Allow", _user(pemilik), ["s3:*"], [isi, f"{isi}/*"])


def _undeletable(isi: str) -> Pernyataan:
    # Object lock keeps the versions; this keeps a delete marker from hiding them, ours included.
    return _statement(
        "Deny", "*", ["s3:DeleteObject"], [f"{isi}/{ARSIP}*", f"{isi}/{BUKU_TERIMA}*"]
    )


def _instansi(isi: str, kode: str) -> list[Pernyataan]:
    pengguna = _user(f"instansi-{kode}")
    masuk, keluar = f"{KOTAK_MASUK}{kode}/*", f"{KOTAK_KELUAR}{kode}/*"
    daftar = _statement("Allow", pengguna, ["s3:ListBucket"], [isi])
    return [
        _statement("Allow", pengguna, ["s3:PutObject"], [f"{isi}/{masuk}"]),
        _statement("Allow", pengguna, ["s3:GetObject"], [f"{isi}/{keluar}"]),
        daftar | {"Condition": {"StringLike": {"s3:prefix": [masuk, keluar]}}},
    ]


def _statement(efek: str, siapa: Any, boleh: list[str], pada: list[str]) -> Pernyataan:
    return {"Effect": efek, "Principal": siapa, "Action": boleh, "Resource": pada}


def _user(nama: str) -> dict[str, list[str]]:
    return {"AWS": [f"arn:aws:iam:::user/{nama}"]}
