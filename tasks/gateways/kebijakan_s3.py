"""The policies by which every instansi reaches its own two prefixes and nothing else."""

import json
from collections.abc import Sequence
from typing import Any

from tasks.gateways.simpanan import ARSIP, BUKU_TERIMA, KOTAK_KELUAR, KOTAK_MASUK

Pernyataan = dict[str, Any]
# What AWS and MinIO take as the policy of one bucket; Ceph RGW takes a mebibyte, but reads the whole
# of it again at every request.
BUCKET_TERBESAR = 20_480
BUCKET = "bucket.json"


def render_kebijakan(bucket: str, pemilik: str, instansi: Sequence[str]) -> str:
    """The whole policy of the bucket as JSON; the S3 user of an instansi is `instansi-<kode>`.

    S3 holds one policy per bucket, so whoever is not named in it reaches nothing."""
    isi = _arn(bucket)
    milik = [
        {"Principal": _user(f"instansi-{kode}")} | satu
        for kode in instansi
        for satu in _instansi(isi, kode)
    ]
    return _document([_owner(isi, pemilik), _undeletable(isi), *milik])


def render_per_pengguna(bucket: str, pemilik: str, instansi: Sequence[str]) -> dict[str, str]:
    """The same rights in small documents by file name: one for the bucket (BUCKET), one for each user.

    `instansi-<kode>.json` is the inline policy of that user (PutUserPolicy), so the number of
    instansi has no limit and each request reads only what is about its sender."""
    isi = _arn(bucket)
    milik = {f"instansi-{kode}.json": _document(_instansi(isi, kode)) for kode in instansi}
    return {BUCKET: _document([_owner(isi, pemilik), _undeletable(isi)])} | milik


def _arn(bucket: str) -> str:
    return f"arn:aws:s3:::{bucket}"


def _document(pernyataan: list[Pernyataan]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": pernyataan}, indent=1)


def _owner(isi: str, pemilik: str) -> Pernyataan:
    # What another user uploaded is closed to the owner of the bucket until this says otherwise.
    return {"Principal": _user(pemilik)} | _statement("Allow", ["s3:*"], [isi, f"{isi}/*"])


def _undeletable(isi: str) -> Pernyataan:
    # Object lock keeps the versions; this keeps a delete marker from hiding them, ours included.
    bukti = [f"{isi}/{ARSIP}*", f"{isi}/{BUKU_TERIMA}*"]
    return {"Principal": "*"} | _statement("Deny", ["s3:DeleteObject"], bukti)


def _instansi(isi: str, kode: str) -> list[Pernyataan]:
    """What the user of one instansi may; whose it is stands with the user, or is added."""
    masuk, keluar = f"{KOTAK_MASUK}{kode}/*", f"{KOTAK_KELUAR}{kode}/*"
    daftar = _statement("Allow", ["s3:ListBucket"], [isi])
    return [
        _statement("Allow", ["s3:PutObject"], [f"{isi}/{masuk}"]),
        _statement("Allow", ["s3:GetObject"], [f"{isi}/{keluar}"]),
        daftar | {"Condition": {"StringLike": {"s3:prefix": [masuk, keluar]}}},
    ]


def _statement(efek: str, boleh: list[str], pada: list[str]) -> Pernyataan:
    return {"Effect": efek, "Action": boleh, "Resource": pada}


def _user(nama: str) -> dict[str, list[str]]:
    return {"AWS": [f"arn:aws:iam:::user/{nama}"]}
