"""What holds for every test: no network but loopback, an empty home, one S3 server and LibreOffice for all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import ip_address
from pathlib import Path

import pytest

from tests.libreoffice import LibreOffice, libreoffice_installed
from tests.s3_server import S3Server, rclone_program, rgw_installed, run_rclone, run_rgw
from tests.sampingan import end_all, shared_folder

_BAWAAN_PEMAKAI = ("PENDATAAN_", "PREFECT_", "AWS_", "MINIO_", "RCLONE_", "XDG_")
_RUMAH = pytest.StashKey[Path]()


class JaringanDilarang(RuntimeError):
    """A test tried to leave this machine."""


def pytest_configure(config: pytest.Config) -> None:
    """Before any test module is imported: some packages read their settings on import."""
    rumah = Path(tempfile.mkdtemp(prefix="pendataan-uji-"))
    config.stash[_RUMAH] = rumah
    _kosongkan_lingkungan(rumah)
    sys.addaudithook(_jaga_jaringan)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        end_all(shared_folder(session.config))


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_RUMAH], ignore_errors=True)


def _kosongkan_lingkungan(rumah: Path) -> None:
    for nama in list(os.environ):
        if nama.startswith(_BAWAAN_PEMAKAI) or nama.lower().endswith("_proxy"):
            del os.environ[nama]
    os.environ |= {
        "HOME": str(rumah),
        "PREFECT_HOME": str(rumah / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
    }


def _jaga_jaringan(kejadian: str, isi: tuple[object, ...]) -> None:
    """An audit hook sees every connection of this process, whatever library makes it."""
    if kejadian in ("socket.connect", "socket.sendto"):
        alamat = isi[1]
        if isinstance(alamat, tuple) and not _loopback(alamat[0]):
            raise JaringanDilarang(f"network is closed in tests: {alamat[0]}")
    elif kejadian == "socket.getaddrinfo" and not _loopback(isi[0]):
        raise JaringanDilarang(f"network is closed in tests: {isi[0]}")


def _loopback(tuan_rumah: object) -> bool:
    if isinstance(tuan_rumah, bytes):
        tuan_rumah = tuan_rumah.decode()
    if tuan_rumah in (None, "", "localhost", "0.0.0.0", "::"):
        return True
    try:
        return ip_address(str(tuan_rumah)).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """Ceph RGW; on a machine without it rclone, which never passes for it in CI."""
    folder = tmp_path_factory.mktemp("s3") / "server"
    with ExitStack() as tumpukan:
        if rgw_installed():
            yield tumpukan.enter_context(run_rgw(folder))
        elif os.environ.get("CI") == "true":
            pytest.fail("Ceph RGW is missing: apt-get install radosgw ceph-mon ceph-osd")
        elif rclone_program():
            yield tumpukan.enter_context(run_rclone(folder))
        else:
            pytest.skip(
                "no S3 server here: neither Ceph RGW (Debian) nor rclone (requirements.lock)"
            )


@pytest.fixture(scope="session")
def s3_lengkap(s3_server: S3Server) -> S3Server:
    """A server that enforces conditions, policies and locks."""
    if not s3_server.lengkap:
        pytest.skip(
            "needs Ceph RGW (apt-get install radosgw ceph-mon ceph-osd): rclone enforces none"
        )
    return s3_server


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """The office program of many an instansi; in CI it is never missing."""
    if libreoffice_installed():
        return LibreOffice(tmp_path_factory.mktemp("libreoffice"))
    if os.environ.get("CI") == "true":
        pytest.fail("LibreOffice is missing: apt-get install libreoffice-calc-nogui")
    pytest.skip("needs LibreOffice (apt-get install libreoffice-calc-nogui)")
