"""A store of each kind, empty, for one test."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from minio import Minio

from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import Simpanan, open_simpanan
from tests.s3_server import S3Server


@pytest.fixture
def bucket() -> str:
    return f"uji-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def klien() -> Callable[..., Minio]:
    """The bare client, for what a test arranges behind the store's back."""

    def buka(server: S3Server, pengguna: str = "pendataan") -> Minio:
        kunci, rahasia = server.kunci(pengguna)
        return Minio(
            server.endpoint,
            access_key=kunci,
            secret_key=rahasia,
            secure=False,
            region="us-east-1",
        )

    return buka


@pytest.fixture
def pengaturan_s3(tmp_path: Path, bucket: str) -> Callable[..., Pengaturan]:
    """Settings of one user of a server; the bucket is not made."""

    def buat(server: S3Server, pengguna: str = "pendataan") -> Pengaturan:
        kunci, rahasia = server.kunci(pengguna)
        return Pengaturan(
            simpanan=f"s3://{bucket}",
            s3_endpoint=server.endpoint,
            s3_kunci=kunci,
            s3_rahasia=rahasia,
            s3_aman=False,
            ruang_kerja=tmp_path / "kerja",
        )

    return buat


@pytest.fixture(params=["folder", pytest.param("s3", marks=pytest.mark.s3)])
def pengaturan(request: pytest.FixtureRequest, tmp_path: Path) -> Pengaturan:
    """Settings of an empty store, a folder or a bucket of the session's S3 server."""
    if request.param == "folder":
        akar = tmp_path / "simpanan"
        akar.mkdir()
        return Pengaturan(simpanan=str(akar), ruang_kerja=tmp_path / "kerja")
    server = request.getfixturevalue("s3_server")
    bucket = request.getfixturevalue("bucket")
    request.getfixturevalue("klien")(server).make_bucket(bucket)
    return request.getfixturevalue("pengaturan_s3")(server)


@pytest.fixture
def simpanan(pengaturan: Pengaturan) -> Simpanan:
    return open_simpanan(pengaturan)
