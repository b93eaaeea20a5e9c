"""The guards of the test session hold."""

import os
import socket
import tempfile
from pathlib import Path

import pytest

from tests.conftest import JaringanDilarang


@pytest.mark.parametrize("tuan_rumah", ["192.0.2.1", "2001:db8::1"])
def test_no_connection_leaves_this_machine(tuan_rumah: str) -> None:
    keluarga = socket.AF_INET6 if ":" in tuan_rumah else socket.AF_INET
    with socket.socket(keluarga, socket.SOCK_DGRAM) as soket:
        with pytest.raises(JaringanDilarang):
            soket.connect((tuan_rumah, 9))
        with pytest.raises(JaringanDilarang):
            soket.sendto(b"", (tuan_rumah, 9))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(JaringanDilarang):
        socket.getaddrinfo("contoh.invalid", 80)
    with pytest.raises(JaringanDilarang):
        socket.getaddrinfo(b"contoh.invalid", 80)
    assert socket.getaddrinfo("localhost", 80)


def test_the_home_is_ours_and_empty() -> None:
    assert Path.home().is_relative_to(tempfile.gettempdir())
    assert Path(os.environ["PREFECT_HOME"]).is_relative_to(Path.home())
    assert not [nama for nama in os.environ if nama.startswith("PENDATAAN_")]
